/// Takes a modem that answers `AT` to one that can send and receive, asking what it can do and
/// choosing from that; there are no initialisation strings for single models.
struct BringUpDialogue: Equatable, Sendable {
  /// Where the dialogue is.
  ///
  /// Each step goes to the next in this order unless it says otherwise.
  enum Step: Equatable, Sendable {
    /// Echo off; from here on an echo means that the modem has been reset.
    case echoOff
    /// Errors as numbers.
    case numericErrors
    /// Are they? After this answer every other is in step.
    case errorFormat
    /// Who made it.
    case manufacturer
    /// Which model.
    case model
    /// Which firmware.
    case revision
    /// Its IMEI.
    case serialNumber
    /// No chatter, please. Only where the modem is known for it.
    case quieten
    /// The modem is to start anew. → it does, and the session begins again.
    case restarting
    /// The modem is starting; it says when its message service is up. → `pinState`.
    case awaitingService
    /// Does the SIM want a PIN? → `simSerialNumber`, `lockedSIMSerialNumber`, or again after a
    /// pause.
    case pinState
    /// The ICCID of a SIM that wants its PIN. → itself, or `pinTries`.
    case lockedSIMSerialNumber(Int)
    /// How many tries of the PIN are left, by the command at this place in the list. → itself,
    /// `askingForPIN`, or again after a pause.
    case pinTries(Int)
    /// Somebody who remembers is asked whether this SIM has refused this PIN before. →
    /// `enteringPIN`, or again after a pause.
    case askingForPIN
    /// The PIN is being tried, once. → `pinState`.
    case enteringPIN
    /// The ICCID, by the command at this place in the list. → itself, or `subscriber`.
    case simSerialNumber(Int)
    /// The IMSI.
    case subscriber
    /// The SIM's own number.
    case ownNumber
    /// The service centre.
    case serviceCentre
    /// EF-SMSS: which reference was used last.
    case lastUsedReference
    /// Changes of registration as they happen.
    case reportRegistration
    /// The same for LTE.
    case reportEvolvedRegistration
    /// Which message services there are: whether routed messages can be acknowledged.
    case offeredServices
    /// Which formats there are. → `pduMode`; the end where PDUs are not among them.
    case offeredFormats
    /// PDU mode; without it nothing can be sent.
    case pduMode
    /// Which memories there are.
    case offeredMemories
    /// A choice of memories is being set. → itself, or `offeredIndications`.
    case useMemories([[String]])
    /// Which indications there are.
    case offeredIndications
    /// A choice of indications is being set. → itself, `phase2Plus`, or `callerNumber`.
    case indicate([IndicationChoice])
    /// Routed messages are to be acknowledged.
    case phase2Plus
    /// Who calls.
    case callerNumber
    /// Operators by name.
    case operatorNames
    /// Done. No exits.
    case finished
  }

  /// What is to be done next.
  enum Action: Equatable, Sendable {
    /// Send this command and come back with its result.
    case send(ATCommand)
    /// May the PIN be tried? Come back with the answer.
    case askForPIN(triesLeft: Int?)
    /// The modem starts anew.
    case restarted
    /// Nothing can be done for now: come back after the pause, or when the SIM has changed.
    case pause(Duration, BlockReason)
    /// The modem can send and receive.
    case finish
    /// The modem does not do what it must.
    case fail(SessionFailure)
  }

  /// Where the dialogue is.
  private(set) var step: Step = .echoOff
  /// The memories that were set; received messages lie in the first.
  private(set) var memories = ["SM"]
  /// The other memories that a message may lie in: it came before the choice, or the modem puts it,
  /// or a status report, elsewhere.
  var otherMemories: [String] {
    places.filter { $0 != memories.first && (memories.first != "MT" || $0 == "SR") }
  }
  private var places: [String] = []
  private var canAcknowledge = true
  /// Whether routed messages are acknowledged.
  private(set) var acknowledges = false
  private let pin: String?
  private var pinWasRefused = false
  private var triesLeft: Int?
  private var patience = 20
  private var restarts: Bool
  private var awaitsService: Bool

  /// Memories that hold less than this are not preferred to that of the SIM.
  static let largeMemory = 20

  /// A bring-up.
  ///
  /// - Parameters:
  ///   - pin: The PIN, where one is configured.
  ///   - restarts: Whether the modem is to start anew first.
  ///   - awaitsService: Whether the modem has just started.
  init(pin: String?, restarts: Bool = false, awaitsService: Bool = false) {
    self.pin = pin
    self.restarts = restarts
    self.awaitsService = awaitsService
  }

  /// The first command.
  func begin() -> Action { .send(.echoOff) }

