import ATProtocol
import Messaging

/// A session, with everything that it must never do checked as it happens; fuzzing and the tests share
/// it.
struct SessionWatch {
  private(set) var session: ModemSession
  private(set) var now: Duration
  /// What must not be, oldest first.
  private(set) var faults: [String] = []
  /// The last command that was written, without its CR.
  private(set) var lastCommand = ""
  /// The attempt that is to be recorded, or was last.
  private(set) var current: UInt64 = 0
  /// The messages that are to be made durable, oldest first.
  private(set) var toStore: [ReceivedPDU] = []
  /// Whether the session has ended.
  private(set) var hasEnded = false

  private var submitted: [UInt64: SegmentSubmission] = [:]
  private var asked: Set<UInt64> = []
  private var recorded: Set<UInt64> = []
  private var finished: Set<UInt64> = []
  private var controlZ: Set<UInt64> = []
  private var stored: Set<Int> = []
  private var isPastControlZ = false
  private var lastWritten: [UInt8] = []
  private var triesOfPIN = 0

  init(_ session: ModemSession, at now: Duration = .zero) {
    self.session = session
    self.now = now
  }

  /// Hands in an input.
  mutating func hand(_ input: SessionInput) {
    note(input)
    for action in session.receive(input, at: now) { take(action) }
    if session.keptItems > ModemSession.mostKept {
      faults.append("the session keeps \(session.keptItems) items")
    }
  }

  /// Lets time pass until the session's deadline, or for a second where it has none.
  mutating func passTime() {
    now = max(now, session.nextDeadline ?? now + .seconds(1))
    hand(.deadline)
  }

  private mutating func note(_ input: SessionInput) {
    switch input {
    case .submit(let submission): submitted[submission.token] = submission
    case .attemptRecorded(let token) where asked.contains(token): recorded.insert(token)
    case .stored(let pdu):
      toStore.removeAll { $0 == pdu }
      if let location = pdu.location { stored.insert(location.index) }
    case .notStored(let pdu): toStore.removeAll { $0 == pdu }
    case .pinDecided(let mayTry) where mayTry: triesOfPIN += 1
    case .opened, .answerPending, .received, .deadline, .attemptRecorded, .attemptRefused,
      .pinDecided, .request,
      .restart, .hungUp, .finish, .abandon:
      break
    }
  }

  private mutating func take(_ action: SessionAction) {
    if hasEnded, !isRefusal(action) { faults.append("after the end: \(action)") }
    switch action {
    case .write(let octets): check(octets)
    case .recordAttempt(let token):
      current = token
      asked.insert(token)
      if submitted[token].map({ Array($0.hexadecimal.utf8) == lastWritten }) != true {
        faults.append("a record is asked for, and it is not the PDU that was written")
      }
    case .finished(let token, let outcome): end(token, outcome)
    case .store(let pdu): toStore.append(pdu)
    case .ended: hasEnded = true
    case .lateProof, .conflictingAnswers, .deleted, .pinIsDue, .pinAnswered, .answered, .call,
      .lastUsedReference, .restarting, .learned, .phase, .ready, .simIsSettled:
      break
    }
  }

  /// Whether something is turned away that was asked of a session that has ended.
  private func isRefusal(_ action: SessionAction) -> Bool {
    switch action {
    case .finished(let token, .notSubmitted): !asked.contains(token)
    case .answered: true
    case .write, .recordAttempt, .finished, .lateProof, .conflictingAnswers, .store, .deleted,
      .pinIsDue, .pinAnswered, .call, .lastUsedReference, .restarting, .learned, .phase, .ready,
      .simIsSettled,
      .ended:
      false
    }
  }

  private mutating func end(_ token: UInt64, _ outcome: SubmissionOutcome) {
    isPastControlZ = false
    if !finished.insert(token).inserted { faults.append("attempt \(token) has ended twice") }
    if submitted[token] == nil { faults.append("attempt \(token) was never begun") }
    switch outcome {
    case .notSubmitted where controlZ.contains(token): faults.append("not submitted, after Ctrl-Z")
    case .unknown where !controlZ.contains(token): faults.append("unknown, before Ctrl-Z")
    case .accepted where !controlZ.contains(token): faults.append("accepted, before Ctrl-Z")
    case .accepted, .refused, .notSubmitted, .unknown: break
    }
  }

  private mutating func check(_ octets: [UInt8]) {
    if isPastControlZ { faults.append("something is written after Ctrl-Z: \(octets)") }
    defer { lastWritten = octets }
    if octets == [0x1A] { return checkControlZ() }
    if octets == [0x1B] { return }
    if octets.last == 0x0D { return check(command: octets.dropLast()) }
    if !submitted.values.contains(where: { $0.hexadecimal.utf8.elementsEqual(octets) }) {
      faults.append("neither a command nor a PDU: \(octets)")
    }
  }

  private mutating func checkControlZ() {
    if !recorded.contains(current) { faults.append("Ctrl-Z without a record") }
    if finished.contains(current) { faults.append("Ctrl-Z after the end of its attempt") }
    if !controlZ.insert(current).inserted { faults.append("Ctrl-Z twice") }
    isPastControlZ = true
  }

  private mutating func check(command: ArraySlice<UInt8>) {
    lastCommand = String(decoding: command, as: UTF8.self)
    let isPrintable = command.allSatisfy { (0x20...0x7E).contains($0) }
    if !isPrintable || !lastCommand.hasPrefix("AT") {
      faults.append("not a command: \(lastCommand)")
    }
    if lastCommand.hasPrefix("AT+CMGD="), let index = Int(lastCommand.dropFirst(8)),
      !stored.contains(index)
    {
      faults.append("deleted before stored: \(index)")
    }
    if lastCommand.hasPrefix("AT+CPIN=") {
      triesOfPIN -= 1
      if triesOfPIN < 0 { faults.append("a PIN is tried that nobody allowed") }
    }
  }
}
