import Foundation
import Glibc
import Messaging
import Testing

@testable import Spool

@Suite struct SpoolIntakeTests {
  /// The next batches, one after the other, each within a deadline.
  private final class Batches: @unchecked Sendable {
    private var iterator: AsyncStream<[ClaimedFile]>.Iterator

    init(_ stream: AsyncStream<[ClaimedFile]>) {
      iterator = stream.makeAsyncIterator()
    }

    func next() async throws -> [ClaimedFile] {
      try await withDeadline { await self.iterator.next() ?? [] }
    }

    /// Batches until there are this many files.
    func files(_ count: Int) async throws -> [ClaimedFile] {
      var files: [ClaimedFile] = []
      while files.count < count {
        let batch = try await next()
        if batch.isEmpty { break }
        files += batch
      }
      return files
    }
  }

  private func start(_ intake: SpoolIntake) async throws -> Batches {
    Batches(try await intake.start())
  }

  @Test func `a renamed file arrives, is finished and is gone`() async throws {
    let spool = try TemporarySpool()
    let intake = spool.intake()
    let batches = try await start(intake)
    try spool.drop("order-17", "To: +447700900123\nClass: otp\n\nYour code is 123456\n")
    let file = try #require(try await batches.next().first)
    #expect(file.name == "order-17")
    #expect(file.requests.map(\.content) == [.text("Your code is 123456")])
    #expect(file.messages.map(\.id) == [file.id])
    #expect(file.ownerUserID == geteuid())
    #expect(try spool.names(in: ".claimed") == ["\(file.id).order-17"])
    try await intake.finish(claims: [file.id])
    #expect(try spool.names(in: ".claimed") == [])
    #expect(try spool.names(in: "outgoing") == [])
    await intake.stop()
  }

