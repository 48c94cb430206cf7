internal import GRDB
internal import Messaging
internal import QueuePolicy

/// What the limits of one SIM let go, class by class.
struct SIMRoom {
  private let limits: SIMLimits
  private let usage: SIMUsage
  private let now: Timestamp
  private let zone: ZoneOffsets

  init(db: Database, _ claimant: Claimant, _ rules: SendingRules, at now: Timestamp) throws {
    limits = rules.limits(of: claimant.iccid, in: claimant.modem)
    self.now = now
    zone = rules.calendar.home
    usage =
      limits.isEmpty
      ? SIMUsage()
      : try UsageTable(db: db).usage(of: claimant.iccid, for: limits, at: now, in: zone)
  }

  /// The standing of the SIM for messages of a class.
  func standing(for messageClass: MessageClass) -> SIMStanding {
    limits.standing(usage, isUrgent: messageClass.isUrgent, at: now, in: zone)
  }

  /// When an overdue message may next be taken; nil where its SIM has room.
  func opening(for messageClass: MessageClass) -> Timestamp? {
    switch standing(for: messageClass) {
    case .open(let room): room.growsAt
    case .knownRecipients(_, _, let stop), .stopped(let stop): stop.until
    }
  }

  /// Whether no message of a class leaves, whoever it is for.
  func isStopped(for messageClass: MessageClass) -> Bool {
    switch standing(for: messageClass) {
    case .open, .knownRecipients: false
    case .stopped: true
    }
  }
}
