internal import GRDB

/// What can go wrong with the database.
public enum StoreError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no room left on the file system.
  case diskFull(path: String)
  /// The disk failed; nothing that was in flight may be trusted. Stop, and let somebody look.
  case inputOutput(path: String, detail: String)
  /// The file is damaged or is no database.
  case corrupt(path: String, detail: String)
  /// A row holds what the gateway never wrote there; the file is damaged where SQLite does not see it.
  case unreadable(detail: String)
  /// A newer Hermod wrote the database.
  case newerVersion(path: String, found: String, known: String)
  /// Another program holds the database.
  case locked(path: String)
  /// The file or its directory may not be written.
  case readOnly(path: String)
  /// The file cannot be opened.
  case cannotOpen(path: String, detail: String)
  /// A setting that the promises rest on could not be made.
  case notDurable(path: String, detail: String)
  /// The list of opt-outs cannot be read; nothing may be accepted or sent.
  case optOutListUnreadable(detail: String)
  /// The store has been closed.
  case closed
  /// Something that should not happen: a defect of the gateway or of its database.
  case unexpected(detail: String)

  /// What went wrong and what to do about it.
  public var description: String {
    switch self {
    case .diskFull(let path):
      "no room left for \(path): free some space; work resumes by itself"
    case .inputOutput(let path, let detail):
      "the disk failed under \(path): \(detail)"
    case .corrupt(let path, let detail):
      "\(path) is damaged (\(detail)): restore a backup, or move its directory away to start afresh, "
        + "without its messages and opt-outs"
    case .unreadable(let detail):
      "the database is damaged (\(detail)): restore a backup"
    case .newerVersion(let path, let found, let known):
      "\(path) was written by a newer hermod (schema \(found), this one knows \(known)): "
        + "upgrade hermod or restore an older backup"
    case .locked(let path):
      "another program holds \(path)"
    case .readOnly(let path):
      "\(path) may not be written: check its owner, mode and mount"
    case .cannotOpen(let path, let detail):
      "cannot open \(path): \(detail)"
    case .notDurable(let path, let detail):
      "\(path) cannot be made safe against power loss: \(detail)"
    case .optOutListUnreadable(let detail):
      "the list of opt-outs cannot be read (\(detail)): nothing is accepted or sent"
    case .closed:
      "the store is closed"
    case .unexpected(let detail):
      "unexpected error of the database: \(detail)"
    }
  }

  /// Whether the process must stop: what the disk holds is no longer known.
  public var isFatal: Bool {
    switch self {
    case .inputOutput, .corrupt, .unreadable, .notDurable: true
    case .diskFull, .newerVersion, .locked, .readOnly, .cannotOpen, .optOutListUnreadable,
      .closed, .unexpected:
      false
    }
  }
}

extension StoreError {
  /// Names what an error of GRDB or SQLite means.
  init(_ error: any Error, path: String) {
    if let error = error as? StoreError {
      self = error
      return
    }
    guard let error = error as? DatabaseError else {
      self = .unexpected(detail: String(describing: error))
      return
    }
    let detail = error.message ?? String(describing: error.extendedResultCode)
    switch error.resultCode {
    case .SQLITE_FULL: self = .diskFull(path: path)
    // SQLite says so when the index of its log cannot grow.
    case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE:
      self = .diskFull(path: path)
    case .SQLITE_IOERR: self = .inputOutput(path: path, detail: detail)
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .corrupt(path: path, detail: detail)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
    case .SQLITE_READONLY: self = .readOnly(path: path)
    case .SQLITE_CANTOPEN, .SQLITE_PERM: self = .cannotOpen(path: path, detail: detail)
    case .SQLITE_MISUSE: self = .closed
    default: self = .unexpected(detail: error.description)
    }
  }
}
