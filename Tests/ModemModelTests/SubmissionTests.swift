import Messaging
import ModemModel
import Testing

@Suite struct SubmissionTests {
  @Test("The prompt is CR LF > and a space; +CMGS and OK follow Ctrl-Z, 3GPP TS 27.005 §3.5.1")
  func dialogue() throws {
    var bench = Bench()
    #expect(bench.type("AT+CMGS=18\r") == "|> ")
    #expect(bench.type("00" + Bench.segment()) == "")
    #expect(bench.record.isEmpty)
    #expect(bench.type("\u{1A}") == "|+CMGS: 64||OK|")
    let segment = try #require(bench.record.first)
    #expect(segment.recipient == "+447700900123")
    #expect(segment.text == "Test")
    #expect(segment.messageReference == 64)
    #expect(segment.modem == "modem1")
    #expect(segment.iccid == "8944100000000000018")
    #expect(segment.part == nil)
    #expect(segment.answer == .given)
    #expect(!segment.answerWithheld)
    #expect(segment.transferUnit == "1140" + Bench.segment().dropFirst(4))
    #expect(bench.world.modems[0].violations.isEmpty)
  }

  @Test("ESC at the prompt cancels and is answered OK, 3GPP TS 27.005 §3.5.1")
  func escape() {
    var bench = Bench()
    _ = bench.type("AT+CMGS=18\r")
    #expect(bench.type("00" + Bench.segment() + "\u{1B}") == "|OK|")
    #expect(bench.record.isEmpty)
    #expect(bench.type("AT\r") == "|OK|")
  }

  private static let unsoundPDUs: [String] = {
    let segment = Bench.segment()
    return [
      // Shorter and longer than AT+CMGS said.
      "00\(segment.dropLast(2))", "00\(segment)00",
      // No hex, an odd digit, nothing.
      "00\(segment.dropLast(1))G", "00\(segment.dropLast(1))", "",
      // A service centre address that is longer than the PDU.
      "0B\(segment)",
      // SMS-DELIVER, TP-UDL too long, a recipient with a bad type, one that is too long.
      "0010\(segment.dropFirst(2))",
      "00\(segment.replacing("A704", with: "A706"))",
      "00\(segment.replacing("0C91", with: "0C11"))",
      "00\(segment.replacing("0C91", with: "1691"))",
    ]
  }()

  @Test("An unsound PDU is refused with 304 and noted", arguments: unsoundPDUs)
  func unsoundPDU(pdu: String) {
    var bench = Bench()
    _ = bench.type("AT+CMGS=18\r")
    #expect(bench.type(pdu + "\u{1A}") == "|+CMS ERROR: 304|")
    #expect(bench.record.isEmpty)
    #expect(bench.world.modems[0].violations.count == 1)
  }

  @Test("EF-SMSS counts on with every submission and wraps, 3GPP TS 31.102 §4.2.28")
  func references() {
    var bench = Bench()
    for _ in 0..<192 { _ = bench.submit() }
    #expect(bench.record.map(\.messageReference).suffix(2) == [254, 255])
    #expect(bench.type("AT+CRSM=176,28483,0,0,2\r") == "|+CRSM: 144,0,\"FFFF\"||OK|")
    #expect(bench.submit() == "|+CMGS: 0||OK|")
    #expect(bench.type("AT+CRSM=176,28483,0,0,2\r") == "|+CRSM: 144,0,\"00FF\"||OK|")
  }

  @Test func latencyIsThatOfTheConfiguration() {
    let timing = RadioTiming(
      prompt: Latency(.milliseconds(80)),
      submission: Latency(.milliseconds(2500))
    )
    var bench = Bench(timing: timing)
    #expect(bench.type("AT+CMGS=18\r") == "")
    bench.wait(.milliseconds(79))
    #expect(bench.read() == "")
    bench.wait(.milliseconds(1))
    #expect(bench.read() == "|> ")
    #expect(bench.type("00" + Bench.segment() + "\u{1A}") == "")
    bench.wait(.milliseconds(2499))
    #expect(bench.read() == "")
    #expect(bench.record.isEmpty)
    bench.wait(.milliseconds(1))
    #expect(bench.read() == "|+CMGS: 64||OK|")
  }

  @Test("AT+CMMS=2 holds the link for the next message, 3GPP TS 27.005 §3.5.6", arguments: [0, 2])
  func linkTime(mode: Int) {
    let timing = RadioTiming(
      submission: Latency(.seconds(2)),
      linkSetUp: .milliseconds(1500)
    )
    var bench = Bench(timing: timing)
    _ = bench.type("AT+CMMS=\(mode)\r")
    let start = bench.time
    for _ in 0..<10 {
      _ = bench.submit()
      while bench.read().isEmpty { bench.wait(.milliseconds(10)) }
    }
    #expect(bench.time - start == (mode == 2 ? .milliseconds(21_500) : .seconds(35)))
  }

