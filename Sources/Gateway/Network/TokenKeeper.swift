internal import LocalAPI
internal import Messaging
internal import Storage

/// Finds out who came with a token.
protocol TokenAuthority: Sendable {
  /// Who came with it; nil where it opens nothing.
  func bearer(of token: String) async throws -> Submitter?
}

/// The tokens of the HTTP interface: made, listed, revoked and checked.
struct TokenKeeper: TokenAuthority {
  let store: MessageStore
  let clock: WallClock

  /// How exactly the last use of a token is kept.
  private static let useInterval: Duration = .seconds(600)

  func bearer(of token: String) async throws -> Submitter? {
    let now = clock.now
    guard let secret = TokenSecret(token),
      let kept = try await store.token(withID: secret.id),
      secret.proves(kept.hash), kept.isValid(at: now)
    else { return nil }
    if kept.lastUsedAt.map({ now - $0 > Self.useInterval }) ?? true {
      // A full disk must not shut anybody out.
      try? await store.tokenUsed(kept.id, at: now)
    }
    return Submitter(token: kept.name, role: kept.scope.role)
  }

  func all() async throws(StoreError) -> [TokenView] {
    try await store.tokens().map { TokenView($0) }
  }

  /// - Returns: The token; nil where the name is taken.
  func create(_ request: TokenRequest, by account: String) async throws(StoreError) -> NewToken? {
    var random = SystemRandomNumberGenerator()
    let secret = TokenSecret(using: &random)
    let now = clock.now
    let token = StoredToken(
      name: request.name,
      id: secret.id,
      hash: secret.hash,
      scope: request.scope,
      createdAt: now,
      createdBy: account,
      expiresAt: request.expiresIn.map { now + .seconds($0) }
    )
    guard try await store.keepToken(token) else { return nil }
    return NewToken(token: secret.text, details: TokenView(token))
  }

  func revoke(_ name: String) async throws(StoreError) -> TokenView? {
    try await store.revokeToken(named: name, at: clock.now).map { TokenView($0) }
  }
}

extension TokenScope {
  /// What a bearer may do.
  fileprivate var role: Submitter.Role {
    switch self {
    case .submit: .submit
    case .read: .read
    case .admin: .admin
    }
  }
}

extension TokenView {
  fileprivate init(_ token: StoredToken) {
    self.init(
      name: token.name,
      scope: token.scope,
      createdAt: WireTime(token.createdAt),
      createdBy: token.createdBy,
      expiresAt: token.expiresAt.map { WireTime($0) },
      lastUsedAt: token.lastUsedAt.map { WireTime($0) },
      revokedAt: token.revokedAt.map { WireTime($0) }
    )
  }
}
