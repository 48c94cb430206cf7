internal import Messaging
internal import QueuePolicy

// Carries out what the rules decide, as `Transitions` does in `Storage`.
extension ModelTables {
  @discardableResult
  mutating func apply(
    _ event: MessageEvent,
    to message: Int,
    _ rules: MessageRules,
    at now: Timestamp
  ) -> ModelChange? {
    let decision = rules.decide(event, for: facts(of: message), at: now)
    return carryOut(decision, on: message, rules, at: now)
  }

  mutating func carryOut(
    _ decision: MessageDecision,
    on place: Int,
    _ rules: MessageRules,
    at now: Timestamp
  ) -> ModelChange? {
    guard !decision.isRefused else { return nil }
    var message = messages[place]
    message.state = decision.state
    if decision.adaptation == .withoutValidityPeriod { message.omitsValidityPeriod = true }
    var continues = false
    for effect in decision.effects {
      switch effect {
      case .continueNow:
        message.dueAt = min(message.dueAt, now)
        continues = true
      case .retryLater:
        message.dueAt = decision.dueAt ?? now
        message.avoidedSIM = decision.avoidedSIM
      case .dueNow:
        message.dueAt = now
        message.avoidedSIM = nil
      case .awaitEvidence: message.decideAt = decision.decideAt
      case .awaitReport: message.reportBy = now + rules.reportWindow
      case .writeResult: message.oweResult()
      case .writeReport: message.isReportDue = !message.hasKey
      case .markPossibleDuplicate:
        message.isPossibleDuplicate = true
        disregard(place) { $0.facts.standing == .unknown }
      case .restartWhole:
        if mutation == .earlierCopiesAddUp {
          disregard(place) { $0.facts.standing == .accepted }
        } else {
          message.concatenation += 1
        }
        message.concatenationReference = nil
        message.concatenationSIM = nil
        message.resumeBy = nil
      case .remember: message.isCancelRequested = true
      }
    }
    messages[place].concatenation = message.concatenation
    settle(&message, ledger(of: place))
    messages[place] = message
    return ModelChange(message: message.id, state: message.state, continues: continues)
  }

  private func settle(_ message: inout ModelMessage, _ ledger: SubmissionLedger) {
    message.acceptedCount = ledger.acceptedCount
    message.sim = ledger.isPartial ? ledger.boundSIM : nil
    if message.state != .unknown { message.decideAt = nil }
    if message.state != .sent { message.reportBy = nil }
    if message.state != .queued { message.avoidedSIM = nil }
    if !ledger.isPartial { message.resumeBy = nil }
  }

  private mutating func disregard(_ message: Int, where condition: (ModelAttempt) -> Bool) {
    for index in attempts.indices
    where attempts[index].message == message && condition(attempts[index]) {
      attempts[index].settlement = .disregarded
    }
  }
}
