/// The shape of a JSON value (JSON Schema 2020-12), as far as the local API needs it.
indirect enum APISchema: Hashable, Sendable {
  case string
  /// RFC 3339.
  case time
  case integer
  case number
  case boolean
  /// One of these strings.
  case oneOf([String])
  case list(APISchema)
  case nullable(APISchema)
  /// A schema of its own, under `components`.
  case reference(String)
  /// Any of these shapes.
  case either([APISchema])
  /// These members; those of the second list may be missing.
  case object([Member], optional: [Member] = [])

  struct Member: Hashable, Sendable {
    var name: String
    var schema: APISchema

    init(_ name: String, _ schema: APISchema) {
      self.name = name
      self.schema = schema
    }
  }

  /// The schema as JSON.
  var json: JSONValue {
    switch self {
    case .string: ["type": "string"]
    case .time: ["type": "string", "format": "date-time"]
    case .integer: ["type": "integer"]
    case .number: ["type": "number"]
    case .boolean: ["type": "boolean"]
    case .oneOf(let values): ["type": "string", "enum": .list(values.map { .string($0) })]
    case .list(let element): ["type": "array", "items": element.json]
    case .nullable(let schema): ["anyOf": [schema.json, ["type": "null"]]]
    case .reference(let name): ["$ref": .string("#/components/schemas/" + name)]
    case .either(let schemas): ["anyOf": .list(schemas.map(\.json))]
    case .object(let members, let optional):
      [
        "type": "object",
        "properties": .object(
          Dictionary((members + optional).map { ($0.name, $0.schema.json) }) { $1 }
        ),
        "required": .list(members.map { .string($0.name) }),
      ]
    }
  }
}
