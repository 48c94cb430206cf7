extension LanguageTable {
  /// Swedish.
  static let swedish: LanguageTable = {
    let texts =
      "sms|meddelande|meddelanden|sms meddelanden|aviseringar|utskick|påminnelser|mess|texter"
    let ads = "reklam|erbjudanden|annonser|reklamsms|marknadsföring"
    return LanguageTable(
      code: "sv",
      name: "Swedish",
      stop: [
        .ordinary("SLUTA", .analogy),
        .strong("AVPRENUMERERA", .analogy),
        .weak("AVBESTÄLL", .analogy),
        .strong("STOPP", .analogy), .strong("AVSLUTA", .analogy), .strong("AVREGISTRERA", .analogy),
        .strong("AVANMÄL", .analogy), .strong("AVANMÄLAN", .analogy), .strong("STOPPA", .analogy),
        .strong("AVREGISTRERING", .analogy), .ordinary("SLUTA", .analogy),
        .weak("SLUT", .analogy), .weak("AVBRYT", .analogy), .weak("TA BORT", .analogy),
        .weak("AVBOKA", .analogy), .weak("SÄG UPP", .analogy),
      ],
      start: [.weak("STARTA", .analogy), .weak("PRENUMERERA", .analogy)],
      help: [.weak("HJÄLP", .analogy)],
      marketing: ["reklam", "erbjudanden", "annonser", "reklamsms", "marknadsföring"],
      polite: [
        "tack", "snälla", "var snäll", "hej", "nu", "genast", "omedelbart", "vänligen", "mvh",
        "ja", "tack så mycket", "hälsningar", "kan ni", "kan du", "jag vill", "god dag",
      ],
      particles: [
        "alla", "allt", "alla sms", "meddelanden", "mig", "med", "det", "detta", "de", "här",
        "utskick", "nummer", "mitt", "från", "till", "prenumeration", "prenumerationen",
      ],
      requests: [
        "(aterkallar|atertar|drar tillbaka) [harmed|mitt|min|mitt tidigare] [samtycke|medgivande]",
        "nu racker det",
        "lamna (mig|oss) (ifred|i fred)",
        "hur (avslutar|avregistrerar|avanmaler|avbestaller|slutar|stoppar) (jag|man) [detta|sms|mig|det|dessa]$",
        "(sluta|slut|stoppa|stopp|upphör) [med|att] [skicka|skriva|sms a|smsa|messa|störa|kontakta"
          + "|spamma|era|dessa|de|alla|att] [skicka|skriva|till|sms a] [mig|till mig|oss|era|dessa"
          + "|här] (\(texts)|mig|till mig|skicka)",
        "^sluta (skicka|skriva|smsa|sms a|messa|störa|spamma)$",
        "(skicka|skriv|smsa|messa|kontakta|stör|ring) [mig|oss|till mig] (inte|aldrig|inga|inget|ej"
          + "|inga fler|inte fler) [mer|fler|längre|igen|mera|\(texts)]",
        "(inga|inget) (fler|mer|flera) (\(texts))", "^inga (\(texts))$",
        "(vill|önskar) [jag|vi] (inte|ej|inga) [längre|ha|få|att ni] [ha|få|skickar] [fler|mer"
          + "|några|era|dessa] (\(texts))",
        "(vill|önskar) [jag] inte (bli kontaktad|ha fler|få fler|ha mer|få mer|längre)",
        "(ta bort|radera|stryk|avregistrera|plocka bort) (mig|oss|mitt nummer|mitt telefonnummer"
          + "|mina uppgifter|detta nummer|det här numret|numret)",
        "(ta|plocka|stryk) (mig|mitt nummer) (bort|från)",
        "lämna (mig|oss) i (fred|ro)", "låt mig vara",
        "(avsluta|säg upp|avbryt|säga upp) (min|prenumerationen|abonnemanget|mitt|sms tjänsten"
          + "|tjänsten)",
        "(avregistrera|avanmäla|avanmäl) (mig|mitt)", "hur (avregistrerar|avanmäler) jag",
      ],
      marketingRequests: [
        "(ingen|inga) [mer|fler|mera] (\(ads))",
        "(sluta|stoppa) [med|att] [skicka] [er|era] (\(ads))",
        "(skicka) [mig] (inte|ingen|inga) [mer|fler] (\(ads))",
      ],
      complaints: [
        "inte intresserad", "ej intresserad", "fel nummer", "fel person",
        "har aldrig (anmält"
          + "|beställt)", "avliden", "det räcker",
      ],
      negations: [
        "(inte|aldrig|utan|ej) [att] (sluta|stoppa|avsluta|avregistrera|stopp|stop|avanmäla|ta"
          + " bort mig|avbryta)",
        "(sluta|stoppa|stopp|avsluta|avregistrera mig|ta bort mig) (inte|ej|aldrig)",
      ],
      innocents: [
        "(vilket|stopp i|ett|nasta|sista|forsta|ar|ar det) stopp",
        "stopp i (toaletten|avloppet|handfatet|duschen|roret|roren|trafiken)",
        "stopp (vid|nasta)",
        "(nästa|sista|första|utan) stopp", "avsluta (ärendet|mötet|samtalet|kursen)",
      ],
      signatures: ["skickat från min", "skickades från min", "ursprungligt meddelande"],
      reactions: [
        "(gillade|älskade|ogillade|skrattade åt|betonade|ifrågasatte|reagerade på|till)",
        "(reagerade|tog bort) [med|en|ett] [_] (på|från|till)",
      ],
      attributions: ["skrev"]
    )
  }()
}
