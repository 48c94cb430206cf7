import Messaging

/// What EF-SMSS of the SIM (3GPP TS 31.102 §4.2.28: the TP-MR that was used last) held when it was
/// read, and what the answers since then lead to expect.
struct ReferenceTrack: Equatable, Sendable {
  /// The number, as far as it is known; nil before the first reading, and after an attempt that may
  /// or may not have moved it.
  private(set) var value: UInt8?
  /// Whether the modem reads the file at all.
  private(set) var isOffered = true
  private var answers = 0
  private var isContradicted = false

  /// Whether another reading would tell something new.
  var isReadingDue: Bool { isOffered && (value == nil || answers > 0) }

  /// An attempt has ended.
  mutating func ended(_ outcome: SubmissionOutcome) {
    switch outcome {
    case .accepted(let reference):
      guard let before = value else { return }
      answers += 1
      isContradicted = isContradicted || reference != before &+ 1
      value = reference
    case .refused, .unknown:
      value = nil
      answers = 0
      isContradicted = false
    case .notSubmitted:
      break
    }
  }

  /// The file was read.
  ///
  /// - Parameter reading: What it holds; nil where the modem or the SIM refuses.
  /// - Returns: Whether that is what the answers lead to expect; nil where there were none.
  mutating func read(_ reading: UInt8?) -> Bool? {
    let agrees = answers > 0 ? !isContradicted && reading == value : nil
    isOffered = reading != nil
    value = reading
    answers = 0
    isContradicted = false
    return reading == nil ? nil : agrees
  }
}

extension ModemSession {
  /// The TP-MR that was used last on this SIM, as far as it is known.
  public var lastUsedReference: UInt8? { referenceTrack.value }

  /// Takes an answer to the question for EF-SMSS.
  mutating func noteReference(_ result: CommandResult, _ actions: inout Actions) {
    guard result.command == .lastUsedReference, result.final != nil else { return }
    let reading = result.lastUsedReference
    let agrees = referenceTrack.read(reading)
    if let reading { actions.append(.lastUsedReference(reading, agrees: agrees)) }
  }
}

extension CommandResult {
  /// `+CRSM: 144,0,"40FF"`: the first octet of the file.
  fileprivate var lastUsedReference: UInt8? {
    guard succeeded, let fields, fields.number(0) == 144,
      let octets = fields.text(2), octets.utf8.count >= 2
    else { return nil }
    return UInt8(octets.prefix(2), radix: 16)
  }
}
