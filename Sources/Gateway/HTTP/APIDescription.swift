/// The OpenAPI 3.1 description of the local API.
enum APIDescription {
  /// The document.
  static let json: JSONValue = [
    "openapi": "3.1.0",
    "info": [
      "title": "Hermod local API",
      "version": "1",
      "description": """
      HTTP and JSON over the Unix-domain socket of the daemon. Who may do what follows from the \
      user and the groups of the process that connects: members of hermod-submit send, see their \
      own messages and add opt-outs; members of hermod administer.
      """,
    ],
    "paths": paths,
    "components": [
      "schemas": .object(Dictionary(APISchemas.all.map { ($0.name, $0.schema.json) }) { $1 })
    ],
  ]

  private static var paths: JSONValue {
    var paths: [String: [String: JSONValue]] = [:]
    for operation in APIOperation.all {
      let parts = operation.route.split(separator: " ")
      guard parts.count == 2 else { continue }
      paths[String(parts[1]), default: [:]][parts[0].lowercased()] = describe(
        operation,
        path: parts[1]
      )
    }
    return .object(paths.mapValues { .object($0) })
  }

  private static func describe(_ operation: APIOperation, path: Substring) -> JSONValue {
    var description: [String: JSONValue] = [
      "summary": .string(operation.summary),
      "responses": [
        String(operation.status): [
          "description": "Done.",
          "content": content(operation.answer),
        ],
        "default": [
          "description": "What went wrong, and what to do about it.",
          "content": ["application/problem+json": reference("ProblemDocument")],
        ],
      ],
    ]
    let parameters = pathParameters(path) + queryParameters(operation) + headers(operation)
    if !parameters.isEmpty { description["parameters"] = .list(parameters) }
    if let body = operation.body {
      description["requestBody"] = [
        "required": .boolean(!operation.isBodyOptional),
        "content": ["application/json": reference(body)],
      ]
    }
    return .object(description)
  }

  private static func content(_ answer: APIOperation.Answer) -> JSONValue {
    switch answer {
    case .json(let name): ["application/json": reference(name)]
    case .description: ["application/json": ["schema": ["type": "object"]]]
    case .events(let name):
      [
        "text/event-stream": [
          "schema": ["type": "string", "contentSchema": APISchema.reference(name).json]
        ]
      ]
    case .file(let type): [type: ["schema": ["type": "string", "format": "binary"]]]
    case .metrics: ["text/plain": ["schema": ["type": "string"]]]
    }
  }

  private static func reference(_ name: String) -> JSONValue {
    ["schema": APISchema.reference(name).json]
  }

  private static func pathParameters(_ path: Substring) -> [JSONValue] {
    path.split(separator: "/").filter { $0.hasPrefix("{") }.map { part in
      [
        "name": .string(String(part.dropFirst().dropLast())), "in": "path", "required": true,
        "schema": ["type": "string"],
      ]
    }
  }

  private static func queryParameters(_ operation: APIOperation) -> [JSONValue] {
    operation.query.keys.sorted().map { name in
      [
        "name": .string(name), "in": "query",
        "description": .string(operation.query[name] ?? ""), "schema": ["type": "string"],
      ]
    }
  }

  private static func headers(_ operation: APIOperation) -> [JSONValue] {
    guard operation.body == "MessageSubmission" else { return [] }
    return [
      [
        "name": "Idempotency-Key", "in": "header",
        "description": "What makes a repeated request the same request; kept for 7 days.",
        "schema": ["type": "string"],
      ]
    ]
  }
}
