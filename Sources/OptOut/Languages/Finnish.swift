extension LanguageTable {
  /// Finnish.
  static let finnish: LanguageTable = {
    let texts =
      "viestejä|viesti|viestit|viestiä|tekstiviestejä|tekstiviesti|tekstiviestit|tekstareita"
      + "|sms|ilmoituksia|muistutuksia|viestien|viesteja"
    let ads = "mainoksia|mainokset|mainosta|tarjouksia|mainosviestejä|mainostusta|mainonta"
    return LanguageTable(
      code: "fi",
      name: "Finnish",
      stop: [
        .weak("PERUUTTAKAA", .analogy),
        .weak("EI VIESTEJÄ", .analogy),
        .strong("LOPETA", .analogy), .strong("LOPETTAKAA", .analogy),
        .strong("PERUUTA TILAUS", .analogy),
        .strong("PERU TILAUS", .analogy), .doubtful("ESTO", .analogy), .doubtful("SEIS", .analogy),
        .strong("LOPETUS", .analogy), .strong("STOPPI", .analogy), .doubtful("PERU", .analogy),
        .weak("PERUUTA", .analogy), .weak("POISTA", .analogy), .weak("LOPPU", .analogy),
        .doubtful("POIS", .analogy), .weak("KIELTO", .analogy), .weak("IRTISANO", .analogy),
      ],
      start: [.weak("ALOITA", .analogy), .weak("TILAA", .analogy)],
      help: [.weak("APUA", .analogy), .weak("OHJE", .analogy), .weak("APU", .analogy)],
      marketing: ["mainokset", "mainoksia", "tarjoukset", "mainonta", "mainosviestit"],
      polite: [
        "kiitos", "kiitti", "hei", "moi", "nyt", "heti", "ole hyvä", "olkaa hyvä", "terveisin",
        "joo", "ystävällisesti", "välittömästi", "voitteko", "haluan",
      ],
      particles: [
        "kaikki", "viestit", "viestien", "tämä", "nämä", "lähettäminen", "lähetys", "minulle",
        "tilaus",
        "tilaukseni", "numero", "tekstiviestit", "lähettämästä",
      ],
      requests: [
        "(perun|peruutan|vedan) (suostumukseni|luvan|tilaukseni viesteihin)",
        "en halua (enaa|) (mitaan|yhtaan) (viesteja|tekstiviesteja|viestia)",
        "(miten|kuinka) (lopetan|perun|peruutan|lopettaa|perua|peruuttaa|voin lopettaa|voin perua) (tilauksen|viestit|tilaus|taman|nama|palvelun)",
        "(älä|älkää|ei|elä) [enää] (lähetä|lähettäkö|laita|laittako|häiritse|häiritkö|soita|viestitä"
          + "|lähetelkö|lähettele|tekstaa|ottako yhteyttä|ota yhteyttä|kirjoita) [enää|mulle|minulle|]"
          + " [enää] [\(texts)|]",
        "ei enää (\(texts)|kiitos)", "ei (\(texts)) enää",
        "en halua [enää|saada|vastaanottaa|näitä]"
          + " [enää|saada|vastaanottaa] [teidän|näitä|teiltä|lisää] (\(texts))",
        "en halua (näitä|teiltä|enempää|että minuun)",
        "(poista|poistakaa|ota|ottakaa) (minut|mut|numeroni|numero|tietoni|minun numeroni|puhelinnumeroni"
          + "|tämä numero)",
        "(lopeta|lopettakaa) [nyt|jo] [näiden|noiden|] (viestien|viestit|tekstiviestit|lähettäminen"
          + "|tekstiviestien|häirintä|spämmäys)",
        "(jättäkää|jätä|antakaa|anna) (minut|mut|minun|mun) (rauhaan|olla)",
        "(peru|peruuta|irtisano|lopeta|lopettakaa|perukaa|peruuttakaa|haluan perua|haluan lopettaa)"
          + " (tilaukseni|tilaus|viestipalvelu|palvelu|tekstiviestipalvelu|tilauksen|viestit)",
        "pois (listalta|listaltanne|postituslistalta)",
      ],
      marketingRequests: [
        "ei [enää] (\(ads))", "(lopeta|lopettakaa) (\(ads)|mainostaminen)",
        "(älä|älkää) [enää] (lähetä|lähettäkö) [mulle|minulle] [enää] (\(ads))",
      ],
      complaints: [
        "en ole kiinnostunut", "ei kiinnosta", "väärä numero", "väärään numeroon",
        "en ole tilannut",
      ],
      negations: [
        "(älä|älkää|ei|en) [saa|halua|vielä] (lopeta|lopettako|lopettaa|lopettamista|peru tilausta"
          + "|poistako|poista|stop|peruuttaa|perua|peru)"
      ],
      innocents: [
        "(peru|peruuta|perua|peruutan) [tilaukseni|tilaus|varaukseni] (numero|nro|ajan|ajanvaraus|aikani)",
        "peru tilaukseni [_] (1|2)",
        "miksi en (saa|saanut) [enaa]",
        "este", "(koulun|kauden|vuoden) lopetus", "esto (päällä|tila)",
      ],
      signatures: [
        "lähetetty (iphonesta|ipadista|samsungista|outlookista|laitteesta|puhelimesta)",
        "alkuperäinen viesti",
      ],
      reactions: [
        "(tykkäsi|rakasti|nauroi|korosti|kyseenalaisti|ei tykännyt|reagoi) [viestistä|viestille|viestiä]"
      ],
      attributions: ["kirjoitti"]
    )
  }()
}
