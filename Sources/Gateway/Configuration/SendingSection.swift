public import QueuePolicy

/// The table `[sending]`: what holds for every message, whatever its class and SIM.
public struct SendingSection: Hashable, Sendable {
  /// `time_zone`: where the gateway is (IANA time zone database), as `Europe/Paris`; its days and
  /// months are those of limits and budgets.
  ///
  /// Default: the time zone of the system.
  public var timeZone: String?
  /// `holidays`: days that quiet hours may treat apart, `12-25` for every year or `2026-04-06`.
  ///
  /// Default: none.
  public var holidays: [String] = []
  /// `allow`: what numbers must begin with to be written to; empty for all.
  ///
  /// Default: all.
  public var allow: [String] = []
  /// `deny`: what numbers begin with that are not written to; of an allowed and a denied prefix the
  /// longer decides.
  ///
  /// Default: none.
  public var deny: [String] = []
  /// `deny_premium`: whether numbers at which the caller pays extra are denied, as far as they are
  /// known (`PremiumPrefixes`).
  ///
  /// Default: `false`.
  public var deniesPremium = false
  /// `usual_sim`: whether a recipient gets messages from the SIM that wrote last, while it works.
  ///
  /// Default: `false`.
  public var usesUsualSIM = false
  /// `usual_sim_wait`: after how many seconds another SIM takes a message all the same, 1 to 86400.
  ///
  /// Default: 60.
  public var usualSIMWait = 60
  /// `transliterate`: whether characters such as “ ” – … become look-alikes of the GSM 7-bit
  /// alphabet, in messages that do not say, where that makes all of the text fit it.
  ///
  /// Default: `false`.
  public var transliterates = false
  /// `cost`: what a segment costs to numbers that no `[[prefix]]` has a price for.
  ///
  /// Default: nothing.
  public var cost: Money?
  /// `currency`: what people are told the unit of costs is.
  ///
  /// Default: none.
  public var currency = ""
  /// `daily_budget`: the most that all SIMs together may cost in a day; a tenth is kept for `otp`
  /// and `alert`.
  ///
  /// Default: no limit.
  public var dailyBudget: Money?
  /// `monthly_budget`: the most that all SIMs together may cost in a month, with the same tenth.
  ///
  /// Default: no limit.
  public var monthlyBudget: Money?

  /// The defaults.
  public init() {}
}
