internal import Messaging
internal import QueuePolicy

extension GatewayConfiguration {
  /// The rules of considerate sending that this configuration asks for.
  ///
  /// - Parameter now: The time, from which on the time zones are read.
  /// - Returns: The rules, to be adopted by the store.
  func sendingRules(at now: Timestamp) -> SendingRules {
    var rules = SendingRules()
    rules.classes = classes
    rules.prefixes.rules = prefixes
    rules.prefixes.allowed = sending.allow
    rules.prefixes.denied = sending.deny + (sending.deniesPremium ? PremiumPrefixes.all : [])
    rules.prefixes.standardCost = sending.cost ?? .zero
    rules.standardLimits = standardLimits
    for modem in modems {
      let limits = modem.limits.completed(from: modem.preset?.limits ?? standardLimits)
      rules.limitsByModem[modem.name] = limits
      if case .iccid(let text) = modem.match, let iccid = ICCID(text) {
        rules.limitsBySIM[iccid] = limits
      }
    }
    rules.budget.daily = sending.dailyBudget
    rules.budget.monthly = sending.monthlyBudget
    rules.budget.currency = sending.currency
    rules.usualSIMWait = sending.usesUsualSIM ? .seconds(sending.usualSIMWait) : nil
    rules.calendar = SendingCalendar(
      sending,
      readsZones: classes.values.contains { !$0.quietHours.isEmpty },
      at: now
    )
    return rules
  }
}
