import Foundation
import Glibc
import LocalAPI
import Messaging
import Testing

/// Events of the real daemon, through the real socket.
@Suite(.serialized, .ownThreads, .timeLimit(.minutes(3))) struct EventsTests {
  private struct Enough: Error {}

  /// Follows until `isLast`, and gives all events up to there.
  private func events(
    after id: String?,
    of laboratory: Laboratory,
    opened: @escaping () throws -> Void = {},
    until isLast: (GatewayEvent) -> Bool
  ) async throws -> [GatewayEvent] {
    var events: [GatewayEvent] = []
    try await GatewayClient.withClient(socket: laboratory.socket) { client in
      do {
        try await client.followEvents(after: id, opened: opened) { event in
          events.append(event.value)
          if isLast(event.value) { throw Enough() }
        }
      } catch is Enough {}
    }
    return events
  }

  @Test func `Events go on after kill -9 where they were, without a gap and without a repetition`()
    async throws
  {
    let laboratory = try Laboratory(modems: 1)
    try laboratory.start(untilReady: 1)
    let first = try await events(after: nil, of: laboratory) {
      let answer = try laboratory.hermod("send", "+447700900123", "one")
      #expect(answer.status == 0)
    } until: {
      $0.type == "message.accepted"
    }
    // These are told to nobody.
    for text in ["two", "three"] {
      #expect(try laboratory.hermod("send", "--wait", "+447700900123", text).status == 0)
    }
    laboratory.end(SIGKILL)
    try laboratory.start(untilReady: 1)
    let rest = try await events(after: first.last?.id, of: laboratory) {
      let answer = try laboratory.hermod("send", "+447700900123", "four")
      #expect(answer.status == 0)
    } until: {
      $0.type == "message.sent" && $0.message?.text == "four"
    }
    #expect(!rest.contains { $0.type == "gateway.gap" })
    let sent = rest.filter { $0.type == "message.sent" }.compactMap(\.message?.text)
    #expect(sent == ["one", "two", "three", "four"])
    #expect(Set((first + rest).map(\.id)).count == first.count + rest.count)
    let numbers = (first + rest).compactMap { $0.id.split(separator: "-").last.flatMap { Int($0) } }
    let start = try #require(numbers.first)
    #expect(numbers == Array(start..<start + numbers.count))
    #expect(rest.contains { $0.type == "modem.ready" && $0.modem == "modem1" })
  }
}
