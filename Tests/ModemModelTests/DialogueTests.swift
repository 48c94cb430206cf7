import Messaging
import ModemModel
import Testing

@Suite struct DialogueTests {
  @Test(
    "A command gets the answer that 3GPP TS 27.005 and 27.007 give it",
    arguments: [
      ("AT", "|OK|"),
      ("at", "|OK|"),
      ("", ""),
      ("ATI", "|Hermod||Simulated modem||Revision: 1.0||OK|"),
      ("AT+CGSN", "|352999010000013||OK|"),
      ("AT+CIMI", "|234100000000001||OK|"),
      ("AT+CCID", "|+CCID: 8944100000000000018||OK|"),
      ("AT+CPIN?", "|+CPIN: READY||OK|"),
      ("AT+CREG?", "|+CREG: 0,1||OK|"),
      ("AT+CEREG=2;+CEREG?", "|+CEREG: 2,1,\"00C3\",\"0001A2B3\",0||OK|"),
      ("AT+COPS?", "|+COPS: 0,0,\"Simulated\",0||OK|"),
      ("AT+COPS=3,2;+COPS?", "|+COPS: 0,2,\"23410\",0||OK|"),
      ("AT+CESQ", "|ERROR|"),
      ("AT+CSQ", "|+CSQ: 19,99||OK|"),
      ("AT+CSCA?", "|+CSCA: \"+447785016005\",145||OK|"),
      ("AT+CMGF?", "|+CMGF: 0||OK|"),
      ("AT+CMGF=2", "|+CMS ERROR: 303|"),
      ("AT+CSMS=1", "|+CSMS: 1,1,1||OK|"),
      ("AT+CPMS=?", "|+CPMS: (\"ME\",\"SM\"),(\"ME\",\"SM\"),(\"ME\",\"SM\")||OK|"),
      ("AT+CPMS=\"SM\"", "|+CPMS: 0,20,0,100,0,100||OK|"),
      ("AT+CPMS=\"XX\"", "|+CMS ERROR: 302|"),
      ("AT+CNMI=?", "|+CNMI: (0,1,2,3),(0,1,2,3),(0,2),(0,1,2),(0,1)||OK|"),
      ("AT+CNMI?", "|+CNMI: 2,1,0,2,0||OK|"),
      ("AT+CNMI=4,1", "|+CMS ERROR: 303|"),
      ("AT+CNMI=,,,1;+CNMI?", "|+CNMI: 2,1,0,1,0||OK|"),
      ("AT+CMMS=2;+CMMS?", "|+CMMS: 2||OK|"),
      ("AT+CRSM=176,28483,0,0,2", "|+CRSM: 144,0,\"3FFF\"||OK|"),
      ("AT+CRSM=176,12258,0,0,10", "|+CRSM: 144,0,\"984401000000000010F8\"||OK|"),
      ("AT+CRSM=176,28479,0,0,2", "|+CRSM: 106,130,\"\"||OK|"),
      ("AT+CMGR=1", "|+CMS ERROR: 321|"),
      ("AT+CMGL=4", "|OK|"),
      ("AT+CMGL=5", "|+CMS ERROR: 304|"),
      ("AT+CMGD=1", "|OK|"),
      ("AT+CMGD=1000", "|+CMS ERROR: 321|"),
      ("AT+CNMA", "|+CMS ERROR: 340|"),
      ("AT+CMGS=200", "|+CMS ERROR: 304|"),
      ("AT+NOSUCH", "|ERROR|"),
      ("AT+CMGF=0;+NOSUCH;+CMGF?", "|ERROR|"),
      ("AT+CPMS=\"ME", "|ERROR|"),
      ("noise AT+CSQ", "|+CSQ: 19,99||OK|"),
    ]
  )
  func answer(line: String, answer: String) {
    var bench = Bench()
    #expect(bench.type(line + "\r") == answer)
  }

