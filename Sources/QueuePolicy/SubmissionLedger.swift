public import Messaging

/// Where one segment of a message is.
public enum SegmentState: String, Hashable, Sendable, Codable, CaseIterable {
  /// Not with the service centre.
  case unsent
  /// An attempt is open.
  case submitting
  /// Nobody knows whether the service centre has it.
  case unknown
  /// The service centre has it.
  case accepted
  /// The phone has it.
  case delivered
  /// The service centre gave it up.
  case undelivered
}

extension SegmentState {
  /// Whether the service centre has the segment.
  var isAccepted: Bool {
    switch self {
    case .accepted, .delivered, .undelivered: true
    case .unsent, .submitting, .unknown: false
    }
  }

  /// What one more attempt at the segment makes of it.
  fileprivate mutating func add(_ attempt: AttemptFacts) {
    switch (attempt.standing, self) {
    case (.accepted, _):
      if attempt.delivery == .delivered || self == .delivered {
        self = .delivered
      } else if attempt.delivery?.isFinal == true || self == .undelivered {
        self = .undelivered
      } else {
        self = .accepted
      }
    case (.open, .unsent), (.open, .submitting), (.open, .unknown): self = .submitting
    case (.unknown, .unsent), (.unknown, .unknown): self = .unknown
    case (.open, .accepted), (.open, .delivered), (.open, .undelivered),
      (.unknown, .submitting), (.unknown, .accepted), (.unknown, .delivered),
      (.unknown, .undelivered), (.refused, _), (.notSubmitted, _), (.disregarded, _):
      break
    }
  }
}

/// All attempts of one message, and what they add up to.
///
/// A long message that is sent again whole, or by another SIM, is another concatenated message with a
/// reference of its own. A phone puts only the segments of one together, so only those count together:
/// proof that comes late for an earlier one completes that one or none.
public struct SubmissionLedger: Hashable, Sendable {
  /// How many segments the message has; at least 1.
  public let segmentCount: Int
  /// Which concatenated message is being sent, counted from 0.
  public var concatenation: Int
  /// Every attempt, oldest first.
  public var attempts: [AttemptFacts]

  /// A ledger.
  public init(segmentCount: Int, concatenation: Int = 0, attempts: [AttemptFacts] = []) {
    self.segmentCount = max(segmentCount, 1)
    self.concatenation = concatenation
    self.attempts = attempts
  }

  /// The concatenated message that counts: the present one, unless an earlier one is with the service
  /// centre whole and the present one is not.
  public var counted: Int {
    let all = concatenations
    guard all.count > 1, !isWhole(concatenation) else { return concatenation }
    return all.filter(isWhole).max() ?? concatenation
  }

  private var concatenations: Set<Int> {
    var all: Set = [concatenation]
    for attempt in attempts where attempt.concatenation != concatenation {
      all.insert(attempt.concatenation)
    }
    return all
  }

  private func isWhole(_ concatenation: Int) -> Bool {
    segments(of: concatenation).allSatisfy(\.isAccepted)
  }

  /// Where each segment of one concatenated message is: proof outweighs doubt, doubt outweighs refusal.
  private func segments(of concatenation: Int) -> [SegmentState] {
    var states = [SegmentState](repeating: .unsent, count: segmentCount)
    for attempt in attempts
    where attempt.concatenation == concatenation && states.indices.contains(attempt.segment &- 1) {
      states[attempt.segment - 1].add(attempt)
    }
    return states
  }

  /// Where each segment is, in order.
  public var segments: [SegmentState] {
    segments(of: counted)
  }

  /// Where a segment is.
  ///
  /// - Parameter segment: Its place, from 1.
  /// - Returns: What its attempts add up to; `unsent` where there is no such segment.
  public func state(ofSegment segment: Int) -> SegmentState {
    segments[safe: segment &- 1] ?? .unsent
  }

  /// How many segments the service centre has: `k` of `partial k/n`.
  public var acceptedCount: Int {
    segments.count(where: \.isAccepted)
  }

  /// Whether the service centre has every segment.
  public var isComplete: Bool { acceptedCount == segmentCount }

  /// Whether it has some segments and not others.
  public var isPartial: Bool { (1..<segmentCount).contains(acceptedCount) }

  /// The segment to send next; nil when all are there, or one is open or in doubt.
  public var nextSegment: Int? {
    guard !hasUnresolvedAttempt else { return nil }
    return segments.firstIndex(of: .unsent).map { $0 + 1 }
  }

  /// Whether an attempt is open or unresolved at a segment that no other attempt has brought.
  public var hasUnresolvedAttempt: Bool {
    concatenations.contains { concatenation in
      segments(of: concatenation).contains { $0 == .unknown || $0 == .submitting }
    }
  }

  /// Whether segments are missing while nobody knows what became of some attempt, be it at a segment
  /// that another attempt has brought.
  public var isUnresolvedAndIncomplete: Bool {
    !isComplete && attempts.contains(where: \.isUnresolved)
  }

  /// Whether the service centre may have a segment beside those that count.
  public var isInDoubt: Bool {
    let counted = counted
    let states = segments(of: counted)
    return attempts.contains { attempt in
      guard let state = states[safe: attempt.segment &- 1], !state.isAccepted else { return false }
      return switch attempt.standing {
      case .unknown, .disregarded: true
      // Those of the concatenated message that counts are counted.
      case .accepted: attempt.concatenation != counted
      case .open, .refused, .notSubmitted: false
      }
    }
  }

  /// What the reports about all segments add up to; nil before they are final.
  public var delivery: DeliveryCategory? {
    let isDelivered = concatenations.contains { concatenation in
      segments(of: concatenation).allSatisfy { $0 == .delivered }
    }
    if isDelivered { return .delivered }
    return isComplete && segments.contains(.undelivered) ? .undeliverable : nil
  }

  /// The SIM that has the accepted segments of an unfinished message: the rest must follow there.
  public var boundSIM: ICCID? {
    let counted = counted
    return attempts.last {
      $0.concatenation == counted && ($0.standing == .accepted || $0.standing == .unknown)
    }?.iccid
  }
}
