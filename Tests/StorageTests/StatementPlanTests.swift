import GRDB
import Messaging
import QueuePolicy
import Synchronization
import Testing

@testable import Storage

/// How SQLite carries out what each message costs: taken from the statements as they run, so that
/// none is forgotten and none is a copy.
@Suite struct StatementPlanTests {
  /// Tables that grow with the traffic; what scans or sorts one of them stops a large gateway.
  private static let growing = [
    "messages", "attempts", "reports", "inbound", "inbound_parts", "events", "idempotency_keys",
    "sim_contacts", "sim_usage", "opt_outs", "webhook_deliveries",
  ]

  @Test func `No statement on the way of a message scans or sorts what grows`() async throws {
    let fixture = try await Fixture()
    let store = fixture.store
    let statements = Statements()
    try await store.file.claims.read { db in db.trace { statements.add($0) } }
    try await store.file.pool.read { db in db.trace { statements.add($0) } }
    try await store.file.pool.writeWithoutTransaction { db in db.trace { statements.add($0) } }

    for number in 1...3 {
      let message = submission(to: anna, .marketing) {
        $0.idempotency = IdempotencyKey(key: "\(number)", fingerprint: "f")
      }
      _ = try await store.accept(message)
      let claimed = try #require(try await store.claim())
      try await store.submit(claimed.id, .accepted(messageReference: 7))
    }
    _ = try await store.nextDue([Claimant(iccid: try serialNumber(), modem: "modem1")], after: noon)
    _ = try await store.pendingResults(limit: 10)
    _ = try await store.tallies()

    let seen = statements.all
    #expect(seen.contains { $0.contains("SELECT route FROM messages") }, "claims are not traced")
    #expect(seen.contains { $0.contains("INSERT INTO attempts") }, "the writer is not traced")
    for sql in seen.sorted() {
      let plan = try fixture.plan(sql, [])
      let faults = plan.filter { step in
        step.contains("TEMP B-TREE FOR ORDER BY")
          || Self.growing.contains { step.hasPrefix("SCAN \($0)") } && !step.contains("USING")
      }
      #expect(faults.isEmpty, "\(sql)\n\(plan.joined(separator: "\n"))")
    }
  }
}

/// The texts of statements, with their values.
private final class Statements: Sendable {
  private let texts = Mutex<Set<String>>([])

  var all: Set<String> { texts.withLock { $0 } }

  func add(_ event: Database.TraceEvent) {
    guard case .statement(let statement) = event else { return }
    let sql = statement.expandedSQL.trimmingPrefix { $0.isWhitespace }
    let verbs = ["SELECT", "INSERT", "UPDATE", "DELETE", "WITH"]
    guard verbs.contains(where: { sql.hasPrefix($0) }) else { return }
    texts.withLock { _ = $0.insert(String(sql)) }
  }
}
