import Foundation
import Glibc
import Testing

/// The daemon is killed, or one system call fails, at each call of intake, submission and receipt.
///
/// Then it is started again. The oracle is the record of the service centre.
///
/// `when=N` of strace counts each call by its name, so each name has a sweep of its own. All points
/// are tried where `HERMOD_LONG` is set (`make crash-sweep`), a few of each kind otherwise.
@Suite(
  .serialized,
  .ownThreads,
  .timeLimit(.minutes(60)),
  .enabled(if: SystemCallTrace.isAllowed, "strace may not trace here")
)
struct SystemCallSweepTests {
  /// What is done to a call, and whether the gateway may go on after it.
  struct Fault: CustomTestStringConvertible, Sendable {
    var call: String
    var effect: String

    var testDescription: String { "\(call) \(effect)" }
  }

  private static let allKills = [
    "renameat2", "fsync", "fdatasync", "pwrite64", "unlinkat", "write", "openat", "renameat",
    "syncfs", "fallocate",
  ].map { Fault(call: $0, effect: "signal=SIGKILL") }
  private static let allErrors = [
    Fault(call: "pwrite64", effect: "error=ENOSPC"),
    Fault(call: "pwrite64", effect: "error=EIO"),
    Fault(call: "fdatasync", effect: "error=EIO"),
    Fault(call: "fsync", effect: "error=EIO"),
    Fault(call: "renameat2", effect: "error=ENOSPC"),
    Fault(call: "unlinkat", effect: "error=EIO"),
    Fault(call: "openat", effect: "error=EMFILE"),
  ]
  private static let kills =
    Laboratory.isLong ? allKills : allKills.filter { ["pwrite64", "write"].contains($0.call) }
  private static let errors = Laboratory.isLong ? allErrors : [allErrors[0], allErrors[2]]

  @Test(arguments: kills)
  func `A kill at any call loses nothing and sends nothing twice`(_ fault: Fault) throws {
    try sweep(fault)
  }

  @Test(arguments: errors)
  func `A call that fails loses nothing and sends nothing twice`(_ fault: Fault) throws {
    try sweep(fault)
  }

  private func sweep(_ fault: Fault) throws {
    let run = try Sweep(fault)
    let (first, last) = try run.bounds()
    guard last > first else {
      print("\(fault.call): not called between the start and the end of a message")
      return
    }
    let all = Array(first + 1...last)
    // One of them, and not always the same: a day's runs add up.
    let points = Laboratory.isLong ? all : [all.randomElement() ?? last]
    for point in points { try run.strike(at: point) }
    try run.audit()
    print("\(fault.testDescription): \(points.count) of \(all.count) points")
  }
}

/// One sweep: a laboratory in which message after message meets the fault at another point.
private final class Sweep {
  private let laboratory: Laboratory
  private let fault: SystemCallSweepTests.Fault
  private var messages = 0

  init(_ fault: SystemCallSweepTests.Fault) throws {
    self.fault = fault
    laboratory = try Laboratory(modems: 1, gateway: "answer_deadline = 2")
  }

  /// How often the call has been made when the modem is ready, and how often when all is done.
  func bounds() throws -> (first: Int, last: Int) {
    let file = laboratory.directory.path + "/calls"
    try laboratory.start(
      under: ["strace", "-D", "-f", "-qq", "-o", file, "-e", "trace=\(fault.call)"]
    )
    try laboratory.eventually("the modem is ready") { laboratory.readyModems == 1 }
    let first = try count(in: file)
    try addMessage()
    try laboratory.eventually("the message and its result are there") { isSettled }
    let last = try count(in: file)
    laboratory.end()
    return (first, last)
  }

  private func count(in file: String) throws -> Int {
    try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
      .count { $0.contains("\(fault.call)(") }
  }

  /// One file and one received message, while the call at a certain place meets the fault.
  func strike(at point: Int) throws {
    try laboratory.start(
      under: [
        "strace", "-D", "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(fault.call)",
        "-e", "inject=\(fault.call):\(fault.effect):when=\(point)",
      ]
    )
    try addMessage()
    try laboratory.eventually("it ends, or all is done; \(fault.testDescription) at \(point)") {
      laboratory.daemon?.isRunning == false || isSettled
    }
    laboratory.end(SIGKILL)
  }

  private func addMessage() throws {
    messages += 1
    try laboratory.drop("m\(messages)", "To: +4477009\(10_000 + messages)\n\nmessage \(messages)\n")
    try laboratory.simulate("receive modem1 +4477009\(20_000 + messages) reply \(messages)")
  }

  /// Whether every file has its result, and every received message its file.
  private var isSettled: Bool {
    laboratory.names(in: "sent").count + laboratory.names(in: "unknown").count == messages
      && laboratory.names(in: "incoming").count >= messages
  }

  /// Without a fault all comes to its end; then the record tells.
  func audit() throws {
    try laboratory.start()
    try laboratory.eventually("all comes to its end after \(fault.testDescription)") { isSettled }
    laboratory.end()
    let record = try laboratory.record().compactMap(\.text)
    #expect(record.count == Set(record).count, "\(fault.testDescription): sent twice")
    let unknown = Set(laboratory.names(in: "unknown"))
    let sent = Set(laboratory.names(in: "sent"))
    for number in 1...messages {
      let isThere = record.contains("message \(number)")
      #expect(isThere || unknown.contains("m\(number)"), "message \(number) is lost")
      #expect(isThere || !sent.contains("m\(number)"), "message \(number) is called sent")
    }
    #expect(laboratory.names(in: "outgoing") == [])
    #expect(laboratory.names(in: "rejected") == [])
    var received: [String: Int] = [:]
    for name in laboratory.names(in: "incoming") {
      let text = try laboratory.file(name, in: "incoming")
      received[String(text.split(separator: "\n").last ?? ""), default: 0] += 1
    }
    for number in 1...messages {
      #expect(received["reply \(number)"] == 1, "reply \(number) of \(fault.testDescription)")
    }
  }
}
