import NIOHTTP1

/// The tokens of the HTTP interface, and the traffic.
extension GatewayClient {
  /// `GET /v1/tokens`.
  public func tokens() async throws(GatewayClientError) -> Answer<TokenList> {
    try await get("/v1/tokens")
  }

  /// `POST /v1/tokens`.
  public func createToken(
    _ request: TokenRequest
  ) async throws(GatewayClientError) -> Answer<NewToken> {
    try await send(.POST, "/v1/tokens", body: request)
  }

  /// `DELETE /v1/tokens/NAME`.
  public func revokeToken(
    named name: String
  ) async throws(GatewayClientError) -> Answer<TokenView> {
    try await send(.DELETE, "/v1/tokens/" + Self.escape(name))
  }

  /// `GET /v1/traffic`.
  public func traffic(hours: Int = 24) async throws(GatewayClientError) -> Answer<TrafficView> {
    try await get("/v1/traffic", query: [("hours", String(hours))])
  }
}
