internal import ATProtocol
internal import Messaging
internal import QueuePolicy
internal import Storage
internal import Synchronization

/// The attempts whose modems may still answer, of an earlier run and of sessions that have ended in this
/// one.
final class UnresolvedAttempts: Sendable {
  typealias Entry = PendingAnswers<AttemptID>.Entry

  private let pending: Mutex<PendingAnswers<AttemptID>>
  private let epoch = ContinuousClock.now

  /// What an earlier run left.
  ///
  /// - Parameters:
  ///   - attempts: The attempts without an outcome, or with one that nobody knows.
  ///   - answerDeadline: How long each may take to be answered.
  ///   - reading: The time.
  init(_ attempts: [OpenAttempt], answerDeadline: Duration, at reading: ClockReading) {
    let entries = attempts.map { attempt in
      Entry(
        attempt: attempt.id,
        modem: ModemIdentity(name: attempt.modem, imei: attempt.imei, iccid: attempt.iccid),
        // The clock may have been set since: nobody waits longer than for a new attempt.
        deadline: answerDeadline - reading.time(since: attempt.recording)
      )
    }
    var settings = SessionSettings()
    settings.answerDeadline = answerDeadline
    pending = Mutex(PendingAnswers(entries, lateAnswerTime: settings.lateAnswerTime))
  }

  /// What may be answered on the port of a slot that is about to be opened.
  ///
  /// A modem that has not said its IMEI yet may be any that has no place of its own.
  ///
  /// - Parameters:
  ///   - slot: The slot.
  ///   - places: The names of modems that the configuration tells by their place.
  /// - Returns: What may be answered; nil where nothing can.
  func expected(
    on slot: ModemSlot.View,
    places: Set<String>
  ) -> PendingAnswers<AttemptID>.Expectation? {
    let now = now
    return pending.withLock { pending in
      places.contains(slot.name) || slot.facts.imei != nil
        ? pending.expected(of: slot.identity, at: now)
        : pending.expected(exceptOf: places, at: now)
    }
  }

  /// It is known which modem is behind the port of a slot: the attempt of it that may still be answered.
  func identified(_ slot: ModemSlot.View, holding held: Entry?) -> Entry? {
    let now = now
    return pending.withLock { $0.identified(slot.identity, holding: held, at: now) }
  }

  /// A session has ended, and an attempt of it may still be answered.
  func leave(_ entry: Entry) {
    pending.withLock { $0.leave(entry) }
  }

  /// How long the answer may still take.
  func remaining(until deadline: Duration) -> Duration { deadline - now }

  /// When an answer is overdue that may still take this long.
  func deadline(after remaining: Duration) -> Duration { now + remaining }

  private var now: Duration { epoch.duration(to: .now) }
}

/// What one session knows of an attempt of before, whose modem may still answer.
struct ExpectedAnswer {
  private let attempts: UnresolvedAttempts
  private let slot: ModemSlot
  /// The attempt, where it is known which.
  private(set) var entry: UnresolvedAttempts.Entry?
  /// What it is called on the wire; no count of segments comes to it.
  static let token = UInt64.max

  private let deadline: Duration?
  private var isIdentified = false

  /// What may be answered on a port that is about to be opened.
  ///
  /// - Parameters:
  ///   - attempts: The attempts of all modems.
  ///   - slot: The slot.
  ///   - places: The names of modems that the configuration tells by their place.
  init(_ attempts: UnresolvedAttempts, on slot: ModemSlot, places: Set<String>) {
    self.attempts = attempts
    self.slot = slot
    let expectation = attempts.expected(on: slot.view, places: places)
    entry = expectation?.entry
    deadline = expectation?.deadline
  }

  /// What the session is told when the port is open.
  var atOpening: PendingAnswer? { deadline.map(pending) }

  /// What the session is to be told now that the modem has said who it is, the first time.
  ///
  /// - Returns: The attempt; nil where nothing has changed.
  mutating func identify() -> (attempt: AttemptID?, pending: PendingAnswer?)? {
    guard !isIdentified else { return nil }
    isIdentified = true
    let before = entry
    entry = attempts.identified(slot.view, holding: before)
    guard entry?.attempt != before?.attempt else { return nil }
    return (entry?.attempt, entry.map { pending($0.deadline) })
  }

  /// The session has ended: what had no answer waits for the next one on this modem.
  ///
  /// - Parameters:
  ///   - pending: What the session still expects.
  ///   - attempt: The attempt that this is the name of, where it is known.
  func end(_ pending: PendingAnswer?, _ attempt: AttemptID?) {
    guard let pending, let attempt else { return }
    let isOfBefore = attempt == entry?.attempt
    let modem = entry.flatMap { isOfBefore ? $0.modem : nil } ?? slot.view.identity
    attempts.leave(
      UnresolvedAttempts.Entry(
        attempt: attempt,
        modem: modem,
        deadline: attempts.deadline(after: pending.remaining)
      )
    )
  }

  private func pending(_ deadline: Duration) -> PendingAnswer {
    PendingAnswer(token: Self.token, remaining: attempts.remaining(until: deadline))
  }
}

extension ModemSlot.View {
  /// Which modem it is, as far as it is known.
  fileprivate var identity: ModemIdentity {
    ModemIdentity(name: name, imei: facts.imei, iccid: facts.sim)
  }
}
