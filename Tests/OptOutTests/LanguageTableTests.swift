import Messaging
import Testing

@testable import OptOut

@Suite struct LanguageTableTests {
  @Test(arguments: LanguageTable.all.map(\.code))
  func `Every keyword of a table is understood as the whole reply`(code: String) throws {
    let table = try #require(LanguageTable.all.first { $0.code == code })
    let classifier = ReplyClassifier()
    for keyword in table.stop {
      let verdict = classifier.classify(keyword.text)
      if keyword.strength == .doubtful {
        #expect(verdict.kind == .review, "\(keyword.text)")
      } else {
        #expect(verdict.kind == .optOut(.all), "\(keyword.text)")
      }
    }
    for keyword in table.start {
      #expect(classifier.classify(keyword.text).kind == .optIn, "\(keyword.text)")
    }
    for keyword in table.help {
      #expect(classifier.classify(keyword.text).kind == .help, "\(keyword.text)")
    }
  }

  @Test(arguments: LanguageTable.all.map(\.code))
  func `Courtesy, small words and marketing alone are no request`(code: String) throws {
    let table = try #require(LanguageTable.all.first { $0.code == code })
    let keywords = Set(
      LanguageTable.all.flatMap { ($0.stop + $0.start + $0.help).map { Lexicon.folded($0.text) } }
    )
    for word in table.polite + table.particles + table.marketing
    where !keywords.contains(Lexicon.folded(word)) {
      // “Spam” alone is a complaint, which a person should see.
      let kind = ReplyClassifier().classify(word).kind
      #expect(kind == .none || kind == .review, "\(word)")
    }
  }

  @Test func `A language has a bit of its own`() {
    #expect(LanguageTable.all.count <= 63)
    #expect(Set(LanguageTable.all.map(\.code)).count == LanguageTable.all.count)
  }

  @Test func `Folding is the same for keywords and replies`() {
    #expect(Lexicon.folded("ARRÊT") == "arret")
    #expect(Lexicon.folded("Arre\u{302}t") == "arret")
    #expect(Lexicon.folded("İPTAL ıptal IPTAL") == "iptal iptal iptal")
    #expect(Lexicon.folded("ＳＴＯＰ") == "stop")
    #expect(Lexicon.folded("ｽﾄｯﾌﾟ") == Lexicon.folded("ストップ"))
    #expect(Lexicon.folded("إيقاف") == Lexicon.folded("ايقاف"))
    #expect(Lexicon.folded("退订") == "退 订")
    #expect(Lexicon.folded("ΣΤΟΠΣ") == Lexicon.folded("στοπς"))
  }
}
