extension LanguageTable {
  /// Every table, the words of no language first; where languages share a word, the first one wins.
  static let all: [LanguageTable] = [
    universal, english, french, spanish, portuguese, german, dutch, italian, swedish, norwegian,
    danish, finnish, polish, turkish, russian, ukrainian, greek, arabic, hebrew, chinese, japanese,
    korean, hindi, indonesian, vietnamese, czech, romanian, hungarian, catalan,
  ]

  /// The words that people use whatever their language, and STOP typed on a keyboard that was
  /// switched to another script.
  static let universal = LanguageTable(
    code: "",
    name: "any",
    stop: [
      .strong("STOP", .twilio), .strong("STOPALL", .twilio), .strong("STOP ALL", .provider),
      .strong("STOP SMS", .openCode), .weak("ЫЕЩЗ", .analogy), .weak("דאםפ", .analogy),
      .weak("سفخح", .analogy),
    ],
    start: [.weak("START", .twilio)],
    help: [.weak("INFO", .canada)],
    marketing: ["marketing", "promo", "promos"],
    polite: ["ok", "okay"],
    particles: ["sms", "spam"],
    innocents: ["non stop", "full stop", "pit stop", "one stop", "stop and go", "stop motion"]
  )
}
