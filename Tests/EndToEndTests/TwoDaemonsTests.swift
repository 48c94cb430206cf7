import Foundation
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
    #expect(second.status != 0)
    #expect(second.error.contains("\(process)"), "\(second.error)")
    #expect(second.error.contains(laboratory.data.path + "/state"), "\(second.error)")
    // The first one has lost nothing by it: neither its socket nor its modem.
    #expect(laboratory.readyModems == 1)
    try laboratory.drop("m", "To: +447700900001\n\nstill there\n")
    try laboratory.waitForAccepted(1)
  }

  @Test func `The second on one port leaves the modem alone, and says which process has it`() throws
  {
    let laboratory = try Laboratory(modems: 1)
    try laboratory.start(untilReady: 1)
    let process = try #require(laboratory.daemon?.processIdentifier)
    let other = laboratory.directory.path + "/other"
    let configuration = try String(
      contentsOfFile: laboratory.directory.path + "/hermod.toml",
      encoding: .utf8
    )
    .replacingOccurrences(of: "\"\(laboratory.directory.path)/state", with: "\"\(other)/state")
    .replacingOccurrences(of: "\"\(laboratory.directory.path)/spool", with: "\"\(other)/spool")
    .replacingOccurrences(of: "\"\(laboratory.socket)", with: "\"\(other).sock")
    try configuration.write(toFile: other + ".toml", atomically: true, encoding: .utf8)
    let second = Process()
    second.executableURL = Laboratory.hermod
    second.arguments = ["daemon", "--config", other + ".toml"]
    second.standardError = FileHandle.nullDevice
    second.standardOutput = FileHandle.nullDevice
    try second.run()
    defer {
      second.terminate()
      second.awaitExit()
    }
    try laboratory.eventually("the second sees that the port is taken") {
      let status = try laboratory.hermod("status", "--socket", other + ".sock").output
      return status.contains("\(process)")
    }
    try laboratory.drop("m", "To: +447700900001\n\nundisturbed\n")
    try laboratory.waitForAccepted(1)
    let written = try laboratory.wire().filter { $0.direction == "to-modem" }.map(\.line)
    #expect(written.count { $0.hasPrefix("AT+CMGS") } == 1)
  }
}
