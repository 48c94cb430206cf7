internal import LocalAPI
internal import QueuePolicy
internal import Storage

extension GatewayControl {
  /// What was spent of the budgets; nil where none is set.
  func spending() async throws(ProblemDocument) -> SpendingView? {
    let budget = store.sendingRules.budget
    guard budget.daily != nil || budget.monthly != nil else { return nil }
    let now = clock.now
    let spent = try await stored { () async throws(StoreError) in try await store.spent(at: now) }
    return SpendingView(
      currency: budget.currency,
      today: budget.daily.map { .init(spent.today, of: $0) },
      thisMonth: budget.monthly.map { .init(spent.thisMonth, of: $0) }
    )
  }
}

extension SpendingView.Share {
  fileprivate init(_ spent: Money, of budget: Money) {
    self.init(spent: spent.units, budget: budget.units)
  }
}
