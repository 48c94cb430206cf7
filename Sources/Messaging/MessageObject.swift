/// A message as JSON writes it, in a `.json` spool file or in a request to the API.
///
/// Both read it with this type, so that a field means the same wherever it stands.
/// Decoding never throws: what is wrong is kept in `faults`, all of it, so that one answer can name
/// every field to be corrected.
public struct MessageObject: Hashable, Sendable {
  /// The numbers it goes to, as they were written.
  public var to: [String] = []
  /// The text or the data to send.
  public var content: MessageContent?
  /// What the message is for.
  public var messageClass: MessageClass?
  /// How long after acceptance it may still be sent.
  public var validity: Duration?
  /// When it may leave at the earliest.
  public var notBefore: Timestamp?
  /// The only modem that may send it, by name.
  public var modem: String?
  /// How the text is coded.
  public var encoding: RequestedEncoding?
  /// Whether characters may become look-alikes of the GSM 7-bit alphabet.
  public var transliterate: Bool?
  /// Whether it shows at once and is not kept.
  public var flash: Bool?
  /// Whether to ask for a status report.
  public var report: Bool?
  /// What to do when nobody can know whether it was sent.
  public var duplicates: DuplicatePolicy?
  /// The application's own name for it.
  public var reference: String?
  /// What makes a second request with the same key the same message.
  public var idempotencyKey: String?
  /// What is wrong with it, in the order of the fields' names.
  public private(set) var faults: [Fault] = []

  /// A message to some numbers.
  public init(to: [String], content: MessageContent) {
    self.to = to
    self.content = content
  }

  /// The fields of the object, by their names in JSON.
  public enum Field: String, Hashable, Sendable, CaseIterable {
    /// A number or a list of numbers.
    case to
    /// The text.
    case text
    /// Octets, in hexadecimal digits.
    case data
    /// `otp`, `alert`, `notification` or `marketing`.
    case messageClass = "class"
    /// Seconds.
    case validity
    /// A moment, RFC 3339.
    case notBefore = "not_before"
    /// A modem's name.
    case modem
    /// `auto`, `gsm7` or `ucs2`.
    case encoding
    /// true or false.
    case transliterate
    /// true or false.
    case flash
    /// true or false.
    case report
    /// `hold`, `avoid` or `allow`.
    case duplicates
    /// At most 255 characters.
    case reference
    /// At most 255 characters.
    case idempotencyKey = "idempotency_key"
  }

  /// One thing that is wrong, and where.
  public struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The field's name in JSON; nil where the whole object is meant.
    public var field: String?
    /// What is wrong with it.
    public var problem: String

    /// A fault.
    public init(field: String?, problem: String) {
      self.field = field
      self.problem = problem
    }

