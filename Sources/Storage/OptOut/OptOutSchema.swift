internal import Messaging

// The list of opt-outs, its history, consents, and who was answered when.
extension Schema {
  static let optOuts = """
    CREATE TABLE opt_outs (
      number TEXT NOT NULL CHECK (number <> ''),
      scope TEXT NOT NULL CHECK (scope IN ('all', 'marketing')),
      since INTEGER NOT NULL,
      PRIMARY KEY (number, scope)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE opt_out_history (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL,
      action TEXT NOT NULL CHECK (action IN (\(list(OptOutAction.allCases.map(\.rawValue))))),
      scope TEXT NOT NULL CHECK (scope IN ('all', 'marketing')),
      at INTEGER NOT NULL,
      since INTEGER,
      actor TEXT NOT NULL,
      source TEXT NOT NULL,
      text TEXT,
      rule TEXT,
      iccid TEXT,
      inbound TEXT,
      answered TEXT
    ) STRICT;
    CREATE INDEX opt_out_history_number ON opt_out_history (number, id);
    CREATE INDEX opt_out_history_time ON opt_out_history (action, at);
    CREATE TRIGGER opt_out_history_kept BEFORE DELETE ON opt_out_history
      BEGIN SELECT RAISE(ABORT, 'the history of opt-outs is kept'); END;
    CREATE TRIGGER opt_out_history_fixed BEFORE UPDATE ON opt_out_history
      BEGIN SELECT RAISE(ABORT, 'the history of opt-outs does not change'); END;
    CREATE TABLE confirmations (
      number TEXT NOT NULL,
      kind TEXT NOT NULL,
      at INTEGER NOT NULL,
      PRIMARY KEY (number, kind)
    ) STRICT, WITHOUT ROWID;
    """

  static let consents = """
    CREATE TABLE consents (
      number TEXT PRIMARY KEY CHECK (number <> ''),
      since INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    """
}
