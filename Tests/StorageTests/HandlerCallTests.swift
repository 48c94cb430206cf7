import Messaging
import Storage
import Testing

@Suite struct HandlerCallTests {
  @Test func `A call is due from the moment that its file is confirmed, until it was made`()
    async throws
  {
    let fixture = try await Fixture()
    let message = submission(origin: .spool(name: "a", member: nil, headers: ""))
    _ = try await fixture.store.accept(message)
    _ = try await fixture.store.cancel(message.id, at: noon)
    let pending = try await fixture.store.pendingResults(limit: 10)
    #expect(pending.count == 1)
    let call = HandlerCall(
      kind: .failed,
      file: "/spool/failed/a",
      message: message.id,
      reference: 9
    )
    try await fixture.store.resultsWritten(pending, calls: [call])
    let again = try await fixture.reopened()
    let due = try await again.handlerCalls(limit: 10, after: 0)
    #expect(due.map(\.file) == ["/spool/failed/a"])
    #expect(due.map(\.reference) == [9])
    #expect(try await again.handlerCalls(limit: 10, after: due[0].row).isEmpty)
    try await again.handlerCalled(due[0])
    #expect(try await again.handlerCalls(limit: 10, after: 0).isEmpty)
    try await again.close()
  }
}
