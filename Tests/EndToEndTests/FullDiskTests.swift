import Foundation
import Testing

/// A disk that fills up under the running gateway, and is freed again.
@Suite(.ownThreads, .timeLimit(.minutes(4))) struct FullDiskTests {
  @Test func `A full disk stops all and loses nothing, and work resumes when there is room`() throws
  {
    guard let disk = try SmallDisk(megabytes: 48) else { return }
    let laboratory = try Laboratory(modems: 2, data: disk.directory)
    try laboratory.start(untilReady: 2)
    try laboratory.drop("before", "To: +447700900001\n\nbefore\n")
    try laboratory.eventually("the first result") { laboratory.names(in: "sent") == ["before"] }

    // The files are there before the disk is full; the names are moved when it is.
    let count = 300
    let text = String(repeating: "and more ", count: 40)
    let moves = try (0..<count).map { number in
      try laboratory.stage("m\(number)", "To: +4477009\(10_000 + number)\n\n\(number) \(text)\n")
    }
    disk.fill()
    for move in moves { try move() }
    try laboratory.eventually("the operator is told") {
      try laboratory.hermod("status").output.contains("no room left")
        || laboratory.log.contains("No space left")
    }
    disk.free()
    try laboratory.eventually("every file has its result", within: 120) {
      laboratory.names(in: "sent").count == count + 1
    }
    laboratory.end()
    let texts = try laboratory.record().map { "\($0.recipient) \($0.text ?? "")" }
    #expect(texts.count == Set(texts).count, "sent twice")
    #expect(Set(try laboratory.record().map(\.recipient)).count == count + 1)
  }

  @Test func `A state directory that may not be written is named, and the daemon does not start`()
    throws
  {
    guard let disk = try SmallDisk(megabytes: 32) else { return }
    let laboratory = try Laboratory(modems: 1, data: disk.directory)
    try laboratory.start(untilReady: 1)
    laboratory.end()
    guard disk.set(readOnly: true) else { return }
    try laboratory.start()
    laboratory.daemon?.awaitExit()
    #expect(laboratory.daemon?.terminationStatus ?? 0 != 0)
    #expect(laboratory.log.contains(disk.directory.path))
    #expect(disk.set(readOnly: false))
  }

  @Test func `A spool that is mounted read-only for a while makes intake wait, and it goes on`()
    throws
  {
    let laboratory = try Laboratory(modems: 1)
    let spool = laboratory.data.appendingPathComponent("spool")
    guard let disk = try SmallDisk(megabytes: 16, at: spool) else { return }
    try laboratory.start(untilReady: 1)
    let outgoing = spool.path + "/outgoing/"
    let text = "To: +447700900001\n\nhello\n"
    try text.write(toFile: outgoing + ".after", atomically: false, encoding: .utf8)

    // The gateway stands still while the file gets its name and the file system becomes read-only.
    let daemon = try #require(laboratory.daemon).processIdentifier
    kill(daemon, SIGSTOP)
    try laboratory.eventually("every thread stands still") { Self.standsStill(daemon) }
    try #require(rename(outgoing + ".after", outgoing + "after") == 0)
    try #require(disk.set(readOnly: true))
    kill(daemon, SIGCONT)
    try laboratory.eventually("the operator is told") { laboratory.log.contains("intake waits") }
    #expect(laboratory.log.contains("Read-only file system"))
    #expect(!laboratory.log.contains("intake has stopped"))
    #expect(try laboratory.record().isEmpty)

    try #require(disk.set(readOnly: false))
    try laboratory.eventually("it is sent") { laboratory.names(in: "sent") == ["after"] }
    #expect(try laboratory.record().count == 1)
    #expect(laboratory.end() == 0)
  }

  /// Whether all threads of a process have stopped: the signal reaches one after the other.
  private static func standsStill(_ process: Int32) -> Bool {
    let tasks = "/proc/\(process)/task/"
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: tasks)) ?? []
    return !threads.isEmpty
      && threads.allSatisfy { thread in
        guard let stat = try? String(contentsOfFile: tasks + thread + "/stat", encoding: .utf8)
        else { return true }
        // proc(5): the state follows the name of the program in parentheses.
        return stat.split(separator: ")").last?.hasPrefix(" T") ?? false
      }
  }
}
