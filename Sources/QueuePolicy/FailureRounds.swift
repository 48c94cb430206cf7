internal import Messaging

/// The attempts at a segment that came to nothing, in rounds: what is tried without a wait in between.
///
/// A SIM that fails for its own sake opens a round, and another goes at once. With the second failure
/// the round is over: nobody knows how many more SIMs would fail, and to ask them all again without a
/// wait would go on for ever where the network is down, or refuses the recipient. A failure that is
/// not for the SIM's sake is a round of its own.
struct FailureRounds {
  /// How many rounds had a refusal in them.
  private(set) var count = 0
  /// How many rounds there were since the last refusal.
  private(set) var withoutRefusal = 0
  /// All refusals, oldest first.
  private(set) var refusals: [SubmissionError] = []
  /// Whether another SIM may go at once.
  private(set) var isOpen = false
  private var sims: [ICCID] = []
  private var hasRefusal = false

  /// The rounds of the segment that an attempt carried; what an operator has forgiven does not count.
  ///
  /// - Parameters:
  ///   - facts: The message.
  ///   - index: The attempt, which is the last that counts.
  init(_ facts: MessageFacts, upTo index: Int) {
    let attempts = facts.ledger.attempts
    guard let segment = attempts[safe: index]?.segment else { return }
    for attempt in attempts[...index].dropFirst(facts.forgivenAttempts)
    where attempt.segment == segment {
      switch attempt.standing {
      case .refused: addRefusal(attempt)
      case .notSubmitted: add(attempt.iccid, isRefusal: false, isForSIM: true)
      case .open, .accepted, .unknown, .disregarded: isOpen = false
      }
    }
  }

  private mutating func addRefusal(_ attempt: AttemptFacts) {
    guard case .refused(let error) = attempt.outcome else { return }
    refusals.append(error)
    let verdict = error.verdict(from: attempt.make)
    let times = refusals.count { $0.hasSameCode(as: error) }
    let isForSIM: Bool
    switch verdict.errorClass(afterRefusals: times) {
    case .retryElsewhere, .pauseSIM: isForSIM = true
    case .retryHere, .permanent, .countsAsSent, .unknown: isForSIM = false
    }
    add(attempt.iccid, isRefusal: true, isForSIM: isForSIM)
  }

  private mutating func add(_ iccid: ICCID, isRefusal: Bool, isForSIM: Bool) {
    if !isOpen || sims.contains(iccid) {
      sims = []
      hasRefusal = false
      withoutRefusal += 1
    }
    sims.append(iccid)
    if isRefusal {
      if !hasRefusal { count += 1 }
      hasRefusal = true
      withoutRefusal = 0
    }
    isOpen = isForSIM && sims.count == 1
  }
}

extension SubmissionVerdict {
  /// What is done about it when it has come so often.
  ///
  /// - Parameter times: How often this message was refused so, this time included.
  /// - Returns: The class; `permanent` where it may not be refused so once more.
  func errorClass(afterRefusals times: Int) -> SubmissionErrorClass {
    // A collision of references is tried once more.
    let limit = errorClass == .countsAsSent ? 1 : retries
    guard let limit, times > limit else { return errorClass }
    return afterRetries ?? .permanent
  }
}

extension SubmissionError {
  /// Whether two errors are the same code, whenever they came.
  func hasSameCode(as other: SubmissionError) -> Bool {
    switch (self, other) {
    case (.cms(let left, _), .cms(let right, _)): left == right
    case (.cme(let left, _), .cme(let right, _)): left == right
    case (.bare, .bare): true
    case (.cms, .cme), (.cms, .bare), (.cme, .cms), (.cme, .bare), (.bare, .cms), (.bare, .cme):
      false
    }
  }
}