  @Test func inputComesBackUntilATE0() {
    var bench = Bench(initialised: false)
    #expect(bench.type("AT\r") == "AT||OK|")
    #expect(bench.type("ATE0\r") == "ATE0||OK|")
    #expect(bench.type("AT\r") == "|OK|")
    #expect(bench.type("ATE1\r") == "|OK|")
    #expect(bench.type("AT\r") == "AT||OK|")
  }

  @Test(
    "+CMEE chooses the form of errors, 3GPP TS 27.007 §9.1",
    arguments: [
      (0, "|ERROR|", "|ERROR|"),
      (1, "|+CMS ERROR: 321|", "|+CME ERROR: 50|"),
      (2, "|+CMS ERROR: invalid memory index|", "|+CME ERROR: incorrect parameters|"),
    ]
  )
  func errorLevels(level: Int, message: String, equipment: String) {
    var bench = Bench()
    _ = bench.type("AT+CMEE=\(level)\r")
    #expect(bench.type("AT+CMGR=7\r") == message)
    #expect(bench.type("AT+CREG=9\r") == equipment)
  }

  @Test func resultsAreNumbersAfterATV0() {
    var bench = Bench()
    #expect(bench.type("ATV0\r") == "0|")
    #expect(bench.type("AT+CSQ\r") == "+CSQ: 19,99|0|")
    #expect(bench.type("AT+NOSUCH\r") == "4|")
  }

  @Test("A backspace takes a character back, V.250 §5.2.2")
  func backspace() {
    var bench = Bench()
    #expect(bench.type("AT+CSX\u{08}Q\r") == "|+CSQ: 19,99||OK|")
  }

  @Test("A/ repeats the last line, V.250 §5.2.4")
  func repetition() {
    var bench = Bench()
    _ = bench.type("AT+CSQ\r")
    #expect(bench.type("A/\r") == "|+CSQ: 19,99||OK|")
  }

  @Test func escapeOutsideThePromptIsPassedOver() {
    var bench = Bench()
    #expect(bench.type("\u{1B}") == "")
    #expect(bench.type("AT\r") == "|OK|")
  }

  @Test("Whole, in two pieces and byte by byte, the answers are the same")
  func pieces() {
    let script = "\u{1B}AT\rATE0\rAT+CMEE=1;+CMGF=0\rAT+CMGS=18\r00\(Bench.segment())\u{1A}AT+CSQ\r"
    let bytes = Array(script.utf8)
    func answer(cutAt cuts: [Int]) -> String {
      var bench = Bench(initialised: false)
      var start = 0
      var text = ""
      for end in cuts + [bytes.count] {
        text += bench.type(String(decoding: bytes[start..<end], as: UTF8.self))
        start = end
      }
      return text
    }
    let whole = answer(cutAt: [])
    #expect(whole.contains("+CMGS: 64"))
    #expect(answer(cutAt: Array(1..<bytes.count)) == whole)
    for cut in 1..<bytes.count {
      #expect(answer(cutAt: [cut]) == whole)
    }
  }

  @Test func noInputTrapsAndTheModemStaysUsable() {
    var random = SplitMix64(seed: 7)
    let alphabet = Array("AT+CMGSRLDPN=?\",;:0123456789 \r\n\u{1A}\u{1B}\u{08}\u{00}^&E\\".utf8)
    for _ in 0..<300 {
      var bench = Bench(initialised: false)
      for _ in 0..<20 {
        let count = Int.random(in: 0...40, using: &random)
        let bytes = (0..<count).map { _ in
          Bool.random(using: &random)
            ? alphabet.randomElement(using: &random) ?? 0
            : UInt8.random(in: 0...255, using: &random)
        }
        _ = bench.world.receive(bytes, on: 0, at: bench.time)
        bench.wait(.milliseconds(10))
      }
      bench.wait(.seconds(60))
      _ = bench.type("\u{1B}\r")
      _ = bench.type("ATQ0E0V1\r")
      #expect(bench.type("AT\r").hasSuffix("|OK|"))
    }
  }

