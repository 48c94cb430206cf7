extension LanguageTable {
  /// Dutch.
  static let dutch: LanguageTable = {
    let texts =
      "sms|smsjes|sms jes|smsen|sms berichten|smsberichten|bericht|berichten|berichtjes"
      + "|meldingen|appjes|tekstberichten|notificaties|herinneringen|nieuwsbrieven"
    let ads = "reclame|aanbiedingen|reclames|promoties|advertenties|reclameberichten|spam"
    let send =
      "stuur|stuurt|sturen|zend|zenden|verstuur|sms|smsen|bericht|berichten|app|appen"
      + "|contacteer|benader|bel|lastigvallen|mail"
    return LanguageTable(
      code: "nl",
      name: "Dutch",
      stop: [
        .weak("HOU OP", .analogy),
        .strong("AFMELDEN", .analogy), .strong("STOP ALLES", .analogy),
        .strong("UITSCHRIJVEN", .analogy), .strong("STOPPEN", .analogy),
        .strong("AFMELDING", .analogy), .strong("MELD AF", .analogy),
        .strong("SCHRIJF UIT", .analogy), .ordinary("UIT", .national),
        .weak("OPZEGGEN", .analogy), .weak("EINDE", .analogy), .weak("ANNULEREN", .analogy),
        .weak("VERWIJDEREN", .analogy), .weak("STOPZETTEN", .analogy),
      ],
      start: [
        .weak("AAN", .analogy), .weak("AANMELDEN", .analogy), .weak("INSCHRIJVEN", .analogy),
      ],
      help: [.weak("HULP", .analogy)],
      marketing: ["reclame", "aanbiedingen", "advertenties", "reclames", "promoties"],
      polite: [
        "genoeg",
        "verkeerd nummer",
        "geen interesse",
        "alsjeblieft", "alstublieft", "aub", "a u b", "svp", "bedankt", "dank u", "dank je",
        "dankjewel", "dankuwel", "hallo", "hoi", "goedemorgen", "goedemiddag", "nu", "direct",
        "onmiddellijk", "graag", "mvg", "groet", "groeten", "meteen", "ja", "gaarne", "dag",
        "kunt u", "kan je",
      ],
      particles: [
        "alles", "alle", "met", "de", "het", "dit", "deze", "mij", "me", "bericht", "berichten",
        "smsjes", "naar", "van", "hiermee", "nummer", "mijn", "ermee", "voor", "ons", "abonnement",
      ],
      requests: [
        "(haal|schrijf|meld|gooi|halen) (mij|me|ons|mijn nummer|mijn gegevens|dit nummer|mijn naam) [hier|aub|nu|graag] (af|uit|van|eruit|eraf|weg|er uit|er af)",
        "(hou|houd|houdt|ophouden) [u|je|jullie] [hier|hiermee|alstublieft|alsjeblieft|aub] [mee] op",
        "^ophouden [ermee|hiermee|aub]$",
        "(wil|wens) [ik] [hier|me hier|mij hier] (vanaf|van af)$",
        "(wil|wens) [ik|me|mij] [me|mij] (hiervoor|graag|nu) afmelden",
        "niet (meer|langer) (gecontacteerd|benaderd|gebeld|lastiggevallen) worden",
        "^stop (hier|er) mee",
        "(graag|aub) verwijderen$",
        "(stop|stopt|stoppen|hou|houd|ophouden) [aub|alsjeblieft] [nu] (met|op met) [het|al|jullie"
          + "|deze|die|mij|me] [sturen|versturen|sms|spammen|lastigvallen] [van] [mij|me|deze]"
          + " (\(texts)|sturen|te sturen|spammen|lastigvallen|lastig te vallen|smsen|berichten|"
          + "mailen|dit)",
        "(geen) [enkele] (\(texts)) (meer|sturen|meer ontvangen)", "^(geen) (\(texts))$",
        "^geen meer$",
        "geen (verdere|nieuwe) (\(texts)) [meer] [van] [u|jullie] (ontvangen|sturen|krijgen)",
        "(\(send)) [mij|me|ons] [aub|alsjeblieft] (geen|niet meer|nooit meer|niks meer|niets meer)",
        "(wil|willen|wens|wensen) [ik|wij|we] (geen|niet langer|niets meer|niks meer) [meer|deze"
          + "|jullie|uw] (\(texts)|ontvangen|berichten)",
        "(wil|willen) [ik|wij|we] [deze|dit|dat|uw|jullie] [\(texts)] niet (meer|langer) [ontvangen"
          + "|krijgen]$",
        "niet (meer|langer) (sms|smsen|berichten|contacteren|benaderen|sturen|lastigvallen|appen"
          + "|ontvangen)",
        "(verwijder|schrap|wis) (mij|me|ons|mijn nummer|mijn gegevens"
          + "|dit nummer|mijn naam|mijn telefoonnummer|mijn mobiele nummer)",
        "(mij|me|mezelf|ons|mijn nummer|mijn gegevens) [graag|aub|alsjeblieft] [van] [de|deze|uw"
          + "|jullie] [lijst] (verwijderen|uitschrijven|afmelden|schrappen|uit te schrijven"
          + "|af te melden|wissen)",
        "van (de|uw|jullie|deze) [sms|mail|bel] (lijst|mailinglijst|verzendlijst) (halen"
          + "|verwijderen|af)",
        "(laat) (mij|me|ons) [aub|nu|eens] met rust", "val (me|mij|ons) niet [meer] lastig",
        "(abonnement|inschrijving|sms|sms dienst|berichten) [aub] (opzeggen|stopzetten|beëindigen"
          + "|annuleren|stoppen|uitzetten)",
        "hoe (kan ik me|meld ik me|meld ik mij|kan ik mij) (af|afmelden|uitschrijven)",
        "trek mijn toestemming in",
      ],
      marketingRequests: [
        "geen (\(ads)) [meer]", "(stop|stoppen) met [het] [sturen] [van] [uw|jullie] (\(ads))",
      ],
      complaints: [
        "geen interesse", "niet geïnteresseerd", "verkeerd nummer",
        "nooit (aangemeld|opgegeven"
          + "|ingeschreven)", "overleden", "ik ken u niet",
      ],
      negations: [
        "(niet|nooit|zonder|geen) [te] (stoppen|stop|afmelden|uitschrijven|uitschrijf|ophouden)",
        "(stop|stopt|meld me|schrijf me) [vooral|aub] niet",
      ],
      innocents: [
        "(krijg|ontvang|kreeg|ontving|heb|hebben|waarom) [ik|je|wij] [_] (geen|niet) [\(texts)] [meer]",
        "afmelden voor (de|het|mijn|morgen|vanavond|vandaag|een)",
        "(ik|we|wij|jullie|bus|trein|tram) stop (om|met|met werken)",
        "(volgende|laatste|eerste|bij de|tussen) stop", "stop (bij|in de|op de) ",
      ],
      signatures: [
        "verzonden (vanaf|vanuit|met|via) ", "oorspronkelijk bericht", "verstuurd vanaf",
        "outlook voor",
      ],
      reactions: [
        "(vindt|vond|heeft|houdt van|lacht om|benadrukt|benadrukte|bevraagt|leuk gevonden|op|aan)",
        "(reageerde|heeft) [met] [_] (op|gereageerd op)",
      ],
      attributions: ["schreef"]
    )
  }()
}
