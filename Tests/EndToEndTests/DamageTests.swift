import Foundation
import Glibc
import Testing

/// What is damaged or taken away under the gateway: it says so, and sends nothing on a guess.
@Suite(.serialized, .ownThreads, .timeLimit(.minutes(2))) struct DamageTests {
  @Test func `A daemon whose database is damaged sends nothing, says so and exits`() throws {
    let laboratory = try Laboratory(modems: 1)
    try laboratory.simulate("fault modem1 not-registered")
    try laboratory.start()
    let outgoing = laboratory.data.path + "/spool/outgoing"
    try laboratory.eventually("the spool is there") {
      FileManager.default.fileExists(atPath: outgoing)
    }
    try laboratory.drop("kept", "To: +447700900123\n\nkept")
    try laboratory.eventually("it is accepted") { laboratory.names(in: "outgoing").isEmpty }
    #expect(laboratory.end() == 0)
    try laboratory.simulate("fault modem1 not-registered off")

    let path = laboratory.data.path + "/state/hermod.db"
    let backup = laboratory.directory.path + "/backup"
    try FileManager.default.copyItem(atPath: laboratory.data.path + "/state", toPath: backup)
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    let firstPage = 4096
    let damaged =
      whole.prefix(firstPage) + Data(repeating: 0xA5, count: max(whole.count - firstPage, 0))
    #expect(damaged != whole)
    try damaged.write(to: URL(fileURLWithPath: path))
    for suffix in ["-wal", "-shm"] { unlink(path + suffix) }

    try laboratory.start()
    let daemon = try #require(laboratory.daemon)
    try laboratory.eventually("the daemon has given up") { !daemon.isRunning }
    #expect(daemon.terminationStatus != 0)
    #expect(laboratory.log.contains("\(path) is damaged"))
    #expect(laboratory.log.contains("restore a backup"))
    #expect(try laboratory.record().isEmpty)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == damaged, "it is left as it is")

    // With what was there before, nothing is lost.
    try FileManager.default.removeItem(atPath: laboratory.data.path + "/state")
    try FileManager.default.moveItem(atPath: backup, toPath: laboratory.data.path + "/state")
    try laboratory.start(untilReady: 1)
    try laboratory.waitForAccepted(1)
    #expect(try laboratory.record().map(\.text) == ["kept"])
  }

  @Test func `A spool directory that is removed and made again is watched again`() throws {
    let laboratory = try Laboratory(modems: 1)
    try laboratory.start(untilReady: 1)
    try laboratory.drop("before", "To: +447700900123\n\nbefore")
    try laboratory.waitForAccepted(1)
    let outgoing = laboratory.data.path + "/spool/outgoing"
    try FileManager.default.removeItem(atPath: outgoing)
    try FileManager.default.createDirectory(atPath: outgoing, withIntermediateDirectories: false)
    try laboratory.drop("after", "To: +447700900123\n\nafter")
    try laboratory.waitForAccepted(2)
    #expect(try laboratory.record().map(\.text) == ["before", "after"])
    try laboratory.eventually("both have their results") {
      Set(laboratory.names(in: "sent")) == ["before", "after"]
    }
  }

  @Test(arguments: [".claimed", "sent"])
  func `A directory of claims or results that is taken away is made again, and nothing is lost`(
    _ name: String
  ) throws {
    let laboratory = try Laboratory(modems: 1)
    try laboratory.start(untilReady: 1)
    // Without a report, nothing is written there any more.
    try laboratory.drop("before", "To: +447700900123\nReport: no\n\nbefore")
    try laboratory.eventually("it has its result") { laboratory.names(in: "sent") == ["before"] }
    try FileManager.default.removeItem(atPath: laboratory.data.path + "/spool/" + name)
    try laboratory.drop("after", "To: +447700900123\n\nafter")
    try laboratory.waitForAccepted(2)
    try laboratory.eventually("the second has its result") {
      laboratory.names(in: "sent").contains("after")
    }
    #expect(try laboratory.record().map(\.text) == ["before", "after"])
    #expect(laboratory.end() == 0)
  }

  @Test func `Of a file with one bad message nothing is sent, and corrected it is sent once`()
    throws
  {
    let laboratory = try Laboratory(modems: 1)
    try laboratory.start(untilReady: 1)
    func list(_ key: String) -> String {
      let plain = (1...100).map { #"{"to": "+4477009\#(10_000 + $0)", "text": "\#($0)"}"# }
      let keyed = #"{"to": "+447700900123", "text": "two", "idempotency_key": "\#(key)"}"#
      return "[\((plain + [keyed]).joined(separator: ", "))]"
    }
    let first = #"{"to": "+447700900123", "text": "one", "idempotency_key": "k"}"#
    try laboratory.drop("first.json", first)
    try laboratory.eventually("it has its result") { !laboratory.names(in: "sent").isEmpty }
    try laboratory.drop("list.json", list("k"))
    try laboratory.eventually("it is refused") { !laboratory.names(in: "rejected").isEmpty }
    let reason = try laboratory.file("list.json.reason", in: "rejected")
    #expect(
      reason.contains("message 100 (from 0): ") && reason.contains("used for another message")
    )
    #expect(reason.contains("nothing of the file was accepted"))
    try laboratory.drop("list.json", list("l"))
    try laboratory.waitForAccepted(102)
    let texts = try laboratory.record().compactMap(\.text)
    #expect(Set(texts).count == 102 && texts.count == 102)
  }

  /// A link stands where results go, until somebody puts that right.
  @Test func `A spool that cannot be used is in the status, and stops nothing else`() throws {
    let laboratory = try Laboratory(modems: 1)
    try laboratory.start(untilReady: 1)
    let spool = laboratory.data.path + "/spool"
    try FileManager.default.moveItem(atPath: spool + "/sent", toPath: spool + "/elsewhere")
    try FileManager.default.createSymbolicLink(
      atPath: spool + "/sent",
      withDestinationPath: "elsewhere"
    )
    try laboratory.drop("kept", "To: +447700900123\n\nkept")
    try laboratory.eventually("the status says so") {
      try laboratory.hermod("status").output.contains("the spool takes no files")
    }
    let status = try laboratory.hermod("status")
    #expect(status.output.contains("is degraded"))
    // The status wraps its lines, wherever the path may have a break.
    #expect(laboratory.log.contains("\(spool)/sent is not a directory"))
    #expect(try laboratory.hermod("send", "--wait", "+447700900124", "by the API").status == 0)
    try laboratory.simulate("receive modem1 +447700900125 STOP")
    try laboratory.eventually("STOP counts") {
      try laboratory.hermod("optout", "check", "+447700900125").status == 1
    }

    unlink(spool + "/sent")
    try FileManager.default.moveItem(atPath: spool + "/elsewhere", toPath: spool + "/sent")
    try laboratory.eventually("it is sent") { laboratory.names(in: "sent") == ["kept"] }
    try laboratory.eventually("all is well") {
      try laboratory.hermod("status").output.contains("is ok")
    }
    #expect(laboratory.daemon?.isRunning == true)
  }

  @Test(.enabled(if: geteuid() == 0, "only root may take a directory away from root"))
  func `Files that may not be moved wait, and the gateway goes on`() throws {
    let laboratory = try Laboratory(modems: 1)
    try laboratory.start(untilReady: 1)
    let claimed = laboratory.data.path + "/spool/.claimed"
    guard try setImmutable(true, claimed) else {
      print("skipped: the file system of \(claimed) has no immutable directories")
      return
    }
    defer { _ = try? setImmutable(false, claimed) }
    try laboratory.drop("kept", "To: +447700900123\n\nkept")
    try laboratory.eventually("the status says so") {
      try laboratory.hermod("status").output.contains("cannot move: Operation not permitted")
    }
    #expect(try laboratory.hermod("send", "--wait", "+447700900124", "by the API").status == 0)
    #expect(try setImmutable(false, claimed))
    try laboratory.eventually("it is sent") { laboratory.names(in: "sent") == ["kept"] }
    #expect(laboratory.daemon?.isRunning == true)
  }

  /// - Returns: Whether the file system knows of it.
  private func setImmutable(_ isImmutable: Bool, _ path: String) throws -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["chattr", isImmutable ? "+i" : "-i", path]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.awaitExit()
    return process.terminationStatus == 0
  }
}
