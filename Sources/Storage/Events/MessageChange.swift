public import Messaging
public import QueuePolicy

/// What happened to a message: the answer of every verb that moves one.
public struct MessageChange: Hashable, Sendable {
  /// The message.
  public var id: MessageID
  /// Whom it goes to.
  public var recipient: PhoneNumber
  /// What it is for.
  public var messageClass: MessageClass
  /// Where it was; nil when it was just accepted.
  public var from: MessageState?
  /// Where it is.
  public var to: MessageState
  /// Why, in words for people.
  public var reason: String?
  /// How many segments the service centre has: `k` of `partial k/n`.
  public var acceptedSegments: Int
  /// How many there are.
  public var segmentCount: Int
  /// When it is due again, if it is queued.
  public var dueAt: Timestamp?
  /// Whether the next segment follows at once on the same SIM; the claim stays then.
  public var continues: Bool
  /// What the error meant, where there was one.
  public var verdict: SubmissionVerdict?
  /// The modem of the attempt, where there was one.
  public var modem: String?
  /// Whether a copy may have arrived before.
  public var isPossibleDuplicate: Bool
  /// When it happened.
  public var at: Timestamp
}
