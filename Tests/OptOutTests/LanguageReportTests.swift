import Messaging
import OptOut
import Testing

@Suite struct LanguageReportTests {
  /// The languages that opt-outs must be understood in.
  private static let languages = [
    "en", "fr", "es", "pt", "de", "nl", "it", "sv", "no", "da", "fi", "pl", "tr", "ru", "uk", "el",
    "ar", "he", "zh", "ja", "ko", "hi", "id", "vi",
  ]

  @Test func `Every language has opt-outs by keyword and by request, and help`() {
    let classifier = ReplyClassifier()
    var counts: [String: [String: Int]] = [:]
    for row in ReplyRow.all {
      let verdict = classifier.classify(row.text)
      let column = "\(verdict.rowName) \(verdict.rule.rawValue)"
      counts[verdict.language ?? "-", default: [:]][column, default: 0] += 1
    }
    for language in ["-"] + Self.languages + ["cs", "ro", "hu", "ca"] {
      let found = counts[language, default: [:]].sorted { $0.key < $1.key }
      print("\(language): " + found.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
    }
    for language in Self.languages {
      let found = counts[language, default: [:]]
      #expect(found["opt-out whole-body", default: 0] > 0, "\(language)")
      #expect(found["opt-out phrase", default: 0] > 0, "\(language)")
      #expect(found["help whole-body", default: 0] > 0, "\(language)")
    }
  }

  @Test func `The tables have at least 300 replies, a third of them no opt-outs`() {
    #expect(ReplyRow.all.count >= 300)
    let others = ReplyRow.all.filter { $0.verdict != "opt-out" && $0.verdict != "marketing" }
    #expect(others.count * 3 >= ReplyRow.all.count)
  }
}
