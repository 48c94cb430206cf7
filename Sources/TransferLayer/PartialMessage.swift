public import Messaging

/// The segments that are there of one received message; 3GPP TS 23.040 §9.2.3.24.1.
///
/// A reference comes round again (after 256 messages, and with some senders at once), so sender and
/// reference alone do not make segments one message. Two segments are of two messages if
///
/// - they name another reference, or another total;
/// - they have one number and another content;
/// - their time stamps lie further apart than a message takes (`longestSpan`);
/// - the one with the lower number was stamped later, by more than service centres disagree
///   (`longestStepBack`): a sender begins with the first segment.
///
/// What fits several messages goes to the one that was stamped closest to it. Each keeps its own
/// segments until it is whole or overdue: a segment that comes late finds its message, also where the
/// next one with the same reference has begun.
public struct PartialMessage: Hashable, Sendable {
  /// How far the time stamps of one message lie apart at most.
  public static let longestSpan: Duration = .seconds(600)
  /// How much later a segment can be stamped than one that follows it in the message.
  public static let longestStepBack: Duration = .seconds(30)

  private struct Member: Hashable {
    var place: Int
    var segment: WaitingSegment
    var number: UInt8 { segment.part.concatenation?.sequence ?? 1 }
  }

  /// The segments, by number; of two copies the earlier first.
  private var members: [Member]
  /// When the last segment came that is no copy.
  public private(set) var lastArrival: Timestamp

  private init(_ place: Int, _ segment: WaitingSegment) {
    members = [Member(place: place, segment: segment)]
    lastArrival = segment.receivedAt
  }

  /// Where its segments are in the list that was sorted, by number; copies too.
  public var places: [Int] { members.map(\.place) }

  /// The whole content, or the numbers of the segments that are missing.
  public var result: Reassembly.Result { Reassembly.join(parts: members.map(\.segment.part)) }

  /// What is there of the content, in order; for a message that is waited for no longer.
  public var content: ReceivedContent {
    Reassembly.joinIncomplete(parts: members.map(\.segment.part)).content
  }

  /// Finds out which segments make a message together.
  ///
  /// A segment that is added at the end changes the message that it belongs to and no other; taking all
  /// segments of a message out of the list changes no other either.
  ///
  /// - Parameter segments: Segments of one sender that one SIM received, in the order of arrival.
  /// - Returns: The messages, in the order in which their first segments came. Each segment is in one.
  public static func sort(_ segments: [WaitingSegment]) -> [PartialMessage] {
    var messages: [PartialMessage] = []
    for (place, segment) in segments.enumerated() {
      var best: (index: Int, distance: Duration)?
      for (index, message) in messages.enumerated() {
        guard let distance = message.distance(of: segment) else { continue }
        // Of equals the latest, for messages mostly come one after the other.
        if best.map({ distance <= $0.distance }) ?? true { best = (index, distance) }
      }
      if let best {
        messages[best.index].add(segment, at: place)
      } else {
        messages.append(PartialMessage(place, segment))
      }
    }
    return messages
  }

  /// How far a segment was stamped from the closest of the message; nil if it is of another message.
  private func distance(of segment: WaitingSegment) -> Duration? {
    guard let concatenation = segment.part.concatenation else { return nil }
    var closest: Duration?
    for member in members.map(\.segment) {
      guard let present = member.part.concatenation, present.isOfOneMessage(with: concatenation)
      else { return nil }
      let isCopy = present.sequence == concatenation.sequence
      if isCopy, member.part != segment.part { return nil }
      guard let lead = segment.lead(over: member) else { continue }
      let stepBack = present.sequence > concatenation.sequence ? lead : .zero - lead
      if !isCopy, stepBack > Self.longestStepBack { return nil }
      let distance = lead < .zero ? .zero - lead : lead
      if distance > Self.longestSpan { return nil }
      closest = min(closest ?? distance, distance)
    }
    return closest ?? .zero
  }

  private mutating func add(_ segment: WaitingSegment, at place: Int) {
    let member = Member(place: place, segment: segment)
    let isCopy = members.contains { $0.number == member.number }
    let position = members.firstIndex { $0.number > member.number }
    members.insert(member, at: position ?? members.endIndex)
    if !isCopy { lastArrival = max(lastArrival, segment.receivedAt) }
  }
}

extension Concatenation {
  /// Whether reference, its width and total are the same.
  fileprivate func isOfOneMessage(with other: Concatenation) -> Bool {
    reference == other.reference && width == other.width && total == other.total
  }
}
