import Hummingbird
import NIOCore
import ServiceLifecycle
import Synchronization

/// An answer that goes on until the client leaves, the daemon stops, or there is nothing more to
/// tell; where there is nothing to tell for a while, it says that it is still there.
struct StreamedAnswer<Source: AsyncSequence & Sendable>: Sendable where Source.Element: Sendable {
  /// What is told, at the listener's own pace.
  let source: Source
  /// What the stream begins with.
  let greeting: String
  /// How often a comment tells listener and proxies that the line is not dead.
  let heartbeat: TimeAmount
  /// What is written of an element; nil for nothing.
  let text: @Sendable (Source.Element) throws -> String?

  /// A comment of an event stream (WHATWG HTML §9.2.6), which no reader takes for an event.
  static var beat: String { ": still here\n\n" }

  private enum Turn: Sendable {
    case element(Source.Element)
    case beat
  }

  /// The response.
  func response(to call: APICall) -> Response {
    let request = call.request
    let loop = call.context.channel.eventLoop
    let body = ResponseBody { writer in
      try await writer.write(ByteBuffer(string: greeting))
      try await request.body.consumeWithCancellationOnInboundClose { _ in
        try await tell(on: loop) { try await writer.write(ByteBuffer(string: $0)) }
      }
      try await writer.finish(nil)
    }
    return Response(
      status: .ok,
      headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
      body: body
    )
  }

  /// One element is under way at most: whoever reads slowly is behind, and fills no memory.
  private func tell(
    on loop: any EventLoop,
    write: (String) async throws -> Void
  ) async throws {
    let (turns, turn) = AsyncStream.makeStream(of: Turn.self)
    let (wishes, wish) = AsyncStream.makeStream(of: Void.self)
    let beatIsDue = Atomic(false)
    let beats = loop.scheduleRepeatedTask(initialDelay: heartbeat, delay: heartbeat) { _ in
      guard !beatIsDue.exchange(true, ordering: .relaxed) else { return }
      turn.yield(.beat)
    }
    defer { beats.cancel() }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        defer { turn.finish() }
        var wishes = wishes.makeAsyncIterator()
        // Graceful shutdown waits for every response: this one has to end for it.
        for try await element in source.cancelOnGracefulShutdown() {
          turn.yield(.element(element))
          guard await wishes.next() != nil else { return }
        }
      }
      for await next in turns {
        switch next {
        case .beat:
          try await write(Self.beat)
          beatIsDue.store(false, ordering: .relaxed)
        case .element(let element):
          if let text = try text(element) { try await write(text) }
          wish.yield()
        }
      }
      try await group.waitForAll()
    }
  }
}
