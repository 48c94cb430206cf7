internal import GRDB
internal import Messaging
internal import QueuePolicy

/// A message in the line, as far as a SIM has to look at it before it takes it.
struct LineMessage {
  /// What `init(_:)` reads, in its order, of the table under the name `m`.
  static let columns = """
    m.row, m.id, m.due_at, m.expires_at, m.recipient, m.segment_count, m.modem, m.avoid_sim,
    m.avoid_until, m.resume_by, m.purpose, m.accepted_count
    """

  let row: Int64
  let id: MessageID
  let dueAt: Int64
  let recipient: PhoneNumber
  let segmentCount: Int
  /// The modem that it must go through, by name.
  let modem: String?
  let acceptedCount: Int
  private let expiresAt: Timestamp
  private let avoidedSIM: String?
  private let avoidedUntil: Timestamp?
  private let resumeBy: Timestamp?
  private let purpose: MessagePurpose

  /// A message that nobody has in hand; the reader has read its row number already.
  init(row: Int64, _ columns: inout ColumnReader) throws {
    self.row = row
    id = try columns.messageID()
    dueAt = try columns.value()
    expiresAt = try columns.timestamp()
    recipient = try columns.phoneNumber()
    segmentCount = try columns.value()
    modem = columns.optional()
    avoidedSIM = columns.optional()
    avoidedUntil = columns.optionalTimestamp()
    resumeBy = columns.optionalTimestamp()
    purpose = try columns.named()
    acceptedCount = try columns.value()
  }

  /// Whether it is still in time, and a SIM may have it.
  func isOpen(to claimant: Claimant, at now: Timestamp) -> Bool {
    guard expiresAt > now else { return false }
    if let modem, modem != claimant.modem { return false }
    if let resumeBy, resumeBy <= now { return false }
    if let avoidedUntil, avoidedUntil > now, avoidedSIM == claimant.iccid.description {
      return false
    }
    return true
  }

  /// The message, as the rules of considerate sending see it.
  func subject(_ messageClass: MessageClass) -> RuleCheck.Subject {
    RuleCheck.Subject(
      row: row,
      recipient: recipient,
      messageClass: messageClass,
      segmentCount: segmentCount,
      isBound: purpose == .ordinary && acceptedCount == 0
    )
  }

  /// The message, as a claimant is asked about it.
  func candidate(_ messageClass: MessageClass) -> ClaimCandidate {
    ClaimCandidate(
      id: id,
      recipient: recipient,
      messageClass: messageClass,
      segmentCount: segmentCount
    )
  }
}
