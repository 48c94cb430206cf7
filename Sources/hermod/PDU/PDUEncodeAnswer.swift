import Messaging
import TransferLayer

/// The answer of `hermod pdu encode` to one request.
struct PDUEncodeAnswer {
  let json: JSONValue

  init(_ input: JSONInput) {
    let id = PDURequest.id(input)
    do throws(PDURefusal) {
      guard case .object(let object) = input.kind else {
        throw PDURefusal("bad-request", "a request is a JSON object")
      }
      json = try Self.encode(object).json(id: id)
    } catch {
      json = error.json(id: id)
    }
  }

  /// The PDUs of a message.
  struct Message {
    let encoding: String
    let pdus: [ServiceCentrePDU]

    func json(id: JSONValue?) -> JSONValue {
      let parts = pdus.map { pdu in
        JSONValue.object([
          ("pdu", .string(pdu.hexadecimal)), ("length", .integer(pdu.length)),
        ])
      }
      return .object([
        ("id", id ?? .null), ("ok", .bool(true)), ("encoding", .string(encoding)),
        ("parts", .array(parts)),
      ])
    }
  }

  static func encode(_ object: JSONObject) throws(PDURefusal) -> Message {
    let request = PDURequest(object)
    guard let recipient = try request.string("to") else {
      throw PDURefusal("bad-request", "to is missing")
    }
    let address = try address(recipient, name: "to")
    var serviceCentre: TPAddress?
    if let text = try request.string("smsc"), !text.isEmpty {
      serviceCentre = try Self.address(text, name: "smsc")
    }
    let (content, options) = (try content(request), try segmentationOptions(request))
    let isWide = options.referenceWidth == .sixteenBit
    let reference = try request.integer("ref", 0...(isWide ? 0xFFFF : 0xFF)) ?? 0
    let submitOptions = try submitOptions(request)
    do throws(SegmentationError) {
      let message = try MessageSegmentation.segments(content, options: options)
      let submits = message.submits(
        to: address,
        reference: UInt16(clamping: reference),
        options: submitOptions
      )
      return Message(
        encoding: message.dataCodingScheme.alphabet.name,
        pdus: submits.map {
          ServiceCentrePDU(serviceCentreAddress: serviceCentre, tpdu: .submit($0))
        }
      )
    } catch {
      throw PDURefusal(error)
    }
  }

  private static func content(_ request: PDURequest) throws(PDURefusal) -> MessageContent {
    if try request.string("encoding") == "8bit" {
      guard let data = try request.octets("data") else {
        throw PDURefusal("bad-request", "data is missing")
      }
      return .data(data)
    }
    guard let text = try request.string("text") else {
      throw PDURefusal("bad-request", "text is missing")
    }
    return .text(text)
  }

  private static func segmentationOptions(
    _ request: PDURequest
  ) throws(PDURefusal) -> SegmentationOptions {
    var options = SegmentationOptions()
    switch try request.string("encoding") ?? "auto" {
    case "auto", "8bit": options.encoding = .auto
    case "gsm7": options.encoding = .gsm7
    case "ucs2": options.encoding = .ucs2
    default: throw PDURefusal("bad-request", "encoding is not auto, gsm7, ucs2 or 8bit")
    }
    switch try request.integer("ref_bits", 8...16) ?? 8 {
    case 8: options.referenceWidth = .eightBit
    case 16: options.referenceWidth = .sixteenBit
    default: throw PDURefusal("bad-request", "ref_bits is not 8 or 16")
    }
    options.displayClass = try request.integer("class", 0...3).map { UInt8(clamping: $0) }
    if let ports = try request.request("ports") {
      guard let destination = try ports.integer("dst", 0...0xFFFF),
        let source = try ports.integer("src", 0...0xFFFF)
      else { throw PDURefusal("bad-request", "ports has no dst and src") }
      let numbers = ApplicationPorts(
        destination: UInt16(clamping: destination),
        source: UInt16(clamping: source)
      )
      options.elements = [InformationElement(numbers)]
    }
    return options
  }

  private static func submitOptions(_ request: PDURequest) throws(PDURefusal) -> SubmitOptions {
    SubmitOptions(
      messageReference: UInt8(clamping: try request.integer("mr", 0...0xFF) ?? 0),
      protocolIdentifier: UInt8(clamping: try request.integer("pid", 0...0xFF) ?? 0),
      validityPeriod: try validityPeriod(request),
      statusReportRequest: try request.bool("status_report") ?? false,
      rejectDuplicates: try request.bool("reject_duplicates") ?? false,
      replyPath: try request.bool("reply_path") ?? false
    )
  }

  /// The longest relative period: 63 weeks, 3GPP TS 23.040 §9.2.3.12.1.
  private static let longestValidityInMinutes = 63 * 7 * 24 * 60

  private static func validityPeriod(
    _ request: PDURequest
  ) throws(PDURefusal) -> ValidityPeriod? {
    let minutes = try request.integer("validity_minutes", 0...longestValidityInMinutes)
    let until = try request.string("validity_until")
    switch (minutes, until) {
    case (nil, nil): return nil
    case (let minutes?, nil): return ValidityPeriod(atLeast: .seconds(minutes * 60))
    case (nil, let until?):
      guard let time = ServiceCentreTimeStamp(iso8601: until) else {
        throw PDURefusal(
          "bad-request",
          "validity_until is not a date and time with offset, as 2026-11-23T19:04:24+01:00"
        )
      }
      return .absolute(time)
    case (_?, _?):
      throw PDURefusal("bad-request", "validity_minutes and validity_until exclude each other")
    }
  }

  private static func address(_ text: String, name: String) throws(PDURefusal) -> TPAddress {
    let digits = text.hasPrefix("+") ? String(text.dropFirst()) : text
    let isSendable = digits.utf8.allSatisfy { octet in
      0x30...0x39 ~= octet || 0x61...0x63 ~= octet || octet == 0x2A || octet == 0x23
    }
    guard 1...20 ~= digits.utf8.count, isSendable else {
      throw PDURefusal("bad-number", "\(name) is not 1 to 20 of 0-9*#abc, with or without +")
    }
    return TPAddress(typeOfNumber: text.hasPrefix("+") ? 1 : 0, digits: digits)
  }
}
