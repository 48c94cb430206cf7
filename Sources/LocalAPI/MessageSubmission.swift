public import Messaging

/// The body of `POST /v1/messages`: one message for one recipient, or the same for many.
public struct MessageSubmission: Codable, Hashable, Sendable {
  /// Whom it goes to; JSON holds one number or a list.
  public enum Recipients: Hashable, Sendable {
    /// One number.
    case one(String)
    /// A list of numbers; the answer is a list then, even for one.
    case many([String])

    /// The numbers.
    public var numbers: [String] {
      switch self {
      case .one(let number): [number]
      case .many(let numbers): numbers
      }
    }
  }

  /// Whom it goes to.
  public var to: Recipients
  /// The text; either this or `data` is there.
  public var text: String?
  /// Octets to be sent as 8-bit data, in hexadecimal digits.
  public var data: String?
  /// What the message is for.
  public var messageClass: MessageClass?
  /// How many seconds after acceptance it may still be sent.
  public var validity: Int?
  /// When it may leave at the earliest.
  public var notBefore: WireTime?
  /// The only modem that may send it.
  public var modem: String?
  /// How the text is coded.
  public var encoding: RequestedEncoding?
  /// Whether characters may become look-alikes of the GSM 7-bit alphabet where that makes all of the
  /// text fit it; the gateway's setting where nothing is said.
  public var transliterate: Bool?
  /// Whether it shows at once and is not kept (3GPP TS 23.038 §4, class 0).
  public var flash: Bool?
  /// Whether to ask for a status report.
  public var report: Bool?
  /// What to do when nobody can know whether it was sent.
  public var duplicates: DuplicatePolicy?
  /// The application's own name for it.
  public var reference: String?
  /// What makes a repeated request the same request; kept for 7 days.
  public var idempotencyKey: String?

  /// A submission.
  public init(
    to: Recipients,
    text: String? = nil,
    data: String? = nil,
    messageClass: MessageClass? = nil,
    validity: Int? = nil,
    notBefore: WireTime? = nil,
    modem: String? = nil,
    encoding: RequestedEncoding? = nil,
    transliterate: Bool? = nil,
    flash: Bool? = nil,
    report: Bool? = nil,
    duplicates: DuplicatePolicy? = nil,
    reference: String? = nil,
    idempotencyKey: String? = nil
  ) {
    self.to = to
    self.text = text
    self.data = data
    self.messageClass = messageClass
    self.validity = validity
    self.notBefore = notBefore
    self.modem = modem
    self.encoding = encoding
    self.transliterate = transliterate
    self.flash = flash
    self.report = report
    self.duplicates = duplicates
    self.reference = reference
    self.idempotencyKey = idempotencyKey
  }

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case to, text, data
    case messageClass = "class"
    case validity
    case notBefore = "not_before"
    case modem, encoding, transliterate, flash, report, duplicates, reference
    case idempotencyKey = "idempotency_key"
  }

  /// Reads a submission and refuses fields it does not know.
  public init(from decoder: any Decoder) throws {
    try decoder.refuseUnknownKeys(beside: CodingKeys.self)
    let container = try decoder.container(keyedBy: CodingKeys.self)
    to = try container.decode(Recipients.self, forKey: .to)
    text = try container.decodeIfPresent(String.self, forKey: .text)
    data = try container.decodeIfPresent(String.self, forKey: .data)
    messageClass = try container.decodeIfPresent(MessageClass.self, forKey: .messageClass)
    validity = try container.decodeIfPresent(Int.self, forKey: .validity)
    notBefore = try container.decodeIfPresent(WireTime.self, forKey: .notBefore)
    modem = try container.decodeIfPresent(String.self, forKey: .modem)
    encoding = try container.decodeIfPresent(RequestedEncoding.self, forKey: .encoding)
    transliterate = try container.decodeIfPresent(Bool.self, forKey: .transliterate)
    flash = try container.decodeIfPresent(Bool.self, forKey: .flash)
    report = try container.decodeIfPresent(Bool.self, forKey: .report)
    duplicates = try container.decodeIfPresent(DuplicatePolicy.self, forKey: .duplicates)
    reference = try container.decodeIfPresent(String.self, forKey: .reference)
    idempotencyKey = try container.decodeIfPresent(String.self, forKey: .idempotencyKey)
  }
}

