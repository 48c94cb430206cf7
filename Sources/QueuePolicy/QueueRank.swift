public import Messaging

/// The place of a message in the line of messages that are due: lower goes first.
///
/// Class before urgency, urgency before age; within a rank the message that has been due longest
/// goes first.
public struct QueueRank: Hashable, Comparable, Sendable {
  /// 0 for the first in line.
  public let value: Int

  /// The rank of a message.
  ///
  /// - Parameters:
  ///   - messageClass: What the message is for.
  ///   - isUrgent: Whether it goes before others of its class.
  public init(_ messageClass: MessageClass, isUrgent: Bool) {
    value = messageClass.priority * 2 + (isUrgent ? 0 : 1)
  }

  /// Every rank there is, first in line first.
  public static let allValues: [Int] = Array(0..<(MessageClass.allCases.count * 2))

  /// Whether one rank goes before another.
  public static func < (left: QueueRank, right: QueueRank) -> Bool { left.value < right.value }
}
