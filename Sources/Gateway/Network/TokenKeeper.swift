internal import LocalAPI
internal import Logging
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
      scope: TokenScope(rawValue: request.scope.rawValue) ?? .submit,
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
      scope: Scope(rawValue: token.scope.rawValue) ?? .submit,
      createdAt: WireTime(token.createdAt),
      createdBy: token.createdBy,
      expiresAt: token.expiresAt.map { WireTime($0) },
      lastUsedAt: token.lastUsedAt.map { WireTime($0) },
      revokedAt: token.revokedAt.map { WireTime($0) }
    )
  }
}

// Tokens and traffic: /v1/tokens, /v1/traffic.
extension GatewayControl {
  private var keeper: TokenKeeper { TokenKeeper(store: store, clock: clock) }

  func tokens() async throws -> [TokenView] {
    try await stored { () async throws(StoreError) in try await keeper.all() }
  }

  func createToken(_ request: TokenRequest, by submitter: Submitter) async throws -> NewToken {
    guard ModemConfiguration.isName(request.name) else {
      throw ProblemDocument.invalid(
        field: "name",
        "must be 1 to 64 letters, digits, -, _ and ., not beginning with a dot"
      )
    }
    if let seconds = request.expiresIn, !(60...315_360_000).contains(seconds) {
      throw ProblemDocument.invalid(field: "expires_in", "must be 60 to 315360000 seconds")
    }
    let token = try await stored { () async throws(StoreError) in
      try await keeper.create(request, by: submitter.account)
    }
    guard let token else {
      throw ProblemDocument(.conflict, "there is, or was, a token \(request.name): take a new name")
    }
    logger.notice(
      "token made",
      metadata: ["name": "\(request.name)", "by": "\(submitter.account)"]
    )
    return token
  }

  func revokeToken(named name: String, by submitter: Submitter) async throws -> TokenView {
    let token = try await stored { () async throws(StoreError) in try await keeper.revoke(name) }
    guard let token else { throw ProblemDocument.notFound("there is no token \(name)") }
    logger.notice("token revoked", metadata: ["name": "\(name)", "by": "\(submitter.account)"])
    return token
  }

  func traffic(hours: Int) async throws -> TrafficView {
    let length = MessageStore.trafficStep.components.seconds * 1000
    let now = clock.now.milliseconds
    let first = (now - Int64(hours) * 3_600_000) / length + 1
    let tallies = try await stored { () async throws(StoreError) in
      try await store.traffic(since: Timestamp(milliseconds: first * length))
    }
    var steps = (first...(now / length)).map { step in
      TrafficView.Step(at: WireTime(Timestamp(milliseconds: step * length)))
    }
    for tally in tallies {
      let place = Int(tally.from.milliseconds / length - first)
      guard steps.indices.contains(place) else { continue }
      steps[place].add(tally.count, tally.state)
    }
    return TrafficView(stepSeconds: Int(length / 1000), steps: steps)
  }
}
