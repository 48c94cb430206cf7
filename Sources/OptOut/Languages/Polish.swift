extension LanguageTable {
  /// Polish.
  static let polish: LanguageTable = {
    let texts =
      "sms|smsów|smsy|sms ów|sms y|smsow|wiadomości|wiadomość|esemesów|esemesy|powiadomień"
      + "|powiadomienia|sms a|smsa|mmsów"
    let ads = "reklam|reklamy|reklamę|ofert|oferty|promocji|promocje|spamu|marketingu"
    return LanguageTable(
      code: "pl",
      name: "Polish",
      stop: [
        .weak("DOSYĆ", .analogy),
        .weak("PRZESTAŃ", .analogy),
        .strong("WYPISZ", .analogy), .strong("WYPISZ MNIE", .analogy),
        .strong("REZYGNUJĘ", .analogy),
        .strong("REZYGNACJA", .analogy), .strong("WYREJESTRUJ", .analogy),
        .strong("WYPISUJĘ SIĘ", .analogy), .strong("ZATRZYMAJ", .analogy),
        .strong("WYPISAĆ", .analogy), .strong("WYPISANIE", .analogy),
        .ordinary("PRZESTAŃ", .analogy), .ordinary("DOŚĆ", .analogy),
        .ordinary("PRZESTAŃCIE", .analogy), .weak("KONIEC", .analogy), .weak("ANULUJ", .analogy),
        .weak("USUŃ", .analogy), .weak("ODWOŁAJ", .analogy), .weak("WYŁĄCZ", .analogy),
      ],
      start: [.weak("WZNÓW", .analogy), .weak("ZAPISZ", .analogy), .weak("TAK START", .analogy)],
      help: [.weak("POMOC", .analogy)],
      marketing: ["reklamy", "reklam", "oferty", "promocje", "promocji", "reklamom"],
      polite: [
        "proszę", "prosze", "dziękuję", "dziekuje", "dzięki", "dzieki", "dzień dobry", "witam",
        "cześć",
        "natychmiast", "teraz", "już", "pozdrawiam", "tak", "bardzo proszę", "uprzejmie proszę",
        "o",
        "zdecydowanie",
      ],
      particles: [
        "mnie", "sms", "smsy", "wszystko", "wszystkie", "wiadomości", "z", "od", "to", "tego",
        "ten",
        "te", "listy", "numer", "mój", "subskrypcji", "usługi", "wam", "wysyłki", "wysyłania",
      ],
      requests: [
        "(prosze o) [natychmiastowe] (wykreslenie|wypisanie|usuniecie|rezygnacje|skreslenie)",
        "^[prosze] nie wysylac$",
        "(zaprzestancie|zaprzestac|zaprzestan|zaprzestanie) [natychmiast] (wysylania|przysylania|spamowania|pisania|kontaktu)",
        "nie spamujcie",
        "^nie spamuj$",
        "wykreslcie (mnie|moj numer)",
        "^(prosze|) przestac$",
        "nie kontaktujcie sie (ze mna|z nami|wiecej)",
        "nie kontaktuj sie (ze mna|z nami|wiecej)",
        "prosze przestac (pisac|wysylac|przysylac|mnie|do mnie)",
        "nie (wysyłać|wysyłajcie|wysyłaj|przysyłać|przysyłajcie|przysyłaj|pisz|piszcie|pisać"
          + "|kontaktujcie|kontaktuj|wysyłania|przesyłać|dzwońcie|nękajcie|zawracajcie) [do|mi|nam|się]"
          + " [mnie|już|więcej|mi] [więcej|już|żadnych|tych|takich] (\(texts)|więcej|już|do mnie|mi)",
        "^nie (pisz|piszcie|pisać|wysyłajcie|wysyłaj|kontaktujcie się|pisz do mnie|piszcie do mnie) [więcej|już]$",
        "(nie chcę|nie chce|nie chcemy|nie życzę sobie|nie zyczę sobie|nie zgadzam się na) [już|więcej|od"
          + " was] [otrzymywać|dostawać|otrzymywania|dostawania|waszych|tych|żadnych] [więcej|już|od was"
          + "|waszych|tych|żadnych|takich] (\(texts))",
        "(żadnych|bez|koniec|dość|dosyć) [więcej|już|z] (\(texts))", "^więcej żadnych",
        "(przestań|przestańcie|proszę przestać|przestać|skończcie) [do|mi|już] [mnie|mi] (pisać"
          + "|wysyłać|przysyłać|nękać|spamować|dzwonić) ",
        "(usuń|usuńcie|usunąć|wykreśl|wykreślcie|wypisz|wypiszcie|skreślcie|proszę usunąć|wykreślić"
          + "|wyrejestrujcie|wypisać|usunięcie) (mnie|mój numer|moje dane|ten numer|mój telefon|nas|numer"
          + "|mojego numeru|moich danych)",
        "(dajcie|daj|dać) mi [święty] spokój", "zostawcie mnie w spokoju",
        "(rezygnuję|rezygnuje|chcę zrezygnować|chce zrezygnować|rezygnacja) z",
        "(anuluj|anulujcie|odwołaj|wyłącz|wyłączcie|anulować) (subskrypcję|moją subskrypcję|usługę"
          + "|powiadomienia|sms|smsy|subskrypcje)",
        "nie (wyrażam|wyrażałem|wyrażałam|daję) [już] zgody na (otrzymywanie|przesyłanie|wysyłanie"
          + "|kontakt|przetwarzanie|takie|te|\(texts))",
        "(wycofuję|cofam|odwołuję) [moją] zgodę", "jak (się wypisać|zrezygnować|wypisać się)",
      ],
      marketingRequests: [
        "(żadnych|dość|koniec|nie chcę|nie chce|stop) [więcej|waszych|tych|z|otrzymywać|dostawać] (\(ads))",
        "nie (wysyłać|wysyłajcie|przysyłajcie|wysyłaj) [mi] [już|więcej] (\(ads))",
      ],
      complaints: [
        "^(odczepcie sie|odczep sie|odwalcie sie)",
        "nie jestem zainteresowany", "nie jestem zainteresowana", "nie interesuje mnie",
        "zły numer",
        "pomyłka", "błędny numer", "to nękanie", "nie zapisywałem się", "nie zapisywałam się",
      ],
      negations: [
        "(nie|nigdy|bez) [chcę|chce|musisz] (przestawaj|przestawajcie|zatrzymuj|rezygnuję|rezygnuje"
          + "|rezygnować|wypisuj|wypisujcie|wypisywać|stop|usuwajcie|wypisz|przestań|rezygnacji)"
      ],
      innocents: [
        "(rezygnuje z|zrezygnowac z) (cebuli|zamowienia|wizyty|rezerwacji|stolika|kursu|zajec|spotkania|terminu|dostawy|noclegu|pokoju|biletu)",
        "stop na (swiatlach|stacji|rogu|przystanku)",
        "dlaczego (nie|juz nie)",
        "(autobus|przystanek) stop", "rezygnacja z (wizyty|terminu|spotkania|zamówienia|pracy)",
        "(rezygnuję|rezygnuje) z (wizyty|terminu|spotkania|zamówienia|pracy)",
      ],
      signatures: ["wysłane z", "wysłano z", "oryginalna wiadomość", "pobierz outlook"],
      reactions: [
        "(polubił|polubiła|polubiono|pokochał|uwielbia|zaśmiał się z|podkreślił|zakwestionował|lubi|do)",
        "(zareagował|zareagowała|zareagowano) [_] na",
      ],
      attributions: ["napisał", "napisała"]
    )
  }()
}
