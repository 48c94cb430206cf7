public import Messaging

/// What a webhook may be told of.
public enum WebhookKind: Hashable, Sendable, CaseIterable {
  /// A message came to a state.
  case message(MessageState)
  /// A message was received.
  case received
  /// A number opted out.
  case optedOut
  /// A number opted in.
  case optedIn

  /// Every kind, in the order of the documentation.
  public static let allCases: [WebhookKind] =
    MessageState.allCases.map { .message($0) } + [.received, .optedOut, .optedIn]

  /// The name of the event, as the local API has it: `message.sent`, `optout.added`.
  public var name: String {
    switch self {
    case .message(let state): "message." + state.rawValue
    case .received: "message.received"
    case .optedOut: "optout.added"
    case .optedIn: "optout.removed"
    }
  }

  /// The kind of that name; nil for others.
  ///
  /// - Parameter name: The name.
  public init?(name: some StringProtocol) {
    guard let kind = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = kind
  }
}

/// A webhook, and what it wants to be told of.
public struct WebhookSubscription: Hashable, Sendable {
  /// What people call it.
  public var name: String
  /// What it wants to be told of.
  public var kinds: Set<WebhookKind>

  /// A subscription.
  public init(name: String, kinds: Set<WebhookKind>) {
    self.name = name
    self.kinds = kinds
  }
}

/// One event that a webhook is owed.
public struct WebhookDelivery: Hashable, Sendable {
  /// Its place in the queue.
  public var row: Int64
  /// The webhook.
  public var webhook: String
  /// The id of the event: the same at every attempt, and for every webhook.
  public var event: MessageID
  /// What happened.
  public var kind: WebhookKind
  /// What it happened to: the id of a message, or a number.
  public var subject: String
  /// The reason of a state, or the scope of an opt-out.
  public var detail: String?
  /// When it happened.
  public var at: Timestamp
  /// How often it was tried.
  public var attempts: Int
}

/// How far behind a webhook is.
public struct WebhookLag: Hashable, Sendable {
  /// The webhook.
  public var webhook: String
  /// How many events it is owed.
  public var pending: Int
  /// When the oldest of them happened; nil where it is owed none.
  public var oldestAt: Timestamp?
  /// Why the last attempt of the oldest failed; nil where there was none.
  public var lastError: String?

  /// The age of the oldest event that it is owed.
  ///
  /// - Parameter now: The time.
  /// - Returns: Its age; nothing where it is owed none, or where the clock was set back behind it.
  public func age(at now: Timestamp) -> Duration {
    oldestAt.map { max(now - $0, .zero) } ?? .zero
  }
}
