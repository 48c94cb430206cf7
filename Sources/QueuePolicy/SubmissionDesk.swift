public import Messaging

/// What a modem has in hand: which message, which segment of it, and which attempts are open.
///
/// Sans I/O: what happens goes in, what is to be done comes out. It decides when the next message is
/// asked for, when the next segment follows, and what is written down about an attempt.
public struct SubmissionDesk<Attempt: Hashable & Sendable>: Sendable {
  /// A message in hand.
  public struct Work: Hashable, Sendable {
    /// The message.
    public var message: MessageID
    /// The segment to submit, from 1.
    public var segment: Int
    /// How many segments the message has.
    public var segmentCount: Int

    /// A message, from a segment on.
    public init(message: MessageID, segment: Int, segmentCount: Int) {
      self.message = message
      self.segment = segment
      self.segmentCount = segmentCount
    }

    /// Whether another segment follows this one.
    public var hasNext: Bool { segment < segmentCount }
  }

  /// What can happen.
  public enum Input: Hashable, Sendable {
    /// The session can submit.
    case ready
    /// The session cannot submit: the modem is being set up, or has no network.
    case notReady
    /// The modem takes no more messages.
    case paused
    /// The modem takes messages again.
    case resumed
    /// A message came in answer to `ask`; nil when there was none after all.
    case assigned(Work?)
    /// The store knows the attempt under this name.
    case recorded(token: UInt64, Attempt)
    /// The session says how an attempt ended.
    case finished(token: UInt64, SubmissionOutcome)
    /// It is known now which attempt of before has this name on the wire.
    case identified(token: UInt64, Attempt)
    /// `+CMGS` came after its attempt was given up as unknown.
    case lateProof(token: UInt64, messageReference: UInt8)
    /// Two answers came where these two attempts were open; which is whose cannot be told.
    case conflictingAnswers(older: UInt64, newer: UInt64)
  }

  /// What is to be done.
  public enum Action: Hashable, Sendable {
    /// Ask for the next message.
    case ask
    /// Ask no longer.
    case stopAsking
    /// Give a message back unsent.
    case giveBack(MessageID)
    /// Hand this segment of the message in hand to the session, under this name.
    case submit(token: UInt64, Work)
    /// Make the outcome of a recorded attempt durable.
    case recordOutcome(Attempt, SubmissionOutcome)
    /// Make an attempt durable that came to nothing before it was recorded, and counts all the same.
    case recordFailure(Work, SubmissionOutcome)
    /// Make the proof durable that an attempt arrived.
    case recordProof(Attempt, messageReference: UInt8)
    /// Record both attempts as unknown.
    case recordConflict(older: Attempt, newer: Attempt)
  }

  /// The message in hand; nil while there is none.
  public private(set) var work: Work?
  private var attempts: [UInt64: Attempt] = [:]
  /// TP-MR of an attempt that is not known yet.
  private var proof: (token: UInt64, messageReference: UInt8)?
  /// The last answered attempt; a second answer may put it in doubt.
  private var answered: (token: UInt64, attempt: Attempt)?
  private var lastToken: UInt64 = 0
  private var currentToken: UInt64 = 0
  private var isReady = false
  private var isPaused: Bool
  private var isAsking = false

  /// A desk with nothing on it.
  ///
  /// - Parameters:
  ///   - isPaused: Whether the modem takes no messages for now.
  ///   - unresolved: An attempt of before whose answer may still come, and its name on the wire: a
  ///     number that counting from 1 does not come to.
  public init(isPaused: Bool = false, unresolved: (token: UInt64, attempt: Attempt)? = nil) {
    self.isPaused = isPaused
    if let unresolved { attempts[unresolved.token] = unresolved.attempt }
  }

  /// The attempt that has a name on the wire; nil where it was answered, or is not known yet.
  public func attempt(_ token: UInt64) -> Attempt? { attempts[token] }

  /// Takes one input.
  ///
  /// - Parameter input: What happened.
  /// - Returns: What is to be done, in order.
  public mutating func receive(_ input: Input) -> [Action] {
    switch input {
    case .ready:
      isReady = true
      return ask()
    case .notReady:
      isReady = false
      return isAsking ? [.stopAsking] : []
    case .paused:
      isPaused = true
      return isAsking ? [.stopAsking] : []
    case .resumed:
      isPaused = false
      return ask()
    case .assigned(let work):
      return take(work)
    case .recorded(let token, let attempt):
      attempts[token] = attempt
      return []
    case .identified(let token, let attempt):
      attempts[token] = attempt
      guard let proof, proof.token == token else { return [] }
      self.proof = nil
      return [.recordProof(attempt, messageReference: proof.messageReference)]
    case .finished(let token, let outcome):
      return finish(token, outcome)
    case .lateProof(let token, let reference):
      guard let attempt = attempts[token] else {
        proof = (token, reference)
        return []
      }
      return [.recordProof(attempt, messageReference: reference)]
    case .conflictingAnswers(let older, let newer):
      guard let open = attempts[older], let answered, answered.token == newer else { return [] }
      return [.recordConflict(older: open, newer: answered.attempt)]
    }
  }

  private mutating func ask() -> [Action] {
    guard isReady, !isPaused, !isAsking, work == nil else { return [] }
    isAsking = true
    return [.ask]
  }

  private mutating func take(_ new: Work?) -> [Action] {
    isAsking = false
    guard let new else { return ask() }
    guard isReady, !isPaused else { return [.giveBack(new.message)] }
    isReady = false
    return submit(new)
  }

  private mutating func submit(_ new: Work) -> [Action] {
    work = new
    lastToken += 1
    currentToken = lastToken
    return [.submit(token: currentToken, new)]
  }

  private mutating func finish(_ token: UInt64, _ outcome: SubmissionOutcome) -> [Action] {
    guard token == currentToken, var current = work else { return [] }
    var actions: [Action] = []
    if let attempt = attempts[token] {
      actions.append(.recordOutcome(attempt, outcome))
      // An unknown one is kept, so that a late answer finds its attempt.
      if !outcome.isUnknown {
        attempts[token] = nil
        answered = (token, attempt)
      }
    } else if outcome.isFailedAttempt {
      actions.append(.recordFailure(current, outcome))
    } else {
      actions.append(.giveBack(current.message))
    }
    if case .accepted = outcome, current.hasNext {
      current.segment += 1
      return actions + submit(current)
    }
    work = nil
    return actions
  }
}

extension SubmissionOutcome {
  fileprivate var isUnknown: Bool {
    switch self {
    case .unknown: true
    case .accepted, .refused, .notSubmitted: false
    }
  }

  /// Whether an attempt came to nothing for the modem's or the network's sake, so that it counts
  /// towards limits and back-off.
  fileprivate var isFailedAttempt: Bool {
    switch self {
    case .refused, .notSubmitted(.noPrompt): true
    case .accepted, .notSubmitted, .unknown: false
    }
  }
}
