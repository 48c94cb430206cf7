import Messaging

/// What the headers of a file have said so far.
///
/// Where a header stands twice, the last one counts, as in SMS Server Tools; `To:` adds up.
struct HeaderReading {
  private var request = MessageRequest(recipient: "", content: .data([]))
  private var to: [(line: Int, text: String)] = []
  private var typeOfNumber: TypeOfNumber?
  private var alphabet: SpoolAlphabet?
  private var encoding: RequestedEncoding?
  private var isFlash = false
  private var isHexadecimal = false
  private var bodyHasUserDataHeader: Bool?
  private var userDataHeader: (line: Int, octets: [UInt8])?

  /// The values of `To_TOA:` (TON, 3GPP TS 23.040 §9.1.2.5).
  private enum TypeOfNumber: String, CaseIterable {
    case unknown
    case international
    case national
  }

  /// Takes in one header.
  mutating func read(_ header: SpoolHeader, _ line: SpoolText.Header) throws(SpoolFileError) {
    switch header {
    case .to:
      to += line.value.split(separator: ",", omittingEmptySubsequences: false)
        .map { (line.line, String($0.trimmed)) }
    case .typeOfNumber: typeOfNumber = try choice(line)
    case .duplicates: request.duplicates = try choice(line)
    case .encoding: encoding = try choice(line)
    case .modem, .provider, .queue: request.modem = try text(line)
    case .notBefore: request.notBefore = try moment(line)
    case .reference: request.reference = try text(line)
    case .transliterate: request.transliterates = flag(line)
    case .messageClass: try readClass(line)
    case .flash: isFlash = flag(line)
    case .priority: request.isUrgent = line.value.lowercased() == "high"
    case .report: request.statusReport = flag(line)
    case .validity: request.validity = try validity(line)
    case .alphabet: try readAlphabet(line)
    case .binary: if flag(line) { alphabet = .binary }
    case .hexadecimal: isHexadecimal = flag(line)
    case .userDataHeaderIndicator: bodyHasUserDataHeader = flag(line)
    case .userDataHeader, .userDataHeaderDump: userDataHeader = (line.line, try octets(line))
    case .dataCodingScheme: request.transferOptions.dataCodingScheme = try octet(line)
    case .ping: if flag(line) { readPing() }
    case .rejectDuplicates: request.transferOptions.rejectDuplicates = flag(line)
    case .replace: try readReplace(line)
    case .replyPath: request.transferOptions.replyPath = flag(line)
    case .systemMessage: readSystemMessage(line)
    case .include, .macro, .textIsPDU, .voiceCall: try refuse(header, line)
    case .autosplit, .debug, .from, .language, .languageExtension, .messageReference, .retries,
      .serviceCentre:
      break
    }
  }

  /// The recipients, as the gateway's numbering plan reads them.
  func recipients() throws(SpoolFileError) -> [String] {
    var recipients: [String] = []
    for (line, text) in to {
      func bad(_ problem: String) -> SpoolFileError {
        .badRecipient(line: line, recipient: text, problem: problem)
      }
      // A leading s marks a number that is dialled as it stands.
      let isDialled = text.first == "s" || typeOfNumber == .unknown
      let number = text.first == "s" ? text.dropFirst() : text[...]
      if let fault = PhoneNumber.fault(ofSpelling: number) { throw bad("\(fault)") }
      let digits = number.filter { !" -./()\t".contains($0) }
      let isPlain = digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
      switch typeOfNumber {
      case _ where isDialled:
        guard !isPlain || digits.utf8.count <= NumberingPlan().longestShortCode else {
          throw bad("too long for a short code; write a phone number with + in front")
        }
        recipients.append(String(digits))
      case .international where isPlain && !digits.hasPrefix("00"):
        recipients.append("+" + digits)
      case .national where isPlain && !digits.hasPrefix("0"):
        throw bad("written nationally without the national prefix; write it with + or the prefix")
      case .international, .national, .unknown, nil:
        recipients.append(String(number))
      }
    }
    return recipients
  }

  /// The message without its recipient.
  func request(body: ArraySlice<UInt8>, bodyLine: Int) throws(SpoolFileError) -> MessageRequest {
    var request = request
    if isFlash, request.displayClass == nil { request.displayClass = 0 }
    if let userDataHeader {
      request.transferOptions.userDataHeader = try elements(
        userDataHeader.octets,
        line: userDataHeader.line
      )
    }
    let octets = isHexadecimal ? try HexadecimalBody.octets(body, firstLine: bodyLine)[...] : body
    guard !octets.isEmpty else { throw .emptyBody }
    if alphabet == .binary || (isHexadecimal && alphabet == nil) {
      request.content = .data(try data(octets, bodyLine, &request.transferOptions))
    } else {
      let text = try SpoolAlphabet.text(octets, in: alphabet)
      if let place = text.placeOfNull { throw .nullInBody(character: place) }
      request.content = .text(text)
    }
    switch request.content {
    case .text(""), .data([]): throw .emptyBody
    case .text, .data: break
    }
    request.encoding = encoding ?? implied
    return request
  }

  /// UCS-2 and the default alphabet are sent as they were written.
  private var implied: RequestedEncoding {
    switch alphabet {
    case .ucs2: .ucs2
    case .gsm: .gsm7
    case .latin, .utf8, .binary, nil: .auto
    }
  }

