internal import ATProtocol
internal import LocalAPI
internal import Synchronization

/// What crosses one modem's line, for those who look: each line both ways with its time, secrets and
/// what people write to each other masked.
final class WireTrace: Sendable {
  private struct Listeners {
    var next = 0
    var continuations: [Int: AsyncStream<TraceLine>.Continuation] = [:]
    var incoming: [UInt8] = []
  }

  /// How many lines a listener may be behind; it loses the oldest.
  static let limit = 1024
  /// The longest line that is shown whole.
  static let longestLine = 4096

  private let listeners = Mutex(Listeners())

  /// What crosses the line from now on.
  func stream() -> AsyncStream<TraceLine> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: TraceLine.self,
      bufferingPolicy: .bufferingNewest(Self.limit)
    )
    let key = listeners.withLock { listeners in
      listeners.next += 1
      listeners.continuations[listeners.next] = continuation
      return listeners.next
    }
    continuation.onTermination = { [weak self] _ in self?.drop(key) }
    return stream
  }

  private func drop(_ key: Int) {
    listeners.withLock { listeners in
      listeners.continuations[key] = nil
      if listeners.continuations.isEmpty { listeners.incoming = [] }
    }
  }

  /// The gateway wrote this.
  func wrote(_ octets: [UInt8], at time: WireTime) {
    tell(.out, Self.text(octets), time)
  }

  /// The modem sent this; it is shown when its line has ended.
  func received(_ octets: [UInt8], at time: WireTime) {
    let lines = listeners.withLock { listeners -> [String] in
      guard !listeners.continuations.isEmpty else { return [] }
      var lines: [String] = []
      for octet in octets {
        if octet == 0x0D || octet == 0x0A {
          if !listeners.incoming.isEmpty { lines.append(Self.text(listeners.incoming)) }
          listeners.incoming = []
        } else if listeners.incoming.count < Self.longestLine {
          listeners.incoming.append(octet)
        }
      }
      if listeners.incoming == [0x3E, 0x20] || listeners.incoming == [0x3E] {
        lines.append(">")
        listeners.incoming = []
      }
      return lines
    }
    for line in lines { tell(.in, line, time) }
  }

  private func tell(_ direction: TraceLine.Direction, _ text: String, _ time: WireTime) {
    let line = TraceLine(at: time, direction: direction, line: WireMask.masked(text))
    let continuations = listeners.withLock { $0.continuations.sorted { $0.key < $1.key } }
    for (_, continuation) in continuations { continuation.yield(line) }
  }

  /// Control characters have names.
  private static func text(_ octets: [UInt8]) -> String {
    switch octets {
    case [0x1A]: "<Ctrl-Z>"
    case [0x1B]: "<ESC>"
    case _:
      String(decoding: octets.last == 0x0D ? octets.dropLast() : octets[...], as: UTF8.self)
    }
  }
}
