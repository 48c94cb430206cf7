import GSMAlphabet
import Messaging

/// Digits two by two, the first in the low half, 3GPP TS 23.040 §9.1.2.3.
enum SemiOctets {
  private static let characters = Array("0123456789*#abc")

  /// The digits; nil where a value stands for none.
  static func digits(_ octets: [UInt8], count: Int) -> String? {
    var text = ""
    for octet in octets {
      for value in [octet & 15, octet >> 4] where text.count < count {
        guard Int(value) < characters.count else { return nil }
        text.append(characters[Int(value)])
      }
    }
    return text
  }

  /// The octets; what is no digit is passed over.
  static func octets(_ digits: some StringProtocol) -> [UInt8] {
    var values = digits.compactMap { characters.firstIndex(of: $0).map(UInt8.init) }
    if values.count % 2 != 0 { values.append(15) }
    return stride(from: 0, to: values.count, by: 2).map { values[$0] | values[$0 + 1] << 4 }
  }
}

/// The TPDUs that the network makes, 3GPP TS 23.040 §9.2.2.1 and §9.2.2.3, and what the modem
/// must know of those that pass through it.
enum TransferUnits {
  // MARK: - Addresses

  /// A service centre address with its length in octets before it; `00` for none.
  static func serviceCentreAddress(_ digits: String) -> [UInt8] {
    guard !digits.isEmpty else { return [0] }
    let octets = SemiOctets.octets(digits)
    return [UInt8(truncatingIfNeeded: octets.count + 1), 0x91] + octets
  }

  /// The digits of a service centre address; nil for an empty one.
  static func serviceCentre(_ octets: [UInt8]) -> String? {
    guard octets.count > 1 else { return nil }
    let digits = octets.dropFirst()
    let isPadded = digits.last.map { $0 >> 4 == 15 } ?? false
    return SemiOctets.digits(Array(digits), count: digits.count * 2 - (isPadded ? 1 : 0))
  }

  /// An address of the transfer layer: a number with or without `+`, or a name.
  static func address(_ text: String) -> [UInt8] {
    let isNumber = text.drop { $0 == "+" }.allSatisfy { $0.isASCIIDigit || $0 == "*" || $0 == "#" }
    if isNumber {
      let digits = text.drop { $0 == "+" }.prefix(20)
      let type: UInt8 = text.hasPrefix("+") ? 0x91 : 0x81
      return [UInt8(truncatingIfNeeded: digits.count), type] + SemiOctets.octets(digits)
    }
    let septets = (DefaultAlphabet.septets(of: text) ?? []).prefix(11)
    let packed = SeptetPacking.pack(Array(septets))
    let length = (septets.count * 7 + 3) / 4
    return [UInt8(truncatingIfNeeded: length), 0xD0] + packed
  }

  /// TP-DA of a SMS-SUBMIT.
  static func recipient(of submit: [UInt8]) -> String? {
    var reader = OctetReader(submit)
    guard reader.take(2) != nil else { return nil }
    return reader.address()
  }

  /// TP-OA of a SMS-DELIVER, or TP-RA of a SMS-STATUS-REPORT.
  static func sender(of unit: [UInt8]) -> String {
    var reader = OctetReader(unit)
    guard let first = reader.next() else { return "" }
    if first & 0x03 == 0x02 { _ = reader.next() }
    return reader.address() ?? ""
  }

  // MARK: - Time stamps, §9.2.3.11

  /// The seven octets of a time stamp.
  static func timeStamp(_ time: Timestamp, quarterHours: Int) -> [UInt8] {
    let date = CivilTime(time, secondsFromUTC: quarterHours * 900)
    let zone = min(abs(quarterHours), 79)
    let fields = [
      date.year % 100, date.month, date.day, date.hour, date.minute, date.second, zone,
    ]
    var octets = fields.map { UInt8($0 % 10) << 4 | UInt8($0 / 10) }
    if quarterHours < 0 { octets[6] |= 0x08 }
    return octets
  }

  /// A time stamp as text mode shows it: `yy/MM/dd,hh:mm:ss±zz`.
  static func timeText(_ stamp: [UInt8]) -> String {
    guard stamp.count == 7 else { return "" }
    let digits = stamp.map { octet in
      String(octet & 0x07) + String(octet >> 4)
    }
    let plain = stamp.prefix(6).map { String($0 & 0x0F) + String($0 >> 4) }
    let sign = stamp[6] & 0x08 == 0 ? "+" : "-"
    return "\(plain[0])/\(plain[1])/\(plain[2]),\(plain[3]):\(plain[4]):\(plain[5])"
      + sign + digits[6]
  }

  // MARK: - SMS-DELIVER and SMS-STATUS-REPORT

  /// The SMS-DELIVERs of a text.
  static func deliver(
    text: String,
    from sender: String,
    messageClass: UInt8?,
    timeStamp: [UInt8],
    reference: UInt8
  ) -> [[UInt8]] {
    let pieces = MessagePieces(text)
    let coding: UInt8 = pieces.isUniversal ? 0x08 : 0x00
    let scheme = coding | (messageClass.map { 0x10 | $0 & 0x03 } ?? 0)
    return pieces.userData.enumerated().map { position, piece in
      let isLong = pieces.userData.count > 1
      // Bit 2 is TP-MMS: set where no more messages wait.
      var unit: [UInt8] = [isLong ? 0x44 : 0x04]
      unit += address(sender)
      unit += [0x00, scheme]
      unit += timeStamp
      let header: [UInt8] =
        isLong
        ? [5, 0, 3, reference, UInt8(pieces.userData.count), UInt8(position + 1)] : []
      unit += piece.coded(after: header)
      return unit
    }
  }

  /// A SMS-STATUS-REPORT.
  static func statusReport(
    reference: UInt8,
    recipient: String,
    acceptedAt: [UInt8],
    dischargedAt: [UInt8],
    status: UInt8
  ) -> [UInt8] {
    [0x06, reference] + address(recipient) + acceptedAt + dischargedAt + [status]
  }

  // MARK: - What text mode needs

  /// A SMS-SUBMIT as a modem makes it of what it got in text mode.
  static func submit(text: String, to recipient: String) -> [UInt8] {
    let septets = DefaultAlphabet.septets(of: text) ?? []
    let piece = MessagePieces.Piece.septets(Array(septets.prefix(160)))
    return [0x01, 0x00] + address(recipient) + [0x00, 0x00] + piece.coded(after: [])
  }

  /// The text of a SMS-DELIVER; empty for anything else.
  static func text(of unit: [UInt8]) -> String {
    var reader = OctetReader(unit)
    guard let first = reader.next(), first & 0x03 == 0, reader.address() != nil,
      reader.next() != nil, let scheme = reader.next(), reader.take(7) != nil
    else { return "" }
    // What follows has the form of a SMS-SUBMIT without TP-VP.
    let submit = [first & 0x40 | 0x01, 0x00, 0x00, 0x81, 0x00, scheme] + reader.rest()
    return SubmissionView(submit)?.text ?? ""
  }
}
