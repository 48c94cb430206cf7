import ATProtocol
import Messaging

/// What must hold of a session whatever a modem sends and whenever; fuzzing and the tests share it.
enum SessionFuzzCheck {
  /// Leads a session through a script that an input stands for.
  ///
  /// The first octet chooses where the session begins; each further one is a step, which may take
  /// octets of its own.
  ///
  /// - Parameter input: Any octets.
  /// - Returns: What did not hold, or nil.
  static func fault(_ input: [UInt8]) -> String? {
    guard let choice = input.first else { return nil }
    var rest = input.dropFirst()
    var watch = choice & 1 == 0 ? ready : SessionWatch(fresh)
    if choice & 1 != 0 {
      let attempt = PendingAnswer(token: 1_000_000, remaining: .seconds(90))
      watch.hand(.opened(unresolved: choice & 2 == 0 ? nil : attempt))
    }
    var token: UInt64 = 0
    while let step = rest.popFirst() {
      perform(step, &rest, &token, &watch)
      if let fault = watch.faults.first { return fault }
    }
    return nil
  }

  static let fresh = ModemSession(settings: SessionSettings(pin: "1234"))

  /// A session that a polite modem has brought up.
  static let ready: SessionWatch = {
    var watch = SessionWatch(fresh)
    watch.hand(.opened(unresolved: nil))
    for _ in 0..<200 where watch.session.phase != .ready {
      if let due = watch.session.nextDeadline, due <= watch.now + .milliseconds(60) {
        watch.passTime()
      } else {
        watch.hand(.received(politeAnswer(to: watch.lastCommand)))
      }
    }
    return watch
  }()

  private static func perform(
    _ step: UInt8,
    _ rest: inout ArraySlice<UInt8>,
    _ token: inout UInt64,
    _ watch: inout SessionWatch
  ) {
    switch step & 0x1F {
    case 0, 1: watch.passTime()
    case 2:
      token += 1
      if let submission = submission(token, hasMore: step & 0x20 != 0) {
        watch.hand(.submit(submission))
      }
    case 3, 4: watch.hand(.attemptRecorded(token: watch.current))
    case 5: watch.hand(.attemptRefused(token: watch.current, .optedOut))
    case 6, 7: if let pdu = watch.toStore.first { watch.hand(.stored(pdu)) }
    case 8: if let pdu = watch.toStore.first { watch.hand(.notStored(pdu)) }
    case 9: watch.hand(.pinDecided(mayTry: step & 0x20 != 0))
    case 10: watch.hand(.restart)
    case 11: if let command { watch.hand(.request(id: 1, .command(command))) }
    case 12: if let code { watch.hand(.request(id: 2, .service(code))) }
    case 13 where step & 0xE0 == 0xE0: watch.hand(.hungUp)
    case 14 where step & 0xE0 == 0xE0: watch.hand(.finish)
    case 15 where step & 0xE0 == 0xE0: watch.hand(.abandon)
    case 16...21: watch.hand(.received(politeAnswer(to: watch.lastCommand)))
    case 22...27:
      let line = lines[Int(rest.popFirst() ?? 0) % lines.count]
      watch.hand(.received(Array("\r\n\(line)\r\n".utf8)))
    default:
      let octets = Array(rest.prefix(Int(rest.popFirst() ?? 0)))
      rest = rest.dropFirst(octets.count)
      watch.hand(.received(octets))
    }
  }

  private static let command = OperatorCommand("AT+CSQ")
  private static let code = ServiceCode("*100#")

  private static func submission(_ token: UInt64, hasMore: Bool) -> SegmentSubmission? {
    SegmentSubmission(
      token: token,
      length: 20,
      hexadecimal: "00" + String(repeating: token % 2 == 0 ? "11" : "22", count: 20),
      hasMore: hasMore
    )
  }

  private static let pdu = "07914497905016F5040B914477009010320000"

  /// What modems say, in and out of turn.
  private static let lines = [
    "OK", "ERROR", ">", "+CMGS: 7", "+CMGS: 300", "+CMS ERROR: 310", "+CMS ERROR: 500",
    "+CMS ERROR: 331", "+CME ERROR: 14", "+CMTI: \"ME\",3", "+CMTI: \"SM\",-1",
    "+CMTI: \"SM\",0", "+CDSI: \"SR\",1", "+CMT: ,24", "+CDS: ,24", pdu,
    "+CMGR: 0,,24\r\n\(pdu)", "+CMGL: 3,1,,24\r\n\(pdu)", "RDY", "+CPIN: READY",
    "+CPIN: SIM PIN", "+CPIN: SIM PIN,2", "+CPIN: SIM PUK", "+QUSIM: 1", "+CREG: 0", "+CREG: 5",
    "+CREG: 0,2", "+CEREG: 1,6", "RING", "+CLIP: \"+4477\",145", "NO CARRIER", "+CUSD: 0,\"a",
    "b\",15", "+ZUSIMR:2", "^SMMEMFULL", "^RSSI:19", "SMS Ready", "+CPMS: \"ME\",9,9",
    "+CNMI: 0,0,0,0,0", "AT+CREG?", "COMMAND NOT SUPPORT", "+CRSM: 144,0,\"07FF\"",
    "+CRSM: 106,130", "+CSQ: 99,99",
  ]

  /// What a modem with nothing wrong answers.
  ///
  /// - Parameter command: The command, without its CR.
  /// - Returns: The octets of the answer.
  static func politeAnswer(to command: String) -> [UInt8] {
    if command.hasPrefix("AT+CMGS=") { return Array("\r\n> ".utf8) }
    let line: String? =
      switch command {
      case "AT+CGMI": "huawei"
      case "AT+CGMM": "E1550"
      case "AT+CGMR": "11.608"
      case "AT+CGSN": "353142033840706"
      case "AT+CMEE?": "+CMEE: 1"
      case "AT+CPIN?": "+CPIN: READY"
      case "AT+CCID": "+CCID: \"8944110064673223342\""
      case "AT+CIMI": "234100123456789"
      case "AT+CRSM=176,28483,0,0,2": "+CRSM: 144,0,\"06FF\""
      case "AT+CPMS=?": "+CPMS: (\"SM\",\"ME\"),(\"SM\",\"ME\"),(\"SM\",\"ME\")"
      case "AT+CPMS?": "+CPMS: \"ME\",1,100,\"ME\",1,100,\"ME\",1,100"
      case "AT+CNMI=?": "+CNMI: (0-2),(0-3),(0,2),(0-2),(0,1)"
      case "AT+CNMI?": "+CNMI: 2,1,0,2,0"
      case "AT+CREG?": "+CREG: 1,1"
      case "AT+CSQ": "+CSQ: 19,99"
      case "AT+COPS?": "+COPS: 0,0,\"vodafone UK\",0"
      case _ where command.hasPrefix("AT+CMGR="): "+CMGR: 0,,24\r\n\(pdu)"
      case _: nil
      }
    return Array((line.map { "\r\n\($0)\r\n" } ?? "").utf8) + Array("\r\nOK\r\n".utf8)
  }
}
