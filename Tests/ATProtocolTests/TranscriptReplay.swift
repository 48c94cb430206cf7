import Messaging

@testable import ATProtocol

/// A session that is led through a transcript; it stands still at the first thing that differs.
struct TranscriptReplay {
  /// How what the modem sends is cut.
  enum Cut: Equatable {
    /// As much as comes between two writes, at once.
    case whole
    /// Octet by octet.
    case single
  }

  private(set) var session: ModemSession
  private var now: Duration = .zero
  /// What the session has done that the transcript has not told yet.
  private var pending: [Transcript.Line] = []
  private var toStore: [ReceivedPDU] = []
  /// What differed, first of all.
  private(set) var fault: String?

  init(pin: String?) {
    session = ModemSession(settings: SessionSettings(pin: pin))
  }

  /// The whole of a transcript.
  ///
  /// - Parameters:
  ///   - transcript: The transcript.
  ///   - cut: How what the modem sends is cut.
  ///   - atChunk: Called before each portion that the modem sends, with the replay so far.
  /// - Returns: What differed; nil where nothing did.
  mutating func run(
    _ transcript: Transcript,
    cut: Cut,
    atChunk: (TranscriptReplay, [UInt8]) -> Void = { _, _ in }
  ) -> String? {
    var rest = transcript.lines[...]
    while let line = rest.first, fault == nil {
      if case .sent = line {
        var chunk: [UInt8] = []
        while case .sent(let octets)? = rest.first {
          chunk += octets
          rest.removeFirst()
        }
        atChunk(self, chunk)
        send(chunk, cut)
      } else {
        rest.removeFirst()
        take(line)
      }
    }
    if fault == nil, let left = pending.first { fault = "not in the transcript: \(left)" }
    return fault
  }

  /// The modem sends octets.
  mutating func send(_ octets: [UInt8], _ cut: Cut) {
    switch cut {
    case .whole: hand(.received(octets))
    case .single: for octet in octets { hand(.received([octet])) }
    }
  }

  /// What the session is now, and what it has done since the transcript was last followed.
  var state: String {
    // A dictionary has no order of its own.
    var copy = session
    copy.facts.registrations = [:]
    let registrations = RegistrationDomain.allCases.map { session.facts.registrations[$0] }
    return "\(copy) \(registrations) \(pending)"
  }

  private mutating func take(_ line: Transcript.Line) {
    switch line {
    case .written, .wanted:
      let next = pending.isEmpty ? nil : pending.removeFirst()
      if next != line { fault = "expected \(line), found \(next.map { "\($0)" } ?? "nothing")" }
    case .timePasses:
      guard let deadline = session.nextDeadline else {
        fault = "time passes, and nothing is waited for"
        return
      }
      now = max(now, deadline)
      hand(.deadline)
    case .said(let words):
      say(words)
    case .fact(let name, let value):
      let known = Transcript.facts(session).first { $0.name == name }?.value
      if known != value { fault = "\(name) is \(known ?? "unknown"), not \(value)" }
    case .sent:
      break
    }
  }

  private mutating func say(_ words: String) {
    let token = words.split(separator: " ").last.flatMap { UInt64($0) } ?? 0
    switch words.split(separator: " ").first {
    case "opened": hand(.opened(unresolved: nil))
    case "submit": Transcript.submission(token).map { hand(.submit($0)) }
    case "recorded": hand(.attemptRecorded(token: token))
    case "refused": hand(.attemptRefused(token: token, .optedOut))
    case "may": hand(.pinDecided(mayTry: true))
    case "stored":
      guard !toStore.isEmpty else {
        fault = "nothing is to be stored"
        return
      }
      hand(.stored(toStore.removeFirst()))
    case _: fault = "the gateway never says \(words)"
    }
  }

  private mutating func hand(_ input: SessionInput) {
    for action in session.receive(input, at: now) {
      if case .write(let octets) = action { pending.append(.written(octets)) }
      if case .store(let pdu) = action { toStore.append(pdu) }
      if let words = Transcript.text(action) { pending.append(.wanted(words)) }
    }
  }
}
