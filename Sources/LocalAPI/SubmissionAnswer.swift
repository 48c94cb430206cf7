public import Messaging

/// What `POST /v1/messages` answers: one message, or a list where `to` was a list.
public enum SubmissionAnswer: Hashable, Sendable {
  /// The message for the one recipient.
  case one(SubmittedMessage)
  /// The messages, in the order of `to`.
  case many([SubmittedMessage])

  /// The messages, in the order of `to`.
  public var messages: [SubmittedMessage] {
    switch self {
    case .one(let message): [message]
    case .many(let messages): messages
    }
  }

  /// The answer in the form that a submission asks for: a list where `to` was a list.
  public init(_ messages: [SubmittedMessage], to recipients: MessageSubmission.Recipients) {
    if case .one = recipients, let message = messages.first {
      self = .one(message)
    } else {
      self = .many(messages)
    }
  }
}

extension SubmissionAnswer: Codable {
  private enum CodingKeys: String, CodingKey {
    case messages
  }

  /// Reads either form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    if let messages = try container.decodeIfPresent([SubmittedMessage].self, forKey: .messages) {
      self = .many(messages)
    } else {
      self = .one(try SubmittedMessage(from: decoder))
    }
  }

  /// Writes one message bare, and a list under `messages`.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .one(let message):
      try message.encode(to: encoder)
    case .many(let messages):
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(messages, forKey: .messages)
    }
  }
}

/// A message that was accepted, or would be.
public struct SubmittedMessage: Codable, Hashable, Sendable {
  /// Its name; nil in the answer to a dry run, which keeps nothing.
  @Nullable public var id: MessageID?
  /// The recipient in normal form.
  public var to: String
  /// Where it is: `queued`, or `withdrawn` where the recipient has opted out.
  public var state: MessageState
  /// Why, where it is not `queued`.
  @Nullable public var reason: String?
  /// How it is coded: `gsm7`, `ucs2` or `8bit`.
  public var encoding: String
  /// The language whose shift tables it is coded with (3GPP TS 23.038 §A); nil where none are used.
  @Nullable public var language: String?
  /// The characters that look-alikes stand for in what is sent; empty where it is sent as it came.
  public var replaced: [ReplacedCharacter]
  /// How many segments it takes.
  public var segments: Int
  /// What the rules say to it, a sentence each: quiet hours, limits, a modem that is away.
  public var notes: [String]
  /// When it may leave, where the answer to a dry run says that it may not now.
  @Nullable public var dueAt: WireTime?
  /// What it would cost, with the unit; nil where it costs nothing, or it is no dry run.
  @Nullable public var cost: String?

  /// A message that was accepted, or would be.
  public init(
    id: MessageID?,
    to: String,
    state: MessageState = .queued,
    reason: String? = nil,
    encoding: String,
    language: String? = nil,
    replaced: [ReplacedCharacter] = [],
    segments: Int,
    notes: [String] = [],
    dueAt: WireTime? = nil,
    cost: String? = nil
  ) {
    self.id = id
    self.to = to
    self.state = state
    self.reason = reason
    self.encoding = encoding
    self.language = language
    self.replaced = replaced
    self.segments = segments
    self.notes = notes
    self.dueAt = dueAt
    self.cost = cost
  }

  private enum CodingKeys: String, CodingKey {
    case id, to, state, reason, encoding, language, replaced, segments, notes, cost
    case dueAt = "due_at"
  }
}
