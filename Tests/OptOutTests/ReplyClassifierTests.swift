import OptOut
import Testing

@Suite struct ReplyClassifierTests {
  @Test(
    arguments: [
      "STOP", "stop", "StopAll", "UNSUBSCRIBE", "END", "QUIT", "CANCEL", "ARRET", "Arrêt",
    ]
  )
  func `A keyword alone opts out of everything`(text: String) {
    #expect(ReplyClassifier().classify(text).kind == .optOut(.all))
  }

  @Test func `START and HELP are not opt-outs`() {
    #expect(ReplyClassifier().classify("START").kind == .optIn)
    #expect(ReplyClassifier().classify("UNSTOP").kind == .optIn)
    #expect(ReplyClassifier().classify("HELP").kind == .help)
    #expect(ReplyClassifier().classify("See you at 5").kind == .none)
  }
}
