internal import ATProtocol
internal import Messaging
internal import QueuePolicy
internal import TransferLayer

/// One modem as the running gateway sees it: an open port, the session on it, and what is in hand.
///
/// This is `ModemDriver` without its tasks: the same machines, and the store asked by events.
struct Seat: Sendable {
  /// Which opening of the port this is; what belongs to an earlier one is dropped.
  let link: Int
  var session: ModemSession
  var desk: SubmissionDesk<Int64>
  /// The segments of the message in hand.
  var submits: [SMSSubmit] = []
  /// What the store is asked for this modem, one after the other.
  var lane: [StoreRequest] = []
  var isLaneBusy = false
  /// The places whose messages are durable.
  var durable: [StorageLocation] = []
  /// Routed messages that are durable and not acknowledged yet.
  var routedDurable = 0
  /// An outcome that waits for the record of its attempt; only a mutation lets it come first.
  var heldOutcome: (token: UInt64, outcome: SubmissionOutcome)?
  var awaitsRecord = false
  /// The message whose segment the session has.
  var handed: MessageID?
  var hasEnded = false
  var failure: SessionFailure?

  /// What an attempt of before is called on the wire.
  static let pendingToken = UInt64.max

  init(link: Int, unresolved: Int64?, mutation: Mutation? = nil) {
    self.link = link
    var settings = SessionSettings()
    settings.sweepInterval = .seconds(120)
    settings.pollInterval = .seconds(900)
    if mutation == .overdueIsNotAwaited { settings.longestLateAnswerTime = .zero }
    session = ModemSession(settings: settings)
    desk = SubmissionDesk(unresolved: unresolved.map { (Self.pendingToken, $0) })
  }

  /// The SIM in the modem, once it is known: its IMSI stands in for an ICCID that it does not give.
  var sim: ICCID? { (session.facts.iccid ?? session.facts.imsi).flatMap { ICCID($0) } }

  /// What trust in EF-SMSS belongs to; nil where the modem does not say all of it.
  var firmware: Firmware? {
    guard let manufacturer = session.facts.manufacturer, let model = session.facts.model,
      let revision = session.facts.revision
    else { return nil }
    return Firmware(manufacturer: manufacturer, model: model, revision: revision)
  }
}

/// One verb on its way to the store, and who waits for the answer.
struct StoreRequest: Sendable {
  let verb: StoreVerb
  let reply: Reply
  let at: Timestamp

  /// Who waits for an answer.
  enum Reply: Sendable {
    case nobody
    case recovery
    /// A client of the API.
    case client(tag: Int)
    /// The spool: the claim may be removed.
    case claim(MessageID)
    /// The dispatcher, with a message that needs a reference.
    case reference(modem: Int, ModelMessage, segment: Int)
    /// A session that has the PDU at the prompt.
    case attempt(modem: Int, token: UInt64)
    /// A driver that has written down an outcome.
    case outcome(modem: Int, MessageID?)
    /// The writer of files for applications.
    case results
    /// A session that has fetched a message.
    case received(modem: Int, link: Int, ReceivedPDU)
  }
}

/// The gateway's memory: all of it is gone after a crash.
struct Daemon: Sendable {
  /// The origin of its monotonic clock.
  let epoch: Timestamp
  var seats: [Seat?]
  /// The messages that modems have in hand.
  var leased: [MessageID] = []
  /// The modems that wait for a message, the least recently used first.
  var waiters: [Int] = []
  var writer = Writer()
  var wakeAt: Timestamp?
  /// Nothing is given out until then: the disk was full.
  var blockedUntil: Timestamp?
  /// Attempts of before whose answers may still come, by the gateway's monotonic clock.
  var unresolved: PendingAnswers<Int64>
  /// Whether files for applications are being written.
  var isWritingResults = false
  /// Whether what a crash left has been dealt with.
  var isRecovered = false

  /// The one writer: what waits while a commit is under way shares the next one.
  struct Writer: Sendable {
    var waiting: [StoreRequest] = []
    var batch: [(request: StoreRequest, answer: StoreAnswer)] = []
    var isCommitting = false
  }
}
