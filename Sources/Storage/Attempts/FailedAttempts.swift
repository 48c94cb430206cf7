internal import GRDB
public import Messaging
internal import QueuePolicy

extension MessageStore {
  /// Records an attempt that came to nothing before it was recorded: no prompt, or a refusal at it.
  ///
  /// Ctrl-Z was not written and never will be. The attempt counts towards limits and back-off as one
  /// that was recorded first.
  ///
  /// - Parameters:
  ///   - attempt: The attempt.
  ///   - outcome: `notSubmitted` or `refused`.
  ///   - now: The time.
  ///   - jitter: A number that the caller draws for the back-off, 0 to 1.
  /// - Returns: What became of the message; nil where it had moved on already.
  /// - Throws: `StoreError`.
  public func recordFailedAttempt(
    _ attempt: AttemptRecord,
    _ outcome: SubmissionOutcome,
    at now: Timestamp,
    jitter: Double
  ) async throws(StoreError) -> MessageChange? {
    let rules = rules
    let sending = sendingRules
    let change = try await writer.write { context -> MessageChange? in
      let table = AttemptTable(db: context.db, rules: rules, now: now, sending: sending)
      switch try table.record(attempt, in: &context) {
      case .refused: return nil
      case .recorded(let id):
        return try table.recordOutcome(of: id, outcome, jitter: jitter, in: &context)
      }
    }
    release(attempt.message)
    return change
  }
}
