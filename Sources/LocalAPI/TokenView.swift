public import Messaging

/// A token of the HTTP interface; what proves it is shown once, when it is made.
public struct TokenView: Codable, Hashable, Sendable {
  /// What people call it.
  public var name: String
  /// What it allows.
  public var scope: TokenScope
  /// When it was made.
  public var createdAt: WireTime
  /// Who made it.
  public var createdBy: String
  /// When it ends by itself.
  @Nullable public var expiresAt: WireTime?
  /// When it was last used, to ten minutes.
  @Nullable public var lastUsedAt: WireTime?
  /// When it was revoked.
  @Nullable public var revokedAt: WireTime?

  /// A token.
  public init(
    name: String,
    scope: TokenScope,
    createdAt: WireTime,
    createdBy: String,
    expiresAt: WireTime? = nil,
    lastUsedAt: WireTime? = nil,
    revokedAt: WireTime? = nil
  ) {
    self.name = name
    self.scope = scope
    self.createdAt = createdAt
    self.createdBy = createdBy
    self.expiresAt = expiresAt
    self.lastUsedAt = lastUsedAt
    self.revokedAt = revokedAt
  }

  private enum CodingKeys: String, CodingKey {
    case name, scope
    case createdAt = "created_at"
    case createdBy = "created_by"
    case expiresAt = "expires_at"
    case lastUsedAt = "last_used_at"
    case revokedAt = "revoked_at"
  }
}

/// What `GET /v1/tokens` answers.
public struct TokenList: Codable, Hashable, Sendable {
  /// The tokens, by name.
  public var tokens: [TokenView]

  /// A list.
  public init(tokens: [TokenView]) {
    self.tokens = tokens
  }
}

/// What `POST /v1/tokens` is given.
public struct TokenRequest: Codable, Hashable, Sendable {
  /// What people will call it: 1 to 64 letters, digits, `-`, `_` and `.`.
  public var name: String
  /// What it allows.
  public var scope: TokenScope
  /// How long it lasts, in seconds; for ever where nothing is said.
  public var expiresIn: Int?

  /// A request.
  public init(name: String, scope: TokenScope, expiresIn: Int? = nil) {
    self.name = name
    self.scope = scope
    self.expiresIn = expiresIn
  }

  private enum CodingKeys: String, CodingKey {
    case name, scope
    case expiresIn = "expires_in"
  }
}

/// What `POST /v1/tokens` answers, the only time that the token itself is shown.
public struct NewToken: Codable, Hashable, Sendable {
  /// What to put behind `Authorization: Bearer`.
  public var token: String
  /// What is known of it.
  public var details: TokenView

  /// A new token.
  public init(token: String, details: TokenView) {
    self.token = token
    self.details = details
  }
}
