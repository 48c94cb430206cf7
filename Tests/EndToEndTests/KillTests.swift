import Foundation
import Glibc
import Testing

import struct ModemModel.SplitMix64

/// `kill -9` at any moment: nothing is lost, nothing is sent twice, and what nobody can know is said.
@Suite(.serialized, .ownThreads, .timeLimit(.minutes(5))) struct KillTests {
  /// How often the daemon is killed: a bounded part by default, all of it where `HERMOD_LONG` is set.
  static let kills = Laboratory.isLong ? 50 : 12

  @Test func `Every message is in the record once, or in unknown with its reason`() throws {
    let laboratory = try Laboratory(
      modems: 4,
      options: ["--prompt-latency", "5ms", "--submit-latency", "60ms", "--report-delay", "200ms"],
      gateway: "answer_deadline = 3"
    )
    try laboratory.start(untilReady: 4)
    let count = 6 * Self.kills
    for number in 0..<count {
      try laboratory.drop("m\(number)", "To: +4477009\(10_000 + number)\n\nmessage \(number)\n")
    }
    var random = SplitMix64(seed: 20_261_123)
    for _ in 0..<Self.kills {
      // The moment is the thing that varies here; nothing is waited for.
      poll(nil, 0, Int32.random(in: 60...900, using: &random))
      laboratory.end(SIGKILL)
      try laboratory.start()
    }
    try laboratory.eventually("every file has its result", within: 120) {
      laboratory.results(in: "sent", "unknown").count == count
    }
    // A late report would move a result while it is looked at.
    laboratory.end()
    let record = try laboratory.record().compactMap(\.text)
    #expect(record.count == Set(record).count, "sent twice")
    let unknown = Set(laboratory.names(in: "unknown"))
    for number in 0..<count where !record.contains("message \(number)") {
      #expect(unknown.contains("m\(number)"), "message \(number) is lost")
    }
    for name in unknown {
      #expect(try laboratory.file(name, in: "unknown").contains("Reason:"))
    }
    for name in laboratory.names(in: "sent") {
      #expect(record.contains("message \(name.dropFirst())"), "\(name) is not with the centre")
    }
  }
}
