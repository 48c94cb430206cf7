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
    /// Who made it.
    case manufacturer
    /// Which model.
    case model
    /// Which firmware.
    case revision
    /// Its IMEI.
    case serialNumber
    /// Does the SIM want a PIN? → `cardSerialNumber`, `enteringPIN`, or again after a pause.
    case pinState
    /// The PIN is being tried, once. → `pinState`.
    case enteringPIN
    /// The ICCID, by the command at this place in the list. → itself, or `subscriber`.
    case cardSerialNumber(Int)
    /// The IMSI.
    case subscriber
    /// The SIM's own number.
    case ownNumber
    /// The service centre.
    case serviceCentre
    /// Changes of registration as they happen.
    case reportRegistration
    /// The same for LTE.
    case reportEvolvedRegistration
    /// PDU mode; without it nothing can be sent.
    case pduMode
    /// Which memories there are.
    case offeredMemories
    /// A choice of memories is being set. → itself, or `offeredIndications`.
    case useMemories([[String]])
    /// Which indications there are.
    case offeredIndications
    /// A choice of indications is being set. → itself, or `operatorNames`.
    case indicate([IndicationChoice])
    /// Routed messages are to be acknowledged.
    case phase2Plus
    /// Operators by name.
    case operatorNames
    /// Done. No exits.
    case finished
  }

  /// What is to be done next.
  enum Action: Equatable, Sendable {
    /// Send this command and come back with its result.
    case send(ATCommand)
    /// Nothing can be done for now: come back after the pause, or when the SIM has changed.
    case pause(Duration, BlockReason)
    /// The modem can send and receive.
    case finish
    /// The modem does not do what it must.
    case fail(SessionFailure)
  }

  /// Where the dialogue is.
  private(set) var step: Step = .echoOff
  /// The memory that received messages lie in.
  private(set) var memory = "SM"
  /// The PIN, until it has been tried.
  private var pin: String?
  private var pinWasTried = false
  private var patience = 20

  init(pin: String?) {
    self.pin = pin
  }

  /// The first command.
  func begin() -> Action { .send(.echoOff) }

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
    case .numericErrors: return go(.manufacturer, .manufacturer)
    case .manufacturer: return go(.model, .model)
    case .model: return go(.revision, .revision)
    case .revision: return go(.serialNumber, .serialNumber)
    case .serialNumber: return go(.pinState, .pinState)
    case .pinState: return afterPINState(result)
    case .enteringPIN: return afterPIN(result)
    case .cardSerialNumber(let place): return afterCardSerialNumber(place, facts)
    case .subscriber: return go(.ownNumber, .ownNumber)
    case .ownNumber: return go(.serviceCentre, .serviceCentre)
    case .serviceCentre: return go(.reportRegistration, .reportRegistration)
    case .reportRegistration: return go(.reportEvolvedRegistration, .reportEvolvedRegistration)
    case .reportEvolvedRegistration: return go(.pduMode, .pduMode)
    case .pduMode:
      guard result.succeeded else { return busyOr(result, .fail(.noPDUMode)) }
      return go(.offeredMemories, .offeredMemories)
    case .offeredMemories:
      return chooseMemories(MemoryChoice.candidates(offered: result.lines.first))
    case .useMemories(let lists):
      if result.succeeded {
        memory = lists.first?.first ?? memory
        return go(.offeredIndications, .offeredIndications)
      }
      return result.isBusy ? busyOr(result, .finish) : chooseMemories(Array(lists.dropFirst()))
    case .offeredIndications:
      return chooseIndications(IndicationChoice.candidates(offered: result.lines.first))
    case .indicate(let choices):
      return afterIndications(choices, result, learning: &facts)
    case .phase2Plus: return go(.operatorNames, .operatorNames)
    case .operatorNames, .finished:
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
    return .pause(.milliseconds(500), .cardBusy)
  }

  private mutating func afterPINState(_ result: CommandResult) -> Action {
    // Wavecom modems answer `+CPIN: READY` and no `OK`; the state counts, not the end.
    switch result.fields?.text(0) {
    case "READY":
      return go(.cardSerialNumber(0), ATCommand.cardSerialNumbers[0])
    case "SIM PIN":
      guard let pin else {
        return .pause(.seconds(10), pinWasTried ? .pinRefused : .pinRequired)
      }
      self.pin = nil
      pinWasTried = true
      guard let command = ATCommand.enterPIN(pin) else { return .pause(.seconds(10), .pinUnusable) }
      return go(.enteringPIN, command)
    case "SIM PUK":
      return .pause(.seconds(60), .pukRequired)
    case .some:
      return .pause(.seconds(10), .cardLocked)
    case nil:
      if result.isBusy { return busyOr(result, .pause(.seconds(5), .cardBusy)) }
      return .pause(.seconds(5), .cardMissing)
    }
  }

  private mutating func afterPIN(_ result: CommandResult) -> Action {
    step = .pinState
    return result.succeeded ? .send(.pinState) : .pause(.seconds(10), .pinRefused)
  }

  private mutating func afterCardSerialNumber(_ place: Int, _ facts: ModemFacts) -> Action {
    let next = place + 1
    guard facts.iccid == nil, next < ATCommand.cardSerialNumbers.count else {
      return go(.subscriber, .subscriber)
    }
    return go(.cardSerialNumber(next), ATCommand.cardSerialNumbers[next])
  }

  private mutating func chooseMemories(_ lists: [[String]]) -> Action {
    guard let list = lists.first, let command = ATCommand.useMemories(list) else {
      return go(.offeredIndications, .offeredIndications)
    }
    return go(.useMemories(lists), command)
  }

  private mutating func chooseIndications(_ choices: [IndicationChoice]) -> Action {
    guard let choice = choices.first else { return go(.operatorNames, .operatorNames) }
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
    if choice.routesMessages || choice.routesReports { return go(.phase2Plus, .phase2Plus) }
    return go(.operatorNames, .operatorNames)
  }
}

/// Why a modem that answers cannot be used for now.
public enum BlockReason: String, Equatable, Sendable {
  /// There is no SIM.
  case cardMissing
  /// The SIM is busy.
  case cardBusy
  /// The SIM wants a PIN and none is configured.
  case pinRequired
  /// The SIM refused the PIN; it is not tried again.
  case pinRefused
  /// The configured PIN is not four to eight digits.
  case pinUnusable
  /// The SIM wants its PUK, which nobody guesses.
  case pukRequired
  /// The SIM or the modem is locked in another way.
  case cardLocked
}

/// Why a session gave up; the port is to be opened anew.
public enum SessionFailure: Equatable, Sendable {
  /// A command was not answered, and neither was `AT` afterwards.
  case noAnswer(command: String)
  /// The modem does not know PDU mode.
  case noPDUMode
  /// The port has hung up.
  case hangUp
}
