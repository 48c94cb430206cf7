import GRDB
import Messaging
import QueuePolicy
import Testing

@testable import Storage

@Suite struct BacklogTests {
  /// Fills the table as quickly as SQLite can, behind the store's back.
  private func fill(_ fixture: Fixture, _ count: Int, modem: String? = nil) throws {
    let route = modem.map { "'modem:\($0)', '\($0)'" } ?? "'', NULL"
    try fixture.tamper(
      """
      WITH RECURSIVE numbers (n) AS
        (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < \(count))
      INSERT INTO messages (id, state, recipient, class, rank, text, requested_encoding, encoding,
        segment_count, reply_path, reject_duplicates, status_report, duplicates, accepted_at,
        expires_at, submitter, purpose, due_at, route, modem)
      SELECT printf('%s%025d', \(modem == nil ? "'A'" : "'B'"), n), 'queued',
        printf('+4477009%05d', n % 90000), 'marketing', 7, 'Hello', 'auto', 'gsm7', 1, 0, 0, 1,
        'hold', \(noon.milliseconds), \(noon.milliseconds + 86_400_000), 'uid:0', 'ordinary',
        \(noon.milliseconds) + n, \(route)
      FROM numbers
      """
    )
  }

  @Test func aLongBacklogIsClaimedInOrderWithoutBeingSorted() async throws {
    let fixture = try await Fixture()
    let count = 100_000
    try fill(fixture, count)
    // As many again for a modem that is not there: nobody has to walk past them.
    try fill(fixture, count, modem: "absent")
    let now = noon + .seconds(3600)
    _ = try await fixture.store.claim(at: now)
    let clock = ContinuousClock()
    var order: [MessageID] = []
    let claims = 200
    let time = try await clock.measure {
      for _ in 0..<claims {
        order.append(try #require(try await fixture.store.claim(at: now)).id)
      }
    }
    print("claim from a backlog of \(2 * count): \(time / claims) each")
    #expect(order == order.sorted())
    let otp = submission(.otp)
    _ = try await fixture.store.accept(otp, at: now)
    var first: MessageID?
    let urgent = try await clock.measure { first = try await fixture.store.claim(at: now)?.id }
    print("claim of an otp before that backlog: \(urgent)")
    #expect(first == otp.id)
    var counts: [Int] = []
    let tallies = try await clock.measure {
      counts = try await fixture.store.tallies().map(\.count)
    }
    #expect(counts == [1, 2 * count])
    print("tallies of that backlog: \(tallies)")
  }

  @Test func noQueryOfTheLineSortsOrScans() async throws {
    let fixture = try await Fixture()
    let plans = try fixture.plan(
      """
      SELECT row, id FROM messages WHERE state = 'queued' AND held = 0 AND route = ? AND rank = ?
        AND due_at <= ? ORDER BY due_at, row
      """
    )
    #expect(plans.allSatisfy { $0.contains("USING INDEX messages_line") }, "\(plans)")
  }

  /// What is accepted while the rules set a long backlog aside must not wait for the end of that.
  @Test func aClaimThatSetsMuchAsideEndsAndAsksToBeMadeAgain() async throws {
    let fixture = try await Fixture()
    let count = 1000
    try fill(fixture, count)
    var rules = SendingRules()
    rules.prefixes.denied = ["+44"]
    try await fixture.store.adopt(rules, at: noon)
    let now = noon + .seconds(3600)
    var due = fixture.store.signals { $0 == .due(now) }.makeAsyncIterator()
    #expect(try await fixture.store.claim(at: now) == nil)
    let queued = "SELECT count(*) FROM messages WHERE state = 'queued'"
    let left = try #require(try fixture.peek(Int.self, queued))
    #expect(left > 0 && left < count)
    await due.next()
    #expect(try await fixture.store.claim(at: now) == nil)
    #expect(try fixture.peek(Int.self, queued) == 0)
  }

  @Test func noDeadlineIsFoundByAScan() async throws {
    let fixture = try await Fixture()
    let indexes = ["messages_expiry", "messages_resume", "messages_decision", "messages_report"]
    for (query, index) in zip(Deadlines.queries, indexes) {
      let first = try fixture.plan(query.first, [])
      let passed = try fixture.plan(query.passed, [0])
      #expect((first + passed).allSatisfy { $0.contains(index) }, "\(first) \(passed)")
      #expect(!passed.contains { $0.contains("TEMP") }, "\(passed)")
    }
  }

  @Test func whatTheRulesKeptBackIsFoundWithoutAScan() async throws {
    let fixture = try await Fixture()
    let plans = try fixture.plan("SELECT row FROM messages WHERE deferred = 1 LIMIT 200", [])
    #expect(plans.allSatisfy { $0.contains("INDEX messages_deferred") }, "\(plans)")
  }
}
