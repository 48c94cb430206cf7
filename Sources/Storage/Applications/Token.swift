public import Messaging

/// A token of the HTTP interface, as it is kept: what proves it is not.
public struct StoredToken: Hashable, Sendable {
  /// What people call it; no other token has or had this name.
  public var name: String
  /// The part of the token that says which one it is.
  public var id: String
  /// SHA-256 of the part that proves it, 32 octets.
  public var hash: [UInt8]
  /// What it allows.
  public var scope: TokenScope
  /// When it was made.
  public var createdAt: Timestamp
  /// Who made it.
  public var createdBy: String
  /// When it ends by itself.
  public var expiresAt: Timestamp?
  /// When it was last used, to ten minutes.
  public var lastUsedAt: Timestamp?
  /// When it was revoked.
  public var revokedAt: Timestamp?

  /// A token.
  public init(
    name: String,
    id: String,
    hash: [UInt8],
    scope: TokenScope,
    createdAt: Timestamp,
    createdBy: String,
    expiresAt: Timestamp? = nil,
    lastUsedAt: Timestamp? = nil,
    revokedAt: Timestamp? = nil
  ) {
    self.name = name
    self.id = id
    self.hash = hash
    self.scope = scope
    self.createdAt = createdAt
    self.createdBy = createdBy
    self.expiresAt = expiresAt
    self.lastUsedAt = lastUsedAt
    self.revokedAt = revokedAt
  }

  /// Whether it opens anything at that time.
  ///
  /// - Parameter now: The time.
  /// - Returns: False where it was revoked or has ended.
  public func isValid(at now: Timestamp) -> Bool {
    revokedAt == nil && expiresAt.map { $0 > now } ?? true
  }
}
