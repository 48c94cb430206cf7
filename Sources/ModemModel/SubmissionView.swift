import GSMAlphabet
import Messaging

/// A SMS-SUBMIT as the service centre reads it, 3GPP TS 23.040 §9.2.2.2.
///
/// This is a reading of the specification of its own, apart from the one in `TransferLayer`: a
/// mistake there must show here and not cancel out.
struct SubmissionView: Equatable, Sendable {
  /// TP-RD.
  let rejectDuplicates: Bool
  /// TP-SRR.
  let statusReportRequest: Bool
  /// TP-DA: `+` and digits, or digits.
  let recipient: String
  /// TP-DCS.
  let dataCodingScheme: UInt8
  /// The concatenation element of the header.
  let part: AcceptedSegment.Part?
  /// The text; nil for data.
  let text: String?

  /// What is wrong with a TPDU, in words; nil where nothing is.
  static func fault(in unit: [UInt8]) -> String? {
    do throws(Fault) {
      _ = try SubmissionView(reading: unit)
      return nil
    } catch {
      return error.reason
    }
  }

  /// A TPDU; nil where it is not a sound SMS-SUBMIT.
  init?(_ unit: [UInt8]) {
    guard let view = try? SubmissionView(reading: unit) else { return nil }
    self = view
  }

  private struct Fault: Error {
    var reason: String
  }

  private init(reading unit: [UInt8]) throws(Fault) {
    var reader = OctetReader(unit)
    guard let first = reader.next() else { throw Fault(reason: "an empty TPDU") }
    guard first & 0x03 == 0x01 else {
      throw Fault(reason: "a TPDU of message type \(first & 0x03), not SMS-SUBMIT")
    }
    rejectDuplicates = first & 0x04 != 0
    statusReportRequest = first & 0x20 != 0
    guard reader.next() != nil else { throw Fault(reason: "no TP-MR") }
    guard let address = reader.address() else { throw Fault(reason: "an unsound TP-DA") }
    recipient = address
    guard reader.next() != nil, let scheme = reader.next() else {
      throw Fault(reason: "no TP-PID or no TP-DCS")
    }
    dataCodingScheme = scheme
    let validityOctets = [0, 7, 1, 7][Int(first >> 3 & 0x03)]
    guard reader.take(validityOctets) != nil, let length = reader.next() else {
      throw Fault(reason: "an incomplete TP-VP or no TP-UDL")
    }
    let userData = reader.rest()
    let coding = Coding(scheme)
    let octets = coding == .septets ? (Int(length) * 7 + 7) / 8 : Int(length)
    guard userData.count == octets, octets <= 140 else {
      throw Fault(reason: "TP-UDL \(length) with \(userData.count) octets of user data")
    }
    var headerLength = 0
    var header = Header()
    if first & 0x40 != 0 {
      guard let headerOctets = userData.first, Int(headerOctets) < userData.count else {
        throw Fault(reason: "a header that is longer than the user data")
      }
      headerLength = Int(headerOctets) + 1
      guard Self.readHeader(Array(userData[1..<headerLength]), &header) else {
        throw Fault(reason: "an unsound user data header")
      }
    }
    part = header.part
    text = Self.text(
      userData,
      coding,
      headerLength: headerLength,
      septets: Int(length),
      ShiftTables(locking: header.locking, single: header.single)
    )
  }

  /// How the text is coded, 3GPP TS 23.038 §4.
  private enum Coding {
    case septets
    case data
    case universal

    init(_ scheme: UInt8) {
      switch scheme >> 4 {
      case 0...3:
        self = [.septets, .data, .universal, .septets][Int(scheme >> 2 & 0x03)]
      case 0xE: self = .universal
      case 0xF: self = scheme & 0x04 == 0 ? .septets : .data
      default: self = .septets
      }
    }
  }

  /// What a user data header says that matters here, 3GPP TS 23.040 §9.2.3.24.
  private struct Header {
    var part: AcceptedSegment.Part?
    var single: NationalLanguage?
    var locking: NationalLanguage?
  }

