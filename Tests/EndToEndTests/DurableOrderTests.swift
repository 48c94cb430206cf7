import Foundation
import Testing

/// What must be on the disk before a step that cannot be taken back: seen from outside, in the order
/// of the system calls, since after `kill -9` the page cache hides what a power cut would show.
@Suite(
  .ownThreads,
  .timeLimit(.minutes(3)),
  .enabled(if: SystemCallTrace.isAllowed, "strace may not trace here")
)
struct DurableOrderTests {
  @Test func `Nothing leaves, and nothing is removed, before its record is on the disk`() throws {
    let laboratory = try Laboratory(modems: 1)
    let file = laboratory.directory.path + "/trace"
    try laboratory.start(under: Self.tracer(into: file))
    try laboratory.eventually("the modem is ready") { laboratory.readyModems == 1 }
    for number in 0..<8 {
      try laboratory.drop("m\(number)", "To: +44770090000\(number)\n\nmessage \(number)\n")
      try laboratory.simulate("receive modem1 +4477009\(20_000 + number) reply \(number)")
    }
    try laboratory.eventually("all is done") {
      laboratory.names(in: "sent").count == 8 && laboratory.names(in: "incoming").count == 8
    }
    #expect(try laboratory.simulate("wait received 60s").hasPrefix("ok"))
    laboratory.end()

    let trace = SystemCallTrace(try String(contentsOfFile: file, encoding: .utf8))
    let steps = trace.stepCounts
    #expect(steps.submissions == 8)
    #expect(steps.claims == 8)
    #expect(steps.deletions >= 1)
    #expect(trace.unrecordedSubmissions.map(\.arguments) == [])
    #expect(trace.unstoredDeletions.map(\.arguments) == [])
    #expect(trace.unacceptedClaims.map(\.arguments) == [])

    // The check finds what is missing: this is what the trace of a gateway without it would be.
    let careless = trace.without { $0.name == "fdatasync" }
    #expect(careless.unrecordedSubmissions.count == 8)
    #expect(careless.unacceptedClaims.count == 8)
    #expect(careless.unstoredDeletions.count == steps.deletions)
    let hasty = trace.without { $0.name == "fsync" && $0.arguments.contains(".claimed>") }
    #expect(hasty.unacceptedClaims.count == 8)
  }
  /// A file that a power cut brought back into `unknown/` would be looked at, and sent, once more.
  @Test func `A result that moves has left its earlier directory for good`() throws {
    let laboratory = try Laboratory(modems: 1, options: ModemTroubleTests.quick)
    let file = laboratory.directory.path + "/trace"
    try laboratory.start(untilReady: 1, under: Self.tracer(into: file))
    try laboratory.simulate("fault modem1 lose-reference once")
    try laboratory.drop("m", "To: +447700900123\nReport: no\n\nhello\n")
    try laboratory.eventually("doubt") { laboratory.names(in: "unknown") == ["m"] }
    try laboratory.eventually("ready again") { laboratory.state == "ready" }
    try laboratory.simulate("urc modem1 +CMGS: 77")
    try laboratory.eventually("proof") { laboratory.names(in: "sent") == ["m"] }
    // Results are written one batch after the other: with this one, all of the first is done.
    try laboratory.drop("after", "To: +447700900124\nReport: no\n\nhello\n")
    try laboratory.eventually("all is done") {
      laboratory.names(in: "sent").sorted() == ["after", "m"]
    }
    laboratory.end()

    let trace = SystemCallTrace(try String(contentsOfFile: file, encoding: .utf8))
    #expect(trace.removedResults.count == 1)
    #expect(trace.unsynchronizedRemovals.map(\.arguments) == [])
    let removal = trace.removedResults.first?.begin ?? 0
    let careless = trace.without {
      $0.name == "fsync" && $0.arguments.contains("/unknown>") && $0.begin > removal
    }
    #expect(careless.unsynchronizedRemovals.count == 1)
  }

  private static func tracer(into file: String) -> [String] {
    [
      "strace", "-D", "-f", "-qq", "-y", "-s", "256", "-o", file, "-e",
      "trace=read,write,writev,pwrite64,fdatasync,fsync,unlinkat,renameat2",
    ]
  }
}
