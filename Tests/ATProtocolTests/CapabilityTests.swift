import Testing

@testable import ATProtocol

/// What a modem offers, and what is chosen from it.
@Suite struct CapabilityTests {
  private static func brought(_ answers: [String: String]) -> ScriptedModem {
    var modem = ScriptedModem()
    modem.answers.merge(answers) { $1 }
    modem.bringUp()
    return modem
  }

  static let formats: [(String?, mayUsePDUs: Bool)] = [
    ("+CMGF: (0,1)", true), ("+CMGF: (0-1)", true), ("+CMGF: (0)", true), ("+CMGF: 0,1", true),
    ("+CMGF: (1)", false), ("+CMGF: 1", false), ("+CMGF:", true), ("+CMGF: ()", true), (nil, true),
    ("+CPMS: (1)", true),
  ]

  @Test(arguments: formats)
  func readsWhichFormatsThereAre(line: String?, mayUsePDUs: Bool) {
    #expect(FormatChoice.mayUsePDUs(offered: line) == mayUsePDUs)
  }

  static let services: [(String?, mayUsePhase2Plus: Bool)] = [
    ("+CSMS: (0,1)", true), ("+CSMS: (0-1)", true), ("+CSMS: (0,1,128)", true),
    ("+CSMS: (0)", false), ("+CSMS: (0,128)", false), ("+CSMS: 0", false), (nil, true),
  ]

  @Test(arguments: services)
  func readsWhichServicesThereAre(line: String?, mayUsePhase2Plus: Bool) {
    #expect(ServiceChoice.mayUsePhase2Plus(offered: line) == mayUsePhase2Plus)
  }

  @Test func endsWhereOnlyTextIsOffered() {
    let modem = Self.brought(["AT+CMGF=?": "+CMGF: (1)\r\n\r\nOK"])
    #expect(modem.actions.contains(.ended(.noPDUMode)))
    #expect(!modem.written.contains("AT+CMGF=0"))
  }

  @Test(arguments: ["ERROR", "OK", "+CMS ERROR: 303", "COMMAND NOT SUPPORT"])
  func triesPDUModeWhereTheModemDoesNotSayWhatItOffers(answer: String) {
    let modem = Self.brought(["AT+CMGF=?": answer, "AT+CSMS=?": answer])
    #expect(modem.written.contains("AT+CMGF=0"))
    #expect(modem.session.phase == .ready)
  }

  private static func routing(_ answer: String) -> ScriptedModem {
    brought([
      "AT+CNMI=?": "+CNMI: (2),(2),(0),(1),(0)\r\n\r\nOK", "AT+CSMS=?": answer,
      "AT+CNMI=2,1,0,2,0": "ERROR", "AT+CNMI=2,1,0,1,0": "ERROR", "AT+CNMI=1,1,0,2,0": "ERROR",
      "AT+CNMI=1,1,0,1,0": "ERROR", "AT+CNMI=2,1,0,2,1": "ERROR", "AT+CNMI=2,1,0,1,1": "ERROR",
      "AT+CNMI=2,1,0,0,0": "ERROR", "AT+CNMI=2,1": "ERROR", "AT+CNMI=1,1": "ERROR",
    ])
  }

  @Test(arguments: ["+CSMS: (0,1)\r\n\r\nOK", "ERROR", "OK"])
  func acknowledgesWhereThatIsOfferedOrNothingIsSaid(answer: String) {
    let modem = Self.routing(answer)
    #expect(modem.written.contains("AT+CSMS=1"))
    #expect(modem.session.facts.warnings.isEmpty)
  }

  @Test func doesNotAskForAcknowledgementThatIsNotOffered() {
    let modem = Self.routing("+CSMS: (0)\r\n\r\nOK")
    #expect(!modem.written.contains("AT+CSMS=1"))
    #expect(modem.session.facts.warnings == [.inboundNotGuaranteed])
  }

  @Test func phase2PlusIsNotSetWhereNothingIsRouted() {
    #expect(!Self.brought([:]).written.contains("AT+CSMS=1"))
  }
}
