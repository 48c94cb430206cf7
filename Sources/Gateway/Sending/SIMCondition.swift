internal import LocalAPI
internal import Messaging
internal import QueuePolicy
internal import Storage

extension ModemView {
  /// Shows how the SIM stands to its limits: what they are, what is left, and what has stopped.
  ///
  /// A modem that is ready and may send nothing before tomorrow is paused, by a rule; one that may
  /// still send `otp` and `alert` is ready, with a reason.
  mutating func show(_ overview: SIMOverview) {
    limits = overview.limits.text
    limitPerDay = overview.limits.perDay
    limitLeft = overview.leftToday
    guard state == .ready else { return }
    if let stop = overview.urgent.stop, stop.isQuota {
      if case .stopped = overview.urgent { state = .paused }
      note(stop)
    } else if let stop = overview.ordinary.stop, stop.isQuota {
      note(stop)
    }
  }

  private mutating func note(_ stop: SIMStop) {
    reason = [stop.reason, reason].compactMap(\.self).joined(separator: "; ")
    until = WireTime(stop.until)
  }
}

extension SIMStanding {
  /// What stands in the way; nil where nothing does.
  fileprivate var stop: SIMStop? {
    switch self {
    case .open: nil
    case .knownRecipients(_, _, var stop):
      {
        stop.reason += "; only these go on"
        return stop
      }()
    case .stopped(let stop): stop
    }
  }
}

extension SIMLimits {
  /// The limits in words: `8 segments a minute, 200 a day`.
  var text: String {
    let parts: [String?] = [
      perMinute.map { "\($0) segments a minute" },
      perDay.map { "\($0) segments a day" + warmUpText },
      perMonth.map { "\($0) segments a month" },
      recipientsPerDay.map { "\($0) recipients a day" },
      recipientsPerMonth.map { "\($0) recipients a month" },
      gap.map { "\($0.components.seconds) s between messages" },
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }

  private var warmUpText: String {
    guard let warmUpDays, warmUpDays > 0 else { return "" }
    return " (reached in \(warmUpDays) days by a new SIM)"
  }
}
