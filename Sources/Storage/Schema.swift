internal import GRDB
internal import Messaging

/// The tables, and the steps by which an older database becomes the present one.
enum Schema {
  /// Brings a database up to date; each step is one transaction.
  static func migrate(_ pool: DatabasePool, path: String) throws {
    let known = migrator
    let (isNewer, found) = try pool.read { db in
      (try known.hasBeenSuperseded(db), try known.appliedIdentifiers(db).sorted().last ?? "none")
    }
    guard !isNewer else {
      throw StoreError.newerVersion(
        path: path,
        found: found,
        known: known.migrations.last ?? "none"
      )
    }
    try known.migrate(pool)
  }

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      for statement in first { try db.execute(sql: statement) }
    }
    return migrator
  }

  static func list(_ values: [String]) -> String {
    values.map { "'\($0)'" }.joined(separator: ", ")
  }

  private static let first =
    [
      messages, messagesIndexes, attempts, attemptsIndexes, concatenations, reports, inbound,
      optOuts, consents, bookkeeping, EventTable.schema, readings, InterventionTable.schema,
      simHealth,
    ] + applications + [UsageSchema.tables]

  private static let messages = """
    CREATE TABLE messages (
      row INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE CHECK (length(id) = 26),
      state TEXT NOT NULL CHECK (state IN (\(list(MessageState.allCases.map(\.rawValue))))),
      reason TEXT,
      held INTEGER NOT NULL DEFAULT 0 CHECK (held IN (0, 1)),
      recipient TEXT NOT NULL CHECK (recipient <> ''),
      class TEXT NOT NULL CHECK (class IN (\(list(MessageClass.allCases.map(\.rawValue))))),
      rank INTEGER NOT NULL CHECK (rank >= 0),
      text TEXT,
      data BLOB,
      requested_encoding TEXT NOT NULL,
      encoding TEXT NOT NULL,
      language TEXT,
      transliterated INTEGER NOT NULL DEFAULT 0 CHECK (transliterated IN (0, 1)),
      segment_count INTEGER NOT NULL CHECK (segment_count BETWEEN 1 AND 255),
      display_class INTEGER CHECK (display_class BETWEEN 0 AND 3),
      protocol_identifier INTEGER,
      data_coding_scheme INTEGER,
      reply_path INTEGER NOT NULL,
      reject_duplicates INTEGER NOT NULL,
      user_data_header BLOB,
      status_report INTEGER NOT NULL,
      duplicates TEXT NOT NULL CHECK (duplicates IN (\(list(DuplicatePolicy.allCases.map(\.rawValue))))),
      accepted_at INTEGER NOT NULL,
      expires_at INTEGER NOT NULL,
      modem TEXT,
      only_sim TEXT,
      reference TEXT,
      submitter TEXT NOT NULL,
      idempotency_key TEXT,
      idempotency_member INTEGER,
      purpose TEXT NOT NULL,
      spool_name TEXT,
      spool_member INTEGER,
      spool_headers TEXT,
      route TEXT NOT NULL DEFAULT '',
      sim TEXT,
      due_at INTEGER NOT NULL,
      avoid_sim TEXT,
      avoid_until INTEGER,
      attempt_count INTEGER NOT NULL DEFAULT 0,
      accepted_count INTEGER NOT NULL DEFAULT 0,
      forgiven_attempts INTEGER NOT NULL DEFAULT 0,
      concatenation INTEGER NOT NULL DEFAULT 0,
      concatenation_reference INTEGER CHECK (concatenation_reference BETWEEN 0 AND 255),
      concatenation_sim TEXT,
      without_validity INTEGER NOT NULL DEFAULT 0,
      without_reject_duplicates INTEGER NOT NULL DEFAULT 0,
      cancel_requested INTEGER NOT NULL DEFAULT 0,
      possible_duplicate INTEGER NOT NULL DEFAULT 0,
      decide_at INTEGER,
      resume_by INTEGER,
      report_by INTEGER,
      finished_at INTEGER,
      not_before INTEGER,
      deferred INTEGER NOT NULL DEFAULT 0 CHECK (deferred IN (0, 1)),
      home_route TEXT NOT NULL DEFAULT '',
      result_due INTEGER NOT NULL DEFAULT 0,
      result_written TEXT,
      report_due INTEGER NOT NULL DEFAULT 0,
      CHECK ((text IS NULL) <> (data IS NULL))
    ) STRICT
    """

  private static let messagesIndexes = """
    CREATE INDEX messages_line ON messages (route, rank, due_at)
      WHERE state = 'queued' AND held = 0;
    CREATE INDEX messages_avoiding ON messages (avoid_sim, avoid_until)
      WHERE state = 'queued' AND held = 0 AND avoid_sim IS NOT NULL;
    CREATE INDEX messages_state ON messages (state, class);
    CREATE INDEX messages_recipient ON messages (recipient);
    CREATE INDEX messages_expiry ON messages (expires_at) WHERE state = 'queued';
    CREATE INDEX messages_resume ON messages (resume_by)
      WHERE state = 'queued' AND resume_by IS NOT NULL;
    CREATE INDEX messages_decision ON messages (decide_at)
      WHERE state = 'unknown' AND decide_at IS NOT NULL;
    CREATE INDEX messages_report ON messages (report_by)
      WHERE state = 'sent' AND report_by IS NOT NULL;
    CREATE INDEX messages_results ON messages (row) WHERE result_due = 1;
    CREATE INDEX messages_reports ON messages (row) WHERE report_due = 1;
    CREATE INDEX messages_held ON messages (row) WHERE held = 1;
    CREATE INDEX messages_finished ON messages (finished_at) WHERE finished_at IS NOT NULL;
    """

  private static let attempts = """
    CREATE TABLE attempts (
      id INTEGER PRIMARY KEY,
      message INTEGER NOT NULL REFERENCES messages (row) ON DELETE CASCADE,
      segment INTEGER NOT NULL CHECK (segment BETWEEN 1 AND 255),
      concatenation INTEGER NOT NULL DEFAULT 0,
      modem TEXT NOT NULL,
      iccid TEXT NOT NULL,
      imei TEXT,
      manufacturer TEXT,
      model TEXT,
      revision TEXT,
      recipient TEXT NOT NULL,
      baseline INTEGER CHECK (baseline BETWEEN 0 AND 255),
      recorded_at INTEGER NOT NULL,
      counted_at INTEGER NOT NULL,
      boot INTEGER,
      uptime INTEGER,
      outcome TEXT CHECK (outcome IN ('accepted', 'refused', 'notSubmitted', 'unknown')),
      outcome_at INTEGER,
      detail TEXT,
      error_code INTEGER,
      error_delay INTEGER,
      message_reference INTEGER CHECK (message_reference BETWEEN 0 AND 255),
      settlement TEXT,
      settled_at INTEGER,
      evidence TEXT,
      unresolved INTEGER NOT NULL DEFAULT 1 CHECK (unresolved IN (0, 1)),
      copied INTEGER NOT NULL DEFAULT 0 CHECK (copied IN (0, 1)),
      cost INTEGER NOT NULL DEFAULT 0,
      delivery TEXT,
      delivery_status INTEGER,
      delivered_at INTEGER
    ) STRICT
    """

  private static let attemptsIndexes = """
    CREATE INDEX attempts_message ON attempts (message, id);
    CREATE INDEX attempts_report ON attempts (iccid, recipient, message_reference)
      WHERE message_reference IS NOT NULL;
    CREATE INDEX attempts_unresolved ON attempts (iccid, id) WHERE unresolved = 1;
    """

  private static let concatenations = """
    CREATE TABLE concatenations (
      iccid TEXT NOT NULL,
      recipient TEXT NOT NULL,
      reference INTEGER NOT NULL CHECK (reference BETWEEN 0 AND 255),
      drawn_at INTEGER NOT NULL,
      PRIMARY KEY (iccid, recipient, reference)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX concatenations_age ON concatenations (drawn_at);
    """

  private static let reports = """
    CREATE TABLE reports (
      id INTEGER PRIMARY KEY,
      iccid TEXT NOT NULL,
      other_iccid TEXT,
      recipient TEXT NOT NULL,
      message_reference INTEGER NOT NULL CHECK (message_reference BETWEEN 0 AND 255),
      category TEXT NOT NULL,
      status INTEGER NOT NULL CHECK (status BETWEEN 0 AND 255),
      service_centre_time INTEGER NOT NULL,
      discharge_time INTEGER,
      pdu BLOB NOT NULL,
      received_at INTEGER NOT NULL,
      attempt INTEGER REFERENCES attempts (id) ON DELETE CASCADE,
      UNIQUE (iccid, pdu)
    ) STRICT;
    CREATE INDEX reports_other_sim ON reports (other_iccid, pdu) WHERE other_iccid IS NOT NULL;
    CREATE INDEX reports_waiting ON reports (recipient, message_reference)
      WHERE attempt IS NULL;
    CREATE INDEX reports_attempt ON reports (attempt);
    CREATE INDEX reports_age ON reports (received_at);
    """

  private static let inbound = """
    CREATE TABLE inbound (
      row INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE CHECK (length(id) = 26),
      sender TEXT NOT NULL,
      iccid TEXT NOT NULL,
      modem TEXT NOT NULL,
      text TEXT,
      data BLOB,
      received_at INTEGER NOT NULL,
      service_centre_time INTEGER,
      segment_count INTEGER NOT NULL,
      missing_count INTEGER NOT NULL DEFAULT 0,
      verdict TEXT NOT NULL,
      rule TEXT,
      answers TEXT,
      file_due INTEGER NOT NULL DEFAULT 1
    ) STRICT;
    CREATE INDEX inbound_sender ON inbound (sender);
    CREATE INDEX inbound_files ON inbound (row) WHERE file_due = 1;
    CREATE INDEX inbound_age ON inbound (received_at);
    CREATE TABLE inbound_parts (
      id INTEGER PRIMARY KEY,
      iccid TEXT NOT NULL,
      modem TEXT NOT NULL,
      storage TEXT NOT NULL,
      slot INTEGER NOT NULL,
      pdu BLOB NOT NULL,
      is_deleted INTEGER NOT NULL DEFAULT 0 CHECK (is_deleted IN (0, 1)),
      sender TEXT NOT NULL,
      reference INTEGER,
      reference_width INTEGER,
      total INTEGER NOT NULL,
      number INTEGER NOT NULL,
      service_centre_time INTEGER,
      received_at INTEGER NOT NULL,
      message INTEGER REFERENCES inbound (row) ON DELETE CASCADE
    ) STRICT;
    CREATE UNIQUE INDEX inbound_parts_stored ON inbound_parts (iccid, storage, slot, pdu)
      WHERE is_deleted = 0;
    CREATE UNIQUE INDEX inbound_parts_in_modem ON inbound_parts (storage, slot, modem, pdu)
      WHERE is_deleted = 0 AND storage NOT IN ('SM', 'direct');
    CREATE INDEX inbound_parts_open ON inbound_parts (iccid, sender, reference, total)
      WHERE message IS NULL;
    CREATE INDEX inbound_parts_segment
      ON inbound_parts (sender, reference, total, number, service_centre_time)
      WHERE reference IS NOT NULL;
    CREATE INDEX inbound_parts_message ON inbound_parts (message);
    """

  private static let bookkeeping = """
    CREATE TABLE idempotency_keys (
      submitter TEXT NOT NULL,
      key TEXT NOT NULL,
      member INTEGER NOT NULL,
      fingerprint TEXT NOT NULL,
      message TEXT NOT NULL,
      at INTEGER NOT NULL,
      state TEXT,
      PRIMARY KEY (submitter, key, member)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX idempotency_keys_age ON idempotency_keys (at);
    CREATE TRIGGER messages_remembered BEFORE DELETE ON messages
      WHEN old.idempotency_key IS NOT NULL BEGIN
      UPDATE idempotency_keys SET state = old.state
        WHERE submitter = old.submitter AND key = old.idempotency_key
          AND member = old.idempotency_member AND message = old.id;
    END;
    CREATE TABLE activity (
      quarter INTEGER NOT NULL,
      modem TEXT NOT NULL,
      iccid TEXT NOT NULL,
      sent INTEGER NOT NULL DEFAULT 0,
      failed INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (quarter, modem, iccid)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE tallies (
      state TEXT NOT NULL,
      class TEXT NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (state, class)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER messages_counted AFTER INSERT ON messages BEGIN
      INSERT INTO tallies VALUES (new.state, new.class, 1)
        ON CONFLICT DO UPDATE SET count = count + 1;
    END;
    CREATE TRIGGER messages_recounted AFTER UPDATE OF state ON messages
      WHEN old.state <> new.state BEGIN
      UPDATE tallies SET count = count - 1 WHERE state = old.state AND class = old.class;
      INSERT INTO tallies VALUES (new.state, new.class, 1)
        ON CONFLICT DO UPDATE SET count = count + 1;
    END;
    CREATE TRIGGER messages_discounted AFTER DELETE ON messages BEGIN
      UPDATE tallies SET count = count - 1 WHERE state = old.state AND class = old.class;
    END;
    CREATE TABLE sim_facts (
      iccid TEXT NOT NULL,
      name TEXT NOT NULL,
      value TEXT NOT NULL,
      at INTEGER NOT NULL,
      PRIMARY KEY (iccid, name)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE firmware (
      manufacturer TEXT NOT NULL,
      model TEXT NOT NULL,
      revision TEXT NOT NULL,
      agreements INTEGER NOT NULL DEFAULT 0,
      disagreements INTEGER NOT NULL DEFAULT 0,
      unanswered_advances INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (manufacturer, model, revision)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE settings (
      name TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    """
}
