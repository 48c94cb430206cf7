public import Messaging

/// Everything that considerate sending goes by, as one value that may be replaced while the gateway
/// runs.
///
/// As it stands, it limits nothing.
public struct SendingRules: Hashable, Sendable {
  /// The rules of each class; a class without an entry has none.
  public var classes: [MessageClass: ClassRules] = [:]
  /// The rules by prefix.
  public var prefixes = PrefixRules()
  /// The limits of a SIM whose modem has none of its own.
  public var standardLimits = SIMLimits()
  /// The limits of the SIM in a modem, by the modem's name.
  public var limitsByModem: [String: SIMLimits] = [:]
  /// The limits of a SIM by its serial number; they go before those of its modem.
  public var limitsBySIM: [ICCID: SIMLimits] = [:]
  /// How much all SIMs together may cost.
  public var budget = Budget()
  /// The clocks.
  public var calendar = SendingCalendar()
  /// How long a message waits for the SIM that wrote to its recipient last, while that SIM works; nil
  /// where any SIM may send it.
  public var usualSIMWait: Duration?

  /// No rules.
  public init() {}

  /// The limits of a SIM.
  ///
  /// - Parameters:
  ///   - iccid: The SIM.
  ///   - modem: The modem that it is in, by name.
  /// - Returns: The limits.
  public func limits(of iccid: ICCID, in modem: String) -> SIMLimits {
    limitsBySIM[iccid] ?? limitsByModem[modem] ?? standardLimits
  }

  /// Whether any SIM has a limit.
  public var hasLimits: Bool {
    !standardLimits.isEmpty || limitsByModem.values.contains { !$0.isEmpty }
      || limitsBySIM.values.contains { !$0.isEmpty }
  }

  /// The rules of a class.
  public subscript(messageClass: MessageClass) -> ClassRules {
    classes[messageClass] ?? ClassRules()
  }

  /// What the rules that need no history say to a message: lists and quiet hours.
  ///
  /// - Parameters:
  ///   - recipient: Whom it goes to.
  ///   - messageClass: What it is for.
  ///   - moment: When it would leave.
  /// - Returns: The verdict.
  public func verdict(
    on recipient: PhoneNumber,
    _ messageClass: MessageClass,
    at moment: Timestamp
  ) -> RuleVerdict {
    prefixes.verdict(on: recipient).and(quietVerdict(on: recipient, messageClass, at: moment))
  }

  private func quietVerdict(
    on recipient: PhoneNumber,
    _ messageClass: MessageClass,
    at moment: Timestamp
  ) -> RuleVerdict {
    guard let hours = classes[messageClass]?.quietHours, !hours.isEmpty else { return .allowed }
    let zone = calendar.zone(of: recipient)
    guard let end = hours.end(at: moment, in: zone, calendar.holidays) else { return .allowed }
    return .deferred(until: end, reason: "quiet hours until \(zone.text(of: end))")
  }

  /// What the caps of a class say to one more message to a recipient.
  ///
  /// - Parameters:
  ///   - messageClass: The class.
  ///   - earlier: When messages of the class were sent to the recipient, the latest first.
  ///   - now: The time.
  /// - Returns: The verdict.
  public func verdict(
    on messageClass: MessageClass,
    after earlier: [Timestamp],
    at now: Timestamp
  ) -> RuleVerdict {
    self[messageClass].caps.reduce(.allowed) { verdict, cap in
      guard earlier.count >= cap.limit else { return verdict }
      let until = min(earlier[cap.limit - 1], now) + cap.window
      guard until > now else { return verdict }
      let reason = "\(cap.name) for \(messageClass.rawValue) messages to one recipient, until "
      return verdict.and(
        .deferred(until: until, reason: reason + calendar.home.text(of: until))
      )
    }
  }

  /// What the budget says to a message.
  ///
  /// - Parameters:
  ///   - cost: What it costs.
  ///   - isUrgent: Whether the tenth that is kept for `otp` and `alert` may be used.
  ///   - spent: What was spent today and this month.
  ///   - now: The time.
  /// - Returns: The verdict.
  public func verdict(
    onCost cost: Money,
    isUrgent: Bool,
    spent: (today: Money, thisMonth: Money),
    at now: Timestamp
  ) -> RuleVerdict {
    guard cost > .zero else { return .allowed }
    let zone = calendar.home
    let periods = [
      (budget.daily, spent.today, "day", zone.endOfDay(at: now)),
      (budget.monthly, spent.thisMonth, "month", zone.endOfMonth(at: now)),
    ]
    return periods.reduce(.allowed) { verdict, period in
      let (limit, used, name, end) = period
      guard let limit else { return verdict }
      let share = isUrgent ? limit.tenThousandths : limit.tenThousandths - limit.tenThousandths / 10
      guard (used + cost).tenThousandths > share else { return verdict }
      let reason =
        "the budget of the \(name) is used up (\(budget.text(used)) of \(budget.text(limit))), until "
      return verdict.and(.deferred(until: end, reason: reason + zone.text(of: end)))
    }
  }
}
