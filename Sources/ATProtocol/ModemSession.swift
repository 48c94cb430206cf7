import Messaging

/// The dialogue with one modem, from the opening of its port to its end.
///
/// Sans I/O: octets, times and the store's answers go in, actions come out. The caller performs the
/// actions in order, keeps one timer at `nextDeadline`, and hands in the time of each input as a
/// duration since a moment of its own choosing.
///
/// One activity has the wire at a time. Between activities, in this order: what the SIM holds is
/// fetched, then a waiting segment is submitted, then the modem's health is asked.
public struct ModemSession: Sendable {
  /// What has the wire.
  enum Activity: Equatable, Sendable {
    /// The port is not open yet. → `listening` or `synchronising`.
    case closed
    /// An attempt of before may still be answered; nothing is written. → `synchronising`.
    case listening
    /// ESC and `AT`, until the modem answers and is silent. → `bringingUp` or `ended`.
    case synchronising(Synchronisation)
    /// The modem is being set up. → `idle`, `synchronising` or `ended`.
    case bringingUp(BringUpDialogue)
    /// Nothing is on the wire. → any of those below.
    case idle
    /// `AT+CMMS=2` is on the wire. → `submitting`.
    case keepingLink(SegmentSubmission)
    /// A segment is being submitted. → `idle` or `synchronising`.
    case submitting(SegmentSubmission, SubmitDialogue)
    /// Messages are being fetched. → `idle` or `synchronising`.
    case receiving(ReceiveDialogue)
    /// The modem's health is being asked. → `idle` or `synchronising`.
    case polling(StatusPoll)
    /// A routed message is being acknowledged. → `idle` or `synchronising`.
    case acknowledging
    /// A call is being rejected. → `idle` or `synchronising`.
    case rejecting
    /// Something beside messages is being done. → `idle` or `synchronising`.
    case requesting(RequestExchange)
    /// Over. No exits.
    case ended
  }

  /// What is known of the modem.
  public internal(set) var facts = ModemFacts()
  /// What an operator sees.
  public internal(set) var phase: SessionPhase = .probing
  /// When `deadline` is to be handed in; nil when nothing is waited for.
  public var nextDeadline: Duration? {
    switch activity {
    case .closed, .ended: nil
    case .idle: [activityDeadline, nextSweep, nextPoll, answerableUntil].compactMap(\.self).min()
    case .listening, .synchronising, .bringingUp, .keepingLink, .submitting, .receiving, .polling,
      .acknowledging, .rejecting, .requesting:
      [activityDeadline, noticeAt].compactMap(\.self).min()
    }
  }

  var activity: Activity = .closed
  var settings: SessionSettings
  var now: Duration = .zero
  var reader = LineReader()
  var exchange: CommandExchange?
  /// Whether `+CMGS` came that nobody waits for: its `OK` is still to come.
  var strayAnswer = false
  var activityDeadline: Duration?
  /// When an operator is told that the network is slow.
  var noticeAt: Duration?
  var controlZAt: Duration?
  var nextSweep: Duration?
  var nextPoll: Duration?
  /// The text of the last command or PDU written, to know its echo.
  var lastWritten = ""
  var echo = EchoState.on
  /// Places whose messages are to be read at the next occasion.
  var arrivals: [StorageLocation] = []
  /// Places that were indicated while the SIM was known.
  var freshArrivals = FreshArrivals()
  var wantsList = false
  /// What the next line is, when a routed message was announced.
  var routedMessageFollows = false
  /// Routed messages that are being made durable.
  var routed: [ReceivedPDU] = []
  var acknowledgementsDue = 0
  /// Whether routed messages are acknowledged.
  var acknowledges = false
  /// The memory that reading and deleting refer to now.
  var memory = "SM"
  /// The memories as they were set.
  var memories = ["SM"]
  /// Memories that are listed too, now and then, after the one that was set.
  var otherMemories: [String] = []
  /// How often the memory has been listed.
  var sweeps = 0
  /// What may have come to a SIM that was in the modem before.
  var earlierArrivals = EarlierArrivals(memories: [])
  /// What is wanted beside messages, oldest first.
  var requests: [(id: UInt64, request: SessionRequest)] = []
  /// The modem is to start anew at the next occasion.
  var restartIsDue = false
  /// The modem has just started, and has not said that its message service is up.
  var isStarting = false
  /// A call is to be rejected at the next occasion.
  var rejectionIsDue = false
  var lastRing: Duration?
  /// Whether the call that rings has been told.
  var callIsTold = false
  /// Whether the modem has been asked how full its memory is since it wanted to be.
  var memoryWasQueried = false
  /// A service string that goes on in the next line.
  var openString: String?
  /// Commands without an answer since the last thing that went well.
  var strikes = 0
  /// Submissions without an answer since the last that was answered.
  var unanswered = 0
  var link = LinkState.untried
  var waiting: SegmentSubmission?
  /// What is known of EF-SMSS.
  var referenceTrack = ReferenceTrack()
  /// The last segment whose outcome was unknown, until an answer tells.
  var unresolved: UInt64?
  /// The last segment that was answered since.
  var answeredSinceUnresolved: AnsweredAttempt?
  /// Until when the unresolved segment may still be answered, so that nothing else is submitted.
  var answerableUntil: Duration?
  /// The modem's health is asked at the next occasion.
  var pollIsDue = false
  var lastPoll: Duration?
  var isFinishing = false
  /// The session ends as soon as the segment in flight has its outcome.
  var pendingEnd: PendingEnd?
  var saidReady = false

