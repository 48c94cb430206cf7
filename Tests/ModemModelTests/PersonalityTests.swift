import Messaging
import ModemModel
import Testing

@Suite struct PersonalityTests {
  /// A modem of a make that has started and been set up for messages that are stored.
  private func started(_ personality: ModemPersonality) -> Bench {
    var bench = Bench(personality: personality, initialised: false)
    bench.wait(.seconds(1))
    for _ in 0..<personality.linesLostToAutobaud { _ = bench.type("AT\r") }
    _ = bench.type("ATE0\r")
    // What comes in must be where the modem reads.
    let receiving = personality.memories[personality.memories.count > 2 ? 2 : 0][0]
    let memories = personality.memories.map { $0.contains(receiving) ? receiving : $0[0] }
    let names = memories.map { "\"\($0.rawValue)\"" }.joined(separator: ",")
    let values = personality.indicationValues
    let indications = [values[0].contains(2) ? 2 : 1, 1, 0, 0, values[4][0]]
    let text = indications.map(String.init).joined(separator: ",")
    _ = bench.type("AT+CMEE=1;+CMGF=0;+CPMS?;+CPMS=\(names);+CNMI=\(text)\r")
    _ = bench.read()
    return bench
  }

  @Test func namesAreUnique() {
    let names = ModemPersonality.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(ModemPersonality.named("nokia") == nil)
  }

  @Test("Two hundred messages each way under chatter", arguments: ModemPersonality.all.map(\.name))
  func traffic(name: String) throws {
    var personality = try #require(ModemPersonality.named(name))
    for index in personality.chatter.indices {
      personality.chatter[index].interval = .milliseconds(3)
    }
    var bench = started(personality)
    let unit = Bench.segment()
    for count in 1...200 {
      var text = bench.type("AT+CMGS=\(unit.count / 2)\r")
      bench.wait(.milliseconds(5))
      text += bench.read()
      #expect(text.hasSuffix("> "))
      text = bench.type("00\(unit)\u{1A}")
      #expect(text.contains("|+CMGS: \((63 + count) % 256)"))
      #expect(text.hasSuffix("|OK|"))
    }
    #expect(bench.record.count == 200)
    var received = 0
    for _ in 0..<40 {
      for _ in 0..<5 { bench.receive("x") }
      #expect(bench.read().ranges(of: "+CMTI").count == 5)
      received += bench.type("AT+CMGL=4\r").ranges(of: "+CMGL").count
      #expect(bench.type("AT+CMGD=1,4\r").hasSuffix("|OK|"))
    }
    #expect(received == 200)
    #expect(bench.world.modems[0].violations.isEmpty)
    #expect(bench.world.modems[0].storedMessageCount == 0)
  }

  @Test(
    "A make takes each indication that it offers and no other",
    arguments: ModemPersonality.all.map(\.name)
  )
  func indications(name: String) throws {
    let personality = try #require(ModemPersonality.named(name))
    var bench = started(personality)
    for place in 0..<5 {
      for value in 0...4 {
        let line = "AT+CNMI=" + String(repeating: ",", count: place) + "\(value)\r"
        let isOffered = personality.indicationValues[place].contains(value)
        #expect(bench.type(line) == (isOffered ? "|OK|" : "|+CMS ERROR: 303|"))
      }
    }
  }

  @Test func huaweiChattersUntilCURC() {
    var bench = started(.huawei)
    bench.wait(.seconds(3))
    #expect(bench.read().contains("^RSSI"))
    #expect(bench.type("AT^CURC=0\r") == "|OK|")
    bench.wait(.seconds(30))
    #expect(bench.read() == "")
    _ = bench.type("AT^CURC=1\r")
    bench.wait(.seconds(3))
    #expect(bench.read().contains("^RSSI"))
    #expect(bench.type("AT+NOSUCH\r") == "|COMMAND NOT SUPPORT|")
    #expect(bench.type("AT+CPMS?\r") == "|+CPMS: 0,20,0,20,0,20||OK|")
  }

  @Test func someHuaweisAnnounceNoPlaceOrWantAllMemories() {
    var old = started(.huaweiE1550)
    old.receive("x")
    #expect(old.read() == "|+CMTI: \"SM\",-1|")
    var new = started(.huaweiE3372)
    #expect(new.type("AT+CPMS=\"ME\"\r") == "|+CMS ERROR: 302|")
    #expect(new.type("AT+CPMS=\"ME\",\"ME\",\"ME\"\r") == "|+CPMS: 0,50,0,50,0,50||OK|")
  }

  @Test func zteFloodsUntilTheMemoriesAreAskedFor() {
    var bench = Bench(personality: .zte, initialised: false)
    bench.wait(.seconds(1))
    #expect(bench.read().ranges(of: "+ZUSIMR:2").count == 10)
    _ = bench.type("AT+CPMS?\r")
    bench.wait(.seconds(5))
    #expect(bench.read() == "")
  }

  @Test func zteWritesACommaTooManyBeforeReports() {
    var bench = started(.zte)
    _ = bench.type("AT+CNMI=1,1,0,1\r")
    _ = bench.submit()
    bench.report(1)
    #expect(bench.read().hasPrefix("|+CDS: ,25|"))
  }