  @Test(
    "A SIM that cannot be used says why, 3GPP TS 27.005 §3.2.5",
    arguments: [
      ("sim-removed", "|+CME ERROR: 10|", "|+CMS ERROR: 310|"),
      ("pin-required", "|+CPIN: SIM PIN||OK|", "|+CMS ERROR: 311|"),
      ("puk-required", "|+CPIN: SIM PUK||OK|", "|+CMS ERROR: 316|"),
    ]
  )
  func lockedSIM(condition: String, pin: String, submission: String) throws {
    var bench = Bench()
    try bench.fault(condition)
    _ = bench.read()
    #expect(bench.type("AT+CPIN?\r") == pin)
    #expect(bench.type("AT+CMGS=18\r") == submission)
    try bench.fault(condition + " off")
    _ = bench.read()
    #expect(bench.type("AT+CPIN?\r") == "|+CPIN: READY||OK|")
  }

  @Test("Three wrong PINs make the SIM want its PUK, 3GPP TS 27.007 §8.3")
  func wrongPINs() throws {
    var bench = Bench()
    try bench.fault("pin-required")
    #expect(bench.type("AT+CPIN=\"0000\"\r") == "|+CME ERROR: 16|")
    #expect(bench.type("AT+CPIN=\"0000\"\r") == "|+CME ERROR: 16|")
    #expect(bench.type("AT+CPIN=\"0000\"\r") == "|+CME ERROR: 12|")
    #expect(bench.type("AT+CPIN?\r") == "|+CPIN: SIM PUK||OK|")
    #expect(bench.type("AT+CPIN=\"1234\"\r") == "|+CME ERROR: 12|")
  }

  @Test func theRightPINUnlocks() throws {
    var bench = Bench()
    try bench.fault("pin-required")
    #expect(bench.type("AT+CPIN=\"1234\"\r") == "|OK|")
    #expect(bench.type("AT+CPIN?\r") == "|+CPIN: READY||OK|")
  }

  @Test func registrationIsAnnouncedWhereThatIsSet() throws {
    var bench = Bench()
    _ = bench.type("AT+CREG=1\r")
    try bench.fault("not-registered")
    #expect(bench.read() == "|+CREG: 2|")
    #expect(bench.submit() == "|+CMS ERROR: 331|")
    try bench.fault("not-registered off")
    #expect(bench.read() == "|+CREG: 1|")
  }

  @Test func aRestartForgetsWhatWasSet() {
    var bench = Bench()
    #expect(bench.type("AT+CFUN=1,1\r") == "|OK|")
    #expect(bench.type("AT+CMGF?\r") == "AT+CMGF?||+CMGF: 1||OK|")
    #expect(bench.type("AT+CNMI?\r") == "AT+CNMI?||+CNMI: 0,0,0,0,0||OK|")
  }

  @Test("The network's answer to a service code comes after OK, 3GPP TS 27.007 §7.15")
  func serviceCode() {
    var bench = Bench()
    #expect(bench.type("AT+CUSD=1,\"*100#\",15\r") == "|OK|")
    bench.wait(.seconds(1))
    #expect(bench.read() == "|+CUSD: 0,\"Balance: 5.00 GBP\",15|")
  }

  @Test func aCallIsShownWithItsCallerWhereThatIsSet() {
    var bench = Bench()
    _ = bench.type("AT+CLIP=1\r")
    bench.operate { $0.ring(from: "+447700900123", at: $1) }
    #expect(bench.read() == "|RING||+CLIP: \"+447700900123\",145|")
  }

  @Test func aCallRingsUntilItIsRejectedOrGivenUp() {
    var bench = Bench()
    bench.operate { $0.ring(from: "+447700900123", at: $1) }
    bench.wait(.seconds(20))
    #expect(bench.read() == "|RING||RING||RING||RING||RING||NO CARRIER|")
    bench.operate { $0.ring(from: "+447700900123", at: $1) }
    #expect(bench.type("AT+CHUP\r") == "|RING||OK|")
    bench.wait(.seconds(20))
    #expect(bench.read() == "")
  }
}
