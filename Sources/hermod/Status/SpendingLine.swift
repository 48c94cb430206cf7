import LocalAPI
import QueuePolicy

/// What was spent of the budgets, as a line of `hermod status`.
struct SpendingLine {
  let spending: SpendingView
  let style: Style

  var text: String {
    let shares = [(spending.today, "today"), (spending.thisMonth, "this month")]
    return "spent "
      + shares.compactMap { share, span in share.map { words($0, span) } }
      .joined(separator: ", ") + "\n"
  }

  private func words(_ share: SpendingView.Share, _ span: String) -> String {
    var budget = Budget()
    budget.currency = Escape.oneLine(spending.currency)
    let spent = Money(units: share.spent) ?? .zero
    let limit = budget.text(Money(units: share.budget) ?? .zero)
    // The last tenth is kept for otp and alert: whatever can wait does so from here on.
    let isUsedUp = share.spent >= share.budget * 0.9
    return style.paint("\(spent) of \(limit)", isUsedUp ? .warning : .plain) + " \(span)"
  }
}
