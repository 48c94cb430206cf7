import Foundation
import Testing

/// A backup that is made while the gateway runs, and a gateway that is started from it.
@Suite(.ownThreads, .timeLimit(.minutes(2))) struct BackupTests {
  @Test func `A restored backup sends nothing that waited until it is released`() throws {
    let laboratory = try Laboratory(modems: 1)
    try laboratory.start(untilReady: 1)
    #expect(try laboratory.hermod("queue", "pause", "all").status == 0)
    for number in 1...3 {
      #expect(try laboratory.hermod("send", "+44770090000\(number)", "old \(number)").status == 0)
    }
    let file = laboratory.directory.path + "/copy.db"
    let made = try laboratory.hermod("backup", file)
    #expect(made.status == 0, "\(made.error)")
    #expect(made.output.hasPrefix("\(file): "))
    let attributes = try FileManager.default.attributesOfItem(atPath: file)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect((attributes[.size] as? Int).map { made.output.contains("\($0) bytes") } == true)
    let nowhere = try laboratory.hermod("backup", "/nonexistent/copy.db")
    #expect(nowhere.status == 65)
    #expect(
      nowhere.error == "hermod: cannot create /nonexistent/copy.db: No such file or directory\n"
    )
    // Never over another file, and nothing is left of the attempt.
    #expect(try laboratory.hermod("backup", file).status == 1)
    #expect(!FileManager.default.fileExists(atPath: file + ".partial"))

    // The original goes on, and sends what the copy still has as waiting.
    #expect(try laboratory.hermod("queue", "resume", "all").status == 0)
    try laboratory.waitForAccepted(3)
    laboratory.end()
    try restore(file, in: laboratory)

    try laboratory.start(untilReady: 1)
    let status = try laboratory.hermod("status")
    #expect(status.output.contains("3 messages are held since a backup was restored"))
    // The copy remembers the pause as well.
    #expect(try laboratory.hermod("queue", "resume", "all").status == 0)
    // What is new is sent at once, past what is held.
    #expect(try laboratory.hermod("send", "+447700900009", "new").status == 0)
    try laboratory.waitForAccepted(4)
    #expect(try laboratory.record().compactMap(\.text) == ["old 1", "old 2", "old 3", "new"])
    let held = try laboratory.hermod("queue", "release")
    #expect(held.output == "3 messages go on.\n")
    try laboratory.waitForAccepted(7)
    #expect(try laboratory.record().suffix(3).compactMap(\.text) == ["old 1", "old 2", "old 3"])
    #expect(try laboratory.hermod("queue", "release").output == "Nothing was held.\n")
  }

  /// What docs/operating.md says: the old state is moved away whole.
  private func restore(_ file: String, in laboratory: Laboratory) throws {
    let state = laboratory.directory.path + "/state"
    try FileManager.default.moveItem(atPath: state, toPath: state + ".old")
    try FileManager.default.createDirectory(atPath: state, withIntermediateDirectories: false)
    try FileManager.default.copyItem(atPath: file, toPath: state + "/hermod.db")
  }
}