  /// The answer to `askForPIN`.
  mutating func pinIsDecided(_ mayTry: Bool) -> Action {
    guard case .askingForPIN = step else { return .pause(.seconds(10), .pinRequired) }
    guard let pin else { return .pause(.seconds(10), .pinRequired) }
    guard mayTry else {
      pinWasRefused = true
      return .pause(.seconds(10), .pinRefused)
    }
    guard let command = ATCommand.enterPIN(pin) else { return .pause(.seconds(10), .pinUnusable) }
    return go(.enteringPIN, command)
  }

  /// The step that was blocked is to be tried again.
  mutating func resume() -> Action {
    step = .pinState
    return .send(.pinState)
  }

  /// Takes the result of the command that was sent.
  ///
  /// - Parameters:
  ///   - result: The result.
  ///   - facts: What is known of the modem; what the answer tells is added.
  /// - Returns: What to do next.
  mutating func advance(_ result: CommandResult, learning facts: inout ModemFacts) -> Action {
    if result.final == nil { return .fail(.noAnswer(command: result.command.text)) }
    facts.learn(from: result)
    switch step {
    case .echoOff: return go(.numericErrors, .numericErrors)
    case .numericErrors: return go(.errorFormat, .errorFormat)
    case .errorFormat: return go(.manufacturer, .manufacturer)
    case .manufacturer: return go(.model, .model)
    case .model: return go(.revision, .revision)
    case .revision: return go(.serialNumber, .serialNumber)
    case .serialNumber: return afterIdentity(facts)
    case .quieten: return afterQuiet(facts)
    case .restarting: return result.succeeded ? .restarted : go(.pinState, .pinState)
    case .awaitingService: return go(.pinState, .pinState)
    case .pinState: return afterPINState(result)
    case .lockedSIMSerialNumber(let place):
      let next = place + 1
      guard facts.iccid == nil, next < ATCommand.simSerialNumbers.count else {
        return askForTries(0)
      }
      return go(.lockedSIMSerialNumber(next), ATCommand.simSerialNumbers[next])
    case .pinTries(let place): return afterPINTries(place, result)
    case .askingForPIN: return .pause(.seconds(10), .pinRequired)
    case .enteringPIN: return afterPIN(result)
    case .simSerialNumber(let place): return afterSIMSerialNumber(place, facts)
    case .subscriber: return go(.ownNumber, .ownNumber)
    case .ownNumber: return go(.serviceCentre, .serviceCentre)
    case .serviceCentre: return go(.lastUsedReference, .lastUsedReference)
    case .lastUsedReference: return go(.reportRegistration, .reportRegistration)
    case .reportRegistration: return go(.reportEvolvedRegistration, .reportEvolvedRegistration)
    case .reportEvolvedRegistration: return go(.offeredServices, .offeredServices)
    case .offeredServices:
      canAcknowledge = ServiceChoice.mayUsePhase2Plus(offered: result.lines.first)
      return go(.offeredFormats, .offeredFormats)
    case .offeredFormats:
      guard FormatChoice.mayUsePDUs(offered: result.lines.first) else { return .fail(.noPDUMode) }
      return go(.pduMode, .pduMode)
    case .pduMode:
      guard result.succeeded else { return busyOr(result, .fail(.noPDUMode)) }
      return go(.offeredMemories, .offeredMemories)
    case .offeredMemories:
      places = MemoryChoice.places(offered: result.lines.first)
      return chooseMemories(MemoryChoice.candidates(offered: result.lines.first))
    case .useMemories(let lists):
      return afterMemories(lists, result)
    case .offeredIndications:
      return chooseIndications(IndicationChoice.candidates(offered: result.lines.first))
    case .indicate(let choices):
      return afterIndications(choices, result, learning: &facts)
    case .phase2Plus:
      let quirks = ModemQuirkTable.quirks(of: facts)
      acknowledges = result.succeeded && !quirks.contains(.acknowledgesByItself)
      return go(.callerNumber, .callerNumber)
    case .callerNumber: return go(.operatorNames, .operatorNames)
    case .operatorNames where facts.iccid == nil && facts.imsi == nil:
      // A SIM that says nothing of itself is busy: without its name nothing can be recorded.
      return .pause(.seconds(5), .simBusy)
    case .operatorNames, .finished:
      let routes = facts.indications?.routesMessages ?? false
      facts.inboundIsGuaranteed = facts.indications != nil && (!routes || acknowledges)
      step = .finished
      return .finish
    }
  }

  private mutating func go(_ next: Step, _ command: ATCommand) -> Action {
    step = next
    return .send(command)
  }

  /// A SIM that is busy is asked again; anything else is as it is.
  private mutating func busyOr(_ result: CommandResult, _ action: Action) -> Action {
    guard result.isBusy, patience > 0 else { return action }
    patience -= 1
    return .pause(.milliseconds(500), .simBusy)
  }

