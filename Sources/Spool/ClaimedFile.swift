public import Messaging

/// A file that the gateway has taken: nobody else can touch it, and it comes again after a crash
/// until the gateway says that its messages are durable.
public struct ClaimedFile: Hashable, Sendable {
  /// The name of the claim, which is also the id of the file's first message.
  public var id: MessageID
  /// The name that the file was dropped with.
  public var name: String
  /// When it was claimed; the same when it is replayed.
  public var receivedAt: Timestamp
  /// The user who owns the file.
  public var ownerUserID: UInt32
  /// What is to be sent, in the order of the file.
  public var messages: [ClaimedMessage]
  /// The numbers that opt out; only a list of those has any, and it has no messages.
  public var optOuts: [OptOutFile.Row] = []

  /// What is to be sent.
  public var requests: [MessageRequest] { messages.map(\.request) }
}

/// One message of a claimed file.
public struct ClaimedMessage: Hashable, Sendable {
  /// Its id, which the store keys it by.
  public var id: MessageID
  /// What is to be sent.
  public var request: MessageRequest
  /// What its result file needs.
  public var origin: SpoolOrigin
  /// The key that a `.json` file gave it.
  public var idempotencyKey: String?
}

/// Something that an operator should read about the spool.
public enum SpoolNotice: Hashable, Sendable, CustomStringConvertible {
  /// A file was moved to `rejected/`, for this reason.
  case rejected(name: String, reason: String)
  /// Something in `outgoing/` is left where it is, for this reason.
  case leftAlone(name: String, reason: String)
  /// The directories were replaced by others, which are watched now.
  case reopened(path: String)
  /// The kernel dropped events; the whole of `outgoing/` is read again.
  case eventsLost
  /// Nothing is taken until this passes.
  case paused(SpoolError)
  /// It has passed.
  case resumed

  /// What happened.
  public var description: String {
    switch self {
    case .rejected(let name, let reason): "rejected \(name): \(reason)"
    case .leftAlone(let name, let reason): "left \(name) where it is: \(reason)"
    case .reopened(let path): "\(path) was replaced; the new one is used"
    case .eventsLost: "too many files at once for the kernel's queue; reading the whole directory"
    case .paused(let error): "intake waits: \(error)"
    case .resumed: "intake goes on"
    }
  }
}
