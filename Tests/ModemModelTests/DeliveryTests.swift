import Messaging
import ModemModel
import Testing

@Suite struct DeliveryTests {
  @Test("A message is stored, announced, read and deleted, 3GPP TS 27.005 §3.4")
  func storedMessage() {
    var bench = Bench()
    bench.receive("STOP")
    #expect(bench.read() == "|+CMTI: \"ME\",1|")
    // TP-OA +447700900123, TP-SCTS of 2027-01-15T08:00:00Z, "STOP".
    let pdu = "07914477581006F504" + "0C91447700091032" + "0000" + "72105180000000" + "0453EA130A"
    let stored = pdu.replacing("F504", with: "5004")
    #expect(bench.type("AT+CMGR=1\r") == "|+CMGR: 0,,23|" + stored + "||OK|")
    #expect(bench.type("AT+CMGR=1\r") == "|+CMGR: 1,,23|" + stored + "||OK|")
    #expect(bench.type("AT+CMGL=0\r") == "|OK|")
    #expect(bench.type("AT+CMGL=4\r") == "|+CMGL: 1,1,,23|" + stored + "||OK|")
    #expect(bench.type("AT+CMGD=1\r") == "|OK|")
    #expect(bench.type("AT+CMGR=1\r") == "|+CMS ERROR: 321|")
  }

  @Test func aFullMemoryKeepsMessagesAtTheServiceCentre() {
    var personality = ModemPersonality.standard
    personality.capacities = [.equipment: 2, .sim: 1]
    var bench = Bench(personality: personality)
    for _ in 0..<4 { bench.receive("x") }
    #expect(bench.read() == "|+CMTI: \"ME\",1||+CMTI: \"ME\",2|")
    #expect(bench.world.serviceCentre.waitingCount == 2)
    #expect(bench.type("AT+CMGD=2\r") == "|OK||+CMTI: \"ME\",2|")
    #expect(bench.type("AT+CMGD=1,4\r") == "|OK||+CMTI: \"ME\",1|")
    #expect(bench.world.serviceCentre.waitingCount == 0)
  }

  @Test func aLostIndicationLeavesTheMessageInTheMemory() throws {
    var bench = Bench()
    try bench.fault("lose-indication")
    bench.receive("x")
    #expect(bench.read() == "")
    #expect(bench.type("AT+CMGL=4\r").hasPrefix("|+CMGL: 1,0,,"))
  }

  @Test func whatComesWhileTheModemIsAwayComesWhenItIsBack() {
    var bench = Bench()
    bench.operate { $0.unplug(comesBackAfter: .seconds(5), at: $1) }
    bench.receive("x")
    bench.wait(.seconds(4))
    #expect(bench.world.serviceCentre.waitingCount == 1)
    bench.wait(.seconds(1))
    #expect(bench.world.serviceCentre.waitingCount == 0)
    #expect(bench.world.modems[0].storedMessageCount == 1)
  }

  @Test("+CMT is not acknowledged under +CSMS: 0, 3GPP TS 27.005 §3.4.1")
  func routed() {
    var bench = Bench()
    _ = bench.type("AT+CNMI=2,2\r")
    bench.receive("x")
    bench.receive("y")
    #expect(bench.read().ranges(of: "+CMT: ,20|").count == 2)
    #expect(bench.type("AT+CNMA\r") == "|+CMS ERROR: 340|")
  }

  @Test("Under +CSMS: 1 the next +CMT waits for +CNMA, 3GPP TS 27.005 §3.4.4")
  func acknowledged() {
    var bench = Bench()
    _ = bench.type("AT+CSMS=1;+CNMI=2,2\r")
    bench.receive("x")
    bench.receive("y")
    #expect(bench.read().ranges(of: "+CMT:").count == 1)
    #expect(bench.type("AT+CNMA\r").ranges(of: "+CMT:").count == 1)
    #expect(bench.type("AT+CNMA\r") == "|OK|")
    #expect(bench.type("AT+CNMA\r") == "|+CMS ERROR: 340|")
    #expect(bench.world.serviceCentre.waitingCount == 0)
  }

  @Test("Without +CNMA routing ends and the message comes again, 3GPP TS 27.005 §3.4.1")
  func notAcknowledged() {
    var bench = Bench()
    _ = bench.type("AT+CSMS=1;+CNMI=2,2\r")
    bench.receive("x")
    _ = bench.read()
    bench.wait(.seconds(15))
    #expect(bench.type("AT+CNMI?\r") == "|+CNMI: 2,0,0,0,0||OK|")
    bench.wait(.seconds(5))
    #expect(bench.world.serviceCentre.waitingCount == 0)
    #expect(bench.type("AT+CMGL=4\r").contains("+CMGL: 1,0,,20|"))
  }

