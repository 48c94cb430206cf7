import Foundation
import Glibc
import LocalAPI
import Messaging
import Testing

/// A configuration that is changed under a gateway at work.
@Suite(.serialized, .ownThreads, .timeLimit(.minutes(3))) struct ReloadTests {
  private func edit(_ laboratory: Laboratory, _ change: (inout String) -> Void) throws {
    let path = laboratory.directory.path + "/hermod.toml"
    var text = try String(contentsOfFile: path, encoding: .utf8)
    change(&text)
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  private func names(of laboratory: Laboratory) -> [String] {
    laboratory.modems.compactMap { $0["name"] as? String }
  }

  @Test func `A modem goes and comes back, and the other one never stops`() throws {
    let laboratory = try Laboratory(modems: 2, options: ["--submit-latency", "50ms"])
    try laboratory.start(untilReady: 2)
    let path = laboratory.directory.path + "/hermod.toml"
    let whole = try String(contentsOfFile: path, encoding: .utf8)
    let second = try #require(whole.range(of: "[[modem]]", options: .backwards))
    try laboratory.eventually("an idle wire") {
      try laboratory.wire().last?.line.contains("OK") ?? false
    }
    let wiresBefore = try laboratory.wire().count {
      $0.modem == "modem1" && $0.line.contains("ATE0")
    }

    try edit(laboratory) { $0 = String($0[..<second.lowerBound]) }
    let gone = try laboratory.hermod("config", "reload")
    #expect(gone.status == 0)
    #expect(gone.output == "[[modem]] modem2 is gone\n")
    try laboratory.eventually("one modem is left") { names(of: laboratory) == ["modem1"] }
    #expect(try laboratory.hermod("send", "--wait", "+447700900123", "one").status == 0)

    try edit(laboratory) { $0 = whole }
    let process = try #require(laboratory.daemon)
    kill(process.processIdentifier, SIGHUP)
    try laboratory.eventually("both are ready") { laboratory.readyModems == 2 }
    let again = try laboratory.hermod("config", "reload")
    #expect(again.output == "Nothing has changed.\n")
    // The first modem was set up once, at the start.
    let wires = try laboratory.wire().count { $0.modem == "modem1" && $0.line.contains("ATE0") }
    #expect(wires == wiresBefore)
  }

  @Test func `A fault is named with its place, and what is in force stays`() throws {
    let laboratory = try Laboratory(modems: 1)
    try laboratory.start(untilReady: 1)
    try edit(laboratory) {
      $0 = $0.replacing("country_code = \"44\"", with: "country_code = \"49\"\nlongest_message = 0")
    }
    let refused = try laboratory.hermod("config", "reload")
    #expect(refused.status == 65)
    #expect(refused.error.contains("hermod.toml:3: gateway.longest_message: 0 is not 1 to 255"))
    #expect(refused.error.contains("nothing has changed"))
    // A national number is still read as a British one.
    let british = try laboratory.hermod("send", "--dry-run", "07700 900123", "hello")
    #expect(british.output.hasPrefix("+447700900123: would be accepted"))

    try edit(laboratory) { $0 = $0.replacing("longest_message = 0", with: "longest_message = 1") }
    let applied = try laboratory.hermod("config", "reload")
    #expect(applied.status == 0)
    let german = try laboratory.hermod("send", "--dry-run", "0170 1234567", "hello")
    #expect(german.output.hasPrefix("+491701234567: would be accepted"))
    let long = String(repeating: "long ", count: 50)
    #expect(try laboratory.hermod("send", "--dry-run", "+447700900123", long).status == 65)
  }
}
