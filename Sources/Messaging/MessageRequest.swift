/// What somebody asks to be sent, as it came in: every way in (spool file, API) makes one of these,
/// one for each recipient, and hands it to the same acceptance.
public struct MessageRequest: Hashable, Sendable {
  /// The number as it was written; the gateway's numbering plan reads it at acceptance.
  public var recipient: String
  /// What to send.
  public var content: MessageContent
  /// What the message is for; `notification` where nothing is said.
  public var messageClass: MessageClass?
  /// How long after acceptance it may still be sent; the class decides where nothing is said.
  public var validity: Duration?
  /// When it may leave at the earliest.
  public var notBefore: Timestamp?
  /// The only modem that may send it, by name.
  public var modem: String?
  /// How the text is coded; `auto` takes the cheapest coding that holds all of it.
  public var encoding: RequestedEncoding
  /// Whether characters may become look-alikes where that makes all of the text GSM 7-bit; the
  /// gateway's setting where nothing is said.
  public var transliterates: Bool?
  /// The class of the display (3GPP TS 23.038 §4): 0 shows at once and is not kept ("flash").
  public var displayClass: UInt8?
  /// Whether to ask for a status report; the gateway's setting where nothing is said.
  public var statusReport: Bool?
  /// What to do when nobody can know whether it was sent; the class decides where nothing is said.
  public var duplicates: DuplicatePolicy?
  /// The application's own name for it.
  public var reference: String?
  /// Whether it goes before others of its class (`Priority: high` of SMS Server Tools).
  public var isUrgent: Bool
  /// Fields of the SMS-SUBMIT that only special messages set.
  public var transferOptions: TransferOptions

  /// A request for one recipient.
  public init(
    recipient: String,
    content: MessageContent,
    messageClass: MessageClass? = nil,
    validity: Duration? = nil,
    notBefore: Timestamp? = nil,
    modem: String? = nil,
    encoding: RequestedEncoding = .auto,
    transliterates: Bool? = nil,
    displayClass: UInt8? = nil,
    statusReport: Bool? = nil,
    duplicates: DuplicatePolicy? = nil,
    reference: String? = nil,
    isUrgent: Bool = false,
    transferOptions: TransferOptions = TransferOptions()
  ) {
    self.recipient = recipient
    self.content = content
    self.messageClass = messageClass
    self.validity = validity
    self.notBefore = notBefore
    self.modem = modem
    self.encoding = encoding
    self.transliterates = transliterates
    self.displayClass = displayClass
    self.statusReport = statusReport
    self.duplicates = duplicates
    self.reference = reference
    self.isUrgent = isUrgent
    self.transferOptions = transferOptions
  }
}

/// The body of a message.
public enum MessageContent: Hashable, Sendable, Codable {
  /// Text, to be coded as the request says.
  case text(String)
  /// Octets, sent as 8-bit data (3GPP TS 23.038 §4).
  case data([UInt8])
}

/// How a sender wants text coded (3GPP TS 23.038).
public enum RequestedEncoding: String, Hashable, Sendable, Codable, CaseIterable {
  /// The default alphabet where it holds all of the text, otherwise UCS-2.
  case auto
  /// The GSM 7-bit default alphabet; text that does not fit is refused.
  case gsm7
  /// UCS-2, as UTF-16.
  case ucs2
}

/// Fields of an SMS-SUBMIT (3GPP TS 23.040 §9.2.2.2) that only special messages set.
public struct TransferOptions: Hashable, Sendable, Codable {
  /// TP-PID, §9.2.3.9; 0 where nil.
  public var protocolIdentifier: UInt8?
  /// TP-DCS, §9.2.3.10, in place of the one that the encoding gives.
  public var dataCodingScheme: UInt8?
  /// TP-RP, §9.2.3.17.
  public var replyPath: Bool
  /// TP-RD, §9.2.3.25.
  public var rejectDuplicates: Bool
  /// Elements of the user data header (§9.2.3.24) without its length octet, beside concatenation.
  public var userDataHeader: [UInt8]

  /// Options; as they are, those of an ordinary message.
  public init(
    protocolIdentifier: UInt8? = nil,
    dataCodingScheme: UInt8? = nil,
    replyPath: Bool = false,
    rejectDuplicates: Bool = false,
    userDataHeader: [UInt8] = []
  ) {
    self.protocolIdentifier = protocolIdentifier
    self.dataCodingScheme = dataCodingScheme
    self.replyPath = replyPath
    self.rejectDuplicates = rejectDuplicates
    self.userDataHeader = userDataHeader
  }
}
