public import Messaging

/// What the rules of considerate sending say to a message.
public enum RuleVerdict: Hashable, Sendable {
  /// It may leave.
  case allowed
  /// It may leave later.
  case deferred(until: Timestamp, reason: String)
  /// It may never leave.
  case refused(reason: String)

  /// The stricter of two verdicts; of two deferrals the longer.
  public func and(_ other: RuleVerdict) -> RuleVerdict {
    switch (self, other) {
    case (.refused, _), (.deferred, .allowed): self
    case (_, .refused), (.allowed, _): other
    case (.deferred(let own, _), .deferred(let their, _)): own >= their ? self : other
    }
  }
}
