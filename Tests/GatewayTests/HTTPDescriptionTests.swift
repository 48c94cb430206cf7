import FakeGateway
import Foundation
import LocalAPI
import Messaging
import Testing

@testable import Gateway

/// The OpenAPI description, held against the server that it describes.
@Suite struct HTTPDescriptionTests {
  @Test func `every route is described, and nothing else is`() {
    let routes = APIRoutes(operations: FakeGateway()).endpoints.map {
      "\($0.route.methodName) \($0.route.path)"
    }
    #expect(Set(APIOperation.all.map(\.route)) == Set(routes))
    #expect(Set(routes).count == routes.count)
  }

  @Test func `the page for people has every route as well, and no other`() throws {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("docs/api.md")
    var routes: Set<String> = []
    for row in try String(contentsOf: page, encoding: .utf8).split(separator: "\n")
    where row.contains(#/^\| `(GET|POST|PUT|DELETE) /#) {
      var route = ""
      // What stands in the first column: routes, and further ends of the one before.
      for code in row.split(separator: "|")[0].matches(of: /`([^`]+)`/).map(\.1) {
        let isEnd = code.hasPrefix("/")
        let base = route.hasSuffix("}") ? route : Self.parent(of: route)
        route = isEnd ? base + code : String(code)
        for (word, name) in [("ID", "{id}"), ("NAME", "{name}"), ("NUMBER", "{number}")] {
          route = route.replacing("/" + word, with: "/" + name)
        }
        routes.insert(route)
      }
    }
    #expect(routes.subtracting(APIOperation.all.map(\.route)) == [])
    #expect(Set(APIOperation.all.map(\.route)).subtracting(routes) == [])
  }

  private static func parent(of route: String) -> String {
    route.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
  }

  @Test func `every name that the description refers to is there`() throws {
    let names = Set(APISchemas.all.map(\.name))
    #expect(names.count == APISchemas.all.count)
    let text = String(decoding: try WireJSON.encode(APIDescription.json), as: UTF8.self)
    for match in text.matches(of: /#\/components\/schemas\/(\w+)/) {
      #expect(names.contains(String(match.1)), "\(match.1)")
    }
  }

  @Test func `query parameters that are described are taken, and no others`() async throws {
    try await RunningServer.with { server in
      for operation in APIOperation.all where operation.route.hasPrefix("GET /") {
        let path = Self.path(operation.route, id: "01J0000000000000000000000Z")
        for name in operation.query.keys {
          let value = name == "limit" ? "1" : name == "state" ? "sent" : "77"
          let reply = await RawHTTP.send("GET", "\(path)?\(name)=\(value)", to: server.socket)
          #expect(reply.status != 400, "\(operation.route) \(name)")
        }
        let reply = await RawHTTP.send("GET", path + "?no_such=1", to: server.socket)
        #expect(reply.status == 400, "\(operation.route)")
      }
    }
  }

  @Test func `every answer of the running server has the shape that is described`() async throws {
    let gateway = FakeGateway()
    await gateway.change { gateway in
      let firmware = FirmwareView(manufacturer: "Quectel", model: "EC25", revision: "06A04")
      gateway.report.modems = [
        ModemView(name: "m", state: .ready, perMinute: 1.5, firmware: firmware)
      ]
      gateway.report.discovery.ignored = [.init(device: "/dev/ttyUSB0", reason: "a bridge")]
      gateway.report.spending = SpendingView(
        currency: "EUR",
        today: .init(spent: 0.5, budget: 1),
        thisMonth: .init(spent: 1, budget: 2.5)
      )
      gateway.report.disk = DiskView(path: "/", freeBytes: 1, totalBytes: 2)
    }
    let time = WireTime(Timestamp(seconds: 0))
    await gateway.receive(InboundMessageView(id: "1", from: "+1", text: "Hi", receivedAt: time))
    try await RunningServer.with(gateway: gateway) { server in
      for operation in APIOperation.all {
        guard case .json(let name) = operation.answer else { continue }
        let id = try await Self.prepare(operation.route, gateway)
        let parts = operation.route.split(separator: " ")
        let reply = await RawHTTP.send(
          String(parts[0]),
          Self.path(operation.route, id: id),
          body: operation.body.map(Self.body) ?? "",
          to: server.socket
        )
        #expect(reply.status == operation.status, "\(operation.route): \(reply.body)")
        let value = try WireJSON.decode(JSONValue.self, from: Data(reply.body.utf8))
        #expect(Self.faults(value, .reference(name), at: operation.route) == [])
      }
    }
  }

  @Test func `a problem has the shape that is described`() async throws {
    try await RunningServer.with { server in
      let reply = await RawHTTP.send("GET", "/nowhere", to: server.socket)
      let value = try WireJSON.decode(JSONValue.self, from: Data(reply.body.utf8))
      #expect(Self.faults(value, .reference("ProblemDocument"), at: "") == [])
    }
  }

  @Test func `the description is served as it is`() async throws {
    try await RunningServer.with { server in
      let reply = await RawHTTP.send("GET", "/v1/openapi.json", to: server.socket)
      #expect(reply.status == 200)
      let value = try WireJSON.decode(JSONValue.self, from: Data(reply.body.utf8))
      #expect(value == APIDescription.json)
    }
  }

  @Test func `the check itself finds what does not fit`() {
    let schema = APISchema.object([.init("a", .integer)], optional: [.init("b", .oneOf(["x"]))])
    #expect(Self.faults(["a": 1, "b": "x"], schema, at: "") == [])
    for value: JSONValue in [[:], ["a": "1"], ["a": 1, "b": "y"], ["a": 1, "c": 1], ["a": .null]] {
      #expect(Self.faults(value, schema, at: "") != [])
    }
  }

  // MARK: What each route needs

  /// A message in the state that the route acts on.
  private static func prepare(_ route: String, _ gateway: FakeGateway) async throws -> String {
    let admin = Submitter(uid: 0, pid: 1, role: .admin)
    let submission = MessageSubmission(to: .one("+447700900123"), text: "Hi")
    let id = try #require(try await gateway.submit(submission, by: admin).first?.id)
    if route.hasSuffix("/retry") { await gateway.move(id, to: .failed) }
    if route.hasSuffix("/resolve") { await gateway.move(id, to: .unknown) }
    return id.description
  }

  private static func path(_ route: String, id: String) -> String {
    let path = route.split(separator: " ").last.map(String.init) ?? ""
    return path.replacing("{id}", with: id).replacing("{name}", with: "m")
      .replacing("{number}", with: "+447700900124")
  }

  private static func body(_ name: String) -> String {
    switch name {
    case "MessageSubmission": #"{"to":["+447700900123"],"text":"Hi"}"#
    case "TokenRequest": #"{"name":"m","scope":"read"}"#
    case "ResolveRequest": #"{"resolution":"sent"}"#
    case "USSDRequest": #"{"code":"*100#"}"#
    case "ATRequest": #"{"command":"AT"}"#
    default: "{}"
    }
  }

  // MARK: Values against schemas

  /// Where a value does not have the shape of a schema; members that it does not name are faults.
  private static func faults(
    _ value: JSONValue,
    _ schema: APISchema,
    at path: String
  ) -> [String] {
    switch (schema, value) {
    case (.string, .string), (.integer, .integer), (.boolean, .boolean), (.number, .integer),
      (.number, .number):
      return []
    case (.time, .string(let text)):
      return WireTime(text) == nil ? ["\(path): \(text) is not a time"] : []
    case (.oneOf(let values), .string(let text)):
      return values.contains(text) ? [] : ["\(path): \(text) is not one of \(values)"]
    case (.list(let element), .list(let values)):
      return values.indices.flatMap { faults(values[$0], element, at: "\(path)[\($0)]") }
    case (.nullable, .null):
      return []
    case (.nullable(let inner), _):
      return faults(value, inner, at: path)
    case (.reference(let name), _):
      guard let inner = APISchemas.all.first(where: { $0.name == name }) else {
        return ["\(path): no schema \(name)"]
      }
      return faults(value, inner.schema, at: path)
    case (.either(let schemas), _):
      let all = schemas.map { faults(value, $0, at: path) }
      return all.contains([]) ? [] : all.flatMap(\.self)
    case (.object(let members, let optional), .object(let values)):
      let known = Dictionary((members + optional).map { ($0.name, $0.schema) }) { $1 }
      let missing = members.filter { values[$0.name] == nil }.map { "\(path): no \($0.name)" }
      return missing
        + values.keys.sorted().flatMap { key -> [String] in
          guard let schema = known[key], let member = values[key] else {
            return ["\(path): \(key) is not described"]
          }
          return faults(member, schema, at: "\(path).\(key)")
        }
    default:
      return ["\(path): \(value) is not \(schema)"]
    }
  }
}