    /// The field and what is wrong with it.
    public var description: String {
      field.map { "\($0): \(problem)" } ?? problem
    }
  }

  /// One request for each recipient; empty where there are faults or nobody to send to.
  public var requests: [MessageRequest] {
    guard faults.isEmpty, let content else { return [] }
    return to.map { recipient in
      MessageRequest(
        recipient: recipient,
        content: content,
        messageClass: messageClass,
        validity: validity,
        notBefore: notBefore,
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
}

extension MessageObject: Decodable {
  /// Reads an object and notes every fault in it.
  public init(from decoder: any Decoder) {
    guard let container = try? decoder.container(keyedBy: AnyKey.self) else {
      faults.append(Fault(field: nil, problem: "not an object: a message is written { … }"))
      return
    }
    for key in container.allKeys.sorted(by: { $0.stringValue < $1.stringValue }) {
      guard let field = Field(rawValue: key.stringValue) else {
        let known = Field.allCases.map(\.rawValue).joined(separator: ", ")
        note(key.stringValue, "unknown; the fields of a message are \(known)")
        continue
      }
      guard (try? container.decodeNil(forKey: key)) != true else { continue }
      read(field, key, from: container)
    }
    checkWhole()
  }

  private mutating func read(
    _ field: Field,
    _ key: AnyKey,
    from container: KeyedDecodingContainer<AnyKey>
  ) {
    func value<Value: Decodable>(_ type: Value.Type) -> Value? {
      try? container.decode(type, forKey: key)
    }
    switch field {
    case .to: readRecipients(value(String.self), value([String].self))
    case .text: readContent(value(String.self).map { .text($0) }, field, "a string")
    case .data: readContent(value(String.self).flatMap(Self.octets), field, "hexadecimal digits")
    case .messageClass: messageClass = choice(value(String.self), field)
    case .validity: readValidity(value(Int64.self))
    case .notBefore:
      notBefore = value(String.self).flatMap { Timestamp(rfc3339: $0) }
      if notBefore == nil {
        note(field, "must be a time such as \"2026-11-23T14:04:29Z\" (RFC 3339)")
      }
    case .modem: modem = name(value(String.self), field)
    case .encoding: encoding = choice(value(String.self), field)
    case .transliterate: transliterate = flag(value(Bool.self), field)
    case .flash: flash = flag(value(Bool.self), field)
    case .report: report = flag(value(Bool.self), field)
    case .duplicates: duplicates = choice(value(String.self), field)
    case .reference: reference = name(value(String.self), field)
    case .idempotencyKey: idempotencyKey = name(value(String.self), field)
    }
  }

  private mutating func readRecipients(_ one: String?, _ list: [String]?) {
    guard let recipients = one.map({ [$0] }) ?? list else {
      return note(.to, "must be a number in quotes, or a list of them")
    }
    guard !recipients.isEmpty else { return note(.to, "must name at least one number") }
    for recipient in recipients {
      if let problem = PhoneNumber.fault(ofSpelling: recipient) {
        note(.to, "\"\(recipient.prefix(64))\": \(problem)")
      }
    }
    to = recipients
  }

  private mutating func readContent(_ read: MessageContent?, _ field: Field, _ allowed: String) {
    guard let read else { return note(field, "must be \(allowed)") }
    guard content == nil else { return note(field, "a message has either text or data, not both") }
    if case .text(let text) = read, let place = text.placeOfNull {
      note(field, "character \(place) is NUL (U+0000), which no phone shows; leave it out")
    }
    content = read
  }

  private mutating func readValidity(_ seconds: Int64?) {
    guard let seconds, (1...Self.longestValidity).contains(seconds) else {
      return note(.validity, "must be a whole number of seconds from 1 to \(Self.longestValidity)")
    }
    validity = .seconds(seconds)
  }

  private mutating func checkWhole() {
    if to.isEmpty, !faults.contains(where: { $0.field == Field.to.rawValue }) {
      note(.to, "missing: a message needs a recipient")
    }
    let faulty = faults.contains { fault in
      fault.field == Field.text.rawValue || fault.field == Field.data.rawValue
    }
    switch content {
    case nil where !faulty: note(.text, "missing: a message needs text or data")
    case .text(""): note(.text, "empty: there is nothing to send")
    case .data([]): note(.data, "empty: there is nothing to send")
    case nil, .text, .data: break
    }
  }

  private mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ text: String?,
    _ field: Field
  ) -> Choice? where Choice.RawValue == String {
    let choice = text.flatMap(Choice.init(rawValue:))
    if choice == nil {
      let allowed = Choice.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
      note(field, "must be one of \(allowed)")
    }
    return choice
  }

  private mutating func flag(_ value: Bool?, _ field: Field) -> Bool? {
    if value == nil { note(field, "must be true or false") }
    return value
  }

  private mutating func name(_ text: String?, _ field: Field) -> String? {
    guard let text, !text.isEmpty, text.unicodeScalars.count <= 255,
      text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
    else {
      note(field, "must be 1 to 255 characters without line breaks")
      return nil
    }
    return text
  }

  private mutating func note(_ field: Field, _ problem: String) {
    note(field.rawValue, problem)
  }

  private mutating func note(_ field: String, _ problem: String) {
    // One answer names what a person can read; a list of ten thousand bad numbers is not that.
    guard faults.count < 20 else { return }
    faults.append(Fault(field: field, problem: problem))
  }

  /// The most that TP-VP holds, 63 weeks (3GPP TS 23.040 §9.2.3.12.1), in seconds.
  private static let longestValidity: Int64 = 63 * 7 * 86_400

  private static func octets(_ text: String) -> MessageContent? {
    [UInt8](hexadecimal: text).map { .data($0) }
  }

  private struct AnyKey: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) {
      self.stringValue = stringValue
    }

    init?(intValue: Int) { nil }
  }
}
