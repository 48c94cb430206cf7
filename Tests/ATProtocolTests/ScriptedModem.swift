@testable import ATProtocol

/// Drives a session with answers by command, on a clock of its own.
struct ScriptedModem {
  var session: ModemSession
  var now: Duration = .zero
  /// What the session wrote, commands without their CR.
  var written: [String] = []
  /// The actions other than writes, oldest first.
  var actions: [SessionAction] = []
  /// The answer to each command; `OK` where there is none.
  var answers: [String: String]
  /// What `AT+CNMI` is set to.
  var indications = "0,0,0,0,0"
  /// Whether whoever remembers lets the PIN be tried.
  var mayTryPIN = true
  /// Whether anybody remembers at all.
  var answersPINQuestion = true
  /// The modem's own memory, by index.
  var messages: [Int: String] = [:]
  /// The memory of the SIM, by index.
  var messagesOnSIM: [Int: String] = [:]
  /// The memory that reading and deleting refer to.
  var memory = "SM"

  static let polite: [String: String] = [
    "AT+CGMI": "huawei\r\n\r\nOK", "AT+CGMM": "E1550\r\n\r\nOK", "AT+CGMR": "11.608\r\n\r\nOK",
    "AT+CMEE?": "+CMEE: 1\r\n\r\nOK", "AT+CPINR=\"SIM PIN\"": "ERROR", "AT^CPIN?": "ERROR",
    "AT^SPIC": "ERROR", "AT+QPINC?": "ERROR", "AT+SPIC": "ERROR", "AT+CPINC?": "ERROR",
    "AT+UPINCNT": "ERROR", "AT+ZPINPUK=?": "ERROR", "AT#PCT": "ERROR",
    "AT+CGSN": "353142033840706\r\n\r\nOK", "AT+CPIN?": "+CPIN: READY\r\n\r\nOK",
    "AT+CCID": "+CCID: \"8944110064673223342\"\r\n\r\nOK",
    "AT+CIMI": "234100123456789\r\n\r\nOK", "AT+CNUM": "OK",
    "AT+CSCA?": "+CSCA: \"+447785016005\",145\r\n\r\nOK",
    "AT+CPMS=?": "+CPMS: (\"SM\",\"ME\"),(\"SM\",\"ME\"),(\"SM\",\"ME\")\r\n\r\nOK",
    "AT+CNMI=?": "+CNMI: (0-2),(0-3),(0,2),(0-2),(0,1)\r\n\r\nOK",
    "AT+CREG?": "+CREG: 1,1\r\n\r\nOK", "AT+CGREG?": "ERROR", "AT+CEREG?": "+CEREG: 1,4\r\n\r\nOK",
    "AT+CSQ": "+CSQ: 19,99\r\n\r\nOK", "AT+COPS?": "+COPS: 0,0,\"vodafone UK\",0\r\n\r\nOK",
  ]

  init(pin: String? = nil, answers: [String: String] = polite) {
    session = ModemSession(settings: SessionSettings(pin: pin))
    self.answers = answers
  }

  /// Hands in an input and answers whatever the session writes, until it writes nothing more.
  mutating func handle(_ input: SessionInput) {
    var pending = session.receive(input, at: now)
    while !pending.isEmpty {
      let action = pending.removeFirst()
      if case .write(let octets) = action {
        let text = String(decoding: octets, as: UTF8.self)
        written.append(text.hasSuffix("\r") ? String(text.dropLast()) : text)
        guard let answer = answer(to: written.last ?? "") else { continue }
        pending += session.receive(.received(Array(answer.utf8)), at: now)
      } else {
        actions.append(action)
        if case .pinIsDue = action, answersPINQuestion {
          pending += session.receive(.pinDecided(mayTry: mayTryPIN), at: now)
        }
      }
    }
  }

  private mutating func answer(to command: String) -> String? {
    if command == "\u{1B}" || command == "\u{1A}" { return nil }
    if let answer = answers[command] { return "\r\n\(answer)\r\n" }
    if command == "AT+CNMI?" { return "\r\n+CNMI: \(indications)\r\n\r\nOK\r\n" }
    if command.hasPrefix("AT+CNMI=") { indications = String(command.dropFirst(8)) }
    if command.hasPrefix("AT+CPMS=\"") {
      memory = String(command.dropFirst(9).prefix(2))
      return "\r\n+CPMS: 0,100,0,100,0,100\r\n\r\nOK\r\n"
    }
    if command == "AT+CPMS?" {
      let fill = "\"\(memory)\",\(selected.count),100"
      return "\r\n+CPMS: \(fill),\(fill),\(fill)\r\n\r\nOK\r\n"
    }
    if command == "AT+CMGL=4" {
      let list = selected.keys.sorted().map { "+CMGL: \($0),0,,24\r\n\(selected[$0] ?? "")\r\n" }
      return "\r\n" + list.joined() + "\r\nOK\r\n"
    }
    if command.hasPrefix("AT+CMGR="), let index = Int(command.dropFirst(8)) {
      guard let message = selected[index] else { return "\r\n+CMS ERROR: 321\r\n" }
      return "\r\n+CMGR: 0,,24\r\n\(message)\r\n\r\nOK\r\n"
    }
    if command.hasPrefix("AT+CMGD="), let index = Int(command.dropFirst(8)) {
      if memory == "SM" { messagesOnSIM[index] = nil } else { messages[index] = nil }
      return "\r\nOK\r\n"
    }
    if command.hasPrefix("AT+CMGS=") { return "\r\n> " }
    return command.hasPrefix("AT") ? "\r\nOK\r\n" : nil
  }

  private var selected: [Int: String] { memory == "SM" ? messagesOnSIM : messages }

  /// Says something unasked.
  mutating func say(_ line: String) {
    handle(.received(Array("\r\n\(line)\r\n".utf8)))
  }

  /// Lets time pass until the next deadline.
  mutating func passTime() {
    guard let deadline = session.nextDeadline else { return }
    now = max(now, deadline)
    handle(.deadline)
  }

  /// Opens the port and brings the modem up.
  mutating func bringUp() {
    handle(.opened(unresolved: nil))
    for _ in 0..<20 where !actions.contains(.ready) { passTime() }
  }

  /// Submits a segment as far as its record.
  mutating func submit(_ token: UInt64, hasMore: Bool = false) {
    guard
      let submission = SegmentSubmission(
        token: token,
        length: 20,
        hexadecimal: "00" + String(repeating: "11", count: 20),
        hasMore: hasMore
      )
    else { return }
    handle(.submit(submission))
  }
}
