import Foundation
import Glibc
import Testing

/// What is taken away under the gateway.
@Suite(.serialized, .ownThreads, .timeLimit(.minutes(2))) struct DamageTests {
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
}
