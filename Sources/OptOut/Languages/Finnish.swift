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
        .strong("LOPETA", .analogy), .strong("LOPETTAKAA", .analogy),
        .strong("PERUUTA TILAUS", .analogy),
        .strong("PERU TILAUS", .analogy), .strong("ESTO", .analogy), .strong("SEIS", .analogy),
        .strong("LOPETUS", .analogy), .strong("STOPPI", .analogy), .weak("PERU", .analogy),
        .weak("PERUUTA", .analogy), .weak("POISTA", .analogy), .weak("LOPPU", .analogy),
        .weak("POIS", .analogy), .weak("KIELTO", .analogy), .weak("IRTISANO", .analogy),
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
      innocents: ["este", "(koulun|kauden|vuoden) lopetus", "esto (päällä|tila)"],
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
