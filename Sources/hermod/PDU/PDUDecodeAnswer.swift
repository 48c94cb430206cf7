import GSMAlphabet
import TransferLayer

/// The answer of `hermod pdu decode` to one request.
struct PDUDecodeAnswer {
  let json: JSONValue

  init(_ input: JSONInput, hasServiceCentre: Bool) {
    let id = PDURequest.id(input)
    do throws(PDURefusal) {
      let request = try PDURequest(input)
      guard let text = try request.string("pdu") else {
        throw PDURefusal("bad-request", "pdu is missing")
      }
      let pdu = try Self.decode(
        text,
        hasServiceCentre: try request.bool("smsc") ?? hasServiceCentre
      )
      json = .object([("id", id), ("ok", .bool(true))] + pdu.answerMembers)
    } catch {
      json = error.json(id: id)
    }
  }

  /// A PDU that could be decoded.
  struct Decoded {
    let octets: [UInt8]
    let value: ServiceCentrePDU
  }

  static func decode(_ text: String, hasServiceCentre: Bool) throws(PDURefusal) -> Decoded {
    do throws(TPDUError) {
      let octets = try Hexadecimal.octets(of: text)
      let value = try ServiceCentrePDU(
        decoding: octets,
        direction: nil,
        hasServiceCentreAddress: hasServiceCentre,
        keepsFields: true
      )
      return Decoded(octets: octets, value: value)
    } catch {
      throw PDURefusal(error)
    }
  }
}

extension PDUDecodeAnswer.Decoded {
  /// What the PDU has, beside `id` and `ok`.
  var answerMembers: [(String, JSONValue)] {
    let smsc = ("smsc", value.serviceCentreAddress.map(\.json) ?? .null)
    let members: [(String, JSONValue)] =
      switch value.tpdu {
      case .deliver(let tpdu): [("type", .string("deliver")), smsc] + tpdu.answerMembers
      case .submit(let tpdu): [("type", .string("submit")), smsc] + tpdu.answerMembers
      case .statusReport(let tpdu):
        [("type", .string("status-report")), smsc] + tpdu.answerMembers
      case .deliverReport, .submitReport, .command: [smsc]
      }
    return members + [("warnings", .array(value.warnings.map { .string($0.description) }))]
  }
}

extension SMSDeliver {
  fileprivate var answerMembers: [(String, JSONValue)] {
    [
      ("from", originatingAddress.json),
      (
        "flags",
        .object([
          ("udhi", .bool(userDataHeader != nil)), ("rp", .bool(replyPath)),
          ("sri", .bool(statusReportIndication)), ("mms", .bool(moreMessagesToSend)),
        ])
      ),
      ("pid", .integer(Int(protocolIdentifier))),
      ("timestamp", JSONValue(serviceCentreTimeStamp.iso8601)),
    ] + dataCodingScheme.answerMembers
      + contentMembers(dataCodingScheme, userDataHeader, userData)
  }
}

extension SMSSubmit {
  fileprivate var answerMembers: [(String, JSONValue)] {
    [
      ("to", destinationAddress.json),
      ("mr", .integer(Int(messageReference))),
      (
        "flags",
        .object([
          ("udhi", .bool(userDataHeader != nil)), ("rp", .bool(replyPath)),
          ("srr", .bool(statusReportRequest)), ("rd", .bool(rejectDuplicates)),
        ])
      ),
      ("pid", .integer(Int(protocolIdentifier))),
      ("validity", validityPeriod.map(\.json) ?? .null),
    ] + dataCodingScheme.answerMembers
      + contentMembers(dataCodingScheme, userDataHeader, userData)
  }
}

