/// Something that a person, or a rule, wants of a modem beside messages.
public enum SessionRequest: Equatable, Sendable {
  /// One command line.
  case command(OperatorCommand)
  /// A service code.
  case service(ServiceCode)
}

/// What came of a request.
public enum RequestAnswer: Equatable, Sendable {
  /// The lines of the answer to a command and its final result, as the modem wrote them.
  case command(lines: [String], result: String)
  /// What the network said.
  case service(ServiceString)
  /// The modem refused it, with this final result.
  case refused(String)
  /// There was no answer in time.
  case noAnswer
  /// The modem cannot do it now: it is not ready, or was reset meanwhile.
  case notReady
}

/// One command line of a person: the only way in which text from outside becomes a command.
public struct OperatorCommand: Hashable, Sendable {
  /// The line, without the CR that ends it.
  public let text: String

  /// A command line; nil unless it begins with `AT`, holds printable ASCII only, at most 512 octets,
  /// and is one command.
  ///
  /// CR, LF, NUL, Ctrl-Z and ESC would end it or act on their own; `;` would begin another
  /// (ITU-T V.250 §5.2.1). A submission needs the dialogue that records it.
  ///
  /// - Parameter text: The line as it was written.
  public init?(_ text: String) {
    guard (2...512).contains(text.utf8.count),
      text.utf8.allSatisfy({ (0x20...0x7E).contains($0) && $0 != 0x3B })
    else { return nil }
    let upper = text.uppercased()
    guard upper.hasPrefix("AT"), !Self.refused.contains(where: upper.contains) else { return nil }
    self.text = text
  }

  /// Commands that prompt for data, or that submit what lies in a memory: without a recorded attempt
  /// nothing may be submitted.
  private static let refused = [
    "+CMGS", "+CMGW", "+CMSS", "+CMGC", "+CNMA=", "+CPIN", "+CLCK", "+CPWD",
  ]
}

/// A request that has the wire.
struct RequestExchange: Equatable, Sendable {
  /// How far it has come.
  enum State: Equatable, Sendable {
    /// The command is on the wire. → done, or `awaitingString`.
    case command
    /// A refused service code is on the wire once more, packed. → `awaitingString` or done.
    case packedCode
    /// The modem took the code; the network has not spoken yet. → done.
    case awaitingString
  }

  let id: UInt64
  let request: SessionRequest
  var state = State.command

  /// How long the network may take to answer a service code.
  static let networkDeadline: Duration = .seconds(60)

  /// The command for the request in its present state.
  ///
  /// - Parameter quirks: The habits of the modem.
  /// - Returns: The command.
  func command(_ quirks: [ModemQuirk]) -> ATCommand {
    switch request {
    case .command(let command): .operatorCommand(command)
    case .service(let code):
      .service(code, packed: state == .packedCode || quirks.contains(.packsServiceCodes))
    }
  }
}
