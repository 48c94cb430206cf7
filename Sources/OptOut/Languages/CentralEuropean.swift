extension LanguageTable {
  /// Czech, and Slovak where the words are the same.
  static let czech = LanguageTable(
    code: "cs",
    name: "Czech",
    stop: [
      .strong("ODHLÁSIT", .analogy), .strong("ODHLÁŠENÍ", .analogy), .strong("ODHLAS", .analogy),
      .strong("ODHLASTE", .analogy),
      .ordinary("ZASTAVIT", .analogy), .weak("DOST", .analogy), .weak("KONEC", .analogy),
      .weak("ZRUŠIT", .analogy),
    ],
    start: [.weak("PŘIHLÁSIT", .analogy), .weak("ZAČÍT", .analogy)],
    help: [.weak("POMOC", .analogy), .weak("NÁPOVĚDA", .analogy)],
    marketing: ["reklama", "reklamu", "reklamy", "nabídky"],
    polite: ["prosím", "děkuji", "díky", "dobrý den", "ihned", "okamžitě", "ano"],
    particles: ["mě", "mne", "vše", "všechny", "zprávy", "z", "odběru", "smsky", "číslo", "sms"],
    requests: [
      "(neposílejte|nepište|nepiš|neposílej|neposílat|nekontaktujte|neobtěžujte) [mi|mě|už|nám] [už|žádné|další] [další] (sms|zprávy|smsky|nic|mi|mě)",
      "^(neposílejte|nepište|neobtěžujte|nekontaktujte) [mi|mě] [už]$",
      "(přestaňte|přestaň) [mi|mě] (posílat|psát|obtěžovat|spamovat)",
      "(nechci|nepřeji si) [už] (dostávat|další|vaše|žádné) [další|vaše|žádné|už] [sms|zprávy|smsky|reklamy]",
      "(odhlaste|vymažte|odstraňte|smažte|vyřaďte) (mě|mne|moje číslo|mé číslo|toto číslo)",
      "(žádné|už žádné) (další) (sms|zprávy)", "nechte mě (být|na pokoji)",
    ],
    negations: ["(ne|nikdy) (odhlásit|zastavit|stop)", "(neodhlašujte|nepřestávejte)"]
  )

  /// Romanian.
  static let romanian = LanguageTable(
    code: "ro",
    name: "Romanian",
    stop: [
      .strong("DEZABONARE", .analogy), .strong("DEZABONEAZĂ", .analogy),
      .strong("DEZABONAȚI", .analogy), .strong("DEZABONATI", .analogy),
      .strong("OPREȘTE", .analogy), .ordinary("OPRIȚI", .analogy), .ordinary("AJUNGE", .analogy),
      .weak("ANULARE", .analogy), .weak("SFÂRȘIT", .analogy), .weak("RENUNȚ", .analogy),
    ],
    start: [.weak("ABONARE", .analogy)],
    help: [.weak("AJUTOR", .analogy)],
    marketing: ["reclame", "oferte", "publicitate", "reclamă"],
    polite: [
      "vă rog", "te rog", "mulțumesc", "mersi", "bună ziua", "bună", "acum", "imediat", "da",
    ],
    particles: [
      "mă", "mesaje", "mesajele", "toate", "de", "la", "sms uri", "sms urile", "numărul", "meu",
    ],
    requests: [
      "nu [îmi|imi|mi|ne|mă|ma] [mai] (trimiteți|trimiteti|trimite|scrieți|scrieti|contactați|contactati|deranjați|deranjati) [mesaje|sms|nimic|sms uri|alte|mesajele]",
      "nu [mai] (vreau|doresc) [să] [mai] (primesc|mesaje|sms) [mesaje|sms|sms uri|alte]",
      "(opriți|opriti|încetați|incetati|terminați|terminati) [cu|să|sa] [mai] [îmi|mi] (mesajele|trimiteți|trimiteti|sms urile)",
      "(ștergeți|stergeti|scoateți|scoateti|eliminați|eliminati) (mă|ma|numărul|numarul)",
      "(fără|gata cu) (mesaje|mesajele|sms uri)", "lăsați mă în pace",
      "(vreau|doresc) să mă dezabonez", "mă dezabonez",
    ],
    negations: ["nu [mă|vă|te] (opriți|opri|opriti|dezabonați|dezabonez|stop|opreşte)"]
  )

  /// Hungarian.
  static let hungarian = LanguageTable(
    code: "hu",
    name: "Hungarian",
    stop: [
      .strong("LEIRATKOZÁS", .analogy), .strong("LEIRATKOZOM", .analogy),
      .strong("LEMONDÁS", .analogy), .strong("LEÁLLÍTÁS", .analogy),
      .strong("LEIRATKOZNI", .analogy), .ordinary("ELÉG", .analogy), .ordinary("ÁLLJ", .analogy),
      .weak("VÉGE", .analogy), .weak("TÖRLÉS", .analogy), .weak("MÉGSE", .analogy),
    ],
    start: [.weak("FELIRATKOZÁS", .analogy)],
    help: [.weak("SEGÍTSÉG", .analogy), .weak("SÚGÓ", .analogy)],
    marketing: ["reklám", "reklámok", "ajánlatok", "hirdetés"],
    polite: [
      "kérem", "köszönöm", "köszi", "jó napot", "szia", "most", "azonnal", "igen", "legyen szíves",
    ],
    particles: [
      "az", "a", "minden", "üzenet", "üzenetek", "sms ek", "smsek", "engem", "listáról", "számomat",
    ],
    requests: [
      "(ne|többet ne|többé ne|soha ne) (küldjenek|küldjön|küldj|írjanak|írjon|írj|zavarjanak|zavarjon|keressenek) [nekem|többet|több|többé|engem] [sms|sms t|üzenetet|smst|többet|több]",
      "nem (kérek|szeretnék|akarok) [több|többet|ilyen] (sms t|smst|üzenetet|sms|üzenetet kapni|sms t kapni|kapni)",
      "(hagyják|hagyja|fejezzék|fejezze) abba",
      "(töröljenek|töröljön|vegyenek le|töröljék|törölje) [engem|a számomat|a listáról|a számom]",
      "hagyjanak békén", "(szeretnék|akarok) leiratkozni",
    ],
    negations: [
      "(ne|nem|soha) [akarok] (állj|álljanak|leiratkozás|leiratkozom|stop|hagyják abba|leiratkozni)"
    ]
  )

  /// Catalan.
  static let catalan = LanguageTable(
    code: "ca",
    name: "Catalan",
    stop: [
      .weak("BAIXA", .analogy), .strong("DONAR DE BAIXA", .analogy),
      .strong("DONAR-ME DE BAIXA", .analogy), .ordinary("ATURA", .analogy),
      .ordinary("PROU", .analogy), .weak("CANCEL·LAR", .analogy),
    ],
    start: [.weak("ALTA", .analogy)],
    help: [.weak("AJUDA", .analogy)],
    marketing: ["publicitat", "ofertes"],
    polite: ["si us plau", "sisplau", "gràcies", "hola", "bon dia", "ara"],
    particles: ["missatges", "de", "del", "els", "tots", "em", "servei"],
    requests: [
      "no (m|em) (envieu|enviïn|enviïs|escriviu|envieu) més [missatges|sms]",
      "no vull [rebre] més (missatges|sms)", "(vull|voldria) [donar me] [de] (baixa)",
      "(deixeu|pareu) d (enviar|escriure)",
    ],
    negations: ["no (aturis|pareu|pareu d|em doneu de baixa)"],
    innocents: ["(temporada|planta|veu|tensió|estic de|més|marea) baixa"]
  )
}
