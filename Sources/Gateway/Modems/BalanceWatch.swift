internal import ATProtocol
internal import LocalAPI
internal import Logging
internal import Messaging
internal import Storage

/// Asks for the balance of a prepaid SIM as often as its rule says, and acts when it is low.
struct BalanceWatch: Sendable {
  let rule: BalanceRule
  let slot: ModemSlot
  let services: ModemServices

  /// How often it is looked whether the modem can be asked.
  static let patience: Duration = .seconds(2)
  /// How long to wait after an answer that could not be read, or none.
  static let retryPause: Duration = .seconds(900)

  /// Runs until the task is cancelled.
  func run() async {
    guard let code = ServiceCode(rule.code) else { return }
    while !Task.isCancelled {
      let pause = slot.view.condition.state == .ready ? await ask(code) : Self.patience
      try? await Task.sleep(for: pause)
    }
  }

  /// - Returns: How long until the next time.
  private func ask(_ code: ServiceCode) async -> Duration {
    let answer = await slot.answer(to: .service(code), within: .seconds(100))
    guard case .service(let string) = answer, let text = string.readable,
      let balance = rule.balance(in: text)
    else {
      if answer == .notReady { return Self.patience }
      slot.logger.warning("the balance cannot be read", metadata: ["answer": "\(answer)"])
      return Self.retryPause
    }
    slot.logger.info("balance", metadata: ["balance": "\(balance)"])
    if balance < Double(rule.minimum) { await low(balance) }
    return .seconds(rule.hours * 3600)
  }

  private func low(_ balance: Double) async {
    let summary = "the balance of \(slot.name) is low: \(balance)"
    slot.logger.warning("\(summary)")
    services.notices.post(
      Notice(
        type: "modem.balance-low",
        modem: slot.name,
        summary: summary,
        at: services.clock.now
      )
    )
    switch rule.action {
    case .warn: break
    case .pause:
      do {
        try await slot.pause(ModemPause(reason: "the balance is low: \(balance)"))
      } catch {
        await services.health.report(error)
      }
    }
  }
}
