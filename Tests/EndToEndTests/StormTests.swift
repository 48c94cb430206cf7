import Foundation
import Glibc
import Testing

import struct ModemModel.SplitMix64

/// Everything at once: the daemon is killed and stopped, modems are unplugged, the disk fills up.
///
/// A few seconds of it every day; `HERMOD_STORM=600` makes it ten minutes (`make storm`).
@Suite(.serialized, .ownThreads, .timeLimit(.minutes(30))) struct StormTests {
  private static let seconds =
    ProcessInfo.processInfo.environment["HERMOD_STORM"].flatMap { Int($0) } ?? 8

  @Test func `Through a storm nothing is lost and nothing is sent twice`() throws {
    let disk = try SmallDisk(megabytes: 64)
    let seed = UInt64.random(in: 0...UInt64.max)
    print("storm of \(Self.seconds) s, seed \(seed)")
    let laboratory = try Laboratory(
      modems: 4,
      options: ["--prompt-latency", "2ms", "--submit-latency", "40ms"],
      gateway: "answer_deadline = 3",
      data: disk?.directory
    )
    try laboratory.start(untilReady: 4)
    var storm = Storm(laboratory: laboratory, disk: disk, random: SplitMix64(seed: seed))
    let end = Date().addingTimeInterval(Double(Self.seconds))
    while Date() < end { try storm.strike() }
    try storm.calm()
    try storm.audit()
  }
}

/// The state of a storm, and what it does next.
private struct Storm {
  let laboratory: Laboratory
  let disk: SmallDisk?
  var random: SplitMix64
  private var files: [String] = []
  private var replies = 0
  private var strikes: [String: Int] = [:]

  init(laboratory: Laboratory, disk: SmallDisk?, random: SplitMix64) {
    self.laboratory = laboratory
    self.disk = disk
    self.random = random
  }

  private enum Strike: CaseIterable {
    case kill, stop, unplug, fill, nothing
  }

  /// Some messages, and then something bad.
  mutating func strike() throws {
    let modem = Int.random(in: 1...4, using: &random)
    for _ in 0..<Int.random(in: 1...5, using: &random) { drop() }
    replies += 1
    try laboratory.simulate("receive modem\(modem) +4477008\(10_000 + replies) reply \(replies)")
    let strike = Strike.allCases.randomElement(using: &random) ?? .nothing
    strikes["\(strike)", default: 0] += 1
    pause(20...400)
    switch strike {
    case .kill:
      laboratory.end(SIGKILL)
      try laboratory.start()
    case .stop:
      guard let daemon = laboratory.daemon?.processIdentifier else { return }
      kill(daemon, SIGSTOP)
      pause(50...1500)
      kill(daemon, SIGCONT)
    case .unplug:
      try laboratory.simulate("unplug modem\(modem) \(Int.random(in: 50...2000, using: &random))ms")
    case .fill:
      disk?.fill()
      pause(100...1500)
      disk?.free()
    case .nothing: break
    }
    // A disk error ends the daemon; whoever watches over it starts it again.
    if laboratory.daemon?.isRunning == false {
      strikes["ended", default: 0] += 1
      try laboratory.start()
    }
  }

  /// The moment is the thing that varies here; nothing is waited for.
  private mutating func pause(_ milliseconds: ClosedRange<Int32>) {
    poll(nil, 0, Int32.random(in: milliseconds, using: &random))
  }

  /// A file; where the disk is too full for it, the application knows, and it does not count.
  private mutating func drop() {
    let name = "m\(files.count)"
    let text = "To: +4477009\(10_000 + files.count)\n\nmessage \(files.count)\n"
    if (try? laboratory.drop(name, text)) != nil { files.append(name) }
  }

  /// The weather clears, and everything comes to its end.
  func calm() throws {
    disk?.free()
    for modem in 1...4 { try laboratory.simulate("plug modem\(modem)") }
    let (laboratory, count, replies) = (laboratory, files.count, replies)
    try laboratory.eventually("every file has its result", within: 240) {
      laboratory.results(in: "sent", "unknown").count == count
        && laboratory.names(in: "incoming").count >= replies
    }
    laboratory.end()
  }

  func audit() throws {
    let record = try laboratory.record().compactMap(\.text)
    let accepted = Set(record)
    let twice = record.count - accepted.count
    #expect(twice == 0, "sent twice")
    let unknown = Set(laboratory.names(in: "unknown"))
    let sent = Set(laboratory.names(in: "sent"))
    let absent = files.enumerated().filter { !accepted.contains("message \($0.offset)") }
    let lost = absent.map(\.element).filter { !unknown.contains($0) }
    #expect(lost == [], "lost")
    // What is called sent is with the service centre.
    #expect(absent.map(\.element).filter(sent.contains) == [])
    var received: [String: Int] = [:]
    for name in laboratory.names(in: "incoming") {
      let text = try laboratory.file(name, in: "incoming")
      received[String(text.split(separator: "\n").last ?? ""), default: 0] += 1
    }
    for number in 1...max(1, replies) { #expect(received["reply \(number)"] == 1) }
    #expect(laboratory.names(in: "rejected") == [])
    let struck = strikes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    print(
      "\(files.count) messages, \(replies) received; \(struck.joined(separator: ", ")); "
        + "\(unknown.count) unknown; \(record.count) with the service centre; "
        + "\(lost.count) lost, \(twice) sent twice"
    )
  }
}
