import Foundation
import GRDB
import Messaging
import QueuePolicy
import Storage
import Testing

@Suite struct IntakeTests {
  @Test func anAcceptedMessageIsThereAfterReopening() async throws {
    let fixture = try await Fixture()
    let one = submission(segments: 2) {
      $0.reference = "order 7"
      $0.transferOptions = TransferOptions(replyPath: true, userDataHeader: [5, 0])
    }
    #expect(try await fixture.store.accept(one) == .accepted(one.id))
    let detail = try #require(try await fixture.reopened().message(one.id))
    #expect(detail.state == .queued)
    #expect(detail.recipient == anna)
    #expect(detail.content == .text("Hello"))
    #expect(detail.reference == "order 7")
    #expect(detail.segments == [.unsent, .unsent])
  }

  @Test func replayingAClaimChangesNothing() async throws {
    let fixture = try await Fixture()
    let one = submission(origin: .spool(name: "a.txt", member: nil, headers: "To: 1"))
    _ = try await fixture.store.accept(one)
    #expect(try await fixture.store.accept(one) == .alreadyAccepted(one.id, .queued))
    try await fixture.store.submit(one.id, .accepted(messageReference: 4))
    #expect(try await fixture.store.accept(one) == .alreadyAccepted(one.id, .sent))
    #expect(try fixture.peek(Int.self, "SELECT count(*) FROM messages") == 1)
  }

  @Test func octetsComeBackAsTheyWere() async throws {
    let fixture = try await Fixture()
    let one = submission { $0.content = .data([0, 0x1A, 0xFF]) }
    _ = try await fixture.store.accept(one)
    #expect(try await fixture.store.claim()?.content == .data([0, 0x1A, 0xFF]))
  }
}
