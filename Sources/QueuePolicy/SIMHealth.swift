public import Messaging

/// Whether a SIM may be used, judged by how its last attempts ended.
///
/// A circuit breaker: three failures in a row for the SIM's or the modem's own sake pause it, longer
/// each time. A quarantine: refusals that look like a barring by the operator, for several
/// recipients in a row, end its use until somebody looks.
public struct SIMHealth: Hashable, Sendable {
  /// What the history allows.
  public enum Standing: Hashable, Sendable {
    /// It may send.
    case usable
    /// It rests until a moment.
    case paused(until: Timestamp, reason: String)
    /// The operator seems to bar it; somebody has to look.
    case quarantined(reason: String)
  }

  /// What the history allows now.
  public private(set) var standing: Standing = .usable
  private var failures = 0
  private var pauses = 0
  private var barredRecipients: [PhoneNumber] = []

  /// Three failures in a row pause a SIM.
  public static let failureLimit = 3
  /// Refusals for this many different recipients in a row quarantine it.
  public static let recipientLimit = 3
  /// How long it pauses the first, second, and every further time.
  public static let pauses: [Duration] = [.seconds(60), .seconds(300), .seconds(1800)]

  /// A SIM without a history.
  public init() {}

  /// A SIM that was quarantined before.
  public init(quarantinedFor reason: String) { standing = .quarantined(reason: reason) }

  /// Takes in how an attempt ended.
  ///
  /// - Parameters:
  ///   - outcome: The outcome.
  ///   - make: The modem it went through.
  ///   - recipient: Whom the attempt was for.
  ///   - now: When it ended.
  public mutating func record(
    _ outcome: SubmissionOutcome,
    from make: ModemMake? = nil,
    recipient: PhoneNumber,
    at now: Timestamp
  ) {
    switch outcome {
    case .accepted:
      failures = 0
      pauses = 0
      barredRecipients = []
      if case .paused = standing { standing = .usable }
    case .notSubmitted, .unknown:
      break
    case .refused(let error):
      record(error.verdict(from: make), recipient: recipient, at: now)
    }
  }

  private mutating func record(
    _ verdict: SubmissionVerdict,
    recipient: PhoneNumber,
    at now: Timestamp
  ) {
    if verdict.isSignOfBarring {
      if !barredRecipients.contains(recipient) { barredRecipients.append(recipient) }
      if barredRecipients.count >= Self.recipientLimit {
        let count = barredRecipients.count
        standing = .quarantined(
          reason: "refused for \(count) recipients in a row, at last with \(verdict.text)"
        )
        return
      }
    } else {
      barredRecipients = []
    }
    guard verdict.errorClass == .pauseSIM else {
      failures = 0
      return
    }
    failures += 1
    guard failures >= Self.failureLimit else { return }
    failures = 0
    let pause = Self.pauses[min(pauses, Self.pauses.count - 1)]
    pauses += 1
    if case .quarantined = standing { return }
    standing = .paused(until: now + pause, reason: verdict.text)
  }

  /// Ends a pause whose time is over.
  ///
  /// - Parameter now: The time.
  public mutating func advance(to now: Timestamp) {
    guard case .paused(let until, _) = standing, until <= now else { return }
    standing = .usable
  }

  /// An operator trusts the SIM again.
  public mutating func release() { self = SIMHealth() }
}