  @Test func bootLinesComeInTheirTime() {
    var bench = Bench(personality: .quectel, initialised: false)
    #expect(bench.read() == "")
    bench.wait(.milliseconds(100))
    #expect(bench.read() == "|RDY||+CPIN: READY||+QUSIM: 1||+CFUN: 1|")
    _ = bench.type("ATE0;+CMEE=1\r")
    #expect(bench.type("AT+CPIN?\r") == "|+CME ERROR: 14|")
    #expect(bench.type("AT+CPMS?\r") == "|+CMS ERROR: 314|")
    #expect(bench.type("AT+CREG?\r") == "|+CREG: 0,2||OK|")
    bench.wait(.milliseconds(100))
    #expect(bench.read() == "|+QIND: SMS DONE||+QIND: PB DONE|")
    #expect(bench.type("AT+CPIN?\r") == "|+CPIN: READY||OK|")
    #expect(bench.type("AT+CREG?\r") == "|+CREG: 0,1||OK|")
  }

  @Test func whatWaitsComesAsSoonAsTheSIMIsReady() {
    var bench = Bench(personality: .simcomSIM800, initialised: false)
    bench.receive("x")
    bench.wait(.milliseconds(179))
    #expect(bench.world.serviceCentre.waitingCount == 1)
    bench.wait(.milliseconds(1))
    #expect(bench.world.serviceCentre.waitingCount == 0)
  }

  @Test func theFirstLinesAreLostToAutobaud() {
    var bench = Bench(personality: .simcomSIM800, initialised: false)
    bench.wait(.seconds(1))
    _ = bench.read()
    #expect(bench.type("AT\r") == "AT|")
    #expect(bench.type("AT\r") == "AT|")
    #expect(bench.type("AT\r") == "AT||OK|")
  }

  @Test func telitGivesTheTimeOfSubmission() {
    var bench = started(.telit)
    #expect(bench.submit() == "|+CMGS: 64||OK|")
    _ = bench.type("AT+CSMS=1\r")
    #expect(bench.submit() == "|+CMGS: 65,\"27/01/15,08:00:01+00\"||OK|")
  }

  @Test func wavecomLeavesOutOKAndBracketsItsMemories() {
    var bench = started(.wavecom)
    #expect(bench.type("AT+CPIN?\r") == "|+CPIN: READY|")
    #expect(bench.type("AT+CPMS=?\r") == "|+CPMS: ((\"SM\",\"BM\",\"SR\"),(\"SM\"))||OK|")
    _ = bench.type("AT+CNMI=2,1,0,2\r")
    #expect(bench.type("AT+CPMS=\"SR\"\r") == "|+CPMS: 0,20,0,15||OK|")
  }

  @Test func fibocomEndsTheSubmissionOnAnyInput() {
    var bench = started(.fibocom)
    bench.operate { modem, _ in
      modem.timing = RadioTiming(submission: Latency(.seconds(2)))
      return []
    }
    #expect(bench.submit() == "")
    #expect(bench.type("AT\r") == "|+CMS ERROR: 500||OK|")
    bench.wait(.seconds(5))
    #expect(bench.record.isEmpty)
  }

  @Test func aFullMemoryIsSaidOnce() throws {
    var bench = started(.cinterion)
    try bench.fault("storage-full")
    bench.receive("x")
    bench.receive("y")
    #expect(bench.read() == "|^SMGO: 2|")
    try bench.fault("storage-full off")
    #expect(bench.read().ranges(of: "+CMTI").count == 2)
  }

  @Test(
    "The tries that are left are told by the maker's own command",
    arguments: [
      ("huawei", "AT^CPIN?", "|^CPIN: SIM PIN,,2,10,3,10||OK|"),
      ("zte", "AT+ZPINPUK=?", "|+ZPINPUK: 2,10||OK|"),
      ("quectel", "AT+QPINC?", "|+QPINC: \"SC\",2,10||OK|"),
      ("telit", "AT#PCT", "|#PCT: 2||OK|"),
      ("cinterion", "AT^SPIC", "|^SPIC: 2||OK|"),
      ("simcom", "AT+SPIC", "|+SPIC: 2,10,0,10||OK|"),
    ]
  )
  func attempts(name: String, command: String, answer: String) throws {
    var bench = started(try #require(ModemPersonality.named(name)))
    try bench.fault("pin-required")
    _ = bench.type("AT+CPIN=\"0000\"\r")
    #expect(bench.type(command + "\r") == answer)
  }

  @Test(
    "The serial number of the SIM comes by the maker's own command",
    arguments: [
      ("huawei", "AT^ICCID?", "^ICCID: "), ("quectel", "AT+QCCID", "+QCCID: "),
      ("telit", "AT#CCID", "#CCID: "), ("simcom-sim800", "AT+CCID", ""),
    ]
  )
  func serialNumber(name: String, command: String, prefix: String) throws {
    var bench = started(try #require(ModemPersonality.named(name)))
    #expect(bench.type(command + "\r") == "|\(prefix)8944100000000000018||OK|")
  }

  @Test("Service codes are coded as the make codes them, 3GPP TS 23.038 §6.1.2.3")
  func serviceCodes() {
    var packed = started(.huawei)
    _ = packed.type("AT^CURC=0\r")
    #expect(packed.type("AT+CUSD=1,\"AA180C3602\",15\r") == "|OK|")
    packed.wait(.milliseconds(1))
    #expect(packed.read() == "|+CUSD: 0,\"C2303BEC1E9775A09A0B06031D8550\",15|")
    var universal = started(.zte)
    #expect(universal.type("AT+CUSD=1,\"002A0031003000300023\",15\r") == "|OK|")
    universal.wait(.milliseconds(1))
    #expect(universal.read().hasPrefix("|+CUSD: 0,\"00420061006C"))
  }
}
