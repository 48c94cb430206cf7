internal import Messaging

/// What happened in a run: a digest of all of it, and the lines where they are wanted.
struct EventLog: Sendable {
  let isKept: Bool
  private(set) var lines: [String] = []
  /// Two runs of one seed must agree in it.
  private(set) var digest: UInt64 = 0xCBF2_9CE4_8422_2325

  init(isKept: Bool) { self.isKept = isKept }

  /// - Parameters:
  ///   - now: When.
  ///   - kind: What, as a number for the digest.
  ///   - line: What, in words; made only where they are kept.
  mutating func note(_ now: Timestamp, _ kind: Int, _ line: @autoclosure () -> String) {
    mix(UInt64(bitPattern: now.milliseconds))
    mix(UInt64(bitPattern: Int64(kind)))
    guard isKept else { return }
    let elapsed = now.milliseconds - FaultRun.start.milliseconds
    let seconds = String(elapsed / 1000)
    let padding = String(repeating: " ", count: max(0, 6 - seconds.utf8.count))
    let fraction = String(elapsed % 1000 + 1000).dropFirst()
    lines.append("\(padding)\(seconds).\(fraction)  \(line())")
  }

  private mutating func mix(_ value: UInt64) {
    digest = (digest ^ value) &* 0x100_0000_01B3
    digest ^= digest >> 29
  }
}