extension MessageSubmission.Recipients: Codable {
  /// Reads a number or a list of numbers.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(String.self) {
      self = .one(number)
    } else if let numbers = try? container.decode([String].self) {
      self = .many(numbers)
    } else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "a number is a string in quotes, or a list of such strings"
      )
    }
  }

  /// Writes a number or a list of numbers.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .one(let number): try container.encode(number)
    case .many(let numbers): try container.encode(numbers)
    }
  }
}

extension MessageSubmission {
  /// The most recipients that one submission may have.
  public static let mostRecipients = 1000
  /// The longest validity: 63 weeks, the most that TP-VP holds (3GPP TS 23.040 §9.2.3.12.1).
  public static let longestValidity = 63 * 7 * 86_400
  /// The longest reference and idempotency key, in octets of UTF-8.
  public static let longestName = 255

  /// The message for each recipient, in the order of `to`.
  ///
  /// - Returns: At least one request; the numbers in them are as they were written.
  /// - Throws: `ProblemDocument`, naming the field at fault.
  public func requests() throws(ProblemDocument) -> [MessageRequest] {
    let numbers = to.numbers
    guard !numbers.isEmpty else {
      throw .invalid(field: "to", "there is no recipient; give at least one number")
    }
    guard numbers.count <= Self.mostRecipients else {
      throw .invalid(
        field: "to",
        "\(numbers.count) recipients are too many for one request; at most \(Self.mostRecipients)"
      )
    }
    let content = try content()
    if let validity, !(1...Self.longestValidity).contains(validity) {
      throw .invalid(field: "validity", "must be between 1 and \(Self.longestValidity) seconds")
    }
    try check(modem, field: "modem")
    try check(reference, field: "reference")
    try check(idempotencyKey, field: "idempotency_key")
    return numbers.map { number in
      MessageRequest(
        recipient: number,
        content: content,
        messageClass: messageClass,
        validity: validity.map { .seconds($0) },
        notBefore: notBefore?.timestamp,
        modem: modem,
        encoding: encoding ?? .auto,
        transliterates: transliterate,
        displayClass: flash == true ? 0 : nil,
        statusReport: report,
        duplicates: duplicates,
        reference: reference
      )
    }
  }

  private func content() throws(ProblemDocument) -> MessageContent {
    switch (text, data) {
    case (.some(let text), nil):
      guard !text.isEmpty else { throw .invalid(field: "text", "the text is empty") }
      try refuseNull(in: text, field: "text")
      return .text(text)
    case (nil, .some(let digits)):
      guard let octets = [UInt8](hexadecimal: digits), !octets.isEmpty else {
        throw .invalid(field: "data", "must be an even number of hexadecimal digits, at least two")
      }
      return .data(octets)
    case (.some, .some):
      throw .invalid(field: "data", "a message has either text or data, not both")
    case (nil, nil):
      throw .invalid(field: "text", "there is neither text nor data")
    }
  }

  private func check(_ name: String?, field: String) throws(ProblemDocument) {
    guard let name else { return }
    guard !name.isEmpty, name.utf8.count <= Self.longestName else {
      throw .invalid(field: field, "must have between 1 and \(Self.longestName) octets")
    }
    try refuseNull(in: name, field: field)
  }

  private func refuseNull(in text: String, field: String) throws(ProblemDocument) {
    guard let place = text.placeOfNull else { return }
    throw .invalid(
      field: field,
      "character \(place) is NUL (U+0000), which no phone shows; leave it out"
    )
  }
}
