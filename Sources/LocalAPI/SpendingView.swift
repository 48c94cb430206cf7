/// What all SIMs together have spent, where a budget is set.
public struct SpendingView: Codable, Hashable, Sendable {
  /// What was spent of one budget, in the unit.
  public struct Share: Codable, Hashable, Sendable {
    /// What was spent.
    public var spent: Double
    /// The most that may be spent; a tenth of it is kept for `otp` and `alert`.
    public var budget: Double

    /// What was spent of one budget.
    public init(spent: Double, budget: Double) {
      self.spent = spent
      self.budget = budget
    }
  }

  /// The unit of the amounts; empty where none is set.
  public var currency: String
  /// Since midnight by the gateway's clock; nil without a budget of the day.
  @Nullable public var today: Share?
  /// Since the first of the month by the gateway's clock; nil without a budget of the month.
  @Nullable public var thisMonth: Share?

  /// What was spent.
  public init(currency: String, today: Share? = nil, thisMonth: Share? = nil) {
    self.currency = currency
    self.today = today
    self.thisMonth = thisMonth
  }

  private enum CodingKeys: String, CodingKey {
    case currency, today
    case thisMonth = "this_month"
  }
}
