/// Why octets are no TPDU.
///
/// Offsets count octets from the first one that was given to the decoder.
public enum TPDUError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The octets end before a field does.
  case truncated(field: TPDUField, offset: Int, needed: Int, available: Int)
  /// The message type indicator stands for nothing in this direction.
  case reservedMessageType(offset: Int)
  /// A character that is no hexadecimal digit; `offset` counts octets, two characters each.
  case notHexadecimal(offset: Int)
  /// An odd number of hexadecimal digits; `offset` is that of the incomplete octet.
  case halfAnOctet(offset: Int)

  /// The field that could not be read.
  public var field: TPDUField? {
    switch self {
    case .truncated(let field, _, _, _): field
    case .reservedMessageType: .messageTypeIndicator
    case .notHexadecimal, .halfAnOctet: nil
    }
  }

  /// The octet at which decoding stopped.
  public var offset: Int {
    switch self {
    case .truncated(_, let offset, _, _), .reservedMessageType(let offset),
      .notHexadecimal(let offset), .halfAnOctet(let offset):
      offset
    }
  }

  /// What is wrong, and where.
  public var description: String {
    switch self {
    case .truncated(let field, let offset, let needed, let available):
      "\(field.rawValue) at octet \(offset) needs \(needed) octets, \(available) are left"
    case .reservedMessageType(let offset):
      "TP-MTI at octet \(offset) is reserved in this direction"
    case .notHexadecimal(let offset):
      "octet \(offset) is not written in hexadecimal digits"
    case .halfAnOctet(let offset):
      "octet \(offset) has only one hexadecimal digit"
    }
  }
}

/// What is wrong with a TPDU that could be read all the same, at least in part.
public enum TPDUWarning: Hashable, Sendable, CustomStringConvertible {
  /// TP-UDL says more than there is; lengths are in septets or octets, as TP-UDL counts.
  case userDataCutShort(declared: Int, available: Int, offset: Int)
  /// There are octets behind the end of the TPDU.
  case octetsBehindTheEnd(count: Int, offset: Int)
  /// The user data header says it is longer than the user data.
  case userDataHeaderCutShort(declared: Int, available: Int, offset: Int)
  /// TP-UDHI announces a user data header and there is no user data.
  case userDataHeaderMissing(offset: Int)
  /// The elements do not fill the user data header: all of it is ignored (§9.2.3.24).
  case userDataHeaderIgnored(offset: Int)
  /// UCS-2 with an odd number of octets.
  case halfACharacter(offset: Int)
  /// An address longer than the 20 digits that the specification allows (§9.1.2.5).
  case addressTooLong(field: TPDUField, digits: Int, offset: Int)
  /// A fill digit among the digits of an address; it is left out.
  case fillDigitInAddress(field: TPDUField, offset: Int)
  /// A date or time that does not exist.
  case notATime(field: TPDUField, offset: Int)
  /// Optional fields that cannot be read; those before them can.
  case optionalFieldsIgnored(TPDUError)
  /// The reserved message type, read as an SMS-DELIVER (§9.2.3.1).
  case reservedMessageType(offset: Int)

  /// What is wrong, and where.
  public var description: String {
    switch self {
    case .userDataCutShort(let declared, let available, let offset):
      "TP-UDL at octet \(offset) says \(declared), but there is user data for \(available)"
    case .octetsBehindTheEnd(let count, let offset):
      "\(count) octets behind the end of the TPDU at octet \(offset)"
    case .userDataHeaderCutShort(let declared, let available, let offset):
      "TP-UDH at octet \(offset) says \(declared) octets, \(available) are there"
    case .userDataHeaderMissing(let offset):
      "TP-UDHI announces a header, but there is no user data at octet \(offset)"
    case .userDataHeaderIgnored(let offset):
      "TP-UDH at octet \(offset) is ignored: its elements do not fill it"
    case .halfACharacter(let offset):
      "TP-UD at octet \(offset) is UCS-2 with an odd number of octets"
    case .addressTooLong(let field, let digits, let offset):
      "\(field.rawValue) at octet \(offset) has \(digits) digits, more than the 20 allowed"
    case .fillDigitInAddress(let field, let offset):
      "\(field.rawValue) at octet \(offset) has a fill digit among its digits"
    case .notATime(let field, let offset):
      "\(field.rawValue) at octet \(offset) is not a date and time"
    case .optionalFieldsIgnored(let error):
      "optional fields are ignored: \(error)"
    case .reservedMessageType(let offset):
      "TP-MTI at octet \(offset) is reserved; read as SMS-DELIVER"
    }
  }
}
