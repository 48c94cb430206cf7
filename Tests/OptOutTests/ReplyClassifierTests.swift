import Messaging
import OptOut
import Testing

@Suite struct ReplyClassifierTests {
  private let classifier = ReplyClassifier()

  @Test(arguments: ReplyRow.all)
  func `A reply of the tables means what its writer meant`(row: ReplyRow) {
    let verdict = classifier.classify(row.text)
    #expect(verdict.rowName == row.verdict)
    #expect(verdict.language == row.language)
  }

  @Test func `Three thousand replies as people write them`() {
    for row in ReplyRow.heard {
      let verdict = classifier.classify(row.text)
      #expect(verdict.rowName == row.verdict, "\(row.testDescription)")
      #expect(verdict.language == row.language, "\(row.testDescription)")
    }
  }

  @Test func `Where STOP is about marketing, only words that name everything stop all`() {
    func scope(_ text: String) -> OptOutScope? {
      classifier.classify(text).narrowed(to: .marketing).kind.scope
    }
    for text in ["STOP", "stop texting me", "arrêt", "退订", "STOP PROMO"] {
      #expect(scope(text) == .marketing)
    }
    for text in ["STOPALL", "STOP ALL", "stop alles", "stop everything"] {
      #expect(scope(text) == .all, "\(text)")
    }
    #expect(scope("hello") == nil)
    #expect(classifier.classify("STOP").narrowed(to: .all).kind == .optOut(.all))
  }

  @Test(
    arguments: [
      "STOP", "stop", " Stop ", "Stop.", "STOP!!", "'STOP'", "\"Stop\"", "“STOP”", "«STOP»",
      "*STOP*", "stop\u{200B}", "\u{FEFF}STOP", "\u{202A}STOP\u{202C}", "ＳＴＯＰ", "🛑 STOP",
      "STOP 🙏", "S T O P", "S.T.O.P", "stopppp", "Stopp", "Stop all", "STOPALL", "STOP ALLES",
      "stop please", "please stop", "Stop, thanks", "STOP 12345", "STOP au 36179", "STOP SMS",
      "stop texting me", "Please stop sending me messages", "do not text me again",
      "don't text me", "opt out", "OPT-OUT", "please opt me out", "take me off your list",
      "remove me", "leave me alone", "UNSUBSCRIBE ME", "revoke", "END", "quit", "Cancel", "Arrêt",
      "ARRET", "arrêter", "BAJA", "Parar", "SAIR", "UIT", "СТОП", "Стоп!", "SТОР", "停止", "退订",
      "TD", "T", "配信停止", "수신거부", "إيقاف", "ايقاف", "إلغاء", "הסר", "İPTAL", "ıptal", "RET",
      "STOP\nSent from my iPhone", "Stop\n--\nJohn Smith", "STOP\n> Sale! Reply STOP to opt out",
      "S\u{336}T\u{336}O\u{336}P\u{336}", "STOP\0", "#stop", "stop?", "STOP STOP STOP",
      "STOP ACME", "Stpo", "Sotp", "STIP", "Please cancel my subscription", "ストップ", "रोकें",
    ]
  )
  func `These are opt-outs of everything`(text: String) {
    #expect(classifier.classify(text).kind == .optOut(.all))
  }

  @Test(
    arguments: [
      "don't stop", "Dont stop!", "I will stop by at 5", "Can you stop at the shop?", "nonstop",
      "bus stop?", "The bus stops here", "Stop & Shop", "Baja California", "td bank",
      "end of the month", "cancel my appointment", "I quit smoking", "yes", "", "\u{200B}",
      "> Reply STOP to opt out\nok see you", "Liked “Sale! Reply STOP to opt out”",
      "Laughed at \"Reply STOP to end\"", "👍 to “Reply STOP to opt out”", "No", "🛑", "👎",
      "Don't stop texting me", "step", "shop", "top",
    ]
  )
  func `These mean nothing`(text: String) {
    #expect(classifier.classify(text).kind == .none)
  }

  @Test func `START and HELP are not opt-outs`() {
    #expect(classifier.classify("START").kind == .optIn)
    #expect(classifier.classify("Unstop").kind == .optIn)
    #expect(classifier.classify("HELP").kind == .help)
  }

  @Test(
    arguments: [
      ("Stop! In the name of love", MatchingRule.contains),
      ("cancel please", .firstWord),
      ("wrong number", .phrase),
      ("R", .wholeBody),
    ]
  )
  func `Doubt is for a person to look at`(text: String, rule: MatchingRule) {
    let verdict = classifier.classify(text)
    #expect(verdict.kind == .review)
    #expect(verdict.rule == rule)
  }

  @Test(
    arguments: [
      ("STOP", MatchingRule.wholeBody, "STOP"), ("s t o p", .wholeBody, "STOP"),
      ("Stop\nJohn", .ownLine, "STOP"), ("Wrong number. STOP", .ownLine, "STOP"),
      ("arret svp", .firstWord, "ARRÊT"), ("ok, please stop", .smallWords, "STOP"),
      ("take me off your list", .phrase, "take me off your list"),
      ("stopppp", .repeatedLetters, "STOP"),
      ("SТОР", .lookAlike, "STOP"), ("stpo", .typo, "STOP"),
      ("My order says stop but why", .contains, "STOP"),
      ("不要再给我发短信", .phrase, "不要再给我发短信"),
    ]
  )
  func `A verdict names its rule and its word`(text: String, rule: MatchingRule, word: String) {
    let verdict = classifier.classify(text)
    #expect(verdict.rule == rule)
    #expect(verdict.word == word)
  }

  @Test func `A verdict of nothing says why`() {
    #expect(classifier.classify("bus stop").rule == .innocent)
    #expect(classifier.classify("> STOP\nthanks").rule == .quoted)
    #expect(classifier.classify("thanks").rule == .none)
    #expect(classifier.classify("thanks").word == nil)
  }

  @Test(
    arguments: [
      ("STOP", nil), ("STOP please", "en"), ("STOP svp", "fr"), ("STOP bitte", "de"),
      ("stop por favor", "es"), ("STOPP tack", "sv"), ("STOPP takk", "no"), ("СТОП", "ru"),
      ("СТОП будь ласка", "uk"), ("stop me", nil),
    ] as [(String, String?)]
  )
  func `Small words tell the language of a keyword that several share`(
    text: String,
    language: String?
  ) {
    #expect(classifier.classify(text).language == language)
  }
}
