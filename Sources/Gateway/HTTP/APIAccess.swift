// Tokens and traffic, as the description of the API has them.

extension APIOperation {
  static let access: [APIOperation] = [
    .init(
      route: "GET /v1/traffic",
      summary: "How many messages came to which state, in quarters of an hour.",
      query: ["hours": "How far back, 1 to 744; 24 where nothing is said."],
      answer: .json("TrafficView")
    ),
    .init(
      route: "GET /v1/tokens",
      summary: "The tokens of the HTTP interface, without what proves them.",
      answer: .json("TokenList")
    ),
    .init(
      route: "POST /v1/tokens",
      summary: "Makes a token; it is shown in this answer and never again.",
      body: "TokenRequest",
      answer: .json("NewToken"),
      status: 201
    ),
    .init(
      route: "DELETE /v1/tokens/{name}",
      summary: "Revokes a token, at once and for good.",
      answer: .json("TokenView")
    ),
  ]
}

extension APISchemas {
  private static let scopes = APISchema.oneOf(["submit", "read", "admin"])

  static let access: [(name: String, schema: APISchema)] = [
    (
      "NewToken",
      .object([.init("token", .string), .init("details", .reference("TokenView"))])
    ),
    ("TokenList", .object([.init("tokens", .list(.reference("TokenView")))])),
    (
      "TokenRequest",
      .object(
        [.init("name", .string), .init("scope", scopes)],
        optional: [.init("expires_in", .integer)]
      )
    ),
    (
      "TokenView",
      .object([
        .init("name", .string), .init("scope", scopes), .init("created_at", .time),
        .init("created_by", .string), .init("expires_at", .nullable(.time)),
        .init("last_used_at", .nullable(.time)), .init("revoked_at", .nullable(.time)),
      ])
    ),
    (
      "TrafficView",
      .object([
        .init("step_seconds", .integer),
        .init(
          "steps",
          .list(
            .object([
              .init("at", .time), .init("accepted", .integer), .init("sent", .integer),
              .init("delivered", .integer), .init("undelivered", .integer),
              .init("failed", .integer), .init("unknown", .integer),
            ])
          )
        ),
      ])
    ),
  ]
}