  @Test("Class 2 belongs to the SIM and is stored, 3GPP TS 27.005 §3.4.1")
  func classes() {
    var bench = Bench()
    _ = bench.type("AT+CNMI=2,2\r")
    bench.receive("x", messageClass: 0)
    #expect(bench.read().hasPrefix("|+CMT:"))
    bench.receive("x", messageClass: 2)
    #expect(bench.read() == "|+CMTI: \"ME\",1|")
    _ = bench.type("AT+CNMI=2,3\r")
    bench.receive("x", messageClass: 3)
    #expect(bench.read().hasPrefix("|+CMT:"))
    bench.receive("x")
    #expect(bench.read() == "|+CMTI: \"ME\",2|")
  }

  @Test(
    "A status report is routed or stored as <ds> says",
    arguments: [(0, ""), (1, "|+CDS: 25|0791"), (2, "|+CDSI: \"ME\",1|")]
  )
  func statusReport(routing: Int, start: String) {
    var bench = Bench(network: NetworkBehaviour(reportDelay: .seconds(3)))
    _ = bench.type("AT+CNMI=2,1,0,\(routing)\r")
    #expect(bench.submit(Bench.segment(reportWanted: true)) == "|+CMGS: 64||OK|")
    bench.wait(.milliseconds(2999))
    #expect(bench.read() == "")
    bench.wait(.milliseconds(1))
    let text = bench.read()
    #expect(text.hasPrefix(start))
    if routing == 1 {
      // TP-MR, TP-RA, TP-SCTS, TP-DT three seconds later, TP-ST.
      let unit = "0640" + "0C91447700091032" + "72105180000000" + "72105180003000" + "00"
      #expect(text.hasSuffix(unit + "|"))
    }
  }

  @Test func aReportIsSentOnlyWhereItIsWanted() {
    var bench = Bench(network: NetworkBehaviour(reportDelay: .zero))
    #expect(bench.submit() == "|+CMGS: 64||OK|")
    bench.wait(.seconds(1))
    #expect(bench.read() == "")
  }

  @Test("A long text comes in parts that never split an escape or surrogate pair")
  func longTexts() {
    for (text, parts) in [
      (String(repeating: "a", count: 160), 1), (String(repeating: "a", count: 161), 2),
      (String(repeating: "a", count: 152) + "€" + String(repeating: "b", count: 152), 3),
      (String(repeating: "ж", count: 70), 1), (String(repeating: "ж", count: 71), 2),
      (String(repeating: "ж", count: 66) + "😀" + String(repeating: "ж", count: 66), 3),
    ] {
      var bench = Bench()
      bench.receive(text)
      #expect(bench.world.modems[0].storedMessageCount == parts)
      _ = bench.type("AT+CMGF=1\r")
      let listed = bench.type("AT+CMGL=\"ALL\"\r").split(separator: "|")
      let texts = listed.filter { !$0.hasPrefix("+CMGL") && $0 != "OK" }
      #expect(texts.joined() == text)
    }
  }

  @Test func aNameAsSenderIsShown() {
    var bench = Bench()
    bench.receive("x", from: "Hermod")
    _ = bench.type("AT+CMGF=1\r")
    #expect(bench.type("AT+CMGR=1\r") == "|+CMGR: \"REC UNREAD\",\"Hermod\",,|x||OK|")
  }

  @Test func aCustomerAnswersAWholeMessageOnce() {
    var bench = Bench()
    let rule = CustomerRule(
      number: "+447700900123",
      trigger: "ab",
      answer: "STOP",
      delay: .seconds(2)
    )
    _ = bench.world.operate(at: bench.time) { centre, _ in centre.add(rule) }
    _ = bench.submit()
    bench.wait(.seconds(3))
    #expect(bench.read() == "")
    // "a" and "b" in two parts, the second first.
    _ = bench.submit("51000C914477000910320008A7080500030702020062")
    bench.wait(.seconds(3))
    #expect(bench.read() == "")
    _ = bench.submit("51000C914477000910320008A7080500030702010061")
    bench.wait(.milliseconds(1999))
    #expect(bench.read() == "")
    bench.wait(.milliseconds(1))
    #expect(bench.read() == "|+CMTI: \"ME\",1|")
    _ = bench.submit("51000C914477000910320008A7080500030802020062")
    _ = bench.submit("51000C914477000910320008A7080500030802010061")
    bench.wait(.seconds(3))
    #expect(bench.read() == "")
  }
}
