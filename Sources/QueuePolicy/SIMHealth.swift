public import Messaging

/// Whether a SIM may be used, judged by how its last attempts ended.
///
/// An error after which the SIM or the modem cannot send, such as a missing SIM or no network, gives
/// it a short rest at once: else every message that waits would be refused in turn. A circuit breaker:
/// three failures in a row for the SIM's or the modem's own sake pause it, longer each time. A
/// quarantine: refusals that look like a barring by the operator, for several recipients in a row, end
/// its use until somebody trusts it again, or until a message now and then, the probe, is accepted.
/// What concerns one recipient alone does neither.
public struct SIMHealth: Hashable, Sendable {
  /// What the history allows.
  public enum Standing: Hashable, Sendable {
    /// It may send.
    case usable
    /// It rests until a moment.
    case paused(until: Timestamp, reason: String)
    /// The operator seems to bar it; from this moment on one message may try.
    case quarantined(until: Timestamp, reason: String)
  }

  /// What the history allows.
  public private(set) var standing: Standing
  /// Failures in a row for the SIM's or the modem's own sake.
  public private(set) var failures: Int
  /// How often it has rested since a message was accepted.
  public private(set) var rests: Int
  /// The recipients that it was refused for in a row, in a way that looks like a barring.
  public private(set) var barredRecipients: [PhoneNumber]

  /// Three failures in a row pause a SIM.
  public static let failureLimit = 3
  /// Refusals for this many different recipients in a row quarantine it.
  public static let recipientLimit = 3
  /// How long it rests after the first failure, and the second in a row, where it cannot send.
  public static let rests: [Duration] = [.seconds(5), .seconds(30)]
  /// How long it pauses the first, second, and every further time.
  public static let pauses: [Duration] = [.seconds(60), .seconds(300), .seconds(1800)]
  /// How long a quarantine lasts before the first, second, and every further probe.
  public static let probes: [Duration] = [
    .seconds(1800), .seconds(7200), .seconds(21_600), .seconds(86_400),
  ]

  /// A history; as it stands, none.
  public init(
    standing: Standing = .usable,
    failures: Int = 0,
    rests: Int = 0,
    barredRecipients: [PhoneNumber] = []
  ) {
    self.standing = standing
    self.failures = failures
    self.rests = rests
    self.barredRecipients = barredRecipients
  }

  /// Whether nothing speaks against the SIM.
  public var isClean: Bool { self == SIMHealth() }

  /// Why and until when it sends nothing; nil where it may send, be it a probe.
  ///
  /// - Parameter now: The time.
  /// - Returns: The end of the rest, and the reason.
  public func rest(at now: Timestamp) -> (until: Timestamp, reason: String)? {
    switch standing {
    case .usable: nil
    case .paused(let until, let reason), .quarantined(let until, let reason):
      until > now ? (until, reason) : nil
    }
  }

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
      self = SIMHealth()
    case .notSubmitted, .unknown:
      break
    case .refused(let error):
      let verdict = error.verdict(from: make)
      if verdict.isSignOfBarring {
        recordBarring(verdict.text, recipient, now)
      } else {
        barredRecipients = []
        if verdict.isFailureOfSIM {
          recordFailure(verdict, now)
        } else {
          failures = 0
        }
      }
    }
  }

  /// One recipient whom the network will not serve says nothing of the SIM.
  private mutating func recordBarring(
    _ text: String,
    _ recipient: PhoneNumber,
    _ now: Timestamp
  ) {
    if case .quarantined(let until, let reason) = standing {
      guard until <= now else { return }
      standing = .quarantined(until: now + nextProbe(), reason: reason)
      return
    }
    if !barredRecipients.contains(recipient) { barredRecipients.append(recipient) }
    guard barredRecipients.count >= Self.recipientLimit else { return }
    let reason = "refused for \(barredRecipients.count) recipients in a row, at last with \(text)"
    rests = 0
    failures = 0
    standing = .quarantined(until: now + nextProbe(), reason: reason)
  }

  private mutating func nextProbe() -> Duration {
    defer { rests += 1 }
    return Self.probes[min(rests, Self.probes.count - 1)]
  }

  private mutating func recordFailure(_ verdict: SubmissionVerdict, _ now: Timestamp) {
    failures += 1
    guard failures >= Self.failureLimit else {
      if verdict.errorClass == .pauseSIM { rest(Self.rests[failures - 1], verdict.text, now) }
      return
    }
    failures = 0
    if case .quarantined(let until, let reason) = standing {
      // The probe got nowhere: it is made again when the modem has had a rest.
      standing = .quarantined(until: max(until, now + Self.pauses[0]), reason: reason)
      return
    }
    standing = .paused(
      until: now + Self.pauses[min(rests, Self.pauses.count - 1)],
      reason: "failed \(Self.failureLimit) times in a row, at last with \(verdict.text)"
    )
    rests += 1
  }

  private mutating func rest(_ duration: Duration, _ text: String, _ now: Timestamp) {
    if case .quarantined(let until, let reason) = standing {
      standing = .quarantined(until: max(until, now + duration), reason: reason)
    } else {
      standing = .paused(until: now + duration, reason: "failed with \(text)")
    }
  }

  /// Shortens a rest that was begun under a clock that was ahead to its own length from now on.
  ///
  /// - Parameter now: The time, after the clock was set back.
  public mutating func clockWentBack(to now: Timestamp) {
    func end(_ until: Timestamp, _ lengths: [Duration], _ count: Int) -> Timestamp {
      min(until, now + lengths[min(max(count - 1, 0), lengths.count - 1)])
    }
    switch standing {
    case .usable: break
    case .paused(let until, let reason):
      let isShort = failures > 0
      standing = .paused(
        until: isShort ? end(until, Self.rests, failures) : end(until, Self.pauses, rests),
        reason: reason
      )
    case .quarantined(let until, let reason):
      standing = .quarantined(until: end(until, Self.probes, rests), reason: reason)
    }
  }
}
