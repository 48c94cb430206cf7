internal import LocalAPI
internal import Storage

extension GatewayControl {
  /// Which webhooks do not take what they are told, and what their receivers say, a sentence each.
  func webhookReasons() async throws(ProblemDocument) -> [String] {
    let lags = try await stored { () async throws(StoreError) in try await store.webhookLags() }
    return lags.compactMap { lag in
      guard let error = lag.lastError else { return nil }
      let owed = "\(lag.pending) \(lag.pending == 1 ? "event" : "events")"
      return "the webhook \(lag.webhook) is owed \(owed) and did not take the oldest: \(error)"
    }
  }
}
