import Foundation
import Messaging
import OptOut
import Testing

@Suite struct ReplyVerdictTests {
  private func json(_ verdict: ReplyVerdict) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(verdict), as: UTF8.self)
  }

  @Test func `All five keys are always there`() throws {
    #expect(
      try json(ReplyClassifier().classify("STOP PROMO svp"))
        == #"{"language":"fr","rule":"first-word","scope":"marketing","verdict":"opt-out","#
        + #""word":"STOP PROMO"}"#
    )
    #expect(
      try json(ReplyClassifier().classify("hi"))
        == #"{"language":null,"rule":"none","scope":null,"verdict":"none","word":null}"#
    )
  }

  @Test(arguments: ["STOP", "stop promo", "START", "HELP", "wrong number", "thanks"])
  func `A verdict reads back as it was written`(text: String) throws {
    let verdict = ReplyClassifier().classify(text)
    let copy = try JSONDecoder().decode(ReplyVerdict.self, from: Data(try json(verdict).utf8))
    #expect(copy == verdict)
  }

  @Test(
    arguments: [
      #"{"verdict":"maybe","rule":"none"}"#, #"{"verdict":"opt-out","rule":"none"}"#,
      #"{"verdict":"opt-out","scope":"some","rule":"none"}"#, #"{"verdict":"none"}"#,
    ]
  )
  func `What no classifier wrote is refused`(text: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(ReplyVerdict.self, from: Data(text.utf8))
    }
  }
}
