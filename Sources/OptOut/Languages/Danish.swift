extension LanguageTable {
  /// Danish.
  static let danish: LanguageTable = {
    let texts =
      "sms|sms er|smser|besked|beskeder|sms beskeder|notifikationer|påmindelser|meddelelser"
    let ads = "reklame|reklamer|tilbud|annoncer|markedsføring"
    return LanguageTable(
      code: "da",
      name: "Danish",
      stop: [
        .weak("HOLD OP", .analogy),
        .strong("AFMELD", .analogy), .strong("AFMELDING", .analogy), .strong("FRAMELD", .analogy),
        .strong("FRAMELDING", .analogy), .strong("AFMELD MIG", .analogy),
        .strong("STOP SMS", .analogy),
        .ordinary("STOPPE", .analogy), .ordinary("SLUT", .analogy), .weak("AFSLUT", .analogy),
        .weak("ANNULLER", .analogy), .weak("FJERN", .analogy), .weak("OPSIG", .analogy),
        .weak("AFBESTIL", .analogy), .weak("AFLYS", .analogy),
      ],
      start: [.weak("TILMELD", .analogy)],
      help: [.weak("HJÆLP", .analogy)],
      marketing: ["reklame", "reklamer", "tilbud", "annoncer", "markedsføring"],
      polite: [
        "tak", "venligst", "vær venlig", "vær så venlig", "hej", "nu", "straks", "med det samme",
        "mvh", "ja", "på forhånd tak", "hilsen", "kan i", "kan du", "jeg vil", "goddag", "vh",
      ],
      particles: [
        "alle", "alt", "beskeder", "besked", "mig", "med", "det", "dette", "disse", "de", "fra",
        "til", "nummer", "abonnement", "nyhedsbrev", "sms er", "så",
      ],
      requests: [
        "(traekker|tilbagetraekker|tilbagekalder) [mit|hermed] (samtykke|tilladelse) [tilbage]",
        "(stop|hold op|hold) [nu|så] [med|op med] [at] [sende|skrive|kontakte|genere|disse|alle|jeres"
          + "|spamme] [mig|til mig|os|flere|disse] (\(texts)|mig|til mig|sende|skrive)",
        "(send|skriv|kontakt|ring|forstyr) [mig|os|til mig] (ikke|aldrig|ingen) [flere|mere|igen"
          + "|noget|længere|\(texts)]",
        "ikke (sende|skrive|kontakte|kontakt) [mig|os|til mig] [flere|mere|noget|igen] (\(texts)|mig"
          + "|mere|flere|igen)",
        "ikke (kontaktes|kontakt mig|forstyrres)",
        "ikke (flere|mere) (\(texts))", "ingen (flere) (\(texts))", "^ingen (\(texts))$",
        "(vil|ønsker) [jeg|vi] (ikke|ingen) [længere|have|at|få|mere] [have|få|modtage] [flere|mere"
          + "|disse|jeres] (\(texts))",
        "(vil|ønsker) [jeg] ikke (kontaktes|at blive kontaktet|have flere|have mere|modtage flere)",
        "(fjern|slet|afmeld|frameld|tag) (mig|os|mit nummer|dette nummer|mine oplysninger"
          + "|mit telefonnummer|mit navn)",
        "(vil|ønsker) [jeg] [gerne] [at] [blive] (afmeldes|frameldes|afmelde|afmeldt|frameldt)",
        "(afmelde|framelde) (mig|os|jeres|sms)", "lad (mig|os) være [i fred]",
        "lad (mig|os) i fred",
        "(opsig|afslut|annuller|opsige|stop) (abonnementet|mit abonnement|abonnement|min tilmelding"
          + "|tjenesten|sms tjenesten)",
        "hvordan (afmelder jeg|stopper jeg|framelder jeg)",
      ],
      marketingRequests: [
        "(ingen|ikke) [mere|flere] (\(ads))", "(stop|hold op) [med] [at] [sende] [mig] (\(ads))",
      ],
      complaints: [
        "ikke interesseret", "forkert nummer", "forkert person", "aldrig (tilmeldt|bedt)",
      ],
      negations: [
        "(ikke|aldrig|uden) [at] (stop|stoppe|stopp|afmeld|afmelde|afmeldes|slut|slutte|fjern mig|frameldes)",
        "(stop|afmeld mig|afmeld|fjern mig) (ikke|aldrig)",
      ],
      innocents: [
        "hvorfor (far|modtager) (jeg|vi) (ikke|ingen) [flere|laengere] [beskeder|sms]",
        "(næste|sidste|første|uden) stop", "slut (på|kl)", "(det er|er) slut",
      ],
      signatures: ["sendt fra min", "sendt fra", "oprindelig meddelelse", "hent outlook"],
      reactions: [
        "(syntes godt om|kunne lide|elskede|syntes ikke om|grinede ad|lo af|fremhævede|satte"
          + " spørgsmålstegn ved|reagerede på|til)",
        "(reagerede|fjernede) [med|en|et] [_] (på|fra|til)",
      ],
      attributions: ["skrev"]
    )
  }()
}
