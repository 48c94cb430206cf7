internal import GRDB
internal import Messaging

/// The references of concatenated messages (3GPP TS 23.040 §9.2.3.24.1), drawn for each SIM and
/// recipient in turn and never again within 24 h: a phone would mix the parts of two messages.
struct ConcatenationReferences {
  enum Drawn {
    case reference(UInt8)
    case exhausted(until: Timestamp)
  }

  static let rest: Duration = .seconds(24 * 60 * 60)

  let db: Database

  func draw(_ iccid: ICCID, _ recipient: PhoneNumber, at now: Timestamp) throws -> Drawn {
    let used = try db.rows(
      """
      SELECT reference, drawn_at FROM concatenations WHERE iccid = ? AND recipient = ?
        AND drawn_at > ? ORDER BY drawn_at, reference
      """,
      [iccid.description, recipient.description, (now - Self.rest).milliseconds]
    )
    var isFree = [Bool](repeating: true, count: 256)
    for row in used { isFree[row["reference"]] = false }
    let last: Int? = used.last?["reference"]
    let order = (1...256).map { ((last ?? 0) + $0) % 256 }
    guard let reference = order.first(where: { isFree[$0] }) else {
      let oldest = used.first?.timestamp("drawn_at") ?? now
      return .exhausted(until: oldest + Self.rest)
    }
    try db.run(
      "INSERT OR REPLACE INTO concatenations VALUES (?, ?, ?, ?)",
      [iccid.description, recipient.description, reference, now.milliseconds]
    )
    return .reference(UInt8(truncatingIfNeeded: reference))
  }
}
