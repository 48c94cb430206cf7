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
    try laboratory.drop("before", "To: +447700900123\n\nbefore")
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
}
