import Foundation

/// What strace saw of a process, one call after another.
struct SystemCallTrace {
  /// A call: where it begins and where it has returned, in the order of all that was seen.
  struct Call {
    var name: String
    var arguments: String
    var begin: Int
    var end: Int
    var hasFailed: Bool
  }

  let calls: [Call]

  /// Whether strace may trace here: containers often forbid it.
  static let isAllowed: Bool = {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["strace", "-f", "-qq", "-e", "inject=getppid:error=EIO", "true"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.awaitExit()
    return process.terminationStatus == 0
  }()

  /// Reads the output of `strace -f -o`; calls that another thread interrupted are joined.
  init(_ text: String) {
    var calls: [Call] = []
    var open: [Substring: Int] = [:]
    for (place, line) in text.split(separator: "\n").enumerated() {
      let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
      guard parts.count == 2 else { continue }
      let thread = parts[0]
      let body = parts[1].drop { $0 == " " }
      if body.hasPrefix("<... ") {
        guard let index = open.removeValue(forKey: thread) else { continue }
        calls[index].end = place
        calls[index].hasFailed = body.contains(") = -1") || body.contains(" = -1 ")
        calls[index].arguments += body
      } else if let parenthesis = body.firstIndex(of: "("), body.first?.isLetter == true {
        let isUnfinished = body.hasSuffix("<unfinished ...>")
        if isUnfinished { open[thread] = calls.count }
        calls.append(
          Call(
            name: String(body[..<parenthesis]),
            arguments: String(body[body.index(after: parenthesis)...]),
            begin: place,
            // What never returned has not happened yet, as far as anybody knows.
            end: isUnfinished ? .max : place,
            hasFailed: body.contains(" = -1 ")
          )
        )
      }
    }
    self.calls = calls
  }

  init(calls: [Call]) {
    self.calls = calls
  }

  /// The trace without some of its calls, to see a check fail.
  func without(_ isLeftOut: (Call) -> Bool) -> SystemCallTrace {
    SystemCallTrace(calls: calls.filter { !isLeftOut($0) })
  }
}

/// What must have happened before a step that cannot be taken back.
extension SystemCallTrace {
  /// Where a commit lies between two places: octets into the log of the database, and then its sync,
  /// each of them returned before the second place.
  private func hasCommit(after start: Int, before end: Int) -> Bool {
    let log = "hermod.db-wal>"
    let writes = calls.filter {
      $0.name == "pwrite64" && $0.arguments.contains(log) && $0.begin > start && $0.end < end
        && !$0.hasFailed
    }
    return calls.contains { sync in
      sync.name == "fdatasync" && sync.arguments.contains(log) && sync.end < end
        && !sync.hasFailed && writes.contains { $0.end < sync.begin }
    }
  }

  /// What crossed the line to a modem, as strace quotes it.
  private func writes(_ text: String) -> [Call] {
    calls.filter {
      ["write", "writev"].contains($0.name) && $0.arguments.contains("/dev/pts/")
        && $0.arguments.contains(text)
    }
  }

  /// Each Ctrl-Z for which no attempt was made durable after the PDU before it.
  var unrecordedSubmissions: [Call] {
    writes(#""\32""#).filter { submission in
      let prompt = writes("AT+CMGS=").last { $0.begin < submission.begin }
      return !hasCommit(after: prompt?.begin ?? .max, before: submission.begin)
    }
  }

  /// Each removal of a received message that was not made durable after it was read.
  var unstoredDeletions: [Call] {
    let deletions = writes("AT+CMGD=")
    return deletions.filter { deletion in
      guard let place = place(of: deletion) else { return true }
      // A place is used again: what counts is what was read since it was last emptied.
      let emptied = deletions.last { $0.begin < deletion.begin && self.place(of: $0) == place }
      let readings = writes("AT+CMGR=\(place)\\r") + writes("AT+CMGL")
      let reading = readings.first {
        $0.begin > emptied?.begin ?? -1 && $0.begin < deletion.begin
      }
      return !hasCommit(after: reading?.begin ?? .max, before: deletion.begin)
    }
  }

  /// The place in the modem's memory that `AT+CMGD` empties.
  private func place(of deletion: Call) -> Substring? {
    deletion.arguments.split(separator: "AT+CMGD=").dropFirst().first?.prefix { $0.isNumber }
  }

  /// Each removal of a claim whose message was not made durable after both directories were.
  var unacceptedClaims: [Call] {
    removedClaims.filter { removal in
      guard let claim = rename(into: removal) else { return true }
      let syncs = ["/outgoing>", "/.claimed>"].map { directory in
        calls.first {
          $0.name == "fsync" && $0.arguments.contains(directory) && $0.begin > claim.end
            && !$0.hasFailed
        }
      }
      let ends = syncs.compactMap { $0?.end }
      guard ends.count == 2, let last = ends.max(), last < removal.begin else { return true }
      return !hasCommit(after: last, before: removal.begin)
    }
  }

  /// Each result that left `unknown/`, and whose directory was not synchronized after that.
  var unsynchronizedRemovals: [Call] {
    removedResults.filter { removal in
      !calls.contains {
        $0.name == "fsync" && $0.arguments.contains("/unknown>") && $0.begin > removal.end
          && !$0.hasFailed
      }
    }
  }

  /// Each result that left `unknown/`; a name that begins with a dot is that of a file being written.
  var removedResults: [Call] {
    calls.filter {
      $0.name == "unlinkat" && $0.arguments.contains("/unknown>") && !$0.hasFailed
        && !$0.arguments.contains("\".")
    }
  }

  private var removedClaims: [Call] {
    calls.filter {
      $0.name == "unlinkat" && $0.arguments.contains("/.claimed>")
        && !$0.arguments.contains("\".probe\"")
    }
  }

  /// The rename that made the claim which is removed.
  private func rename(into removal: Call) -> Call? {
    guard let name = removal.arguments.split(separator: "\"").dropFirst().first else { return nil }
    return calls.last {
      $0.name == "renameat2" && $0.begin < removal.begin && $0.arguments.contains(name)
    }
  }

  /// How many of the steps there are, so that a check of none of them is seen.
  var stepCounts: (submissions: Int, deletions: Int, claims: Int) {
    (
      writes(#""\32""#).count, writes("AT+CMGD=").count,
      removedClaims.count
    )
  }
}
