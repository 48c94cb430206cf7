public import Messaging

/// What a gateway asks a session to submit: one segment.
public struct SegmentSubmission: Equatable, Sendable {
  /// The caller's name for it, given back with everything that concerns it.
  public var token: UInt64
  /// The octets of the TPDU, without the service centre address, as `AT+CMGS` counts them.
  public var length: Int
  /// The service centre address and the TPDU, as hexadecimal digits.
  public var hexadecimal: String
  /// Whether another segment waits behind this one, so that the radio link is worth keeping.
  public var hasMore: Bool

  /// A segment; nil unless the PDU is hexadecimal digits and holds the length it claims.
  public init?(token: UInt64, length: Int, hexadecimal: String, hasMore: Bool) {
    guard hexadecimal.isHexadecimal, (1...164).contains(length),
      hexadecimal.utf8.count / 2 > length, hexadecimal.utf8.count / 2 <= length + 12
    else { return nil }
    self.token = token
    self.length = length
    self.hexadecimal = hexadecimal
    self.hasMore = hasMore
  }
}

/// What can happen to a session.
public enum SessionInput: Equatable, Sendable {
  /// The port is open; an attempt on it, from before, may still be answered.
  case opened(unresolved: PendingAnswer?)
  /// It has turned out which modem this is: this attempt on it, from before, may still be answered.
  case answerPending(PendingAnswer?)
  /// The modem sent octets.
  case received([UInt8])
  /// The time that `nextDeadline` named has come.
  case deadline
  /// Submit this segment; kept until the session is idle.
  case submit(SegmentSubmission)
  /// The attempt is durable: Ctrl-Z may be written.
  case attemptRecorded(token: UInt64)
  /// The attempt was refused or could not be recorded: Ctrl-Z must not be written.
  case attemptRefused(token: UInt64, NotSubmittedReason)
  /// The message that lay here is durable: it may be deleted.
  case stored(ReceivedPDU)
  /// The message that lies here could not be made durable.
  case notStored(ReceivedPDU)
  /// Whether the PIN may be tried, in answer to `pinIsDue`.
  case pinDecided(mayTry: Bool)
  /// Do this when the wire is free, and answer under this number.
  case request(id: UInt64, SessionRequest)
  /// Start the modem anew where that is safe, else set it up again.
  case restart
  /// The port has hung up.
  case hungUp
  /// Begin nothing new; end when what is in flight has ended.
  case finish
  /// Wait no longer for what is in flight.
  case abandon
}

/// An earlier attempt whose answer may still arrive.
public struct PendingAnswer: Equatable, Sendable {
  /// The caller's name for it.
  public var token: UInt64
  /// How long its answer may still take; less than zero where it is overdue.
  public var remaining: Duration

  /// An attempt.
  public init(token: UInt64, remaining: Duration) {
    self.token = token
    self.remaining = remaining
  }
}

/// What a session wants done.
public enum SessionAction: Equatable, Sendable {
  /// Write these octets to the port.
  case write([UInt8])
  /// Make the attempt on this segment durable, then say `attemptRecorded` or `attemptRefused`.
  case recordAttempt(token: UInt64)
  /// An attempt has ended.
  case finished(token: UInt64, SubmissionOutcome)
  /// `+CMGS: <mr>` came after its attempt was given up as unknown: it was sent after all.
  case lateProof(token: UInt64, messageReference: UInt8)
  /// Two answers came where two attempts were open: neither can be told.
  case conflictingAnswers(older: UInt64, newer: UInt64)
  /// Make this message durable, then say `stored` or `notStored`.
  case store(ReceivedPDU)
  /// The message that lay here is gone from the modem.
  case deleted(StorageLocation)
  /// The SIM wants its PIN: find out whether it has refused this one before, make durable that it is
  /// being tried, and say `pinDecided`. `sim` is the ICCID, or the IMEI where that cannot be read.
  case pinIsDue(sim: String?, triesLeft: Int?)
  /// The SIM took the PIN, or refused it.
  case pinAnswered(sim: String?, wasTaken: Bool)
  /// A request has been done.
  case answered(id: UInt64, RequestAnswer)
  /// Somebody calls; the number where it is known.
  case call(from: String?)
  /// EF-SMSS was read: the TP-MR that was used last on this SIM (3GPP TS 31.102 §4.2.28), and whether
  /// it is what the answers since the reading before lead to expect; nil where there were none.
  case lastUsedReference(UInt8, agrees: Bool?)
  /// The modem is starting anew.
  case restarting
  /// The facts have changed.
  case learned(ModemFacts)
  /// What an operator sees has changed.
  case phase(SessionPhase)
  /// The session is idle and can submit.
  case ready
  /// All that came to SIMs before is durable: what is found in the modem's own memory from now on came
  /// to the SIM that is in it. Said after every list of which that is true.
  case simIsSettled
  /// The session has ended, in order or for this reason; the port is to be closed.
  case ended(SessionFailure?)
}

/// What a session is doing, in words for an operator.
public enum SessionPhase: Equatable, Sendable {
  /// Waiting in silence for the answer to an attempt of before.
  case listening
  /// Finding out whether anything answers.
  case probing
  /// Setting the modem up.
  case initialising
  /// The SIM cannot be used for now.
  case blocked(BlockReason)
  /// Looking for a network, or refused by it.
  case searching(RegistrationStatus?)
  /// Submitting nothing, for an attempt of before had no answer and may still get one.
  case awaitingLateAnswer
  /// Able to send.
  case ready
  /// Submitting a segment.
  case sending
  /// The network has taken more than a minute over a segment.
  case waiting
  /// The modem stopped answering or reset itself; bringing it back.
  case recovering
}

/// The times a session keeps; the defaults are what modems need.
public struct SessionSettings: Equatable, Sendable {
  /// The PIN of the SIM.
  public var pin: String?
  /// How often the memory is listed in case an indication was lost.
  public var sweepInterval: Duration = .seconds(60)
  /// How long after a message could not be made durable the memory is listed again.
  public var storeInterval: Duration = .seconds(5)
  /// How often signal and registration are asked.
  public var pollInterval: Duration = .seconds(60)
  /// How often the registration is asked while there is none.
  public var searchInterval: Duration = .seconds(5)
  /// How long after Ctrl-Z an operator is shown that the network is slow.
  public var waitingNotice: Duration = .seconds(60)
  /// How long the network may take after Ctrl-Z before the outcome is unknown.
  public var answerDeadline: Duration = SubmitDialogue.resultDeadline
  /// How long after that an answer may still come at most, so that nothing else is submitted.
  public var longestLateAnswerTime: Duration = .seconds(60)
  /// Whether incoming calls are rejected.
  public var rejectsCalls = false
  /// Whether the modem is to start anew before anything else, where that is safe.
  public var restartsFirst = false
  /// How long a modem must be silent before it counts as in step.
  public var settleTime: Duration = .milliseconds(50)

  /// The defaults.
  public init(pin: String? = nil) {
    self.pin = pin
  }
}
