extension Schema {
  /// The tables for those who connect applications: tokens, traffic, webhooks, event handler.
  static let applications = [tokens, traffic, webhooks, handlerCalls]

  private static let tokens = """
    CREATE TABLE tokens (
      name TEXT PRIMARY KEY CHECK (name <> ''),
      id TEXT NOT NULL UNIQUE,
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      scope TEXT NOT NULL CHECK (scope IN ('submit', 'read', 'admin')),
      created_at INTEGER NOT NULL,
      created_by TEXT NOT NULL,
      expires_at INTEGER,
      last_used_at INTEGER,
      revoked_at INTEGER
    ) STRICT, WITHOUT ROWID;
    """

  private static let traffic = """
    CREATE TABLE traffic (
      quarter INTEGER NOT NULL,
      class TEXT NOT NULL,
      state TEXT NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (quarter, class, state)
    ) STRICT, WITHOUT ROWID;
    """

  private static let webhooks = """
    CREATE TABLE webhooks (
      name TEXT PRIMARY KEY CHECK (name <> ''),
      kinds TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE webhook_deliveries (
      row INTEGER PRIMARY KEY,
      webhook TEXT NOT NULL REFERENCES webhooks (name) ON DELETE CASCADE,
      event TEXT NOT NULL CHECK (length(event) = 26),
      kind TEXT NOT NULL,
      subject TEXT NOT NULL,
      detail TEXT,
      at INTEGER NOT NULL,
      due_at INTEGER NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0,
      last_error TEXT
    ) STRICT;
    CREATE INDEX webhook_deliveries_due ON webhook_deliveries (webhook, due_at, row);
    """

  // A place is never used again: what comes next is looked for behind the last call.
  private static let handlerCalls = """
    CREATE TABLE handler_calls (
      row INTEGER PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL CHECK (kind IN ('SENT', 'RECEIVED', 'FAILED', 'REPORT')),
      file TEXT NOT NULL,
      message TEXT NOT NULL,
      reference INTEGER
    ) STRICT;
    """
}
