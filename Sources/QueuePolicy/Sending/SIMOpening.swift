public import Messaging

/// From when on a SIM may take a message, and what it waits for until then.
public struct SIMOpening: Hashable, Sendable {
  /// The moment.
  public var at: Timestamp
  /// What it waits for, in words for people.
  public var reason: String

  /// An opening.
  public init(at moment: Timestamp, reason: String) {
    at = moment
    self.reason = reason
  }

  /// The later of two: both have to come.
  public static func later(_ left: SIMOpening?, _ right: SIMOpening?) -> SIMOpening? {
    guard let left, let right else { return left ?? right }
    return left.at >= right.at ? left : right
  }
}

extension MessageClass {
  /// Whether a message would be worth nothing any more when its wait is over: whoever waits for a
  /// passcode is to know at once.
  ///
  /// - Parameters:
  ///   - until: The end of its wait.
  ///   - end: When its time is over.
  /// - Returns: Whether it would be.
  public func endsInVain(waitingUntil until: Timestamp, expiringAt end: Timestamp) -> Bool {
    self == .otp && until >= end
  }

  /// Why a message ends at once, because no SIM takes it before its time is over.
  ///
  /// - Parameters:
  ///   - openings: One for each SIM that might take it; nil for one that may at any moment, or of
  ///     which nobody knows when it may.
  ///   - end: When its time is over.
  /// - Returns: The reason, in words for people; nil where one may still take it.
  public func reasonToEnd(
    _ openings: [SIMOpening?],
    expiringAt end: Timestamp
  ) -> String? {
    var first: SIMOpening?
    for opening in openings {
      guard let opening, endsInVain(waitingUntil: opening.at, expiringAt: end) else { return nil }
      if first.map({ opening.at < $0.at }) ?? true { first = opening }
    }
    return first.map { Self.tooLate($0.reason) }
  }

  /// Why a message ends at once, in words for people.
  ///
  /// - Parameter reason: What it would have to wait for.
  /// - Returns: The words.
  public static func tooLate(_ reason: String) -> String {
    "it can no longer arrive in time: \(reason)"
  }
}