  /// Why the session is about to end.
  struct PendingEnd: Equatable, Sendable {
    let failure: SessionFailure?
  }

  /// Whether the modem repeats what it is sent.
  enum EchoState: Equatable, Sendable {
    /// It may.
    case on
    /// `ATE0` was answered with `OK`; the next command tells whether it helped.
    case switchedOff
    /// It does not; an echo means that the modem has been reset.
    case off
    /// `ATE0` does not help with this modem.
    case unavoidable
  }

  /// Whether the modem keeps the radio link (`AT+CMMS`).
  enum LinkState: Equatable, Sendable {
    case untried
    case kept
    case refused
  }

  /// How long a backlog may keep the modem's health from being asked.
  static let longestWithoutPoll: Duration = .seconds(300)
  /// How long the wire must be free before the modem's health is asked.
  static let pollGrace: Duration = .seconds(1)
  /// The most requests that wait.
  static let mostRequests = 16
  /// Other memories are listed with every third sweep.
  static let sweepsUntilOthers = 3
  /// How many commands may go unanswered before the port is opened anew.
  static let mostStrikes = 4
  /// How many submissions in a row may go unanswered before the port is opened anew.
  static let mostUnanswered = 3
  /// The most places that are remembered; a list of the memory finds the others.
  static let mostArrivals = 256

  /// A session on a port that is about to be opened.
  ///
  /// - Parameter settings: The PIN and the times.
  public init(settings: SessionSettings = SessionSettings()) {
    self.settings = settings
    restartIsDue = settings.restartsFirst
  }

  /// Takes one input.
  ///
  /// - Parameters:
  ///   - input: What happened.
  ///   - now: When, on the caller's monotonic clock; never less than at the input before.
  /// - Returns: What is to be done, in order.
  public mutating func receive(_ input: SessionInput, at now: Duration) -> [SessionAction] {
    self.now = now
    var actions = Actions()
    switch input {
    case .opened(let unresolved): open(unresolved, &actions)
    case .answerPending(let attempt): expect(attempt, &actions)
    case .received(let octets): read(octets, &actions)
    case .deadline: deadline(&actions)
    case .submit(let submission): submit(submission, &actions)
    case .attemptRecorded(let token): attemptAnswered(token, .recorded, &actions)
    case .attemptRefused(let token, let reason):
      attemptAnswered(token, .recordRefused(reason), &actions)
    case .stored(let pdu): stored(pdu, &actions)
    case .notStored(let pdu): notStored(pdu, &actions)
    case .pinDecided(let mayTry): pinDecided(mayTry, &actions)
    case .request(let id, let request): take(request, id, &actions)
    case .restart: restart(&actions)
    case .hungUp: end(.hangUp, whileSubmitting: .hangUp, &actions)
    case .finish: finish(&actions)
    case .abandon: end(nil, whileSubmitting: .abandon, &actions)
    }
    return actions.list
  }

  /// The actions of one input, collected.
  struct Actions {
    var list: [SessionAction] = []

    mutating func append(_ action: SessionAction) {
      list.append(action)
    }
  }
}

/// ESC and `AT`, until the modem answers and is then silent.
struct Synchronisation: Equatable, Sendable {
  /// How far it has come.
  enum State: Equatable, Sendable {
    /// ESC is written; its own answer, if any, is let pass. → `asking`.
    case escaping
    /// `AT` is written. → `settling`, `escaping` again, or given up.
    case asking
    /// `OK` came; whatever else comes is let pass. → done.
    case settling
  }

  var state = State.escaping
  var attempts = 0

  /// How often `AT` is tried before the modem counts as dead.
  static let mostAttempts = 6
}
