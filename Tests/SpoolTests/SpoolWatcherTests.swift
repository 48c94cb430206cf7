import Dispatch
import Foundation
import Glibc
import Synchronization
import Testing

@testable import Spool

@Suite struct SpoolWatcherTests {
  /// The events of a watcher, in their order.
  private final class Received: Sendable {
    private let events = Mutex<[SpoolEvent]>([])
    private let arrived = DispatchSemaphore(value: 0)

    func take(_ new: [SpoolEvent]) {
      events.withLock { $0 += new }
      arrived.signal()
    }

    /// The events, once there is one that the test waits for.
    func until(_ event: SpoolEvent) -> [SpoolEvent] {
      let deadline = DispatchTime.now() + .seconds(60)
      while !events.withLock({ $0.contains(event) }) {
        guard arrived.wait(timeout: deadline) == .success else { break }
      }
      return events.withLock { $0 }
    }
  }

  private func watch(_ spool: TemporarySpool) throws -> (SpoolWatcher, Received) {
    let received = Received()
    let watcher = try SpoolWatcher(
      spool.directories.held,
      on: DispatchQueue(label: "test"),
      receive: { received.take($0) }
    )
    return (watcher, received)
  }

  @Test func `a rename and a close wake it; an open file and an unfinished name do not`() throws {
    let spool = try TemporarySpool()
    let (watcher, received) = try watch(spool)
    let open = Glibc.open("\(spool.path)/outgoing/open", O_WRONLY | O_CREAT, 0o644)
    defer { close(open) }
    try spool.write("x.tmp", "a")
    try spool.write("written", "a")
    try spool.drop("renamed")
    let events = received.until(.arrived(FileName("renamed")))
    #expect(events == [.arrived(FileName("written")), .arrived(FileName("renamed"))])
    withExtendedLifetime(watcher) {}
  }

  @Test func `it notices that outgoing or the spool was moved away`() throws {
    for name in ["/outgoing", ""] {
      let spool = try TemporarySpool()
      let (watcher, received) = try watch(spool)
      rename(spool.path + name, spool.path + "-gone")
      defer { try? FileManager.default.removeItem(atPath: spool.path + "-gone") }
      #expect(received.until(.replaced).contains(.replaced))
      withExtendedLifetime(watcher) {}
    }
  }

  /// An event as the kernel lays it out.
  private func record(_ watch: Int32, _ mask: Int, _ name: String = "") -> [UInt8] {
    let padded = name.isEmpty ? [] : Array(name.utf8) + [UInt8](repeating: 0, count: 3)
    var octets: [UInt8] = []
    for word in [UInt32(bitPattern: watch), UInt32(mask), 0, UInt32(padded.count)] {
      octets += withUnsafeBytes(of: word) { Array($0) }
    }
    return octets + padded
  }

  private func parse(_ octets: [UInt8]) -> [SpoolEvent] {
    octets.withUnsafeBytes { InotifyEvents(outgoing: 1).parse($0) }
  }

  @Test func `an overflow of the kernel's queue is read as events lost`() {
    #expect(parse(record(-1, 0x4000)) == [.lost])
  }

  @Test func `events are read up to the one that is cut short`() {
    let both = record(1, 0x80, "a") + record(2, 0x100, "outgoing") + record(2, 0x100, "other")
    #expect(parse(both) == [.arrived(FileName("a")), .replaced])
    for count in both.indices { _ = parse(Array(both.prefix(count))) }
    #expect(parse(Array(both.prefix(21))) == [.arrived(FileName("a"))])
    _ = parse([UInt8](repeating: 0xFF, count: 64))
  }
}
