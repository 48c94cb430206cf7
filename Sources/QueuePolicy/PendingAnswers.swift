public import Messaging

/// A modem, as far as it is known.
public struct ModemIdentity: Hashable, Sendable {
  /// What it is called.
  public var name: String
  /// Its serial number.
  public var imei: String?
  /// The SIM in it.
  public var iccid: ICCID?

  /// A modem.
  public init(name: String, imei: String? = nil, iccid: ICCID? = nil) {
    self.name = name
    self.imei = imei
    self.iccid = iccid
  }

  /// Whether both are one modem: by IMEI, else by the SIM, else by name.
  ///
  /// - Parameter other: A modem.
  /// - Returns: Whether it is this one, as far as can be told.
  public func isSame(as other: ModemIdentity) -> Bool {
    if let imei, let theirs = other.imei { return imei == theirs }
    if let iccid, let theirs = other.iccid { return iccid == theirs }
    return name == other.name
  }
}

/// Attempts that had no answer when their session ended, or the gateway: whoever opens the port of the
/// modem next, whatever it is called by then, waits for the rest of their time.
public struct PendingAnswers<Attempt: Comparable & Hashable & Sendable>: Sendable {
  /// An attempt without an answer.
  public struct Entry: Hashable, Sendable {
    /// The attempt.
    public var attempt: Attempt
    /// The modem that may still answer.
    public var modem: ModemIdentity
    /// When its answer is overdue, on the caller's monotonic clock.
    public var deadline: Duration

    /// An attempt without an answer.
    public init(attempt: Attempt, modem: ModemIdentity, deadline: Duration) {
      self.attempt = attempt
      self.modem = modem
      self.deadline = deadline
    }
  }

  /// What a port that is about to be opened may bring.
  public struct Expectation: Hashable, Sendable {
    /// The attempt that may be answered; nil where that of one modem or another may be.
    public var entry: Entry?
    /// When the answer is overdue.
    public var deadline: Duration
  }

  private var entries: [Entry]
  private let lateAnswerTime: Duration

  /// What an earlier run of the gateway left.
  ///
  /// - Parameters:
  ///   - entries: The attempts.
  ///   - lateAnswerTime: How long after its deadline an attempt may still be answered.
  public init(_ entries: [Entry] = [], lateAnswerTime: Duration) {
    self.entries = entries
    self.lateAnswerTime = lateAnswerTime
  }

  /// A session has ended, and an attempt has no answer.
  ///
  /// - Parameter entry: The attempt.
  public mutating func leave(_ entry: Entry) {
    entries.removeAll { $0.attempt == entry.attempt }
    entries.append(entry)
  }

  /// What may be answered on the port of a modem that is about to be opened.
  ///
  /// - Parameters:
  ///   - modem: The modem.
  ///   - now: The time.
  /// - Returns: Its last attempt; nil where that can be answered no more.
  public mutating func expected(of modem: ModemIdentity, at now: Duration) -> Expectation? {
    let entry = last(of: take(modem), at: now)
    return entry.map { Expectation(entry: $0, deadline: $0.deadline) }
  }

  /// What may be answered on a port that is about to be opened, where it is not known which modem that
  /// is.
  ///
  /// - Parameters:
  ///   - known: The names of modems that cannot be behind this port.
  ///   - now: The time.
  /// - Returns: The last attempt of the only modem that it can be; the longest wait where it can be one
  ///   of several; nil where nothing can be answered any more.
  public mutating func expected(exceptOf known: Set<String>, at now: Duration) -> Expectation? {
    forget(at: now)
    let candidates = entries.filter { !known.contains($0.modem.name) }
    guard let first = candidates.first, let deadline = candidates.map(\.deadline).max() else {
      return nil
    }
    let isOne = candidates.allSatisfy { $0.modem.isSame(as: first.modem) }
    return Expectation(entry: isOne ? last(of: candidates, at: now) : nil, deadline: deadline)
  }

  /// It is known now which modem a session is on.
  ///
  /// - Parameters:
  ///   - modem: The modem.
  ///   - held: The attempt that the session took for this modem's; it is given back where it is not.
  ///   - now: The time.
  /// - Returns: The attempt of this modem that may still be answered, or what the session holds already.
  public mutating func identified(
    _ modem: ModemIdentity,
    holding held: Entry?,
    at now: Duration
  ) -> Entry? {
    let own = last(of: take(modem), at: now)
    guard let held else { return own }
    guard held.modem.isSame(as: modem) else {
      leave(held)
      return own
    }
    return own.flatMap { $0.attempt > held.attempt ? $0 : nil } ?? held
  }

  private mutating func take(_ modem: ModemIdentity) -> [Entry] {
    let own = entries.filter { $0.modem.isSame(as: modem) }
    entries.removeAll { $0.modem.isSame(as: modem) }
    return own
  }

  /// By number, not by time: under a clock that was set back an old attempt looks like the last.
  private func last(of entries: [Entry], at now: Duration) -> Entry? {
    let last = entries.max { $0.attempt < $1.attempt }
    return last.flatMap { $0.deadline + lateAnswerTime > now ? $0 : nil }
  }

  private mutating func forget(at now: Duration) {
    entries.removeAll { $0.deadline + lateAnswerTime <= now }
  }
}
