/// A message as it came out of the modem.
public struct ReceivedPDU: Hashable, Sendable {
  /// Where it lies in the modem; nil when it was routed and lies nowhere.
  public var location: StorageLocation?
  /// The service centre address and the TPDU, as hexadecimal digits.
  public var hexadecimal: String
  /// Whether it lay in the modem's own memory when the session began, so that it may have come to
  /// another SIM.
  public var mayPredateSIM: Bool

  /// A message.
  public init(location: StorageLocation?, hexadecimal: String, mayPredateSIM: Bool = false) {
    self.location = location
    self.hexadecimal = hexadecimal
    self.mayPredateSIM = mayPredateSIM
  }
}

/// Fetches messages out of the modem (3GPP TS 27.005 §4.1, §4.2, §3.5.4): each is read, handed over,
/// and deleted only when somebody says that it is durable.
struct ReceiveDialogue: Equatable, Sendable {
  /// Where the dialogue is.
  enum State: Equatable, Sendable {
    /// `AT+CPMS` is on the wire. → `reading`, `measuring` or `deleting`.
    case selecting(memory: String)
    /// `AT+CMGR` is on the wire. → `steadying`, `deleting`, `reading`, `sweeping`, `storing` or
    /// `finished`.
    case reading(StorageLocation)
    /// `AT+CMGR` was answered without a message, which may be the answer to a command before.
    /// `AT+CPMS?` is on the wire, whose answer cannot be mistaken. → `reading`, `deleting`, `sweeping`,
    /// `storing` or `finished`.
    case steadying(StorageLocation)
    /// A command of the sweep is on the wire. → the next of the sweep, `deleting`, `storing` or
    /// `finished`.
    case sweeping(MemorySweep)
    /// Nothing is on the wire; messages are being made durable. → `deleting` or `finished`.
    case storing
    /// `AT+CMGD` is on the wire. → `deleting`, `reading`, `sweeping`, `storing` or `finished`.
    case deleting(StorageLocation)
    /// All is done. No exits.
    case finished
  }

  /// What is to be done next.
  enum Action: Equatable, Sendable {
    /// Send this command and come back with its result.
    case send(ATCommand)
    /// Make this message durable and come back with `stored` or `notStored`.
    case store(ReceivedPDU)
    /// The message that lay here is gone.
    case deleted(StorageLocation)
    /// Wait for the store, this long at most.
    case wait(Duration)
    /// This is how full the memory is, and how much of that could be fetched.
    case measured(MemoryFill, fetched: Int)
    /// Everything that could be fetched has been.
    case finish
    /// The modem does not answer.
    case fail(SessionFailure)
  }

  /// What the dialogue works with.
  struct Plan: Equatable, Sendable {
    /// The memory that reading and deleting refer to now.
    var memory: String
    /// The memories as they were set, the one that a sweep lists first.
    var home: [String]
    /// The indications that were set; nil where none could be.
    var indications: IndicationChoice?
    /// Places to read.
    var reads: [StorageLocation] = []
    /// Whether the memory is to be listed.
    var wantsList = false
    /// Other memories that are to be listed as well.
    var otherLists: [String] = []
    /// What may have come to a SIM that was in the modem before.
    var earlier: EarlierArrivals
    /// Places whose messages are known to have come to the SIM that is in the modem.
    var fresh: Set<StorageLocation> = []
  }

  /// How long the store may take before the messages are left for the next time.
  static let storeDeadline: Duration = .seconds(30)

  private(set) var state: State = .storing
  private(set) var plan: Plan
  private var awaited: [StorageLocation] = []
  private var deletes: [StorageLocation] = []
  /// Places that were read once and seemed to be empty.
  private var seemedEmpty: [StorageLocation] = []
  /// Another memory was listed: the one that was set is chosen again at the end.
  private var mustReturn = false

  init(_ plan: Plan) {
    self.plan = plan
  }

  /// The memory that reading and deleting refer to now.
  var memory: String { plan.memory }

  /// The memories that are set, the one that a sweep lists first.
  var memories: [String] { plan.home }

  /// What may have come to a SIM that was in the modem before.
  var earlier: EarlierArrivals { plan.earlier }

  private var home: String { plan.home.first ?? "SM" }

  /// The first action.
  mutating func begin() -> [Action] { proceed() }

  /// Takes the result of the command that was sent.
  mutating func advance(_ result: CommandResult) -> [Action] {
    guard result.final != nil else {
      state = .finished
      return [.fail(.noAnswer(command: result.command.text))]
    }
    switch state {
    case .selecting(let wanted):
      if result.succeeded {
        plan.memory = wanted
      } else {
        forget(wanted)
      }
      return proceed()
    case .reading(let location):
      guard let pdu = result.lines.last else { return steady(location) }
      guard result.succeeded, pdu.isHexadecimal else { return proceed() }
      return hand(over: [(location, pdu)]) + proceed()
    case .steadying(let location):
      return steadied(location, result)
    case .sweeping(let sweep):
      return advance(sweep, result)
    case .deleting(let location):
      return (result.succeeded ? [.deleted(location)] : []) + proceed()
    case .storing, .finished:
      return proceed()
    }
  }