  @Test func aSoundPDUOfAnotherLengthIsRefused() {
    var bench = Bench()
    _ = bench.type("AT+CMGS=19\r")
    #expect(bench.type("00" + Bench.segment() + "\u{1A}") == "|+CMS ERROR: 304|")
    #expect(bench.record.isEmpty)
  }

  @Test func aLinkThatHasDroppedIsNotHeldByALaterCommand() {
    let timing = RadioTiming(submission: Latency(.seconds(2)), linkSetUp: .milliseconds(1500))
    var bench = Bench(timing: timing)
    _ = bench.submit()
    bench.wait(.milliseconds(3500))
    #expect(bench.read() == "|+CMGS: 64||OK|")
    _ = bench.type("AT+CMMS=2\r")
    _ = bench.submit()
    bench.wait(.milliseconds(3499))
    #expect(bench.read() == "")
  }

  @Test("The link drops when it is idle too long, and AT+CMMS=1 falls back to 0")
  func idleLink() {
    let timing = RadioTiming(submission: Latency(.seconds(2)), linkSetUp: .milliseconds(1500))
    var bench = Bench(timing: timing)
    _ = bench.type("AT+CMMS=1\r")
    _ = bench.submit()
    bench.wait(.milliseconds(3500))
    #expect(bench.read() == "|+CMGS: 64||OK|")
    bench.wait(.milliseconds(2001))
    #expect(bench.type("AT+CMMS?\r") == "|+CMMS: 0||OK|")
    _ = bench.submit()
    bench.wait(.milliseconds(3499))
    #expect(bench.read() == "")
    bench.wait(.milliseconds(1))
    #expect(bench.read() == "|+CMGS: 65||OK|")
  }

  @Test func inputBeforeTheAnswerIsAViolationAndWaits() {
    var bench = Bench(timing: RadioTiming(submission: Latency(.seconds(1))))
    _ = bench.submit()
    #expect(bench.type("AT\r") == "")
    #expect(bench.world.modems[0].violations.count == 1)
    bench.wait(.seconds(1))
    #expect(bench.read() == "|+CMGS: 64||OK||OK|")
  }

  @Test func unsolicitedLinesWaitWhileThePDUComesIn() {
    var bench = Bench()
    _ = bench.type("AT+CMGS=18\r")
    bench.operate { $0.say("^RSSI: 9", at: $1) }
    #expect(bench.read() == "")
    #expect(bench.type("00" + Bench.segment() + "\u{1A}") == "|^RSSI: 9||+CMGS: 64||OK|")
  }

  @Test func aPDUInTextModeIsSentAsText() {
    var bench = Bench()
    _ = bench.type("AT+CMGF=1\r")
    #expect(bench.type("AT+CMGS=18\r") == "|> ")
    _ = bench.type("00" + Bench.segment() + "\u{1A}")
    #expect(bench.record.first?.recipient == "18")
    #expect(bench.record.first?.text == "00" + Bench.segment())
    #expect(bench.world.modems[0].violations.count == 1)
  }

  @Test("A long message is recorded part by part, 3GPP TS 23.040 §9.2.3.24.1")
  func concatenation() {
    var bench = Bench()
    // UCS-2 "a" as part 1 of 2 and 16-bit reference 258 as part 2 of 2.
    _ = bench.submit("51000C914477000910320008A708050003070201" + "0061")
    _ = bench.submit("51000C914477000910320008A7090608040102020200" + "62")
    #expect(
      bench.record.map(\.part) == [
        AcceptedSegment.Part(reference: 7, total: 2, position: 1),
        AcceptedSegment.Part(reference: 258, total: 2, position: 2),
      ]
    )
    #expect(bench.record.map(\.text) == ["a", "b"])
  }

  @Test("Septets after a header begin at a septet, 3GPP TS 23.040 §9.2.3.24")
  func fillBits() {
    var bench = Bench()
    // Header of six octets, one fill bit, "hello".
    #expect(
      bench.submit("51000C914477000910320000A70C050003010201" + "D0654D66FE0D".prefix(10))
        == "|+CMGS: 64||OK|"
    )
    #expect(bench.record.first?.text?.count == 5)
  }

  @Test("TP-RD with a known TP-MR is refused with 197, 3GPP TS 23.040 §9.2.3.25")
  func duplicates() {
    var personality = ModemPersonality.standard
    personality.honoursSuppliedReference = true
    var bench = Bench(personality: personality)
    #expect(bench.submit() == "|+CMGS: 0||OK|")
    #expect(bench.submit(Bench.segment(rejectDuplicates: true)) == "|+CMS ERROR: 197|")
    #expect(bench.submit() == "|+CMGS: 0||OK|")
    #expect(bench.record.count == 2)
  }
}
