import GSMAlphabet
public import Messaging

/// An address as it goes over the wire, 3GPP TS 23.040 §9.1.2.5.
public struct TPAddress: Hashable, Sendable, CustomStringConvertible {
  /// Type of number, 3 bits: 0 unknown, 1 international, 2 national, 3 network specific,
  /// 4 subscriber, 5 alphanumeric, 6 abbreviated, 7 reserved.
  public var typeOfNumber: UInt8
  /// Numbering plan identification, 4 bits: 0 unknown, 1 ISDN (ITU-T E.164).
  public var numberingPlan: UInt8
  /// Digits `0-9*#abc`, without `+`; for an alphanumeric address its text.
  public var digits: String

  /// An address from its parts; bits beyond the widths of the first two are dropped.
  public init(typeOfNumber: UInt8, numberingPlan: UInt8 = 1, digits: String) {
    self.typeOfNumber = typeOfNumber & 0x07
    self.numberingPlan = numberingPlan & 0x0F
    self.digits = digits
  }

  /// The address of a number: international, unknown type for a dialled one, or alphanumeric.
  public init(_ number: PhoneNumber) {
    switch number.kind {
    case .international:
      self.init(typeOfNumber: 1, digits: String(number.digits))
    case .dialled:
      self.init(typeOfNumber: 0, digits: String(number.digits))
    case .alphanumeric:
      self.init(typeOfNumber: 5, numberingPlan: 0, digits: String(number.digits))
    }
  }

  /// Whose address this is.
  ///
  /// - Parameter plan: How numbers are dialled where the receiving SIM is at home.
  /// - Returns: The number in its normal form.
  public func phoneNumber(in plan: NumberingPlan) -> PhoneNumber {
    PhoneNumber(received: digits, typeOfNumber: typeOfNumber, in: plan)
  }

  /// `+` and digits for an international number, otherwise the digits or the text.
  public var description: String { typeOfNumber == 1 ? "+" + digits : digits }

  /// Whether every character can be sent and there is room for all of them: 20 digits `0-9*#abc`,
  /// or 11 characters of the default alphabet.
  public var isEncodable: Bool {
    if typeOfNumber == 5 {
      guard let septets = DefaultAlphabet.septets(of: digits) else { return false }
      return septets.count <= 11
    }
    return digits.utf8.count <= 20 && digits.utf8.allSatisfy { Self.semiOctet(of: $0) != nil }
  }
}

extension TPAddress {
  private static let characters: [UInt8] = Array("0123456789*#abc".utf8)

  private static func semiOctet(of character: UInt8) -> UInt8? {
    switch character {
    case 0x30...0x39: character - 0x30
    case UInt8(ascii: "*"): 10
    case UInt8(ascii: "#"): 11
    case UInt8(ascii: "a"), UInt8(ascii: "A"): 12
    case UInt8(ascii: "b"), UInt8(ascii: "B"): 13
    case UInt8(ascii: "c"), UInt8(ascii: "C"): 14
    default: nil
    }
  }

  private var typeOctet: UInt8 { 0x80 | typeOfNumber << 4 | numberingPlan }

  /// The semi-octets that stand for `digits`; characters that have none are left out.
  private func appendDigits(to octets: inout [UInt8]) -> Int {
    var count = 0
    var low: UInt8 = 0
    for character in digits.utf8 {
      guard let semiOctet = Self.semiOctet(of: character), count < 255 else { continue }
      if count % 2 == 0 { low = semiOctet } else { octets.append(low | semiOctet << 4) }
      count += 1
    }
    if count % 2 == 1 { octets.append(low | 0xF0) }
    return count
  }

  /// Appends length, type and value; the length counts semi-octets.
  func append(to octets: inout [UInt8]) {
    let lengthIndex = octets.count
    octets.append(0)
    octets.append(typeOctet)
    if typeOfNumber == 5 {
      let septets = DefaultAlphabet.septets(ofSendable: digits).prefix(145)
      octets[lengthIndex] = UInt8(clamping: (septets.count * 7 + 3) / 4)
      SeptetPacking.append(Array(septets), to: &octets)
    } else {
      octets[lengthIndex] = UInt8(clamping: appendDigits(to: &octets))
    }
  }

  /// Appends the address as that of a service centre: the length counts octets.
  func appendAsServiceCentre(to octets: inout [UInt8]) {
    let lengthIndex = octets.count
    octets.append(0)
    octets.append(typeOctet)
    if typeOfNumber == 5 {
      SeptetPacking.append(DefaultAlphabet.septets(ofSendable: digits), to: &octets)
    } else {
      _ = appendDigits(to: &octets)
    }
    octets[lengthIndex] = UInt8(clamping: octets.count - lengthIndex - 1)
  }
}

extension TPDUReader {
  /// An address of the transfer layer: its length counts semi-octets.
  mutating func address(_ field: TPDUField) throws(TPDUError) -> TPAddress {
    let start = offset
    guard remaining >= 2 else {
      throw .truncated(field: field, offset: offset, needed: 2, available: remaining)
    }
    let semiOctets = Int(octets[offset])
    let range = try range(2 + (semiOctets + 1) / 2, field)
    if semiOctets > 20 {
      warnings.append(.addressTooLong(field: field, digits: semiOctets, offset: start))
    }
    return address(range.dropFirst(), semiOctets: semiOctets, field: field)
  }

  /// The address of a service centre, whose length counts octets; nil where there is none.
  mutating func serviceCentreAddress() throws(TPDUError) -> TPAddress? {
    let field = TPDUField.serviceCentreAddress
    guard offset < octets.count else {
      throw .truncated(field: field, offset: offset, needed: 1, available: 0)
    }
    let range = try range(1 + Int(octets[offset]), field)
    guard range.count > 1 else { return nil }
    var semiOctets = (range.count - 2) * 2
    if semiOctets > 0, octets[range.upperBound - 1] >> 4 == 0xF { semiOctets -= 1 }
    return address(range.dropFirst(), semiOctets: semiOctets, field: field)
  }

  /// An address from its type octet and the octets behind it.
  private mutating func address(
    _ range: Range<Int>,
    semiOctets: Int,
    field: TPDUField
  ) -> TPAddress {
    let type = octets[range.lowerBound]
    var address = TPAddress(typeOfNumber: type >> 4 & 0x07, numberingPlan: type & 0x0F, digits: "")
    let value = range.dropFirst()
    if address.typeOfNumber == 5 {
      let septets = SeptetPacking.unpack(octets[value], count: semiOctets * 4 / 7)
      address.digits = DefaultAlphabet.text(of: septets)
      return address
    }
    var hasFillDigit = false
    var characters: [UInt8] = []
    characters.reserveCapacity(semiOctets)
    for index in 0..<semiOctets {
      let octet = octets[value.lowerBound + index / 2]
      switch index % 2 == 0 ? octet & 0x0F : octet >> 4 {
      case 15: hasFillDigit = true
      case let digit where digit < 10: characters.append(0x30 + digit)
      case 10: characters.append(UInt8(ascii: "*"))
      case 11: characters.append(UInt8(ascii: "#"))
      case let digit: characters.append(0x61 + digit - 12)
      }
    }
    address.digits = String(decoding: characters, as: UTF8.self)
    if hasFillDigit {
      warnings.append(.fillDigitInAddress(field: field, offset: range.lowerBound - 1))
    }
    return address
  }
}
