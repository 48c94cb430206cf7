import Testing

@testable import ATProtocol

/// Errors in words, which modems give with `AT+CMEE=2`.
@Suite struct FinalResultTests {
  static let texts: [(String, manufacturer: String?, FinalResult)] = [
    ("+CMS ERROR: 38", nil, .cms(38)), ("+CMS ERROR: network out of order", nil, .cms(38)),
    ("+CMS ERROR: Network out of order", nil, .cms(38)), ("+CMS ERROR:SIM busy", nil, .cms(314)),
    ("+CMS ERROR: (U)SIM not inserted", nil, .cms(310)),
    ("+CMS ERROR: PH-(U)SIM PIN required", nil, .cms(312)),
    ("+CMS ERROR: SM Rejected-Duplicate SM", nil, .cms(197)),
    ("+CMS ERROR: Network timeout", nil, .cms(332)),
    ("+CMS ERROR: unknown error", nil, .cms(500)),
    ("+CME ERROR: SIM PIN required", nil, .cme(11)),
    ("+CME ERROR: incorrect password", nil, .cme(16)),
    ("+CMS ERROR: something else", nil, .cms(nil)), ("+CME ERROR: something else", nil, .cme(nil)),
    ("+CMS ERROR: -1", nil, .cms(nil)), ("+CMS ERROR: 99999999999999999999", nil, .cms(nil)),
    // The same words are another code of another maker, and none of a third.
    ("+CMS ERROR: SIM not ready", "Quectel", .cms(512)),
    ("+CMS ERROR: SIM not ready", "SIEMENS", .cms(532)),
    ("+CMS ERROR: SIM not ready", "Cinterion", .cms(532)),
    ("+CMS ERROR: SIM not ready", "huawei", .cms(nil)),
    ("+CMS ERROR: CP retry exceed", "SIMCOM_Ltd", .cms(224)),
    ("+CMS ERROR: TR1M timeout", "Telit", .cms(513)),
    ("+CMS ERROR: SIM failure", "Quectel", .cms(313)),
  ]

  @Test(arguments: texts)
  func understandsWords(line: String, manufacturer: String?, result: FinalResult) {
    #expect(FinalResult(line, from: manufacturer) == result)
  }

  @Test func aSessionReadsItsModemsOwnWords() {
    var modem = ScriptedModem()
    modem.answers["AT+CGMI"] = "Quectel\r\n\r\nOK"
    modem.bringUp()
    modem.submit(1)
    modem.handle(.attemptRecorded(token: 1))
    modem.say("+CMS ERROR: SIM not ready")
    let outcomes = modem.actions.compactMap { action -> String? in
      guard case .finished(1, let outcome) = action else { return nil }
      return Transcript.text(outcome)
    }
    #expect(outcomes.count == 1)
    #expect(outcomes.first?.contains("cms(code: 512") == true)
  }
}