  /// The data of a binary message; its header stands in front of it unless it was given apart.
  private func data(_ octets: ArraySlice<UInt8>, _ line: Int, _ options: inout TransferOptions)
    throws(SpoolFileError) -> [UInt8]
  {
    guard bodyHasUserDataHeader ?? (userDataHeader == nil) else { return Array(octets) }
    let length = Int(octets.first ?? 0) + 1
    guard length <= octets.count else {
      throw .badUserDataHeader(
        line: line,
        problem: "at the start of the data is cut short (write \"UDH: no\" where there is none)"
      )
    }
    options.userDataHeader = try elements(Array(octets.prefix(length)), line: line)
    return Array(octets.dropFirst(length))
  }

  /// The information elements of a user data header, without its length (TS 23.040 §9.2.3.24).
  private func elements(_ header: [UInt8], line: Int) throws(SpoolFileError) -> [UInt8] {
    guard let length = header.first, Int(length) == header.count - 1 else {
      throw .badUserDataHeader(line: line, problem: "does not begin with its own length")
    }
    var index = 1
    while index < header.count {
      guard index + 1 < header.count, index + 1 + Int(header[index + 1]) < header.count else {
        throw .badUserDataHeader(
          line: line,
          problem: "ends inside an element (write \"UDH: no\" where data begins with none)"
        )
      }
      index += 2 + Int(header[index + 1])
    }
    return Array(header.dropFirst())
  }
}

/// One header each.
extension HeaderReading {
  private mutating func readClass(_ line: SpoolText.Header) throws(SpoolFileError) {
    if let messageClass = MessageClass(rawValue: line.value.lowercased()) {
      request.messageClass = messageClass
    } else if let displayClass = UInt8(line.value), displayClass <= 3 {
      request.displayClass = displayClass
    } else {
      throw bad(line, "otp, alert, notification or marketing, or 0 to 3 as SMS Server Tools has it")
    }
  }

  private mutating func readAlphabet(_ line: SpoolText.Header) throws(SpoolFileError) {
    guard let named = SpoolAlphabet(header: line.value) else {
      throw bad(line, "GSM, ISO, UTF-8, UCS2 or binary")
    }
    alphabet = named
  }

  /// A type 0 message, which no phone shows; only its report is of use (TS 23.040 §9.2.3.9).
  private mutating func readPing() {
    request.transferOptions.protocolIdentifier = 0x40
    request.statusReport = true
  }

  private mutating func readReplace(_ line: SpoolText.Header) throws(SpoolFileError) {
    guard let type = UInt8(line.value), type <= 7 else { throw bad(line, "1 to 7, or 0 for none") }
    if type > 0 { request.transferOptions.protocolIdentifier = 0x40 + type }
  }

  private mutating func readSystemMessage(_ line: SpoolText.Header) {
    if ["2", "tosim"].contains(line.value.lowercased()) {
      request.transferOptions.protocolIdentifier = 0x7F
      request.transferOptions.dataCodingScheme = 0xF6
    } else if flag(line) {
      request.transferOptions.protocolIdentifier = 0x40
      request.transferOptions.dataCodingScheme = 0xF4
    }
  }

  private func refuse(_ header: SpoolHeader, _ line: SpoolText.Header) throws(SpoolFileError) {
    let reason: String
    switch header {
    case .include: reason = "the spool never opens another file; put the text into this one"
    case .macro: reason = "macros are not replaced; write the text as it is to be sent"
    case .textIsPDU where flag(line): reason = "a PDU cannot be sent as it stands; write the text"
    case .voiceCall where flag(line): reason = "Hermod sends messages and makes no calls"
    default: return
    }
    throw .unsupported(line: line.line, name: line.name, reason: reason)
  }

  private func validity(_ line: SpoolText.Header) throws(SpoolFileError) -> Duration {
    guard let duration = ValidityHeader.duration(line.value) else {
      throw bad(line, ValidityHeader.allowed)
    }
    return duration
  }

  private func moment(_ line: SpoolText.Header) throws(SpoolFileError) -> Timestamp {
    guard let moment = Timestamp(rfc3339: line.value) else {
      throw bad(line, "a time such as 2026-11-23T14:04:29Z (RFC 3339)")
    }
    return moment
  }

  private func octet(_ line: SpoolText.Header) throws(SpoolFileError) -> UInt8 {
    let digits = line.value.lowercased().hasPrefix("0x") ? line.value.dropFirst(2) : line.value[...]
    guard digits.utf8.count <= 2, let octet = UInt8(digits, radix: 16) else {
      throw bad(line, "two hexadecimal digits")
    }
    return octet
  }

  private func octets(_ line: SpoolText.Header) throws(SpoolFileError) -> [UInt8] {
    guard let octets = [UInt8](hexadecimal: line.value), !octets.isEmpty else {
      throw bad(line, "pairs of hexadecimal digits")
    }
    return octets
  }

  private func text(_ line: SpoolText.Header) throws(SpoolFileError) -> String {
    guard !line.value.isEmpty, line.value.unicodeScalars.count <= 255 else {
      throw bad(line, "1 to 255 characters")
    }
    return line.value
  }

  private func choice<Choice: RawRepresentable & CaseIterable>(_ line: SpoolText.Header)
    throws(SpoolFileError) -> Choice where Choice.RawValue == String
  {
    guard let choice = Choice(rawValue: line.value.lowercased()) else {
      throw bad(line, Choice.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return choice
  }

  /// `yes`, `true`, `on` and `1`; SMS Server Tools looks at the first letter or two.
  private func flag(_ line: SpoolText.Header) -> Bool {
    let value = line.value.lowercased()
    return value.hasPrefix("y") || value.hasPrefix("t") || value.hasPrefix("on")
      || value.hasPrefix("1")
  }

  private func bad(_ line: SpoolText.Header, _ allowed: String) -> SpoolFileError {
    .badValue(line: line.line, name: line.name, value: line.value, allowed: allowed)
  }
}
