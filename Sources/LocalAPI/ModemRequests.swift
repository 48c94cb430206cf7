/// The body of `POST /v1/modems/NAME/pause`; it may be left out.
public struct PauseRequest: Codable, Hashable, Sendable {
  /// Why, in words, for whoever looks at the status.
  public var reason: String?
  /// When the modem resumes by itself; never where nothing is said.
  public var until: WireTime?

  /// A request to pause.
  public init(reason: String? = nil, until: WireTime? = nil) {
    self.reason = reason
    self.until = until
  }

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case reason, until
  }

  /// Reads the request and refuses fields it does not know.
  public init(from decoder: any Decoder) throws {
    try decoder.refuseUnknownKeys(beside: CodingKeys.self)
    let container = try decoder.container(keyedBy: CodingKeys.self)
    reason = try container.decodeIfPresent(String.self, forKey: .reason)
    until = try container.decodeIfPresent(WireTime.self, forKey: .until)
  }
}

/// The body of `POST /v1/modems/NAME/ussd`.
public struct USSDRequest: Codable, Hashable, Sendable {
  /// What to dial, such as `*100#` (3GPP TS 27.007 §7.15).
  public var code: String

  /// A code to dial.
  public init(code: String) {
    self.code = code
  }

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case code
  }

  /// Reads the request and refuses fields it does not know.
  public init(from decoder: any Decoder) throws {
    try decoder.refuseUnknownKeys(beside: CodingKeys.self)
    code = try decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .code)
  }
}

/// What the network answered to a USSD code.
public struct USSDAnswer: Codable, Hashable, Sendable {
  /// The text; nil where the network said nothing.
  @Nullable public var text: String?
  /// Whether the network waits for another answer.
  public var expectsAnswer: Bool

  /// An answer.
  public init(text: String?, expectsAnswer: Bool = false) {
    self.text = text
    self.expectsAnswer = expectsAnswer
  }

  private enum CodingKeys: String, CodingKey {
    case text
    case expectsAnswer = "expects_answer"
  }
}

/// The body of `POST /v1/modems/NAME/at`.
public struct ATRequest: Codable, Hashable, Sendable {
  /// One command line, such as `AT+CSQ`.
  public var command: String

  /// A command line.
  public init(command: String) {
    self.command = command
  }

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case command
  }

  /// Reads the request and refuses fields it does not know.
  public init(from decoder: any Decoder) throws {
    try decoder.refuseUnknownKeys(beside: CodingKeys.self)
    command = try decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .command)
  }
}

/// What the modem answered to a command line.
public struct ATAnswer: Codable, Hashable, Sendable {
  /// The lines of the answer, without the final result code.
  public var lines: [String]
  /// The final result code, such as `OK` or `+CME ERROR: 10`.
  public var result: String

  /// An answer.
  public init(lines: [String], result: String) {
    self.lines = lines
    self.result = result
  }
}
