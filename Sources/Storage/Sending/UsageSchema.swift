/// The tables of what was sent, as limits, caps and budgets count it.
enum UsageSchema {
  static let tables = """
    CREATE TABLE sims (
      iccid TEXT PRIMARY KEY,
      first_at INTEGER NOT NULL,
      last_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE sim_usage (
      iccid TEXT NOT NULL,
      quarter INTEGER NOT NULL,
      segments INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (iccid, quarter)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX sim_usage_age ON sim_usage (quarter);
    CREATE TABLE sim_contacts (
      iccid TEXT NOT NULL,
      recipient TEXT NOT NULL,
      last_at INTEGER NOT NULL,
      PRIMARY KEY (recipient, iccid)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX sim_contacts_period ON sim_contacts (iccid, last_at);
    CREATE TABLE spending (
      quarter INTEGER PRIMARY KEY,
      amount INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX attempts_recipient ON attempts (recipient, counted_at);
    CREATE INDEX messages_deferred ON messages (class, due_at) WHERE deferred = 1;
    """
}