  /// The message at this place is durable.
  mutating func stored(_ location: StorageLocation) -> [Action] {
    guard let place = awaited.firstIndex(of: location) else { return [] }
    awaited.remove(at: place)
    plan.earlier.stored(at: location)
    deletes.append(location)
    return state == .storing ? proceed() : []
  }

  /// The message at this place could not be made durable: it stays in the modem.
  mutating func notStored(_ location: StorageLocation) -> [Action] {
    awaited.removeAll { $0 == location }
    return state == .storing ? proceed() : []
  }

  /// The store took too long: what it has not confirmed stays in the modem.
  mutating func deadline() -> [Action] {
    awaited.removeAll()
    return proceed()
  }

  /// What is read next must not be taken for another place's message, which would be deleted unread.
  private mutating func steady(_ location: StorageLocation) -> [Action] {
    state = .steadying(location)
    return [.send(.memories)]
  }

  /// The modem's answers are in step again: the place is read once more.
  private mutating func steadied(_ location: StorageLocation, _ result: CommandResult) -> [Action] {
    if result.succeeded, result.lines.isEmpty {
      state = .finished
      return [.fail(.noAnswer(command: result.command.text))]
    }
    if !seemedEmpty.contains(location) {
      seemedEmpty.append(location)
      plan.reads.insert(location, at: 0)
    }
    return proceed()
  }

  private mutating func advance(_ sweep: MemorySweep, _ result: CommandResult) -> [Action] {
    var sweep = sweep
    let found = sweep.advance(result)
    adopt(sweep.memories)
    let actions = hand(over: found.map { (StorageLocation(memory: memory, index: $0.0), $0.1) })
    if let command = sweep.command {
      state = .sweeping(sweep)
      return actions + [.send(command)]
    }
    plan.earlier.listed(memory, isWhole: sweep.isWhole)
    guard memory == home, let fill = sweep.fill else { return actions + proceed() }
    return actions + [.measured(fill, fetched: sweep.found)] + proceed()
  }

  /// What the modem says that it uses counts: where an answer that came late was taken for that of
  /// `AT+CPMS=`, the session has another idea, and could select no memory any more.
  private mutating func adopt(_ named: [String]) {
    guard let present = named.first, memory == home, memory != "MT", present != memory,
      ATCommand.useMemories(named) != nil
    else { return }
    // What cannot be selected holds nothing that could be fetched.
    plan.earlier.listed(memory, isWhole: true)
    plan.home = named
    plan.memory = present
  }

  private mutating func hand(over entries: [(StorageLocation, String)]) -> [Action] {
    var actions: [Action] = []
    for (location, pdu) in entries
    where !awaited.contains(location) && !deletes.contains(location) {
      awaited.append(location)
      let isOld = !plan.fresh.contains(location) && plan.earlier.found(at: location)
      actions.append(
        .store(ReceivedPDU(location: location, hexadecimal: pdu, mayPredateSIM: isOld))
      )
    }
    return actions
  }

  private mutating func proceed() -> [Action] {
    if let location = deletes.first(where: { $0.memory == memory }) ?? deletes.first {
      guard location.memory == memory else { return select(location.memory) }
      deletes.removeAll { $0 == location }
      state = .deleting(location)
      return [.send(.deleteMessage(location.index))]
    }
    if let location = plan.reads.first {
      guard location.memory == memory else { return select(location.memory) }
      plan.reads.removeFirst()
      state = .reading(location)
      return [.send(.readMessage(location.index))]
    }
    if plan.wantsList {
      // What was read in another memory is gone before `MT` shows it under another place.
      guard home != "MT" || awaited.isEmpty else { return waitForStore() }
      guard memory == home else { return select(home) }
      plan.wantsList = false
      let sweep = MemorySweep(indications: plan.indications)
      state = .sweeping(sweep)
      return sweep.command.map { [.send($0)] } ?? proceed()
    }
    if let other = plan.otherLists.first {
      guard memory == other else { return select(other) }
      plan.otherLists.removeFirst()
      mustReturn = true
      let sweep = MemorySweep(indications: nil)
      state = .sweeping(sweep)
      return sweep.command.map { [.send($0)] } ?? proceed()
    }
    if mustReturn, awaited.isEmpty {
      mustReturn = false
      if memory != home { return select(home) }
    }
    guard awaited.isEmpty else { return waitForStore() }
    state = .finished
    return [.finish]
  }

  private mutating func waitForStore() -> [Action] {
    state = .storing
    return [.wait(Self.storeDeadline)]
  }

  /// Some modems want all memories named whenever one is changed.
  private mutating func select(_ wanted: String) -> [Action] {
    guard let command = ATCommand.useMemories([wanted] + plan.home.dropFirst()) else {
      forget(wanted)
      return proceed()
    }
    state = .selecting(memory: wanted)
    return [.send(command)]
  }

  /// A memory that cannot be selected is left alone; what an indication said lies there is looked
  /// for in the memory that was set.
  private mutating func forget(_ unusable: String) {
    let wasNamed = plan.reads.contains { $0.memory == unusable }
    plan.reads.removeAll { $0.memory == unusable }
    deletes.removeAll { $0.memory == unusable }
    plan.earlier.listed(unusable, isWhole: false)
    plan.otherLists.removeAll { $0 == unusable }
    if home == unusable {
      plan.wantsList = false
    } else if wasNamed {
      plan.wantsList = true
    }
  }
}
