extension LanguageTable {
  /// Norwegian.
  static let norwegian: LanguageTable = {
    let texts =
      "sms|sms er|smser|melding|meldinger|meldingar|tekstmeldinger|varsler|påminnelser|meldingene"
    let ads = "reklame|tilbud|annonser|markedsføring|reklamesms"
    return LanguageTable(
      code: "no",
      name: "Norwegian",
      stop: [
        .strong("STOPP", .analogy), .strong("AVMELD", .analogy), .strong("MELD AV", .analogy),
        .strong("AVMELDING", .analogy), .strong("STOPPE", .analogy),
        .strong("MELD MEG AV", .analogy),
        .ordinary("SLUTT", .analogy), .weak("AVSLUTT", .analogy), .weak("AVBRYT", .analogy),
        .weak("FJERN", .analogy), .weak("AVBESTILL", .analogy), .weak("SI OPP", .analogy),
      ],
      start: [.weak("MELD PÅ", .analogy), .weak("PÅMELD", .analogy)],
      help: [.weak("HJELP", .analogy)],
      marketing: ["reklame", "tilbud", "annonser", "markedsføring"],
      polite: [
        "takk", "vennligst", "vær så snill", "hei", "nå", "straks", "umiddelbart", "mvh", "ja",
        "takk for det", "hilsen", "kan dere", "kan du", "jeg vil", "god dag",
      ],
      particles: [
        "alle", "alt", "meldinger", "melding", "meg", "med", "det", "dette", "disse", "fra", "til",
        "nummer", "abonnement", "abonnementet", "sms er",
      ],
      requests: [
        "(trekker|tilbakekaller) [tilbake] [mitt] (samtykket|samtykke) [mitt]",
        "trekker tilbake [mitt] (samtykket|samtykke)",
        "(slutt|stopp|slutte|stoppe) [med|å] [å] [sende|skrive|plage|kontakte|disse|alle|mase|spamme"
          + "|dere] [sende|meg|til meg|oss|flere|disse] (\(texts)|meg|til meg|sende)",
        "^slutt [med|å] [å] (sende|skrive|mase|plage|spamme)$",
        "(send|skriv|kontakt|ring|forstyrr) [meg|oss|til meg] (ikke|aldri|ingen) [flere|mer|igjen"
          + "|noe|lenger|\(texts)]",
        "ikke (send|sende|skriv|skrive|kontakt|kontakte|forstyrr|tekst) [meg|oss|til meg] [flere|mer"
          + "|noe|igjen|noen] (\(texts)|meg|mer|flere|igjen)",
        "ikke (kontakt|kontakte|forstyrr|plag|plage) (meg|oss)",
        "ingen (flere) (\(texts))", "^ingen (\(texts))$",
        "(vil|ønsker) [jeg|vi] (ikke|ingen) [lenger|ha|å|få|at dere] [ha|få|motta|sender] [flere|mer"
          + "|noen|disse] (\(texts))",
        "(vil|ønsker) [jeg] ikke (bli kontaktet|å bli kontaktet|ha flere|ha mer|å motta|motta flere)",
        "(fjern|slett|stryk|ta bort|ta) (meg|oss|nummeret mitt|mitt nummer|dette nummeret"
          + "|mine opplysninger|telefonnummeret mitt) [fra|av|bort|]",
        "(meld) (meg|oss) (av|ut)", "la (meg|oss) være [i fred]", "la (meg|oss) i fred",
        "(avslutt|si opp|avbryt|avslutte) (abonnementet|mitt abonnement|abonnement|tjenesten"
          + "|sms tjenesten)",
        "hvordan (melder jeg meg av|stopper jeg|avslutter jeg)", "vil (melde meg av|meldes av)",
      ],
      marketingRequests: [
        "(ingen|ikke) [mer|flere|send] (\(ads))",
        "(slutt|stopp) [med|å] [å] [sende] [meg] (\(ads))",
      ],
      complaints: [
        "ikke interessert", "feil nummer", "feil person", "aldri (meldt|bedt)", "nå er det nok",
      ],
      negations: [
        "(ikke|aldri|uten) [å] (stopp|stoppe|slutt|slutte|avmeld|avslutte|meld meg av|stop|fjern meg"
          + "|avslutt)",
        "(stopp|slutt|meld meg|stop) ikke",
      ],
      innocents: [
        "hvorfor (far|mottar) (jeg|vi) (ikke|ingen)",
        "(neste|siste|første|uten) stopp", "slutt (på|på skolen|kl)",
      ],
      signatures: ["sendt fra min", "opprinnelig melding", "hent outlook"],
      reactions: [
        "(likte|elsket|mislikte|lo av|fremhevet|understreket|stilte spørsmål ved|reagerte på|til)",
        "(reagerte|fjernet) [med|en|et] [_] (på|fra|til)",
      ],
      attributions: ["skrev"]
    )
  }()
}