  @Test func `a file written in place arrives when its writer closes it`() async throws {
    let spool = try TemporarySpool()
    let intake = spool.intake()
    let batches = try await start(intake)
    let path = "\(spool.path)/outgoing/slow"
    let file = try #require(FileHandle(forWritingAtPath: path, creating: true))
    try file.write(contentsOf: Data("To: +447700900123\n\nfirst ".utf8))
    try spool.drop("other")
    #expect(try await batches.next().map(\.name) == ["other"])
    try file.write(contentsOf: Data("second".utf8))
    try file.close()
    #expect(
      try await batches.next().map(\.requests).map { $0.map(\.content) } == [
        [.text("first second")]
      ]
    )
    await intake.stop()
  }

  @Test func `what was there at the start is taken once it has been left alone`() async throws {
    let spool = try TemporarySpool()
    try spool.drop("before")
    spool.advance(by: .seconds(11))
    let intake = spool.intake()
    let batches = try await start(intake)
    #expect(try await batches.next().map(\.name) == ["before"])
    await intake.stop()
  }

  @Test func `a file that was young at the start is taken when it has settled`() async throws {
    let spool = try TemporarySpool()
    try spool.drop("young")
    var limits = SpoolLimits()
    limits.settleTime = .milliseconds(150)
    limits.scanInterval = .seconds(3600)
    let intake = spool.intake(limits)
    let batches = try await start(intake)
    #expect(try await batches.next().map(\.name) == ["young"])
    await intake.stop()
  }

  @Test func `ten thousand files arrive once each, in batches`() async throws {
    let spool = try TemporarySpool()
    for number in 0..<5000 { try spool.write("old-\(number)", "To: +447700900123\n\n\(number)") }
    spool.advance(by: .seconds(11))
    let intake = spool.intake()
    let batches = try await start(intake)
    for number in 0..<5000 { try spool.write("new-\(number)", "To: +447700900123\n\n\(number)") }
    var names: Set<String> = []
    while names.count < 10_000 {
      let batch = try await batches.next()
      try #require(!batch.isEmpty && batch.count <= SpoolLimits().batchFiles)
      for file in batch { #expect(names.insert(file.name).inserted) }
      try await intake.finish(claims: batch.map(\.id))
    }
    #expect(try spool.names(in: "outgoing") == [])
    #expect(try spool.names(in: ".claimed") == [])
    await intake.stop()
  }

  @Test func `nothing is taken that nobody asks for`() async throws {
    let spool = try TemporarySpool()
    let intake = spool.intake()
    let batches = try await start(intake)
    try spool.drop("a")
    #expect(try await batches.next().map(\.name) == ["a"])
    try spool.drop("b")
    try spool.drop("c")
    // The events are in by the time a call has been through the intake's queue after them.
    try await intake.finish(claims: [])
    #expect(try spool.names(in: "outgoing") == ["b", "c"])
    #expect(try await batches.files(2).map(\.name) == ["b", "c"])
    await intake.stop()
  }

  @Test func `more names than may wait are found by reading the directory`() async throws {
    let spool = try TemporarySpool()
    var limits = SpoolLimits.quick
    limits.waitingNames = 4
    let intake = spool.intake(limits)
    let batches = try await start(intake)
    for number in 0..<50 { try spool.drop("f\(number)") }
    spool.advance(by: .seconds(11))
    #expect(Set(try await batches.files(50).map(\.name)).count == 50)
    await intake.stop()
  }

  @Test func `the stream ends when the intake stops`() async throws {
    let spool = try TemporarySpool()
    let intake = spool.intake()
    let batches = try await start(intake)
    async let last = batches.next()
    await intake.stop()
    #expect(try await last == [])
  }

  @Test func `the stream ends when its task is cancelled`() async throws {
    let spool = try TemporarySpool()
    let intake = spool.intake()
    let batches = try await intake.start()
    let task = Task {
      for await _ in batches {}
      return true
    }
    task.cancel()
    #expect(try await withDeadline { await task.value })
  }

  @Test func `the gateway may refuse what it was given`() async throws {
    let spool = try TemporarySpool()
    let intake = spool.intake()
    let batches = try await start(intake)
    try spool.drop("x", "To: 0612345678\n\nHello")
    let file = try #require(try await batches.next().first)
    try await intake.reject(claim: file.id, reason: "To: the country is not known")
    #expect(try spool.names(in: "rejected") == ["x", "x.reason"])
    #expect(try spool.names(in: ".claimed") == [])
    await intake.stop()
  }

  @Test func `a directory in outgoing is mentioned once`() async throws {
    let spool = try TemporarySpool()
    mkdir("\(spool.path)/outgoing/staging", 0o755)
    let intake = spool.intake()
    let batches = try await start(intake)
    for name in ["a", "b"] {
      spool.advance(by: .seconds(11))
      try spool.drop(name)
      _ = try await batches.next()
    }
    #expect(spool.notices.count <= 1)
    await intake.stop()
  }

  @Test(arguments: ["outgoing", ".claimed", "sent", ""])
  func `directories that are replaced are opened anew`(name: String) async throws {
    let spool = try TemporarySpool()
    let intake = spool.intake()
    let batches = try await start(intake)
    try spool.drop("before")
    #expect(try await batches.next().map(\.name) == ["before"])
    let path = name.isEmpty ? spool.path : "\(spool.path)/\(name)"
    rename(path, spool.path + "-gone")
    defer { try? FileManager.default.removeItem(atPath: spool.path + "-gone") }
    async let files = batches.next()
    try await withDeadline { await spool.waitForNotice(.reopened(path: spool.path)) }
    try spool.drop("after")
    #expect(try await files.map(\.name) == ["after"])
    await intake.stop()
  }

  @Test func `a file that is dropped after the claims were taken away is not lost`() async throws {
    let spool = try TemporarySpool()
    let intake = spool.intake()
    let batches = try await start(intake)
    try spool.drop("before")
    let before = try await batches.next()
    try await intake.finish(claims: before.map(\.id))
    try FileManager.default.removeItem(atPath: "\(spool.path)/.claimed")
    try spool.drop("after")
    let after = try await batches.next()
    #expect(after.map(\.name) == ["after"])
    #expect(try spool.names(in: ".claimed").count == 1)
    try await intake.finish(claims: after.map(\.id))
    #expect(try spool.names(in: ".claimed").isEmpty)
    await intake.stop()
  }
}

extension FileHandle {
  fileprivate convenience init?(forWritingAtPath path: String, creating: Bool) {
    let descriptor = open(path, O_WRONLY | (creating ? O_CREAT : 0), 0o644)
    guard descriptor >= 0 else { return nil }
    self.init(fileDescriptor: descriptor, closeOnDealloc: true)
  }
}
