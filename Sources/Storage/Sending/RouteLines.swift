internal import GRDB
internal import Messaging
internal import QueuePolicy

/// The lines of queued messages that one SIM may take from.
///
/// Messages that only some SIMs may send stand in lines of their own, so that nobody looks through
/// what is not for them.
struct RouteLines {
  /// A line, and since when a message in it must have been due.
  struct Line {
    var route: String
    /// How long a message waits there for somebody else first.
    var wait: Duration
  }

  let db: Database
  let claimant: Claimant
  let rules: SendingRules

  /// The lines in which something waits.
  func all() throws -> [Line] {
    try Self.inUse(in: db).compactMap { route in
      wait(in: route).map { Line(route: route, wait: $0) }
    }
  }

  /// Every line in which something waits, whoever may take from it.
  static func inUse(in db: Database) throws -> [String] {
    var routes: [String] = []
    // One step of an index for each line there is, however many messages stand in it.
    while let route = try next(after: routes.last, in: db) { routes.append(route) }
    return routes
  }

  private static func next(after route: String?, in db: Database) throws -> String? {
    // Left to itself, SQLite sorts everything that is queued.
    let query = """
      SELECT route FROM messages INDEXED BY messages_line
      WHERE state = 'queued' AND held = 0 AND route
      """
    let end = " ? ORDER BY route LIMIT 1"
    return try db.value(String.self, query + (route == nil ? " >=" : " >") + end, [route ?? ""])
  }

  /// How long messages of a line wait before this SIM may take them; nil where it never may.
  private func wait(in route: String) -> Duration? {
    switch Route(route) {
    case .anywhere: return .zero
    case .modem(let modem): return modem == claimant.modem ? .zero : nil
    case .sim(let iccid): return iccid == claimant.iccid.description ? .zero : nil
    case .home(let prefix, let usual):
      if let prefix, let modems = rules.prefixes.modems(ofPrefix: prefix),
        !modems.contains(claimant.modem)
      {
        return nil
      }
      guard let wait = rules.usualSIMWait, let usual, usual != claimant.iccid.description,
        claimant.workingSIMs.contains(usual)
      else { return .zero }
      return wait
    }
  }
}