  /// Reads the elements of a header; false where they do not fill it exactly.
  private static func readHeader(_ octets: [UInt8], _ header: inout Header) -> Bool {
    var reader = OctetReader(octets)
    while let identifier = reader.next() {
      guard let length = reader.next(), let data = reader.take(Int(length)) else { return false }
      switch (identifier, data.count) {
      case (0x00, 3):
        header.part = .init(reference: Int(data[0]), total: Int(data[1]), position: Int(data[2]))
      case (0x08, 4):
        let reference = Int(data[0]) << 8 | Int(data[1])
        header.part = .init(reference: reference, total: Int(data[2]), position: Int(data[3]))
      case (0x24, 1): header.single = NationalLanguage(rawValue: data[0])
      case (0x25, 1): header.locking = NationalLanguage(rawValue: data[0])
      case (0x00, _), (0x08, _): return false
      default: continue
      }
      if let part = header.part, part.total == 0 || !(1...part.total).contains(part.position) {
        return false
      }
    }
    return true
  }

  private static func text(
    _ userData: [UInt8],
    _ coding: Coding,
    headerLength: Int,
    septets: Int,
    _ tables: ShiftTables
  ) -> String? {
    let body = userData.dropFirst(headerLength)
    switch coding {
    case .data: return nil
    case .universal: return UCS2.text(of: Array(body))
    case .septets:
      // The text begins at the next septet after the header: 0 to 6 bits are filled up.
      let headerSeptets = (headerLength * 8 + 6) / 7
      let fillBits = headerSeptets * 7 - headerLength * 8
      return tables.text(
        of: SeptetPacking.unpack(
          Array(body),
          count: septets - headerSeptets,
          fillBits: fillBits
        )
      )
    }
  }

  /// The entry of the record.
  func segment(
    of submission: Submission,
    sequence: Int,
    modem: String,
    iccid: String,
    at time: Timestamp
  ) -> AcceptedSegment {
    AcceptedSegment(
      sequence: sequence,
      time: time,
      modem: modem,
      iccid: iccid,
      messageReference: submission.messageReference,
      recipient: recipient,
      rejectDuplicates: rejectDuplicates,
      statusReportRequest: statusReportRequest,
      dataCodingScheme: dataCodingScheme,
      part: part,
      text: text,
      transferUnit: submission.transferUnit.hexadecimal,
      answer: submission.answer,
      answerWithheld: submission.answer != .given
    )
  }
}

/// Takes octets off the front of a TPDU.
struct OctetReader {
  private let octets: [UInt8]
  private var position = 0

  init(_ octets: [UInt8]) {
    self.octets = octets
  }

  /// How many octets are left.
  var remaining: Int { octets.count - position }

  mutating func next() -> UInt8? {
    guard position < octets.count else { return nil }
    defer { position += 1 }
    return octets[position]
  }

  mutating func take(_ count: Int) -> [UInt8]? {
    guard count >= 0, octets.count - position >= count else { return nil }
    defer { position += count }
    return Array(octets[position..<(position + count)])
  }

  mutating func rest() -> [UInt8] {
    defer { position = octets.count }
    return Array(octets[position...])
  }

  /// An address, 3GPP TS 23.040 §9.1.2.5: its length in digits, its type, its digits.
  mutating func address() -> String? {
    guard let digits = next(), digits <= 20, let type = next(), type & 0x80 != 0,
      let octets = take((Int(digits) + 1) / 2)
    else { return nil }
    if type >> 4 & 0x07 == 5 {
      let septets = SeptetPacking.unpack(octets, count: Int(digits) * 4 / 7)
      return DefaultAlphabet.text(of: septets)
    }
    guard let text = SemiOctets.digits(octets, count: Int(digits)) else { return nil }
    return type >> 4 & 0x07 == 1 ? "+" + text : text
  }
}
