import Messaging
import OptOut
import Testing

import struct ModemModel.SplitMix64

@Suite struct RobustnessTests {
  private let classifier = ReplyClassifier()

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      String(repeating: "\u{301}", count: 32_768),
      "S" + String(repeating: "\u{301}", count: 32_768),
      String(repeating: "\0", count: 65_536), String(repeating: "\u{FE0F}", count: 21_845),
      String(repeating: "stop ", count: 13_107), String(repeating: "ne m ", count: 13_107),
      String(repeating: "不", count: 21_845), String(repeating: "don't ", count: 10_922),
      String(repeating: "\"", count: 65_536), String(repeating: "“a ”", count: 8192),
      String(repeating: "🛑", count: 16_384), String(repeating: "s ", count: 32_768),
      String(repeating: "s", count: 65_536), String(repeating: "\n", count: 65_536),
      String(repeating: "> ", count: 32_768), String(repeating: "--\n", count: 21_845),
      String(repeating: "\u{1F1E6}", count: 16_384), String(repeating: "ﷺ", count: 21_845),
      String(repeating: "sent from ", count: 6553), "\u{FE0F}", "\u{E0001}", "\u{10FFFF}",
      "\u{FFFE}",
      "\u{3164}", "\u{115F}", ">", "\"", "“", "--", "-", "'", "\u{200D}", "\u{2028}",
    ]
  )
  func `No text traps, and every text takes a bounded time`(text: String) {
    let verdict = classifier.classify(text)
    #expect(verdict.kind == .none || verdict.kind.name == "opt-out" || verdict.kind == .review)
  }

  @Test func `A text past the limit is never taken for a short one`() {
    #expect(
      classifier.classify("END" + String(repeating: "\u{301}", count: 9000) + "less").kind == .none
    )
    let long = "help " + String(repeating: "please ", count: 2000) + "me move"
    #expect(classifier.classify(long).kind == .none)
  }

  @Test func `STOP is found among marks and invisible characters`() {
    let marks = String(repeating: "\u{336}", count: 1000)
    #expect(classifier.classify("S\(marks)T\(marks)O\(marks)P\(marks)").kind == .optOut(.all))
    #expect(
      classifier.classify(String(repeating: "\0", count: 4000) + "STOP").kind == .optOut(.all)
    )
  }

  @Test func `Random texts of the tables' own letters never trap`() {
    let pieces = ReplyRow.all.flatMap { $0.text.unicodeScalars.map { String($0) } }
    let words = ReplyRow.all.flatMap { $0.text.split(separator: " ").map { String($0) } }
    var generator = SplitMix64(seed: 7)
    for _ in 0..<4000 {
      let source = Bool.random(using: &generator) ? pieces : words
      let count = Int.random(in: 0..<30, using: &generator)
      let separator = Bool.random(using: &generator) ? " " : ""
      let text = (0..<count).map { _ in source.randomElement(using: &generator) ?? "" }
        .joined(separator: separator)
      let verdict = classifier.classify(text)
      #expect((verdict.kind == .none) == (verdict.word == nil))
    }
  }

  @Test(arguments: ReplyRow.all.filter { $0.verdict == "opt-out" || $0.verdict == "none" })
  func `Case, space, invisible characters and emoji change nothing`(row: ReplyRow) {
    let verdict = classifier.classify(row.text)
    for variant in [
      row.text.lowercased(), "  \(row.text)  ", "\u{FEFF}\(row.text)\u{200B}", "\(row.text) 🙏",
    ] {
      #expect(classifier.classify(variant).kind == verdict.kind, "\(variant)")
    }
  }
}
