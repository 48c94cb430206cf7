import Messaging

/// How bytes become command lines and PDUs: V.250 §5.2, 3GPP TS 27.005 §3.5.1.
extension SimulatedModem {
  private static let carriageReturn: UInt8 = 0x0D
  private static let backspace: UInt8 = 0x08
  private static let escape: UInt8 = 0x1B
  private static let controlZ: UInt8 = 0x1A
  private static let longestLine = 1024
  private static let longestEntry = 1024

  mutating func noteInputDuringCommand(_ bytes: [UInt8]) {
    note("input before the answer to \(lastLine): \(Self.printable(bytes))")
    if personality.abortsSubmissionOnInput, lastLine.uppercased().contains("+CMGS") {
      timers.removeAll { $0.event.isSubmission }
      finish([], .messageServiceError(500))
    }
  }

  mutating func processInput() {
    var progresses = true
    while progresses, !input.isEmpty {
      switch phase {
      case .absent:
        input = []
      case .executing:
        progresses = false
      case .command:
        progresses = takeCommandLine()
      case .entering(let entry):
        takeEntry(entry)
      }
    }
  }

  /// Takes one command line out of the input; false where its end has not come.
  private mutating func takeCommandLine() -> Bool {
    guard let end = input.firstIndex(of: Self.carriageReturn) else {
      if input.count > Self.longestLine {
        note("a command line of more than \(Self.longestLine) characters")
        input = []
      }
      return false
    }
    let raw = Array(input[...end])
    input.removeFirst(raw.count)
    if settings.echo { write(raw) }
    let line = Self.edited(raw)
    if line == "A/" || line == "a/" {
      run(lastLine)
    } else if let start = Self.attention(line) {
      run(String(line[start...].dropFirst(2)))
    } else if !line.isEmpty {
      note("a line without AT: \(Self.printable(raw))")
    }
    return true
  }

  /// The line without control characters, and without what a backspace took back.
  private static func edited(_ raw: [UInt8]) -> String {
    var characters: [UInt8] = []
    for byte in raw {
      switch byte {
      case backspace: _ = characters.popLast()
      case 0x20...0x7E: characters.append(byte)
      default: continue
      }
    }
    while characters.first == 0x20 { characters.removeFirst() }
    return String(decoding: characters, as: UTF8.self)
  }

  /// Where `AT` or `at` stands; what comes before it is noise.
  private static func attention(_ line: String) -> String.Index? {
    var index = line.startIndex
    while index < line.endIndex {
      if line[index...].hasPrefix("AT") || line[index...].hasPrefix("at") { return index }
      index = line.index(after: index)
    }
    return nil
  }

  /// Takes what belongs to the PDU or text out of the input.
  private mutating func takeEntry(_ earlier: MessageEntry) {
    var entry = earlier
    let ending = input.firstIndex { $0 == Self.controlZ || $0 == Self.escape }
    let taken = Array(input[..<(ending ?? input.endIndex)])
    let terminator = ending.map { input[$0] }
    input.removeFirst(taken.count)
    if settings.echo { write(taken) }
    entry.characters += taken.prefix(max(0, Self.longestEntry - entry.characters.count))
    phase = .entering(entry)
    if strikeBeforeControlZ(&entry) { return }
    phase = .entering(entry)
    guard let terminator else { return }
    input.removeFirst()
    if terminator == Self.escape {
      phase = .command
      flushHeldLines()
      if let result = personality.escapeResult { writeResult(result) }
    } else {
      if settings.echo { write([Self.controlZ]) }
      submit(entry)
    }
  }

  /// Bytes as a person can read them.
  static func printable(_ bytes: some Sequence<UInt8>) -> String {
    var text = ""
    for byte in bytes.prefix(80) {
      switch byte {
      case 0x0D: text += "\\r"
      case 0x0A: text += "\\n"
      case 0x20...0x7E: text.unicodeScalars.append(Unicode.Scalar(byte))
      default: text += "\\x" + [byte].hexadecimal
      }
    }
    return text
  }
}

extension SimulatedModem.TimerEvent {
  /// Whether it is part of a submission in progress.
  var isSubmission: Bool {
    switch self {
    case .transmit, .prompt, .finish: true
    case .line, .chatter, .strayAnswer, .referenceIsKept, .comeBack, .lineIsBack,
      .acknowledgementOverdue, .registration, .simReady, .ring:
      false
    }
  }

  /// Whether it is the registration after the start.
  var isRegistration: Bool {
    if case .registration = self { true } else { false }
  }

  /// Whether it is a call that comes in.
  var isRing: Bool {
    if case .ring = self { true } else { false }
  }
}
