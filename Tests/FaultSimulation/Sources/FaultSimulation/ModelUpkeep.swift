internal import Messaging
internal import QueuePolicy

// What is due by the clock, what a crash left, and what operators want: `Recovery` and `Operations`
// in `Storage`.
extension ModelTables {
  mutating func expire(_ rules: MessageRules, at now: Timestamp) {
    for place in messages.indices {
      let message = messages[place]
      switch message.state {
      case .queued where message.expiresAt <= now:
        apply(.expired, to: place, rules, at: now)
      case .queued:
        guard let resumeBy = message.resumeBy, resumeBy <= now else { continue }
        apply(facts(of: place).lateRest, to: place, rules, at: now)
      case .unknown:
        guard let decideAt = message.decideAt, decideAt <= now else { continue }
        messages[place].decideAt = nil
        apply(rules.waitOver(for: facts(of: place), at: now), to: place, rules, at: now)
      case .sent:
        guard let reportBy = message.reportBy, reportBy <= now else { continue }
        messages[place].reportBy = nil
        apply(.reportWindowOver, to: place, rules, at: now)
      case .submitting, .delivered, .undelivered, .failed, .withdrawn, .cancelled, .expired,
        .closed:
        break
      }
    }
  }

  mutating func recover(_ rules: MessageRules, _ mutation: Mutation?, at now: Timestamp) {
    let outcome: SubmissionOutcome =
      mutation == .resendAfterCrash ? .notSubmitted(.shutdown) : .unknown(.interrupted)
    for attempt in unresolved where attempt.outcome == nil {
      _ = recordOutcome(of: attempt.id, outcome, rules, jitter: 0.5, at: now)
    }
  }

  mutating func retry(_ id: MessageID, _ rules: MessageRules, at now: Timestamp) -> ModelChange? {
    guard let place = place(of: id), !optedOut.contains(messages[place].recipient) else {
      return nil
    }
    let before = self
    messages[place].isCancelRequested = false
    messages[place].forgivenAttempts = attempts(of: place).count
    extend(place, at: now)
    return granted(.operatorRetry, place, rules, before, at: now)
  }

  mutating func resolve(
    _ id: MessageID,
    _ resolution: ModelResolution,
    _ rules: MessageRules,
    at now: Timestamp
  ) -> ModelChange? {
    guard let place = place(of: id) else { return nil }
    let before = self
    switch resolution {
    case .sent:
      declareSent(place)
      return granted(.operatorSent, place, rules, before, at: now)
    case .drop:
      return granted(.operatorDrop, place, rules, before, at: now)
    case .resend:
      guard !optedOut.contains(messages[place].recipient) else { return nil }
      extend(place, at: now)
      return granted(.operatorResend, place, rules, before, at: now)
    }
  }

  /// What is not granted changes nothing.
  private mutating func granted(
    _ event: MessageEvent,
    _ place: Int,
    _ rules: MessageRules,
    _ before: ModelTables,
    at now: Timestamp
  ) -> ModelChange? {
    let change = apply(event, to: place, rules, at: now)
    if change == nil { self = before }
    return change
  }

  private mutating func extend(_ place: Int, at now: Timestamp) {
    if messages[place].expiresAt <= now {
      messages[place].expiresAt = now + messages[place].messageClass.defaultValidity
    }
  }

  private mutating func declareSent(_ place: Int) {
    switch messages[place].state {
    case .unknown, .closed: break
    case .queued, .submitting, .sent, .delivered, .undelivered, .failed, .withdrawn, .cancelled,
      .expired:
      return
    }
    for index in attempts.indices where attempts[index].message == place {
      switch attempts[index].facts.standing {
      case .unknown, .disregarded: attempts[index].settlement = .declaredSent
      case .open, .accepted, .refused, .notSubmitted: break
      }
    }
  }
}
