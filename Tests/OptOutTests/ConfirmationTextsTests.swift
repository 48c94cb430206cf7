import Messaging
import OptOut
import Testing

@Suite struct ConfirmationTextsTests {
  private static let kinds: [ReplyVerdict.Kind] = [
    .optOut(.all), .optOut(.marketing), .optIn, .help,
  ]
  /// The GSM 7 bit default alphabet but for its extension table, 3GPP TS 23.038 §6.2.1.
  private static let alphabet = Set(
    "@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
      + "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
  )
  private static let otherAlphabets: Set<String> = [
    "ru", "uk", "el", "ar", "he", "zh", "ja", "ko", "hi",
  ]

  private func verdict(_ kind: ReplyVerdict.Kind, _ language: String?) -> ReplyVerdict {
    ReplyVerdict(kind: kind, language: language, rule: .wholeBody, word: "STOP")
  }

  @Test(arguments: ConfirmationTexts.languages)
  func `Every text is one segment, in the default alphabet where the language can be`(
    language: String
  ) throws {
    for kind in Self.kinds {
      let text = try #require(ConfirmationTexts().confirmation(for: verdict(kind, language)))
      if Self.otherAlphabets.contains(language) {
        #expect(text.utf16.count <= 70, "\(text)")
      } else {
        #expect(text.filter { !Self.alphabet.contains($0) } == "", "\(text)")
        #expect(text.count <= 160, "\(text)")
      }
    }
  }

  @Test(arguments: ConfirmationTexts.languages)
  func `Every text names a word that does what it says`(language: String) throws {
    let texts = ConfirmationTexts()
    let words = { (kind: ReplyVerdict.Kind) throws -> [ReplyVerdict.Kind] in
      let text = try #require(texts.confirmation(for: verdict(kind, language)))
      return text.split { !$0.isLetter }.map { String($0) }
        .filter { $0.uppercased() == $0 || language == "he" }
        .map { ReplyClassifier().classify($0).kind }
    }
    #expect(try words(.optOut(.all)).contains(.optIn) || language == "ja" || language == "zh")
    #expect(try words(.optIn).contains(.optOut(.all)) || language == "ja" || language == "zh")
    let help = try #require(texts.confirmation(for: verdict(.help, language)))
    #expect(help.contains("START"))
  }

  @Test func `Every language that a reply can be in has texts`() {
    let classifier = ReplyClassifier()
    for row in ReplyRow.all {
      guard let language = classifier.classify(row.text).language else { continue }
      #expect(ConfirmationTexts.languages.contains(language), "\(language)")
    }
  }

  @Test func `A word of no language is answered in the gateway's`() {
    let stop = verdict(.optOut(.all), nil)
    let french = ConfirmationTexts(defaultLanguage: "fr")
    #expect(french.confirmation(for: stop)?.hasPrefix("Vous") == true)
    #expect(french.confirmation(for: verdict(.optOut(.all), "en"))?.hasPrefix("You") == true)
    #expect(
      ConfirmationTexts(defaultLanguage: "xx").confirmation(for: stop)?.hasPrefix("You") == true
    )
  }

  @Test func `Only an opt-out, an opt-in and a call for help are answered`() {
    #expect(ConfirmationTexts().confirmation(for: verdict(.review, "en")) == nil)
    #expect(ConfirmationTexts().confirmation(for: verdict(.none, nil)) == nil)
  }

  @Test func `The sender's name stands in front where it fits`() {
    let stop = verdict(.optOut(.all), "en")
    #expect(
      ConfirmationTexts(sender: "ACME").confirmation(for: stop)?.hasPrefix("ACME: You") == true
    )
    let long = ConfirmationTexts(sender: String(repeating: "A", count: 100))
    #expect(long.confirmation(for: stop)?.hasPrefix("You") == true)
    let greek = ConfirmationTexts(sender: "Forty letters are too many in UCS-2 here")
    #expect(greek.confirmation(for: verdict(.help, "el"))?.hasPrefix("STOP") == true)
    #expect(ConfirmationTexts(sender: "Café").confirmation(for: stop)?.hasPrefix("You") == true)
  }
}
