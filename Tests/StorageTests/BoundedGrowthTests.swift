import GRDB
import Messaging
import QueuePolicy
import Storage
import Testing

/// Nothing is kept for ever but what has to be: each table is pruned, or has a reason.
@Suite struct BoundedGrowthTests {
  /// A row from long ago for each table that is pruned by age.
  private static let oldRows = [
    "messages": nil,
    "inbound": """
    (id, sender, iccid, modem, text, received_at, segment_count, verdict, file_due)
    VALUES ('01M8K0EA8QMA0XKDMG19Q0FV1Q', '+1', '1', 'm', 'x', 1, 1, 'none', 0)
    """,
    "reports": """
    (iccid, recipient, message_reference, category, status, service_centre_time, pdu, received_at)
    VALUES ('1', '+1', 1, 'delivered', 0, 1, x'00', 1)
    """,
    "idempotency_keys": "VALUES ('uid:1', 'k', 0, 'f', '01M8K0EA8QMA0XKDMG19Q0FV1Q', 1, NULL)",
    "concatenations": "VALUES ('1', '+1', 1, 1)",
    "confirmations": "VALUES ('+1', 'stop', 1)",
    "traffic": "VALUES (1, 'otp', 'sent', 1)",
    "activity": "VALUES (1, 'm', '1', 1, 0)",
    "sim_usage": "VALUES ('1', 1, 1)",
    "sim_contacts": "VALUES ('1', '+1', 1)",
    "spending": "VALUES (1, 1)",
  ]
  /// Tables whose rows go with a row of another one.
  private static let dependent: Set<String> = [
    "attempts", "readings", "interventions", "inbound_parts", "webhook_deliveries",
  ]
  /// Tables with a row for each SIM, firmware, setting, state, webhook or token that there is.
  private static let oneEach: Set<String> = [
    "tallies", "sims", "sim_facts", "sim_health", "firmware", "settings", "webhooks", "tokens",
    "grdb_migrations", "sqlite_sequence",
  ]
  /// The law asks for these.
  private static let forEver: Set<String> = ["opt_outs", "opt_out_history", "consents"]
  /// Those who write these take away what is too much, and have tests of it.
  private static let trimmed: Set<String> = ["events", "handler_calls"]

  @Test func `every table is pruned, or has a reason not to be`() async throws {
    let fixture = try await Fixture()
    _ = try await fixture.store.accept(submission(), at: noon)
    let tables = try fixture.column("SELECT name FROM sqlite_master WHERE type = 'table'")
    let known = Set(Self.oldRows.keys).union(Self.dependent).union(Self.oneEach)
      .union(Self.forEver).union(Self.trimmed)
    #expect(Set(tables) == known)
    for table in Self.dependent {
      let actions = try fixture.column("SELECT on_delete FROM pragma_foreign_key_list('\(table)')")
      #expect(actions.contains("CASCADE"), "\(table)")
    }
  }

  /// Every way in which a message comes to rest, with all that hangs on it.
  @Test func `a message that is over is gone with all that hangs on it, however it ended`()
    async throws
  {
    let fixture = try await Fixture()
    let store = fixture.store
    var names: [MessageID] = []
    func accepted(_ duplicates: DuplicatePolicy = .hold) async throws -> MessageID {
      let one = submission(duplicates: duplicates)
      _ = try await store.accept(one)
      names.append(one.id)
      return one.id
    }
    func report(_ reference: UInt8, status: UInt8) async throws {
      _ = try await store.recordReport(
        StatusReportRecord(
          iccid: try serialNumber(),
          recipient: anna,
          messageReference: reference,
          status: status,
          serviceCentreTimeStamp: noon,
          rawPDU: [reference]
        ),
        at: noon
      )
    }
    for (reference, status) in [(UInt8(1), UInt8(0)), (2, 0x46)] {
      try await store.submit(accepted(), .accepted(messageReference: reference))
      try await report(reference, status: status)
    }
    try await store.submit(accepted(), .accepted(messageReference: 3))
    try await store.submit(accepted(), .refused(.cms(code: 1, afterControlZ: .seconds(1))))
    try await store.submit(accepted(.avoid), baseline: 9, .unknown(.noAnswer))
    let dropped = try await accepted()
    try await store.submit(dropped, .unknown(.hangUp))
    _ = try await store.resolve(dropped, .drop, by: "uid:0", at: noon)
    _ = try await store.cancel(accepted(), by: "uid:0", at: noon)
    _ = try await accepted()
    _ = try await store.expire(at: noon + .seconds(86_400))
    _ = try await accepted()
    _ = try await store.recordOptOut(.stop(anna))

    let states = try fixture.column("SELECT DISTINCT state FROM messages ORDER BY state")
    #expect(
      states == [
        "cancelled", "closed", "delivered", "expired", "failed", "sent", "undelivered", "withdrawn",
      ]
    )
    try await store.prune(Retention(), at: noon + .seconds(500 * 86_400))
    for table in ["messages", "attempts", "reports", "readings", "interventions"] {
      let left = try fixture.peek(Int.self, "SELECT count(*) FROM \(table)")
      #expect(left == 0, "\(table)")
    }
    #expect(try fixture.peek(Int.self, "SELECT sum(count) FROM tallies") == 0)
    #expect(try await store.check().isEmpty)
  }

  @Test func `parts of a received message go with it`() async throws {
    let fixture = try await Fixture()
    let row = try #require(Self.oldRows["inbound"] ?? nil)
    try fixture.tamper(
      """
      INSERT INTO inbound \(row);
      INSERT INTO inbound_parts (iccid, modem, storage, slot, pdu, sender, total, number, received_at, message)
        VALUES ('1', 'm', 'SM', 1, x'00', '+1', 1, 1, 1, 1)
      """
    )
    try await fixture.store.prune(Retention(), at: noon)
    for table in ["inbound", "inbound_parts"] {
      #expect(try fixture.peek(Int.self, "SELECT count(*) FROM \(table)") == 0, "\(table)")
    }
  }

  @Test func `what is old is gone after one pruning`() async throws {
    let fixture = try await Fixture()
    let done = submission()
    _ = try await fixture.store.accept(done, at: noon)
    _ = try await fixture.store.cancel(done.id, at: noon)
    // A SIM that has sent anything has its row.
    try fixture.tamper("INSERT INTO sims VALUES ('1', 1, 1)")
    for case (let table, let row?) in Self.oldRows {
      try fixture.tamper("INSERT INTO \(table) \(row)")
    }
    let kept = ["traffic", "activity"]
    for table in Self.oldRows.keys where !kept.contains(table) {
      #expect(try fixture.peek(Int.self, "SELECT count(*) FROM \(table)") == 1, "\(table)")
    }
    try await fixture.store.prune(Retention(), at: noon + .seconds(500 * 86_400))
    for table in Self.oldRows.keys {
      #expect(try fixture.peek(Int.self, "SELECT count(*) FROM \(table)") == 0, "\(table)")
    }
  }
}

extension Fixture {
  /// The first column of a query, read by another connection.
  fileprivate func column(_ sql: String) throws -> [String] {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.read { try String.fetchAll($0, sql: sql) }
  }
}
