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
    guard attempts.contains(where: { $0.concatenation != concatenation }), !isWhole(concatenation)
    else { return concatenation }
    return Set(attempts.map(\.concatenation)).filter(isWhole).max() ?? concatenation
  }

  private func isWhole(_ concatenation: Int) -> Bool {
    (1...segmentCount).allSatisfy { isAccepted($0, of: concatenation) }
  }

  private func isAccepted(_ segment: Int, of concatenation: Int) -> Bool {
    attempts.contains {
      $0.segment == segment && $0.concatenation == concatenation && $0.standing == .accepted
    }
  }

  private func state(ofSegment segment: Int, of concatenation: Int) -> SegmentState {
    let own = attempts.filter { $0.segment == segment && $0.concatenation == concatenation }
    let accepted = own.filter { $0.standing == .accepted }
    if !accepted.isEmpty {
      let reports = accepted.compactMap(\.delivery)
      if reports.contains(.delivered) { return .delivered }
      return reports.contains(where: \.isFinal) ? .undelivered : .accepted
    }
    if own.contains(where: { $0.standing == .open }) { return .submitting }
    return own.contains { $0.standing == .unknown } ? .unknown : .unsent
  }

  /// Where a segment is.
  ///
  /// - Parameter segment: Its place, from 1.
  /// - Returns: What its attempts add up to; proof outweighs doubt, doubt outweighs refusal.
  public func state(ofSegment segment: Int) -> SegmentState {
    state(ofSegment: segment, of: counted)
  }

  /// Where each segment is, in order.
  public var segments: [SegmentState] {
    guard !attempts.isEmpty else { return Array(repeating: .unsent, count: segmentCount) }
    let counted = counted
    return (1...segmentCount).map { state(ofSegment: $0, of: counted) }
  }

  /// How many segments the service centre has: `k` of `partial k/n`.
  public var acceptedCount: Int {
    segments.count { $0 == .accepted || $0 == .delivered || $0 == .undelivered }
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
    attempts.contains { attempt in
      (1...segmentCount).contains(attempt.segment) && attempt.isUnresolved
        && !isAccepted(attempt.segment, of: attempt.concatenation)
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
    return attempts.contains { attempt in
      guard (1...segmentCount).contains(attempt.segment),
        !isAccepted(attempt.segment, of: counted)
      else { return false }
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
    let isDelivered = Set(attempts.map(\.concatenation)).contains { concatenation in
      (1...segmentCount).allSatisfy { state(ofSegment: $0, of: concatenation) == .delivered }
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
