/// A message as it came out of the modem.
public struct ReceivedPDU: Hashable, Sendable {
  /// Where it lies in the modem; nil when it was routed and lies nowhere.
  public var location: StorageLocation?
  /// The service centre address and the TPDU, as hexadecimal digits.
  public var hexadecimal: String

  /// A message.
  public init(location: StorageLocation?, hexadecimal: String) {
    self.location = location
    self.hexadecimal = hexadecimal
  }
}

/// Fetches messages out of the modem (3GPP TS 27.005 §4.1, §4.2, §3.5.4): each is read, handed over,
/// and deleted only when somebody says that it is durable.
struct ReceiveDialogue: Equatable, Sendable {
  /// Where the dialogue is.
  enum State: Equatable, Sendable {
    /// `AT+CPMS` is on the wire. → `reading` or `listing`.
    case selecting(memory: String)
    /// `AT+CMGR` is on the wire. → `deleting`, `reading`, `listing`, `storing` or `finished`.
    case reading(StorageLocation)
    /// `AT+CMGL` is on the wire. → `deleting`, `storing` or `finished`.
    case listing
    /// Nothing is on the wire; messages are being made durable. → `deleting` or `finished`.
    case storing
    /// `AT+CMGD` is on the wire. → `deleting`, `reading`, `listing`, `storing` or `finished`.
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
    /// Everything that could be fetched has been.
    case finish
    /// The modem does not answer.
    case fail(SessionFailure)
  }

  /// How long the store may take before the messages are left for the next time.
  static let storeDeadline: Duration = .seconds(30)

  private(set) var state: State = .storing
  /// The memory that reading and deleting refer to now.
  private(set) var memory: String
  /// The memory that a sweep lists.
  private let home: String
  private var reads: [StorageLocation]
  private var wantsList: Bool
  private var awaited: [StorageLocation] = []
  private var deletes: [StorageLocation] = []

  init(memory: String, home: String, reading reads: [StorageLocation], listing: Bool) {
    self.memory = memory
    self.home = home
    self.reads = reads
    wantsList = listing
  }

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
        memory = wanted
      } else {
        forget(wanted)
      }
      return proceed()
    case .reading(let location):
      guard result.succeeded, let pdu = result.lines.last, pdu.isHexadecimal else {
        return proceed()
      }
      return hand(over: [(location, pdu)]) + proceed()
    case .listing:
      return hand(over: Self.entries(result.lines, in: memory)) + proceed()
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

  private mutating func hand(over entries: [(StorageLocation, String)]) -> [Action] {
    var actions: [Action] = []
    for (location, pdu) in entries where !awaited.contains(location) {
      awaited.append(location)
      actions.append(.store(ReceivedPDU(location: location, hexadecimal: pdu)))
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
    if let location = reads.first {
      guard location.memory == memory else { return select(location.memory) }
      reads.removeFirst()
      state = .reading(location)
      return [.send(.readMessage(location.index))]
    }
    if wantsList {
      guard memory == home else { return select(home) }
      wantsList = false
      state = .listing
      return [.send(.listMessages)]
    }
    guard awaited.isEmpty else {
      state = .storing
      return [.wait(Self.storeDeadline)]
    }
    state = .finished
    return [.finish]
  }

  private mutating func select(_ wanted: String) -> [Action] {
    guard let command = ATCommand.useMemories([wanted]) else {
      forget(wanted)
      return proceed()
    }
    state = .selecting(memory: wanted)
    return [.send(command)]
  }

  /// A memory that cannot be selected is left alone.
  private mutating func forget(_ unusable: String) {
    reads.removeAll { $0.memory == unusable }
    deletes.removeAll { $0.memory == unusable }
    if home == unusable { wantsList = false }
  }

  /// The messages in the answer to `AT+CMGL=4`: `+CMGL: <index>,<stat>,[<alpha>],<length>`, PDU.
  ///
  /// Only received ones count (`<stat>` 0 and 1): others are somebody's drafts.
  private static func entries(_ lines: [String], in memory: String) -> [(StorageLocation, String)] {
    var entries: [(StorageLocation, String)] = []
    var header: ResponseFields?
    for line in lines {
      if let fields = ResponseFields(line, prefix: "+CMGL") {
        header = fields
      } else if let fields = header, line.isHexadecimal {
        header = nil
        guard let index = fields.number(0), index >= 0, let status = fields.number(1), status < 2
        else { continue }
        entries.append((StorageLocation(memory: memory, index: index), line))
      }
    }
    return entries
  }
}
