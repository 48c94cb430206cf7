/// What the network said to a service code: `+CUSD: <m>,<str>,<dcs>` (3GPP TS 27.007 §7.15).
public struct ServiceString: Hashable, Sendable {
  /// What the network expects.
  public enum Status: Int, Hashable, Sendable {
    /// Nothing more.
    case complete = 0
    /// An answer.
    case wantsAnswer = 1
    /// Nothing: it has ended the dialogue.
    case ended = 2
    /// Nothing: another dialogue has answered.
    case otherClient = 3
    /// Nothing: it cannot do that.
    case notSupported = 4
    /// Nothing: it took too long.
    case timedOut = 5
  }

  /// What the network expects.
  public var status: Status
  /// The string as the modem wrote it: text, or hexadecimal digits; nil where there is none.
  public var text: String?
  /// The data coding scheme (3GPP TS 23.038 §5); nil where the modem does not tell it.
  public var codingScheme: Int?

  /// A string.
  public init(status: Status, text: String? = nil, codingScheme: Int? = nil) {
    self.status = status
    self.text = text
    self.codingScheme = codingScheme
  }

  /// Reads a `+CUSD` line; nil for any other.
  public init?(_ line: String) {
    guard let fields = ResponseFields(line, prefix: "+CUSD"),
      let status = fields.number(0).flatMap(Status.init(rawValue:))
    else { return nil }
    self.init(status: status, text: fields.text(1), codingScheme: fields.number(2))
  }

  /// Whether a line begins a string that goes on in the next: its quotes are not closed.
  static func isOpen(_ line: String) -> Bool {
    line.hasPrefix("+CUSD:") && !line.utf8.count(where: { $0 == 0x22 }).isMultiple(of: 2)
  }
}

/// A service code that a person dials, such as `*100#`.
public struct ServiceCode: Hashable, Sendable {
  /// The code.
  public let text: String

  /// A code: one to 182 digits, `*` and `#` and, in answers, letters; nil for anything else.
  ///
  /// - Parameter text: The code as it was written.
  public init?(_ text: String) {
    let isAllowed = { (octet: UInt8) in
      switch octet {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2A, 0x23, 0x2B: true
      case _: false
      }
    }
    guard (1...182).contains(text.utf8.count), text.utf8.allSatisfy(isAllowed) else { return nil }
    self.text = text
  }

  /// The code as the digits of its packed septets (3GPP TS 23.038 §6.1.2.3); every character that a
  /// code may hold has its ASCII value in the default alphabet.
  var packed: String {
    var octets: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for septet in text.utf8 {
      bits |= UInt32(septet & 0x7F) << UInt32(count)
      count += 7
      if count >= 8 {
        octets.append(UInt8(truncatingIfNeeded: bits))
        bits >>= 8
        count -= 8
      }
    }
    // Seven bits that are left over would read as `@`: they are filled with CR.
    if count == 1 { bits |= 0x0D << 1 }
    if count > 0 { octets.append(UInt8(truncatingIfNeeded: bits)) }
    return octets.map { octet in
      let digits = String(octet, radix: 16, uppercase: true)
      return digits.utf8.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
