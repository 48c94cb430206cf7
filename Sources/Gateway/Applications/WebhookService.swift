internal import AsyncHTTPClient
internal import LocalAPI
internal import Logging
internal import Messaging
internal import NIOCore
internal import QueuePolicy
internal import ServiceLifecycle
internal import Storage

/// Tells webhooks what they are owed, each at its own pace, until they have taken it.
struct WebhookService: Service {
  let store: MessageStore
  let webhooks: [WebhookConfiguration]
  let clock: WallClock
  let health: StoreHealth
  let meters: GatewayMeters
  let logger: Logger
  /// How long a database that failed is left alone.
  var pause: Duration = .seconds(5)

  /// How long nothing is looked at when nothing seems due, in case the clock was set.
  private static let longestPause: Duration = .seconds(60)

  func run() async throws {
    let forgotten = try await store.subscribe(webhooks.map(\.subscription))
    if forgotten > 0 {
      logger.warning(
        "events for webhooks that the configuration does not have any more were forgotten",
        metadata: ["count": "\(forgotten)"]
      )
    }
    let known = try webhooks.map { webhook in
      (
        webhook, try WebhookSignature(file: webhook.secretFile),
        try WebhookTrust(file: webhook.authorityFile)
      )
    }
    guard !known.isEmpty else {
      // A service that has nothing to do must not end, or the gateway ends with it.
      try? await gracefulShutdown()
      return
    }
    await cancelWhenGracefulShutdown {
      let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: Self.settings)
      await withTaskGroup { group in
        for (webhook, signature, trust) in known {
          let post = WebhookPost(
            client: client,
            webhook: webhook,
            signature: signature,
            trust: trust,
            clock: clock
          )
          group.addTask { await serve(post) }
        }
      }
      try? await client.shutdown()
    }
  }

  private static var settings: HTTPClient.Configuration {
    var settings = HTTPClient.Configuration()
    // The signature is for this receiver, and not for where it would send us.
    settings.redirectConfiguration = .disallow
    settings.timeout.connect = .seconds(10)
    return settings
  }

  /// Serves one webhook until the gateway ends.
  private func serve(_ post: WebhookPost) async {
    var pace = DeliveryPace()
    let (wakes, waker) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let signals = store.signals(\.isOwedToWebhooks)
    let listener = Task {
      for await _ in signals { waker.yield() }
    }
    defer { listener.cancel() }
    var iterator = wakes.makeAsyncIterator()
    while !Task.isCancelled {
      var pause: Duration = .zero
      do {
        pause = try await round(post, &pace)
      } catch {
        await health.report(error)
        pause = self.pause
      }
      guard pause > .zero else { continue }
      let isFailing = pace.failures > 0
      if isFailing {
        try? await Task.sleep(for: pause)
      } else {
        let length = pause
        let timer = Task {
          // Where something woke us before, the next wait must not end at once for it.
          guard (try? await Task.sleep(for: length)) != nil else { return }
          waker.yield()
        }
        _ = await iterator.next()
        timer.cancel()
      }
    }
  }

  /// Tries what is due.
  ///
  /// - Returns: How long nothing more is to be done; nothing where more is due.
  private func round(
    _ post: WebhookPost,
    _ pace: inout DeliveryPace
  ) async throws(StoreError) -> Duration {
    let name = post.webhook.name
    let due = try await store.dueDeliveries(to: name, at: clock.now, limit: pace.limit)
    guard !due.isEmpty else {
      guard let next = try await store.nextDelivery(to: name) else { return Self.longestPause }
      return min(max(next - clock.now, .milliseconds(1)), Self.longestPause)
    }
    var answers: [(WebhookDelivery, WebhookPost.Answer)] = []
    var failure: StoreError?
    await withTaskGroup(
      of: (WebhookDelivery, Result<WebhookPost.Answer, StoreError>).self
    ) { group in
      for delivery in due { group.addTask { (delivery, await tell(delivery, post)) } }
      for await (delivery, answer) in group {
        switch answer {
        case .success(let answer): answers.append((delivery, answer))
        // The receiver was not asked: what it is owed stays due.
        case .failure(let error): failure = error
        }
      }
    }
    // Those that a stopping gateway has not waited for were not refused.
    guard !Task.isCancelled else { return .zero }
    let pause = try await note(answers, post.webhook, &pace)
    if let failure { throw failure }
    return pause
  }

  /// - Returns: What the receiver said; or how the database failed to say what to tell it.
  private func tell(
    _ delivery: WebhookDelivery,
    _ post: WebhookPost
  ) async -> Result<WebhookPost.Answer, StoreError> {
    do throws(StoreError) {
      guard let event = try await WebhookEvent.of(delivery, in: store),
        let body = try? WireJSON.encode(event)
      else { return .success(.taken) }
      return .success(await post.send(Array(body), id: event.id, type: event.type))
    } catch {
      return .failure(error)
    }
  }

  private func note(
    _ answers: [(WebhookDelivery, WebhookPost.Answer)],
    _ webhook: WebhookConfiguration,
    _ pace: inout DeliveryPace
  ) async throws(StoreError) -> Duration {
    let taken = answers.filter { $0.1 == .taken }.map(\.0)
    try await store.settle(taken)
    meters.told(webhook.name, taken: taken.count, refused: answers.count - taken.count)
    if !taken.isEmpty, pace.succeeded() {
      logger.notice("webhook is back", metadata: ["webhook": "\(webhook.name)"])
      try await store.hasten(webhook.name, at: clock.now)
    }
    var pause: Duration = .zero
    for (delivery, answer) in answers {
      let jitter = Double.random(in: 0...1)
      switch answer {
      case .taken: continue
      case .refused(let reason):
        let wait = DeliveryPace.wait(after: delivery.attempts + 1, jitter: jitter)
        try await putBack(delivery, for: wait, because: reason, webhook)
      case .failed(let reason):
        if pause == .zero {
          warn(webhook, reason, isFirst: pace.failures == 0)
          pause = pace.failed(jitter: jitter)
        }
        try await putBack(delivery, for: pause, because: reason, webhook)
      }
    }
    return pause
  }

  private func warn(_ webhook: WebhookConfiguration, _ reason: String, isFirst: Bool) {
    guard isFirst else { return }
    logger.warning(
      "webhook does not take what it is told; it is tried again",
      metadata: ["webhook": "\(webhook.name)", "reason": "\(reason)"]
    )
  }

  private func putBack(
    _ delivery: WebhookDelivery,
    for wait: Duration,
    because reason: String,
    _ webhook: WebhookConfiguration
  ) async throws(StoreError) {
    let now = clock.now
    guard now - delivery.at < .seconds(webhook.keepHours * 3600) else {
      logger.error(
        "webhook did not take an event in time: it is given up",
        metadata: ["webhook": "\(webhook.name)", "event": "\(delivery.event)"]
      )
      meters.gaveUp(webhook.name)
      return try await store.settle([delivery])
    }
    try await store.postpone(delivery, until: now + wait, because: reason)
  }
}

extension WebhookService {
  /// The webhooks of a gateway.
  init(_ gateway: GatewayCore) {
    self.init(
      store: gateway.store,
      webhooks: gateway.initial.webhooks,
      clock: gateway.clock,
      health: gateway.health,
      meters: gateway.meters,
      logger: gateway.logger
    )
  }
}

extension StoreEvent {
  /// Whether a webhook may be owed it.
  fileprivate var isOwedToWebhooks: Bool {
    switch self {
    case .message, .inbound, .optOut: true
    case .due, .report, .notice: false
    }
  }
}
