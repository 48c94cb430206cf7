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
public struct SubmissionLedger: Hashable, Sendable {
  /// How many segments the message has; at least 1.
  public let segmentCount: Int
  /// Every attempt, oldest first.
  public var attempts: [AttemptFacts]

  /// A ledger.
  public init(segmentCount: Int, attempts: [AttemptFacts] = []) {
    self.segmentCount = max(segmentCount, 1)
    self.attempts = attempts
  }

  /// Where a segment is.
  ///
  /// - Parameter segment: Its place, from 1.
  /// - Returns: What its attempts add up to; proof outweighs doubt, doubt outweighs refusal.
  public func state(ofSegment segment: Int) -> SegmentState {
    let own = attempts.filter { $0.segment == segment }
    let accepted = own.filter { $0.standing == .accepted }
    if !accepted.isEmpty {
      let reports = accepted.compactMap(\.delivery)
      if reports.contains(.delivered) { return .delivered }
      return reports.contains(where: \.isFinal) ? .undelivered : .accepted
    }
    if own.contains(where: { $0.standing == .open }) { return .submitting }
    return own.contains { $0.standing == .unknown } ? .unknown : .unsent
  }

  /// Where each segment is, in order.
  public var segments: [SegmentState] {
    guard !attempts.isEmpty else { return Array(repeating: .unsent, count: segmentCount) }
    return (1...segmentCount).map(state(ofSegment:))
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
    let states = segments
    guard !states.contains(.submitting), !states.contains(.unknown) else { return nil }
    return states.firstIndex(of: .unsent).map { $0 + 1 }
  }

  /// Whether an attempt is open or unresolved.
  public var hasUnresolvedAttempt: Bool {
    segments.contains { $0 == .unknown || $0 == .submitting }
  }

  /// Whether segments are missing while nobody knows what became of some attempt, be it at a segment
  /// that another attempt has brought.
  public var isUnresolvedAndIncomplete: Bool {
    !isComplete
      && attempts.contains { attempt in
        switch attempt.standing {
        case .open, .unknown: true
        case .accepted, .refused, .notSubmitted, .disregarded: false
        }
      }
  }

  /// Whether the service centre may have a segment beside the accepted ones.
  public var isInDoubt: Bool {
    let states = segments
    return attempts.contains { attempt in
      guard states.indices.contains(attempt.segment &- 1) else { return false }
      switch (attempt.standing, states[attempt.segment &- 1]) {
      case (.unknown, .unknown), (.unknown, .submitting), (.unknown, .unsent),
        (.disregarded, .unknown), (.disregarded, .submitting), (.disregarded, .unsent):
        return true
      case (.unknown, .accepted), (.unknown, .delivered), (.unknown, .undelivered),
        (.disregarded, .accepted), (.disregarded, .delivered), (.disregarded, .undelivered),
        (.open, _), (.accepted, _), (.refused, _), (.notSubmitted, _):
        return false
      }
    }
  }

  /// What the reports about all segments add up to; nil before they are final.
  public var delivery: DeliveryCategory? {
    let states = segments
    if states.allSatisfy({ $0 == .delivered }) { return .delivered }
    guard isComplete, states.contains(.undelivered) else { return nil }
    return .undeliverable
  }

  /// The SIM that has the accepted segments of an unfinished message: the rest must follow there.
  public var boundSIM: ICCID? {
    attempts.last { $0.standing == .accepted || $0.standing == .unknown }?.iccid
  }
}
