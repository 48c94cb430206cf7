extension APISchemas {
  /// The shapes of consents.
  static let consents: [(name: String, schema: APISchema)] = [
    (
      "ConsentRequest",
      .object(
        [],
        optional: [
          .init("reason", .string), .init("source", .oneOf(["api", "import"])),
          .init("since", .time),
        ]
      )
    ),
    (
      "ConsentCheck",
      .object([
        .init("number", .string), .init("consented", .boolean),
        .init("consent", .nullable(.reference("ConsentView"))),
      ])
    ),
    (
      "ConsentList",
      .object([
        .init("consents", .list(.reference("ConsentView"))), .init("next", .nullable(.string)),
      ])
    ),
    (
      "ConsentView",
      .object([
        .init("number", .string), .init("since", .time), .init("source", .string),
        .init("detail", .nullable(.string)),
      ])
    ),
  ]
}
