import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import NIOHTTP1

/// What happens, as it happens.
extension GatewayClient {
  /// `GET /v1/events`: hands over every event until the daemon ends the stream.
  ///
  /// - Parameters:
  ///   - id: The event behind which to begin; only what happens from now on where nil.
  ///   - opened: Called when the daemon has begun to tell, before the first event.
  ///   - receive: Takes one event. While it runs, no more is read.
  /// - Throws: `GatewayClientError`, or what `opened` or `receive` throws.
  public func followEvents(
    after id: String? = nil,
    opened: () async throws -> Void = {},
    _ receive: (Answer<GatewayEvent>) async throws -> Void
  ) async throws {
    var request = request(.GET, "/v1/events")
    request.headers.add(name: "Accept", value: "text/event-stream")
    if let id { request.headers.add(name: "Last-Event-ID", value: id) }
    var parser = ServerSentEventParser()
    try await stream(request, opened: opened) { octets in
      for event in try parser.receive(octets.readableBytesView) {
        try await receive(try Self.read(event, from: socket))
      }
    }
  }

  /// `GET /v1/modems/NAME/trace`: hands over every line that crosses the modem's port from now on.
  ///
  /// - Parameters:
  ///   - name: The modem.
  ///   - opened: Called when the lines are on their way.
  ///   - receive: Takes one line. While it runs, no more is read.
  /// - Throws: `GatewayClientError`, or what `receive` throws.
  public func traceModem(
    named name: String,
    opened: () async throws -> Void = {},
    _ receive: (Answer<TraceLine>) async throws -> Void
  ) async throws {
    var request = request(.GET, "/v1/modems/" + Self.escape(name) + "/trace")
    request.headers.add(name: "Accept", value: "text/event-stream")
    var parser = ServerSentEventParser()
    try await stream(request, opened: opened) { octets in
      for event in try parser.receive(octets.readableBytesView) {
        try await receive(try Self.read(event, from: socket))
      }
    }
  }

  private static func read<Value: Decodable>(
    _ event: ServerSentEvent,
    from socket: String
  ) throws(GatewayClientError) -> Answer<Value> {
    let data = Data(event.data.utf8)
    do {
      return Answer(value: try WireJSON.decode(Value.self, from: data), json: data)
    } catch {
      throw .notUnderstood(socket: socket, detail: "\(error)")
    }
  }
}
