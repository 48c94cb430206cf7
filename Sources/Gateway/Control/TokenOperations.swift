internal import LocalAPI
internal import Logging
internal import Messaging
internal import Storage

// Tokens: /v1/tokens.
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
}
