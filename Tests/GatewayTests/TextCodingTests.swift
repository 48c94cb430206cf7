import GSMAlphabet
import LocalAPI
import Messaging
import QueuePolicy
import Storage
import Testing
import TransferLayer

@testable import Gateway

/// How a text is coded: by the configuration, the message, and what was chosen at acceptance.
@Suite struct TextCodingTests {
  private func submission(
    _ text: String,
    to recipient: String = "+905321234567",
    transliterates: Bool? = nil,
    configuration: String
  ) throws -> Submission {
    let file = try ConfigurationFile(text: configuration, file: "h.toml")
    let rules = file.configuration.sendingRules(at: Timestamp(seconds: 0))
    let builder = SubmissionBuilder(
      configuration: CurrentConfiguration(file.configuration),
      rules: { rules }
    )
    let request = MessageRequest(
      recipient: recipient,
      content: .text(text),
      transliterates: transliterates
    )
    let source = SubmissionBuilder.Source(
      id: try #require(MessageID("01ARZ3NDEKTSV4RRFFQ69G5FAV")),
      submitter: "uid:0",
      origin: .api
    )
    return try builder.submission(request, from: source, at: Timestamp(seconds: 0))
  }

  private static let turkish = """
    [[prefix]]
    prefix = "+90"
    languages = ["turkish"]
    """

  @Test func `shift tables are used for the numbers that have them, and for no others`() throws {
    let text = "Şişli'de görüşürüz"
    let coded = try submission(text, configuration: Self.turkish)
    #expect(coded.encoding == "gsm7" && coded.language == "turkish" && coded.segmentCount == 1)
    for (recipient, configuration) in [
      ("+447700900123", Self.turkish), ("+905321234567", ""),
    ] {
      let other = try submission(text, to: recipient, configuration: configuration)
      #expect(other.encoding == "ucs2" && other.language == nil)
    }
    let plain = try submission("Merhaba", configuration: Self.turkish)
    #expect(plain.encoding == "gsm7" && plain.language == nil)
  }

  @Test(
    arguments: [
      ("", nil, "ucs2"), ("", true, "gsm7"), ("", false, "ucs2"),
      ("[sending]\ntransliterate = true", nil, "gsm7"),
      ("[sending]\ntransliterate = true", false, "ucs2"),
    ] as [(String, Bool?, String)]
  )
  func `transliteration is off unless the configuration or the message says otherwise`(
    configuration: String,
    wish: Bool?,
    encoding: String
  ) throws {
    let coded = try submission("“Hi”…", transliterates: wish, configuration: configuration)
    #expect(coded.encoding == encoding)
    #expect(coded.isTransliterated == (encoding == "gsm7"))
    let view = SubmittedMessage(coded, .accepted(coded.id))
    #expect(
      view.replaced.summary
        == (encoding == "gsm7" ? "3 characters: “ as \", ” as \", … as ..." : nil)
    )
  }

  @Test func `a language that has no tables is a fault that names those that have`() {
    let problem = #expect(throws: ConfigurationError.self) {
      try submission("a", configuration: "[[prefix]]\nprefix = \"+90\"\nlanguages = [\"klingon\"]")
    }
    #expect("\(problem.map(String.init(describing:)) ?? "")".contains("turkish, spanish"))
  }

  /// What a crash leaves is the outcome of the choice, not what it was chosen from.
  @Test func `what was chosen among all tables gives the same segments again`() throws {
    let alphabet = Array("aZ 1ğŞıçñáĞ€{^~àõêहिন্ગூక“”–…中🙂\n".unicodeScalars)
    var state: UInt64 = 7
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var seen: Set<String> = []
    for _ in 0..<3000 {
      let few = (0..<1 + random(6)).map { _ in alphabet[random(alphabet.count)] }
      var text = ""
      for _ in 0..<1 + random(200) { text.unicodeScalars.append(few[random(few.count)]) }
      let languages = NationalLanguage.allCases.filter { _ in random(3) > 0 }
      let first = try MessageCoding(
        .text(text),
        encoding: .auto,
        displayClass: nil,
        options: TransferOptions(),
        languages: languages,
        transliterates: random(2) == 0
      )
      let again = try MessageCoding(
        .text(text),
        encoding: .auto,
        displayClass: nil,
        options: TransferOptions(),
        languages: first.language.map { [$0] } ?? [],
        transliterates: first.isTransliterated
      )
      #expect(first.segmented == again.segmented, "\(text.debugDescription)")
      seen.insert("\(first.segmented.encoding) \(first.isTransliterated)")
    }
    #expect(seen.count > 8, "\(seen)")
  }
}
