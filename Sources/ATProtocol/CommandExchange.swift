/// One command on the wire and the part of its answer that has come so far.
struct CommandExchange: Equatable, Sendable {
  /// What was asked.
  let command: ATCommand
  /// The information lines that have come.
  private(set) var lines: [String] = []
  private var expectsPDU = false
  /// A final result that may be the answer to a command before; it is that of this command where no
  /// other comes.
  private(set) var early: FinalResult?

  /// The most lines that an answer may have; more are dropped.
  static let mostLines = 2048

  init(_ command: ATCommand) {
    self.command = command
  }

  /// Whether a final result is not the answer but a late one, of a command before.
  ///
  /// - Parameters:
  ///   - result: The result that came.
  ///   - isStray: Whether it followed an answer that nobody waits for.
  ///   - mayBeOfAttempt: Whether an attempt before may still be answered, with any error.
  /// - Returns: Whether to pass it over; no more than one is passed over.
  mutating func passesOver(
    _ result: FinalResult,
    isStray: Bool,
    mayBeOfAttempt: Bool
  ) -> Bool {
    guard early == nil, lines.isEmpty,
      result == .ok ? command.mustInform || isStray : mayBeOfAttempt
    else { return false }
    early = result
    return true
  }

  /// Takes a line if it belongs to the answer.
  ///
  /// - Parameter line: A line that is not a final result.
  /// - Returns: Whether it belonged.
  mutating func take(_ line: String) -> Bool {
    if expectsPDU, line.isHexadecimal {
      expectsPDU = false
      keep(line)
      return true
    }
    guard command.isResponse(line) else { return false }
    if case .prefixThenPDU = command.response { expectsPDU = true }
    keep(line)
    return true
  }

  private mutating func keep(_ line: String) {
    if lines.count < Self.mostLines { lines.append(line) }
  }
}

/// How a command ended.
struct CommandResult: Equatable, Sendable {
  /// What was asked.
  let command: ATCommand
  /// The information lines.
  let lines: [String]
  /// The final result; nil when none came in time.
  let final: FinalResult?

  /// Whether the modem said `OK`.
  var succeeded: Bool { final == .ok }

  /// The first information line, without the prefix and the quotes around it.
  var bareText: String? {
    guard succeeded, let line = lines.first else { return nil }
    var text = line[...]
    if case .bare(let prefix) = command.response, line.hasPrefix(prefix + ":") {
      text = line.dropFirst(prefix.utf8.count + 1)
    }
    let bare = text.trimmingSpaces().filter { $0 != "\"" }
    return bare.isEmpty ? nil : bare
  }

  /// The fields of the first information line.
  var fields: ResponseFields? {
    guard case .prefix(let prefix) = command.response, let line = lines.first else { return nil }
    return ResponseFields(line, prefix: prefix)
  }

  /// The error that says that the SIM is busy: try again in a moment.
  var isBusy: Bool {
    switch final {
    case .cms(314), .cms(515), .cme(14), .cme(515): true
    case .ok, .error, .cms, .cme, nil: false
    }
  }
}

extension String {
  /// Whether this is a PDU as a modem writes it: an even number of hexadecimal digits.
  var isHexadecimal: Bool {
    !isEmpty && utf8.count.isMultiple(of: 2)
      && utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x46).contains($0) || (0x61...0x66).contains($0)
      }
  }
}
