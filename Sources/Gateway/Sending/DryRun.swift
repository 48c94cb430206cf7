internal import LocalAPI
internal import Messaging
internal import QueuePolicy
internal import Storage

extension GatewayControl {
  /// What would become of a submission, without keeping it.
  ///
  /// - Parameters:
  ///   - submission: The submission.
  ///   - notes: What keeps it waiting beside the rules of sending.
  /// - Returns: The answer that it would get.
  /// - Throws: `ProblemDocument` where the store cannot be asked.
  func preview(
    _ submission: Submission,
    _ notes: [String]
  ) async throws(ProblemDocument) -> SubmittedMessage {
    let now = clock.now
    let objection = try await stored { () async throws(StoreError) in
      try await store.objection(to: submission.recipient, submission.messageClass)
    }
    let preview = try await stored { () async throws(StoreError) in
      try await store.preview(submission, at: now)
    }
    var answer = SubmittedMessage(
      id: nil,
      to: submission.recipient.description,
      state: objection == nil ? .queued : .withdrawn,
      reason: objection?.reason,
      encoding: submission.encoding,
      language: submission.language,
      replaced: submission.isTransliterated ? .replaced(in: submission.content) : [],
      segments: submission.segmentCount
    )
    guard objection == nil else { return answer }
    answer.notes = notes
    let budget = store.sendingRules.budget
    if preview.cost > .zero {
      answer.cost = budget.text(preview.cost)
      answer.notes.append("costs \(budget.text(preview.cost))")
    }
    switch preview.verdict {
    case .allowed:
      if let notBefore = submission.notBefore, notBefore > now {
        answer.dueAt = WireTime(notBefore)
      }
    case .deferred(let until, let reason):
      answer.dueAt = WireTime(until)
      answer.notes.append("waits: \(reason)")
      if until >= submission.expiresAt {
        answer.notes.append("its time is over before that: it would expire and not be sent")
      }
    case .refused(let reason):
      answer.state = .failed
      answer.reason = reason
    }
    return answer
  }
}
