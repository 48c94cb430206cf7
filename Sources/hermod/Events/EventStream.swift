import LocalAPI
import Messaging

/// The daemon's events, taken up again where they broke off when the daemon restarts.
struct EventStream {
  let client: GatewayClient

  /// How long to wait before asking a daemon again that has gone away.
  private static let patience = Duration.seconds(1)

  /// Hands over events until `receive` throws, or the daemon refuses.
  ///
  /// - Parameters:
  ///   - id: The event behind which to begin; only what happens from now on where nil.
  ///   - opened: Called each time the daemon has begun to tell, before the first event.
  ///   - receive: Takes one event.
  /// - Throws: What the daemon refuses with, or what `opened` or `receive` throws.
  func follow(
    after id: String?,
    opened: () async throws -> Void,
    receive: (Answer<GatewayEvent>) async throws -> Void
  ) async throws {
    var last = id
    var hasOpened = false
    while true {
      do {
        try await client.followEvents(after: last) {
          hasOpened = true
          try await opened()
        } _: { event in
          try await receive(event)
          last = event.value.id
        }
      } catch let error as GatewayClientError where hasOpened {
        switch error {
        case .problem, .notUnderstood: throw error
        case .noAnswer, .notReachable: break
        }
      }
      try await Task.sleep(for: Self.patience)
    }
  }
}
