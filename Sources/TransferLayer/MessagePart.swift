import GSMAlphabet

/// A received segment, as far as its content goes; its TPDU is what is kept of it.
public struct MessagePart: Hashable, Sendable {
  /// TP-DCS.
  public let dataCodingScheme: DataCodingScheme
  /// TP-UDH.
  public let userDataHeader: UserDataHeader?
  /// TP-UD behind its header.
  public let userData: UserData

  /// The content of a received message.
  public init(_ deliver: SMSDeliver) {
    dataCodingScheme = deliver.dataCodingScheme
    userDataHeader = deliver.userDataHeader
    userData = deliver.userData
  }

  /// The content of a stored TPDU.
  ///
  /// - Parameter octets: What `SMSDeliver.encoded()` gave.
  /// - Throws: `TPDUError` for anything else.
  public init(decodingDeliver octets: [UInt8]) throws(TPDUError) {
    var reader = TPDUReader(octets)
    self.init(try SMSDeliver(&reader))
  }

  /// Which segment this is of how many; nil for a message of one.
  public var concatenation: Concatenation? { userDataHeader?.concatenation }

  /// What the content is made of; parts that agree in it are joined before they are decoded.
  enum Coding: Hashable {
    case septets(ShiftTables)
    case ucs2
    case data
  }

  var coding: Coding {
    switch userData {
    case .septets: .septets(userDataHeader?.shiftTables ?? .defaultAlphabet)
    case .octets:
      dataCodingScheme.alphabet == .ucs2 && !dataCodingScheme.isCompressed ? .ucs2 : .data
    }
  }

  var units: [UInt8] {
    switch userData {
    case .septets(let units), .octets(let units): units
    }
  }
}

/// What a message says.
public struct ReceivedContent: Hashable, Sendable {
  /// Its text; nil where there is none.
  public var text: String?
  /// Its data; nil where there is none.
  ///
  /// Parts of one message may differ, so that there is both.
  public var data: [UInt8]?

  /// A content.
  public init(text: String? = nil, data: [UInt8]? = nil) {
    self.text = text
    self.data = data
  }
}
