extension LanguageTable {
  /// German.
  static let german: LanguageTable = {
    let texts =
      "sms|nachricht|nachrichten|mitteilungen|texte|benachrichtigungen|meldungen|infos"
      + "|textnachrichten|mails|mms|sms nachrichten|newsletter|erinnerungen"
    let ads =
      "werbung|werbe sms|werbesms|werbenachrichten|angebote|promos|reklame|werbemails"
      + "|aktionen|werbeaktionen"
    let send =
      "schicken|senden|schreiben|schick|sende|schreib|schickt|sendet|schreibt|schicke"
      + "|schreibe|kontaktieren|kontaktiere|kontaktiert|belästigen|belästige|belästigt|texten|texte"
    return LanguageTable(
      code: "de",
      name: "German",
      stop: [
        .weak("ENTFERNEN", .analogy),
        .strong("STOPP", .analogy), .strong("ABMELDEN", .analogy), .strong("ABBESTELLEN", .analogy),
        .strong("ABMELDUNG", .analogy), .strong("ABBESTELLUNG", .analogy),
        .strong("AUSTRAGEN", .analogy), .strong("STOPPEN", .analogy),
        .strong("ABMELDEN SMS", .analogy), .strong("SMS ABMELDEN", .analogy),
        .ordinary("AUFHÖREN", .analogy), .ordinary("AUFHOEREN", .analogy), .weak("ENDE", .analogy),
        .weak("SCHLUSS", .analogy), .weak("KÜNDIGEN", .analogy), .weak("KÜNDIGUNG", .analogy),
        .weak("KUENDIGEN", .analogy), .weak("LÖSCHEN", .analogy), .weak("LOESCHEN", .analogy),
        .weak("BEENDEN", .analogy), .weak("STORNIEREN", .analogy), .weak("STORNO", .analogy),
        .weak("WIDERRUF", .analogy),
      ],
      start: [
        .weak("ANMELDEN", .analogy), .weak("STARTEN", .analogy), .weak("ABONNIEREN", .analogy),
      ],
      help: [.weak("HILFE", .analogy)],
      marketing: [
        "werbung", "werbe", "angebote", "reklame", "werbesms", "werbenachrichten", "aktionen",
      ],
      polite: [
        "bitte", "danke", "dankeschön", "vielen dank", "hallo", "guten tag", "guten morgen",
        "sofort", "jetzt", "endlich", "mfg", "lg", "gruß", "grüße", "viele grüße", "moin", "ja",
        "mit freundlichen grüßen", "entschuldigung", "sehr geehrte damen und herren", "umgehend",
        "ab sofort", "ich möchte", "ich will", "können sie", "könnten sie", "hiermit", "servus",
      ],
      particles: [
        "nachricht", "nachrichten", "alle", "alles", "aller", "mich", "mir", "an", "von", "der",
        "die", "das", "diese", "dieser", "den", "dem", "uns", "damit", "nummer", "ich", "nun",
        "vom", "dienst", "newsletter", "abo",
      ],
      requests: [
        "(nehmen|nimm|nehmt|tragen|trag|tragt) [sie] [bitte] (mich|uns|meine nummer|meine handynummer|meine daten|diese nummer) [bitte|sofort|umgehend|endlich] (aus|von|vom|raus|heraus|runter)",
        "^schluss (damit|jetzt|mit)",
        "[_] (nummer|telefonnummer|handynummer|daten) [bitte] (loschen|entfernen|streichen)$",
        "(kein interesse|falsche nummer) [danke] [bitte] (loschen|abmelden|entfernen|streichen)",
        "(bitte um|wunsche|beantrage|bitte um meine|bitte um sofortige) (abmeldung|abbestellung|loschung)",
        "^ich (bestelle|melde) ab$",
        "^[bitte] stoppen sie (das|dies|es|diese|die|ihre)",
        "(unterlassen|unterlasst) (sie|) (das|dies|es|weitere|diese|jede|jegliche|ihre|bitte)",
        "^[bitte] aufhoren [mit]$",
        "(keine|kein) [\(texts)] [_] (\(texts)) mehr", "keine (weiteren|weitere) (\(texts))",
        "^(keine|kein) (\(texts))$", "^keine mehr$",
        "nie (wieder|mehr) (\(texts)|schreiben"
          + "|anschreiben|kontaktieren)",
        "(\(send)) [sie|du|ihr] [mir|mich|uns] [bitte] (keine|nichts|nicht|nie) (\(texts)|mehr"
          + "|weiteren|weitere|wieder|länger)",
        "(möchte|will|wünsche|wollen|möchten|wünschen|brauche) [ich|wir] [_] (keine|keinerlei)"
          + " [solchen|solche|ihrer|ihre|eure|diese] (\(texts))",
        "(möchte|will|wollen|möchten) [ich|wir] [_] (nicht|nichts) (mehr|länger|weiter) (von"
          + " ihnen|von euch|kontaktiert|angeschrieben|erhalten|bekommen|empfangen|belästigt|hören)",
        "nicht (mehr|weiter|länger) (schreiben|anschreiben|kontaktieren|belästigen|simsen|texten"
          + "|senden|schicken|stören|stoeren|zusenden|zuschicken|anrufen)",
        "(hören|hör|hört|hoeren|hoer) [sie] [bitte|endlich] auf (mir|mich|uns|mit|sms|nachrichten"
          + "|zu schreiben)",
        "^(hören|hör|hört|hoeren|hoer) [sie] [bitte|endlich] auf [damit]$",
        "(lassen|lass|lasst|laßt) [sie] (mich|uns) [bitte|endlich|doch] in (ruhe|frieden)",
        "(streichen|streiche|streicht|löschen|lösche|löscht|loeschen|entfernen|entferne"
          + "|entfernt) [sie] [bitte] (mich|uns|meine nummer|meine handynummer"
          + "|meine telefonnummer|meine daten|diese nummer|meinen kontakt|meinen namen)",
        "(mich|uns|meine nummer|meine handynummer|meine telefonnummer|meine daten|diese nummer)"
          + " [bitte|hiermit|sofort|umgehend] [aus|von] [ihrer|der|eurer|dem|ihrem|eurem] [liste"
          + "|verteiler|datenbank|system|kartei] (löschen|loeschen|entfernen|austragen|streichen"
          + "|abmelden|abbestellen|nehmen)",
        "(melden|melde|meldet) [sie|ich] (mich|uns) [bitte|hiermit|vom|von] [newsletter|sms] ab",
        "aus (ihrer|der|eurer|dem|deiner|ihrem|eurem) (liste|verteiler|kartei|datenbank)"
          + " (nehmen|löschen|streichen|entfernen|austragen|raus)",
        "(abo|abonnement|newsletter|sms|sms dienst|nachrichten|benachrichtigungen) [bitte|sofort]"
          + " (kündigen|kuendigen|beenden|abbestellen|stornieren|stoppen|einstellen|abmelden"
          + "|abstellen|ausschalten|deaktivieren|unterlassen)",
        "(stoppen|stoppt|beenden|unterlassen|beendet|stopp|stop|stellen) [sie] [bitte] (das|die"
          + "|diese|den|alle|mit den|mit diesen) (\(texts)|versand|zusendung)",
        "^(stopp|stop) (\(texts))$",
        "(widerrufe|widerruf) [ich] [hiermit] [meine|meiner|der] (einwilligung|zustimmung)",
        "(widerspreche|widersprechen|widerspruch) [ich|wir|hiermit|gegen] (der|die) [weiteren]"
          + " (nutzung|verwendung|verarbeitung|speicherung|zusendung) (meiner|unserer|von|weiterer)",
        "wie (kann|melde) ich [mich] [das|die sms|sms] (abmelden|abbestellen|ab|stoppen)",
      ],
      marketingRequests: [
        "(widerspreche|widersprechen|widerspruch) [ich|wir|hiermit|gegen] (der|die) [weiteren]"
          + " (nutzung|verwendung|verarbeitung|speicherung) (meiner|unserer)"
          + " (daten|nummer|handynummer|telefonnummer) (zu|für) (werbezwecken|werbung|werbezwecke)",
        "keine (weitere|weiteren|) (\(ads))", "keine (\(ads)) [mehr]", "keine (weitere) (\(ads))",
        "(\(send)) [sie] [mir|uns] [bitte] keine [weitere|weiteren] (\(ads)) [mehr]",
        "(stopp|stop|stoppen) [sie] [mit] [die|der|diese] (\(ads))",
      ],
      complaints: [
        "kein interesse", "möchte das nicht mehr", "will das nicht mehr", "nicht interessiert",
        "falsche nummer", "nummer ist falsch",
        "falsch verbunden", "habe (mich nie|nie|das nie|nichts) (angemeldet|bestellt|abonniert)",
        "belästigung", "es reicht", "verstorben", "das ist spam",
      ],
      negations: [
        "(nicht|niemals|nie|kein|ohne) [mehr|zu] (stoppen|abmelden|aufhören|abbestellen|stopp|stop"
          + "|kündigen|austragen|abmeldung)",
        "(hört|hör|hören|höre) [sie] [bitte] nicht auf",
        "(melden|melde) [sie] (mich) [bitte] nicht ab",
        "(löschen|entfernen) [sie] [bitte] (mich|meine nummer) [bitte] nicht",
      ],
      innocents: [
        "(warum|wieso|weshalb) [_] (keine|kein|nicht) [\(texts)] [mehr]",
        "(bekomme|bekam|bekommen|erhalte|erhielt|kriege|habe|hab|kommen|kam|kamen) [ich|wir|seit|leider|gar|_] (keine|kein) [\(texts)] [mehr]",
        "keine mehr (da|ubrig|vorratig|frei|bekommen|verfugbar)",
        "kein interesse an (der|dem|den|einer|einem)",
        "(wohnung|mietvertrag|job|vertrag|arbeit|wohnung zum) kundigen",
        "(abmeldung|abmelden) (vom|von|zum|fur den|von der) (kurs|unterricht|termin|schule|essen|seminar|training)",
        "(wir|ich|mussen|muss|kurz|hier) [mussen|muss|kurz|hier] stoppen",
        "(hort|horte) [das|es|der] nicht auf",
        "(nächster|nächste|letzte|letzter|kurzer|kurzen|boxen|tank|bei|einen|ein|nächsten|jeder) (stopp|stop)",
        "stopp (in|bei|am)", "(will|kann|muss|möchte) [_] (stoppen) (bei|in)",
      ],
      signatures: [
        "von meinem [_] gesendet", "gesendet (von|mit) (meinem|der|mobile|yahoo|outlook)",
        "ursprüngliche nachricht", "ursprüngliche mail", "outlook für (ios|android)",
      ],
      reactions: [
        "(gefällt|liebt|mag|lacht über|gefiel|hat|fragt sich|betonte|hat gelacht über|zu|auf"
          + "|missfällt)",
        "(reagierte|hat) [mit] [_] (auf|zu|reagiert auf)",
      ],
      attributions: ["schrieb"]
    )
  }()
}
