public import Messaging

/// One page of a list, the newest first.
public struct PageRequest: Hashable, Sendable {
  /// How many entries a page has where nothing is said.
  public static let defaultLimit = 50
  /// The most entries that a page may have.
  public static let mostEntries = 1000

  /// The most entries to answer with.
  public var limit: Int
  /// `next` of the page before; the first page where nil.
  public var after: String?

  /// A page; the limit is brought between 1 and `mostEntries`.
  public init(limit: Int = Self.defaultLimit, after: String? = nil) {
    self.limit = min(max(limit, 1), Self.mostEntries)
    self.after = after
  }
}

/// Which messages `GET /v1/messages` answers with.
public struct MessageFilter: Hashable, Sendable {
  /// Only those in one of these states; all where empty.
  public var states: [MessageState]
  /// Only those to this number, as it was written.
  public var to: String?
  /// Only those that this account handed in: `uid:` and a user, or `token:` and a name.
  public var submitter: String?
  /// The page.
  public var page: PageRequest

  /// A filter; as it is, the newest messages of all kinds.
  public init(
    states: [MessageState] = [],
    to: String? = nil,
    submitter: String? = nil,
    page: PageRequest = PageRequest()
  ) {
    self.states = states
    self.to = to
    self.submitter = submitter
    self.page = page
  }
}

/// What `GET /v1/messages` answers.
public struct MessageList: Codable, Hashable, Sendable {
  /// The messages, the newest first, without their attempts and history.
  public var messages: [MessageView]
  /// What to give as `after` for the page that follows; nil on the last.
  @Nullable public var next: String?

  /// A page of messages.
  public init(messages: [MessageView], next: String? = nil) {
    self.messages = messages
    self.next = next
  }
}

/// What an operator knows about a message whose outcome is unknown.
public enum Resolution: String, Codable, Hashable, Sendable, CaseIterable {
  /// It was sent: somebody has seen it.
  case sent
  /// It is to be sent again; a second copy may arrive.
  case resend
  /// It is to be left as it is.
  case close
}

/// The body of `POST /v1/messages/ID/resolve`.
public struct ResolveRequest: Codable, Hashable, Sendable {
  /// What to make of the message.
  public var resolution: Resolution

  /// A decision.
  public init(resolution: Resolution) {
    self.resolution = resolution
  }

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case resolution
  }

  /// Reads the request and refuses fields it does not know.
  public init(from decoder: any Decoder) throws {
    try decoder.refuseUnknownKeys(beside: CodingKeys.self)
    resolution = try decoder.container(keyedBy: CodingKeys.self)
      .decode(Resolution.self, forKey: .resolution)
  }
}
