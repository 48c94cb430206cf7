public import Messaging
import NIOCore
import NIOHTTP1

/// A copy of the database, and what a gateway does that is started from it.
extension GatewayClient {
  /// `GET /v1/backup`: a copy of the database as it is now, its octets in order.
  ///
  /// - Parameter receive: Takes each portion; the copy is whole when this method returns.
  /// - Throws: `GatewayClientError`, and what `receive` throws; what came is of no use then.
  public func backup(receive: ([UInt8]) async throws -> Void) async throws {
    try await stream(
      request(.GET, "/v1/backup"),
      opened: {},
      receive: { portion in try await receive(Array(portion.readableBytesView)) }
    )
  }

  /// `POST /v1/queue/release`; nil releases all.
  public func releaseHeld(
    _ id: MessageID? = nil
  ) async throws(GatewayClientError) -> Answer<ReleaseAnswer> {
    try await send(.POST, "/v1/queue/release", body: ReleaseRequest(id: id))
  }
}

/// The body of `POST /v1/queue/release`.
public struct ReleaseRequest: Codable, Hashable, Sendable {
  /// The message that is meant; all that are held where nothing is said.
  public var id: String?

  /// A request for one message, or for all.
  public init(id: MessageID? = nil) {
    self.id = id?.description
  }

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case id
  }

  /// Reads the request and refuses fields it does not know.
  public init(from decoder: any Decoder) throws {
    try decoder.refuseUnknownKeys(beside: CodingKeys.self)
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decodeIfPresent(String.self, forKey: .id)
  }
}

/// What `POST /v1/queue/release` answers.
public struct ReleaseAnswer: Codable, Hashable, Sendable {
  /// How many messages were held and are not held any more.
  public var released: Int

  /// An answer.
  public init(released: Int) {
    self.released = released
  }
}