  private mutating func afterIdentity(_ facts: ModemFacts) -> Action {
    guard ModemQuirkTable.quirks(of: facts).contains(.chattersUntilTold) else {
      return afterQuiet(facts)
    }
    return go(.quieten, .noChatter)
  }

  /// A restart is asked for only where the modem is sure to come back as one.
  private mutating func afterQuiet(_ facts: ModemFacts) -> Action {
    if restarts, !ModemQuirkTable.quirks(of: facts).contains(.restartMayLosePorts) {
      restarts = false
      return go(.restarting, .restart)
    }
    let announces = ModemQuirkTable.quirks(of: facts).contains(.announcesService)
    guard awaitsService, announces else { return go(.pinState, .pinState) }
    awaitsService = false
    step = .awaitingService
    return .pause(.seconds(10), .starting)
  }

  private mutating func afterPINState(_ result: CommandResult) -> Action {
    // Wavecom modems answer `+CPIN: READY` and no `OK`; the state counts, not the end.
    switch result.fields?.text(0) {
    case "READY":
      return go(.simSerialNumber(0), ATCommand.simSerialNumbers[0])
    case "SIM PIN":
      guard pin != nil else { return .pause(.seconds(10), .pinRequired) }
      guard !pinWasRefused else { return .pause(.seconds(10), .pinRefused) }
      // Some modems tell the tries here: `+CPIN: SIM PIN,3`.
      triesLeft = result.fields?.number(1)
      return go(.lockedSIMSerialNumber(0), ATCommand.simSerialNumbers[0])
    case "SIM PUK":
      return .pause(.seconds(10), .pukRequired)
    case .some:
      return .pause(.seconds(10), .simLocked)
    case nil:
      if result.isBusy { return busyOr(result, .pause(.seconds(5), .simBusy)) }
      return .pause(.seconds(5), .simMissing)
    }
  }

  private mutating func askForTries(_ place: Int) -> Action {
    go(.pinTries(place), PINCounter.all[place].command)
  }

  private mutating func afterPINTries(_ place: Int, _ result: CommandResult) -> Action {
    triesLeft = PINCounter.all[place].tries(in: result) ?? triesLeft
    if triesLeft == nil, place + 1 < PINCounter.all.count { return askForTries(place + 1) }
    if let triesLeft, triesLeft < 3 { return .pause(.seconds(10), .fewTriesLeft) }
    step = .askingForPIN
    return .askForPIN(triesLeft: triesLeft)
  }

  private mutating func afterPIN(_ result: CommandResult) -> Action {
    step = .pinState
    if result.isBusy { return busyOr(result, .pause(.seconds(10), .simBusy)) }
    pinWasRefused = !result.succeeded
    return result.succeeded ? .send(.pinState) : .pause(.seconds(10), .pinRefused)
  }

  private mutating func afterSIMSerialNumber(_ place: Int, _ facts: ModemFacts) -> Action {
    let next = place + 1
    guard facts.iccid == nil, next < ATCommand.simSerialNumbers.count else {
      return go(.subscriber, .subscriber)
    }
    return go(.simSerialNumber(next), ATCommand.simSerialNumbers[next])
  }

  /// A modem's own memory is preferred where it is large.
  private mutating func afterMemories(_ lists: [[String]], _ result: CommandResult) -> Action {
    let rest = Array(lists.dropFirst())
    guard result.succeeded else {
      return result.isBusy && patience > 0 ? busyOr(result, .finish) : chooseMemories(rest)
    }
    memories = lists.first ?? memories
    if let fill = MemoryFill(result.fields), fill.total < Self.largeMemory, memories.first != "SM",
      rest.contains(where: { $0.first == "SM" })
    {
      return chooseMemories(rest)
    }
    return go(.offeredIndications, .offeredIndications)
  }

  private mutating func chooseMemories(_ lists: [[String]]) -> Action {
    guard let list = lists.first, let command = ATCommand.useMemories(list) else {
      return go(.offeredIndications, .offeredIndications)
    }
    return go(.useMemories(lists), command)
  }

  private mutating func chooseIndications(_ choices: [IndicationChoice]) -> Action {
    guard let choice = choices.first else { return go(.callerNumber, .callerNumber) }
    return go(.indicate(choices), .indicate(choice))
  }

  private mutating func afterIndications(
    _ choices: [IndicationChoice],
    _ result: CommandResult,
    learning facts: inout ModemFacts
  ) -> Action {
    guard result.succeeded, let choice = choices.first else {
      return chooseIndications(Array(choices.dropFirst()))
    }
    facts.indications = choice
    if choice.routesMessages || choice.routesReports, canAcknowledge {
      return go(.phase2Plus, .phase2Plus)
    }
    return go(.callerNumber, .callerNumber)
  }
}
