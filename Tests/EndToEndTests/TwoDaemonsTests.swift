import Foundation
import Glibc
import Testing

/// A second gateway on the same state directory, or on the same modem.
@Suite(.ownThreads, .timeLimit(.minutes(2))) struct TwoDaemonsTests {
  @Test func `The second on one state directory says which process has it, and ends`() throws {
    let laboratory = try Laboratory(modems: 1)
    try laboratory.start(untilReady: 1)
    let process = try #require(laboratory.daemon?.processIdentifier)
    let second = try laboratory.hermod(
      "daemon",
      "--config",
      laboratory.directory.path + "/hermod.toml"
    )
    #expect(second.status == 75)
    #expect(second.error.contains("process \(process)"), "\(second.error)")
    #expect(second.error.contains(laboratory.data.path + "/state"), "\(second.error)")
    // The first one has lost nothing by it: neither its socket nor its modem.
    #expect(laboratory.readyModems == 1)
    try laboratory.drop("m", "To: +447700900001\n\nstill there\n")
    try laboratory.waitForAccepted(1)
  }

  @Test func `The second on one port says who has it, and ends`() throws {
    let laboratory = try Laboratory(modems: 1)
    try laboratory.start(untilReady: 1)
    let first = try #require(laboratory.daemon?.processIdentifier)
    let own = laboratory.directory.path + "/hermod.toml"
    let other = laboratory.directory.path + "/second.toml"
    let text = try String(contentsOfFile: own, encoding: .utf8)
      .replacing("\(laboratory.data.path)/state", with: "\(laboratory.data.path)/state2")
      .replacing("\(laboratory.data.path)/spool", with: "\(laboratory.data.path)/spool2")
      .replacing(laboratory.socket, with: laboratory.directory.path + "/second.sock")
    try text.write(toFile: other, atomically: true, encoding: .utf8)
    let second = try laboratory.hermod("daemon", "--config", other)
    #expect(second.status == 75)
    #expect(second.error.contains("process \(first), a gateway with the configuration \(own), has"))
    #expect(second.error.contains("the port of modem1; stop it first"))
    // Which has done the first no harm.
    try laboratory.drop("m", "To: +447700900123\n\nhello\n")
    try laboratory.eventually("it is sent") { laboratory.names(in: "sent") == ["m"] }
    #expect(laboratory.readyModems == 1)
  }

  /// Each would take what the other has claimed for left by a crash, and send it too.
  @Test func `The second on one spool says who has it, and ends`() throws {
    let laboratory = try Laboratory(modems: 1)
    try laboratory.start(untilReady: 1)
    let first = try #require(laboratory.daemon?.processIdentifier)
    let own = laboratory.directory.path + "/hermod.toml"
    let other = laboratory.directory.path + "/second.toml"
    let spool = laboratory.data.path + "/spool"
    let text = """
      [gateway]
      state_directory = "\(laboratory.data.path)/state2"
      socket = "\(laboratory.directory.path)/second.sock"
      [spool]
      directory = "\(spool)"
      [discovery]
      udev = false
      """
    try text.write(toFile: other, atomically: true, encoding: .utf8)
    let second = try laboratory.hermod("daemon", "--config", other)
    #expect(second.status == 75)
    #expect(
      second.error.hasPrefix(
        "hermod: process \(first), a gateway with the configuration \(own), has the spool \(spool); stop"
      ),
      "\(second.error)"
    )
    try laboratory.drop("m", "To: +447700900123\n\nhello\n")
    try laboratory.eventually("it is sent") { laboratory.names(in: "sent") == ["m"] }
  }

  @Test func `A port that another program has is tried until that lets go of it`() throws {
    let laboratory = try Laboratory(modems: 1)
    let text = try String(
      contentsOfFile: laboratory.directory.path + "/hermod.toml",
      encoding: .utf8
    )
    let path = try #require(text.firstMatch(of: /device = "([^"]+)"/)?.1)
    let descriptor = open(String(path), O_RDONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
    try #require(descriptor >= 0)
    try #require(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    try laboratory.start()
    try laboratory.eventually("the holder is shown") {
      laboratory.reason.contains("process \(getpid())")
    }
    close(descriptor)
    try laboratory.eventually("it is ready") { laboratory.readyModems == 1 }
  }
}