extension SMSStatusReport {
  fileprivate var answerMembers: [(String, JSONValue)] {
    var members: [(String, JSONValue)] = [
      ("to", recipientAddress.json),
      ("mr", .integer(Int(messageReference))),
      (
        "flags",
        .object([
          ("udhi", .bool(parameters.userDataHeader != nil)), ("mms", .bool(moreMessagesToSend)),
          ("srq", .bool(statusReportQualifier)),
        ])
      ),
      ("timestamp", JSONValue(serviceCentreTimeStamp.iso8601)),
      ("discharge", JSONValue(dischargeTime.iso8601)),
      ("status", .integer(Int(status.rawValue))),
    ]
    if let pid = parameters.protocolIdentifier { members.append(("pid", .integer(Int(pid)))) }
    if let scheme = parameters.dataCodingScheme { members += scheme.answerMembers }
    return members
      + contentMembers(parameters.effectiveScheme, parameters.userDataHeader, parameters.userData)
  }
}

/// The members for the user data and its header.
private func contentMembers(
  _ scheme: DataCodingScheme,
  _ header: UserDataHeader?,
  _ userData: UserData?
) -> [(String, JSONValue)] {
  let tables = header?.shiftTables
  let concatenation = header?.concatenation.map { concatenation in
    JSONValue.object([
      ("ref", .integer(Int(concatenation.reference))),
      ("total", .integer(Int(concatenation.total))),
      ("seq", .integer(Int(concatenation.sequence))),
      ("bits", .integer(Int(concatenation.width.rawValue))),
    ])
  }
  let ports = header?.ports.map { ports in
    JSONValue.object([
      ("dst", .integer(Int(ports.destination))), ("src", .integer(Int(ports.source))),
    ])
  }
  let elements = (header?.elements ?? []).map { element in
    JSONValue.object([
      ("iei", .integer(Int(element.identifier))),
      ("data", .string(Hexadecimal.text(of: element.data))),
    ])
  }
  return [
    ("udh", .array(elements)), ("concat", concatenation ?? .null), ("ports", ports ?? .null),
    (
      "languages",
      .object([
        ("locking", .integer(Int(tables?.locking?.rawValue ?? 0))),
        ("single", .integer(Int(tables?.single?.rawValue ?? 0))),
      ])
    ),
    ("text", JSONValue(userData?.text(scheme, header: header))),
    ("data", JSONValue(userData?.data(scheme).map { Hexadecimal.text(of: $0) })),
  ]
}

extension DataCodingScheme {
  fileprivate var answerMembers: [(String, JSONValue)] {
    let waiting = messageWaiting.map { waiting in
      JSONValue.object([
        ("type", .string(waiting.kind.name)), ("active", .bool(waiting.isActive)),
        ("store", .bool(waiting.isStored)),
      ])
    }
    return [
      ("dcs", .integer(Int(rawValue))), ("encoding", .string(alphabet.name)),
      ("compressed", .bool(isCompressed)), ("class", JSONValue(displayClass.map(Int.init))),
      ("mwi", waiting ?? .null),
    ]
  }
}

extension DataCodingScheme.Alphabet {
  /// The name in requests and answers.
  var name: String {
    switch self {
    case .defaultAlphabet: "gsm7"
    case .octets: "8bit"
    case .ucs2: "ucs2"
    }
  }
}

extension MessageWaitingIndication.Kind {
  /// The name in answers.
  var name: String {
    switch self {
    case .voicemail: "voicemail"
    case .fax: "fax"
    case .email: "email"
    case .other: "other"
    }
  }
}

extension TPAddress {
  fileprivate var json: JSONValue {
    .object([
      ("number", .string(description)), ("ton", .integer(Int(typeOfNumber))),
      ("npi", .integer(Int(numberingPlan))),
    ])
  }
}

extension ValidityPeriod {
  fileprivate var json: JSONValue {
    switch self {
    case .relative(let value):
      .object([("format", .string("relative")), ("value", .integer(Int(value)))])
    case .absolute(let time):
      .object([("format", .string("absolute")), ("time", JSONValue(time.iso8601))])
    case .enhanced(let period):
      .object([
        ("format", .string("enhanced")), ("value", .string(Hexadecimal.text(of: period.octets))),
      ])
    }
  }
}
