public import Messaging

/// What one SIM has sent so far, as its limits count it.
public struct SIMUsage: Hashable, Sendable {
  /// Segments today.
  public var today = 0
  /// Segments this month.
  public var thisMonth = 0
  /// Different recipients today.
  public var recipientsToday = 0
  /// Different recipients this month.
  public var recipientsThisMonth = 0
  /// When the segments of the last minute left, oldest first.
  public var lastMinute: [Timestamp] = []
  /// When it sent its first segment.
  public var firstAt: Timestamp?
  /// When it sent its last segment.
  public var lastAt: Timestamp?

  /// Nothing.
  public init() {}
}

/// Which messages the limits of a SIM allow it to send.
public enum SIMStanding: Hashable, Sendable {
  /// Messages of at most so many segments now; larger ones when the limit gives way.
  case open(SegmentRoom)
  /// The same, but only to those it has written to in the period already.
  case knownRecipients(SegmentRoom, since: Timestamp, SIMStop)
  /// None.
  case stopped(SIMStop)
}

/// How many segments a message may have.
public struct SegmentRoom: Hashable, Sendable {
  /// The most segments of a message that goes now.
  public var now: Int
  /// The most segments of a message that ever goes.
  public var ever: Int
  /// When there will be more room than now; nil where there is no limit.
  public var growsAt: Timestamp?
}

/// Why a SIM has stopped, and until when.
public struct SIMStop: Hashable, Sendable {
  /// When it goes on.
  public var until: Timestamp
  /// Why, in words for people.
  public var reason: String
  /// Whether a quota is used up; otherwise the SIM only keeps its pace.
  public var isQuota: Bool
}

extension SIMLimits {
  /// Which messages the limits let go now.
  ///
  /// - Parameters:
  ///   - usage: What the SIM has sent so far.
  ///   - isUrgent: Whether the tenth of each quota that is kept for `otp` and `alert` may be used.
  ///   - now: The time.
  ///   - zone: Where the gateway is.
  /// - Returns: The standing.
  public func standing(
    _ usage: SIMUsage,
    isUrgent: Bool,
    at now: Timestamp,
    in zone: ZoneOffsets
  ) -> SIMStanding {
    var room = SegmentRoom(now: .max, ever: .max)
    for quota in quotas(usage, at: now, in: zone) {
      let share = Self.share(of: quota.limit, isUrgent: isUrgent)
      guard quota.used < share else { return .stopped(quota.stop(isUrgent: isUrgent)) }
      room.narrow(to: share - quota.used, ever: Self.share(of: quota.full, isUrgent: isUrgent))
      room.growsAt = max(room.growsAt ?? quota.until, quota.until)
    }
    if let stop = pace(usage, at: now, room: &room) { return .stopped(stop) }
    return recipientStanding(usage, room, isUrgent: isUrgent, at: now, in: zone)
  }

  private func recipientStanding(
    _ usage: SIMUsage,
    _ room: SegmentRoom,
    isUrgent: Bool,
    at now: Timestamp,
    in zone: ZoneOffsets
  ) -> SIMStanding {
    if let limit = recipientsPerMonth,
      usage.recipientsThisMonth >= Self.share(of: limit, isUrgent: isUrgent)
    {
      let quota = Quota(
        limit,
        usage.recipientsThisMonth,
        "recipients this month",
        zone.endOfMonth(at: now)
      )
      return .knownRecipients(
        room,
        since: zone.startOfMonth(at: now),
        quota.stop(isUrgent: isUrgent)
      )
    }
    if let limit = recipientsPerDay,
      usage.recipientsToday >= Self.share(of: limit, isUrgent: isUrgent)
    {
      let quota = Quota(limit, usage.recipientsToday, "recipients today", zone.endOfDay(at: now))
      return .knownRecipients(room, since: zone.startOfDay(at: now), quota.stop(isUrgent: isUrgent))
    }
    return .open(room)
  }

  /// What is left of the limit of the day; nil without one.
  public func leftToday(_ usage: SIMUsage, at now: Timestamp, in zone: ZoneOffsets) -> Int? {
    dailyQuota(age: Self.age(usage, at: now, in: zone)).map { max(0, $0 - usage.today) }
  }

  private func quotas(_ usage: SIMUsage, at now: Timestamp, in zone: ZoneOffsets) -> [Quota] {
    var quotas: [Quota] = []
    if let perMonth {
      let end = zone.endOfMonth(at: now)
      quotas.append(Quota(perMonth, usage.thisMonth, "segments this month", end))
    }
    if let perDay, let today = dailyQuota(age: Self.age(usage, at: now, in: zone)) {
      let name = today < perDay ? "segments today (the SIM is being warmed up)" : "segments today"
      var quota = Quota(today, usage.today, name, zone.endOfDay(at: now))
      quota.full = perDay
      quotas.append(quota)
    }
    return quotas
  }

  /// How many days ago, by the calendar, a SIM sent its first message.
  private static func age(_ usage: SIMUsage, at now: Timestamp, in zone: ZoneOffsets) -> Int {
    guard let firstAt = usage.firstAt else { return 0 }
    return max(0, Int(CivilDay(zone, at: now).number - CivilDay(zone, at: firstAt).number))
  }

  /// The limit of the minute and the gap.
  private func pace(_ usage: SIMUsage, at now: Timestamp, room: inout SegmentRoom) -> SIMStop? {
    if let lastAt = usage.lastAt, gap != nil {
      // A clock that was put back must not make the gap longer.
      let until = min(lastAt, now) + pause(after: lastAt)
      if until > now { return SIMStop(until: until, reason: "it keeps its gap", isQuota: false) }
    }
    guard let perMinute, let oldest = usage.lastMinute.first else { return nil }
    let relief = min(oldest, now) + .seconds(60)
    let used = usage.lastMinute.count
    guard used < perMinute else {
      let reason = "\(used) of \(perMinute) segments in the last minute"
      return SIMStop(until: relief, reason: reason, isQuota: false)
    }
    // A message that is longer than the limit of a minute goes after a minute of silence.
    room.narrow(to: perMinute - used, ever: .max)
    room.growsAt = min(room.growsAt ?? relief, relief)
    return nil
  }
}

extension SegmentRoom {
  fileprivate mutating func narrow(to now: Int, ever: Int) {
    self.now = min(self.now, now)
    self.ever = min(self.ever, ever)
  }
}

/// A quota of one period and what is used of it.
private struct Quota {
  var limit: Int
  var full: Int
  var used: Int
  var name: String
  var until: Timestamp

  init(_ limit: Int, _ used: Int, _ name: String, _ until: Timestamp) {
    self.limit = limit
    full = limit
    self.used = used
    self.name = name
    self.until = until
  }

  func stop(isUrgent: Bool) -> SIMStop {
    let kept = limit - SIMLimits.share(of: limit, isUrgent: isUrgent)
    let rest = kept > 0 && used < limit ? "; the rest is kept for otp and alert" : ""
    return SIMStop(until: until, reason: "\(used) of \(limit) \(name)\(rest)", isQuota: true)
  }
}

extension MessageClass {
  /// Whether the tenth of each quota is kept for messages of this class.
  public var isUrgent: Bool {
    switch self {
    case .otp, .alert: true
    case .notification, .marketing: false
    }
  }
}
