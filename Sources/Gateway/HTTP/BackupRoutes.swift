import HTTPTypes
import Hummingbird
import LocalAPI
import Messaging
import NIOCore

extension APIRoutes {
  /// A copy of the database, and the messages that are held after one was restored.
  var backupEndpoints: [Endpoint] {
    [
      Endpoint(.get, "/v1/backup", role: .admin) { call in
        _ = try call.query()
        return Self.response(with: try await operations.backup(by: call.submitter))
      },
      Endpoint(.post, "/v1/queue/release", role: .admin) { call in
        let request = try await call.optionalBody(ReleaseRequest.self)
        return Response(
          json: try await operations.releaseHeld(try Self.id(request), by: call.submitter)
        )
      },
    ]
  }

  private static func id(_ request: ReleaseRequest?) throws(ProblemDocument) -> MessageID? {
    guard let text = request?.id else { return nil }
    guard let id = MessageID(text.uppercased()) else {
      throw .invalid(field: "id", "\(text) is not the id of a message")
    }
    return id
  }

  /// The length is said beforehand, so that a copy that is cut short is known for one.
  private static func response(with file: BackupFile) -> Response {
    Response(
      status: .ok,
      headers: [.contentType: BackupFile.contentType, .cacheControl: "no-store"],
      body: ResponseBody(contentLength: file.size) { writer in
        var offset = 0
        while offset < file.size {
          let portion = try file.read(from: offset)
          offset += portion.count
          try await writer.write(ByteBuffer(bytes: portion))
        }
        try await writer.finish(nil)
      }
    )
  }
}
