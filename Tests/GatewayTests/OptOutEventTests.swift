import Foundation
import LocalAPI
import Messaging
import Storage
import Testing

@testable import Gateway

/// What applications are told of opt-outs and consents.
@Suite(.timeLimit(.minutes(1))) struct OptOutEventTests {
  private static let number = PhoneNumber(normalForm: "+447700900123")

  private static func withStore<Result>(
    _ body: (MessageStore) async throws -> Result
  ) async throws -> Result {
    let directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("hermod-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    return try await body(try await MessageStore.open(directory: directory.path))
  }

  /// An SMS of STOP arrives.
  private static func receiveStop(_ store: MessageStore, at now: Timestamp) async throws {
    let part = InboundPart(
      iccid: try #require(ICCID("8944110068900000019")),
      modem: "a",
      storage: "SM",
      index: 1,
      rawPDU: [1],
      sender: number,
      receivedAt: now
    )
    _ = try await store.recordInbound(
      part,
      newID: { WallClock().newID() },
      assemble: { _ in
        InboundAssembly(
          content: .text("STOP"),
          usedParts: [0],
          verdict: .optOut(scope: .all, rule: "whole-body: STOP")
        )
      }
    )
  }

  private static func entry(
    _ action: OptOutAction,
    _ source: OptOutSource,
    at now: Timestamp,
    since: Timestamp? = nil
  ) -> OptOutEntry {
    OptOutEntry(
      number: number,
      action: action,
      scope: .marketing,
      at: now,
      since: since,
      actor: "uid:0",
      source: source,
      text: "form of 3 May"
    )
  }

  @Test func `an event says how an opt-out or a consent came about, and which of them it is`()
    async throws
  {
    try await Self.withStore { store in
      let now = WallClock().now
      try await Self.receiveStop(store, at: now)
      let since = now - .seconds(86_400)
      for (action, source) in [
        (OptOutAction.optIn, OptOutSource.api), (.optOut, .spool), (.consent, .imported),
        (.consentWithdrawn, .api),
      ] {
        _ = try await store.recordOptOut(Self.entry(action, source, at: now, since: since))
      }
      let events = try await store.events(after: 0, limit: 20).map { GatewayEvent($0) }
        .filter { $0.type.hasPrefix("optout.") || $0.type.hasPrefix("consent.") }
      #expect(
        events.map(\.type) == [
          "optout.added", "optout.removed", "optout.added", "consent.recorded",
          "consent.withdrawn",
        ]
      )
      #expect(events.map { $0.optOut?.source } == ["sms", "api", "spool", nil, nil])
      #expect(events.map { $0.consent?.source } == [nil, nil, nil, "import", "api"])
      #expect(events.first?.optOut?.detail == "STOP")
      #expect(events.first?.optOut?.scope == "all")
      #expect(events.last?.consent?.since == WireTime(since))
      #expect(events.last?.consent?.number == Self.number.description)
      #expect(events[2].summary == "+447700900123 opted out of marketing")
    }
  }

  @Test func `a webhook is told the same`() async throws {
    try await Self.withStore { store in
      let kinds: Set<WebhookKind> = [.optedOut, .optedIn]
      try await store.subscribe([WebhookSubscription(name: "shop", kinds: kinds)])
      let now = WallClock().now
      try await Self.receiveStop(store, at: now)
      _ = try await store.recordOptOut(Self.entry(.optIn, .api, at: now))
      let owed = try await store.dueDeliveries(to: "shop", at: now, limit: 10)
      #expect(owed.count == 2)
      let logged = try await store.events(after: 0, limit: 20).map { GatewayEvent($0) }
        .filter { $0.optOut != nil }
      for (delivery, event) in zip(owed, logged) {
        var told = try #require(try await WebhookEvent.of(delivery, in: store))
        #expect(told.id == delivery.event.description)
        told.id = event.id
        #expect(told == event)
      }
    }
  }
}
