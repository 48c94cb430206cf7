/// How full a memory for messages is.
public struct MemoryFill: Hashable, Sendable {
  /// How many messages lie there.
  public var used: Int
  /// How many there is room for.
  public var total: Int

  /// A fill.
  public init(used: Int, total: Int) {
    self.used = used
    self.total = total
  }

  /// The fill of the first memory in the answer to `AT+CPMS?`; some modems leave the names out.
  ///
  /// - Parameter fields: Behind `+CPMS:`.
  init?(_ fields: ResponseFields?) {
    guard let fields else { return nil }
    let first = fields.number(0) == nil || fields.isQuoted(0) ? 1 : 0
    guard let used = fields.number(first), let total = fields.number(first + 1),
      (0...65_535).contains(used), (0...65_535).contains(total)
    else { return nil }
    self.init(used: used, total: total)
  }

  /// The memories that an answer to `AT+CPMS?` names: `"SM",0,15,"SM",0,15`.
  static func names(_ fields: ResponseFields?) -> [String] {
    guard let fields else { return [] }
    return (0..<3).filter { fields.isQuoted(3 * $0) }.compactMap { fields.text(3 * $0) }
  }
}

/// Looks for every message in a memory, whatever became of its indication, and makes sure that the
/// next one will be indicated.
struct MemorySweep: Equatable, Sendable {
  /// Where the sweep is.
  enum Step: Equatable, Sendable {
    /// `AT+CNMI?`: does it still say what was set? → `restoringMode` if not, else `measuring`.
    case checking
    /// `AT+CMGF=0`, for a modem that forgot one setting has forgotten others. → `restoring`.
    case restoringMode
    /// `AT+CNMI` is being set again. → `measuring`.
    case restoring
    /// `AT+CPMS?`: how full is it? It also ends the flood of `+ZUSIMR` of ZTE's. → `listing`.
    case measuring
    /// `AT+CMGL=4`. → `finished`, or `probing` where the modem refuses it.
    case listing
    /// `AT+CMGR` of place after place, until as many are found as there are. → `finished`.
    case probing(Int)
    /// Done. No exits.
    case finished
  }

  /// The most places that are looked at one by one.
  static let mostProbes = 512

  private(set) var step: Step
  /// How full the memory was.
  private(set) var fill: MemoryFill?
  /// The memories that are in use, as the modem names them; empty where it does not.
  private(set) var memories: [String] = []
  /// How many received messages were found.
  private(set) var found = 0
  private var seen = 0
  /// Whether all that lies in the memory was seen.
  private(set) var isWhole = false
  private let indications: IndicationChoice?

  init(indications: IndicationChoice?) {
    self.indications = indications
    step = indications == nil ? .measuring : .checking
  }

  /// The command of this step; nil when the sweep is done.
  var command: ATCommand? {
    switch step {
    case .checking: .indications
    case .restoringMode: .pduMode
    case .restoring: indications.map(ATCommand.indicate)
    case .measuring: .memories
    case .listing: .listMessages
    case .probing(let index): .readMessage(index)
    case .finished: nil
    }
  }

  /// Takes the result of the command.
  ///
  /// - Parameter result: The result.
  /// - Returns: The messages that it held, by their places.
  mutating func advance(_ result: CommandResult) -> [(Int, String)] {
    switch step {
    case .checking:
      step = hasForgotten(result) ? .restoringMode : .measuring
    case .restoringMode:
      step = .restoring
    case .restoring:
      step = .measuring
    case .measuring:
      fill = result.succeeded ? MemoryFill(result.fields) : nil
      memories = result.succeeded ? MemoryFill.names(result.fields) : []
      step = .listing
    case .listing:
      guard !result.succeeded else {
        step = .finished
        isWhole = true
        return count(Self.entries(result.lines))
      }
      probe(0)
    case .probing(let index):
      defer { probe(index + 1) }
      return count(entry(result, at: index))
    case .finished:
      break
    }
    return []
  }

  /// Whether the indications are no longer those that were set.
  private func hasForgotten(_ result: CommandResult) -> Bool {
    guard result.succeeded, let indications, let fields = result.fields else { return false }
    return indications.values.indices.contains { place in
      fields.number(place).map { $0 != indications.values[place] } ?? false
    }
  }

  private mutating func count(_ entries: [(Int, String)]) -> [(Int, String)] {
    found += entries.count
    return entries
  }

  /// Goes on to a place, unless all that lies there has been seen.
  private mutating func probe(_ index: Int) {
    let last = min(fill?.total ?? 50, Self.mostProbes)
    isWhole = fill.map { seen >= $0.used } ?? false
    step = index > last || isWhole ? .finished : .probing(index)
  }

  /// `+CMGR: <stat>,[<alpha>],<length>` and the PDU.
  private mutating func entry(_ result: CommandResult, at index: Int) -> [(Int, String)] {
    guard result.succeeded, let header = result.lines.first,
      let fields = ResponseFields(header, prefix: "+CMGR"), let pdu = result.lines.last,
      pdu.isHexadecimal
    else { return [] }
    seen += 1
    return (fields.number(0) ?? 0) < 2 ? [(index, pdu)] : []
  }

  /// The messages in the answer to `AT+CMGL=4`: `+CMGL: <index>,<stat>,[<alpha>],<length>`, PDU.
  ///
  /// Only received ones count (`<stat>` 0 and 1): others are somebody's drafts.
  private static func entries(_ lines: [String]) -> [(Int, String)] {
    var entries: [(Int, String)] = []
    var header: ResponseFields?
    for line in lines {
      if let fields = ResponseFields(line, prefix: "+CMGL") {
        header = fields
      } else if let fields = header, line.isHexadecimal {
        header = nil
        guard let index = fields.number(0), index >= 0, let status = fields.number(1), status < 2
        else { continue }
        entries.append((index, line))
      }
    }
    return entries
  }
}
