import Foundation
import Messaging
import Testing

@testable import Spool

/// The daemon can be killed between any two steps; the next start must neither lose nor double.
@Suite struct SpoolReplayTests {
  /// Where the daemon is killed.
  enum Crash: CaseIterable {
    case beforeTheClaim
    case afterTheRename
    case afterTheBatch
    case afterTheStore
    case afterTheFinish
  }

  /// A store that knows messages by their ids, as the database does.
  private final class Store: @unchecked Sendable {
    var messages: [MessageID: MessageRequest] = [:]

    func insert(_ files: [ClaimedFile]) {
      for message in files.flatMap(\.messages) where messages[message.id] == nil {
        messages[message.id] = message.request
      }
    }
  }

  private static let array =
    #"[{"to":"+447700900123","text":"a"},{"to":"+447700900124","text":"b"}]"#

  private func run(_ spool: TemporarySpool, until crash: Crash, _ store: Store) async throws {
    let intake = spool.intake()
    let batches = try await intake.start()
    if crash == .beforeTheClaim {
      try spool.write("batch.json", Self.array)
      return await intake.stop()
    }
    try spool.write("batch.json", Self.array)
    if crash == .afterTheRename {
      await intake.stop()
      let claims = SpoolClaims(directories: spool.directories.held, limits: .quick)
      let candidate = SpoolClaims.Candidate(name: FileName("batch.json"), mustBeSettled: false)
      _ = try claims.claim([candidate], now: spool.now)
      return
    }
    let files = try await withDeadline { await batches.first { _ in true } ?? [] }
    if crash == .afterTheBatch { return await intake.stop() }
    store.insert(files)
    if crash == .afterTheStore { return await intake.stop() }
    try await intake.finish(claims: files.map(\.id))
    await intake.stop()
  }

  @Test(arguments: Crash.allCases)
  func `after a crash every message is stored once`(crash: Crash) async throws {
    let spool = try TemporarySpool()
    let store = Store()
    try await run(spool, until: crash, store)
    spool.advance(by: .seconds(11))
    // The next daemon opens the directories anew.
    let directories = try SpoolDirectories(path: spool.path, submitGroup: nil)
    let next = SpoolIntake(directories: directories, limits: .quick, now: { spool.now })
    let batches = try await next.start()
    if crash != .afterTheFinish {
      let files = try await withDeadline { await batches.first { _ in true } ?? [] }
      store.insert(files)
      try await next.finish(claims: files.map(\.id))
    }
    await next.stop()
    #expect(store.messages.values.map(\.recipient).sorted() == ["+447700900123", "+447700900124"])
    #expect(try spool.names(in: ".claimed") == [])
    #expect(try spool.names(in: "outgoing") == [])
  }

  @Test func `a replay gives the same ids, names and times`() async throws {
    let spool = try TemporarySpool()
    let first = spool.intake()
    var iterator = try await first.start().makeAsyncIterator()
    try spool.write("batch.json", Self.array)
    let before = await iterator.next()
    await first.stop()
    spool.advance(by: .seconds(60))
    let second = spool.intake()
    var replayed = try await second.start().makeAsyncIterator()
    let after = await replayed.next()
    #expect(before != nil)
    #expect(after == before)
    #expect(after?.first?.name == "batch.json")
    #expect(after?.first.map { $0.receivedAt < spool.now - .seconds(59) } == true)
    await second.stop()
  }

  @Test func `claims are replayed before anything new is taken`() async throws {
    let spool = try TemporarySpool()
    let claimed = ClaimName(
      id: try #require(MessageID("01ARZ3NDEKTSV4RRFFQ69G5FAV")),
      fileName: "x"
    )
    try spool.write(".x", "To: +447700900123\n\nold")
    try FileManager.default.moveItem(
      atPath: "\(spool.path)/outgoing/.x",
      toPath: "\(spool.path)/.claimed/\(claimed.text)"
    )
    try spool.drop("y", "To: +447700900123\n\nnew")
    spool.advance(by: .seconds(11))
    let intake = spool.intake()
    var iterator = try await intake.start().makeAsyncIterator()
    #expect(await iterator.next()?.map(\.id) == [claimed.id])
    #expect(await iterator.next()?.map(\.name) == ["y"])
    await intake.stop()
  }

  @Test func `a file whose refusal was interrupted is refused once`() async throws {
    let spool = try TemporarySpool()
    try spool.write(".x", "nonsense")
    try FileManager.default.moveItem(
      atPath: "\(spool.path)/outgoing/.x",
      toPath: "\(spool.path)/.claimed/01ARZ3NDEKTSV4RRFFQ69G5FAV.x"
    )
    try Data("half".utf8).write(to: URL(fileURLWithPath: "\(spool.path)/rejected/x.reason"))
    let intake = spool.intake()
    let batches = try await intake.start()
    try spool.drop("y")
    _ = try await withDeadline { await batches.first { _ in true } }
    #expect(try spool.names(in: "rejected") == ["x", "x.reason"])
    #expect(try #require(spool.read("rejected/x.reason")).contains("nonsense"))
    await intake.stop()
  }

  @Test func `the ids of the members of a file count up from the claim's, and carry`() throws {
    let id = try #require(MessageID("01ARZ3NDEKTSV4RRFFQ69G5FZZ"))
    #expect(id.member(0) == id)
    #expect(id.member(1).description == "01ARZ3NDEKTSV4RRFFQ69G5G00")
    #expect(id.member(1025).description == "01ARZ3NDEKTSV4RRFFQ69G5H00")
    #expect(Set((0..<2000).map(id.member)).count == 2000)
    let last = try #require(MessageID("01ARZ3NDEKZZZZZZZZZZZZZZZZ"))
    #expect(last.member(1).description == "01ARZ3NDEK0000000000000000")
    #expect(last.member(1).drawnAt == id.drawnAt)
    #expect(id.drawnAt == Timestamp(milliseconds: 1_469_922_850_259))
  }
}
