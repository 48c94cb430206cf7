import GSMAlphabet

/// What stands behind the user data header, 3GPP TS 23.040 §9.2.3.24.
public enum UserData: Hashable, Sendable {
  /// Text in septets, one in each element.
  case septets([UInt8])
  /// UCS-2, data, or anything compressed.
  case octets([UInt8])

  /// How much there is, in the unit that TP-UDL counts.
  public var count: Int {
    switch self {
    case .septets(let septets): septets.count
    case .octets(let octets): octets.count
    }
  }

  /// The text, or nil where the scheme says there is none: data, or anything compressed.
  ///
  /// - Parameters:
  ///   - scheme: TP-DCS.
  ///   - header: TP-UDH, which may name national language tables.
  /// - Returns: The text.
  public func text(_ scheme: DataCodingScheme, header: UserDataHeader? = nil) -> String? {
    guard !scheme.isCompressed else { return nil }
    switch (self, scheme.alphabet) {
    case (.septets(let septets), .defaultAlphabet):
      return (header?.shiftTables ?? .defaultAlphabet).text(of: septets)
    case (.octets(let octets), .ucs2):
      return UCS2.text(of: octets)
    case (.septets, .octets), (.septets, .ucs2), (.octets, .octets), (.octets, .defaultAlphabet):
      return nil
    }
  }

  /// The data, or nil where the scheme says that this is text.
  ///
  /// - Parameter scheme: TP-DCS.
  /// - Returns: The octets as they came; compressed ones stay compressed.
  public func data(_ scheme: DataCodingScheme) -> [UInt8]? {
    guard scheme.isCompressed || scheme.alphabet == .octets, case .octets(let octets) = self else {
      return nil
    }
    return octets
  }

  /// Appends TP-UDL and TP-UD.
  func append(header: UserDataHeader?, to octets: inout [UInt8]) {
    let headerOctets = header?.octets ?? []
    switch self {
    case .septets(let septets):
      let headerSeptets = (headerOctets.count * 8 + 6) / 7
      octets.append(UInt8(clamping: headerSeptets + septets.count))
      octets += headerOctets
      SeptetPacking.append(
        septets,
        fillBits: headerSeptets * 7 - headerOctets.count * 8,
        to: &octets
      )
    case .octets(let data):
      octets.append(UInt8(clamping: headerOctets.count + data.count))
      octets += headerOctets
      octets += data
    }
  }
}

extension TPDUReader {
  /// TP-UDL and TP-UD.
  ///
  /// A length that lies is said in a warning, and what is there is read all the same.
  mutating func userData(
    _ scheme: DataCodingScheme,
    hasHeader: Bool
  ) throws(TPDUError) -> (header: UserDataHeader?, userData: UserData) {
    let lengthOffset = offset
    let declared = Int(try octet(.userDataLength))
    let isInSeptets = scheme.isInSeptets
    let needed = isInSeptets ? (declared * 7 + 7) / 8 : declared
    let available = min(needed, remaining)
    let length = available == needed ? declared : isInSeptets ? available * 8 / 7 : available
    if length < declared {
      warnings.append(
        .userDataCutShort(declared: declared, available: length, offset: lengthOffset)
      )
    }
    guard hasHeader else {
      let range = try range(available, .userData)
      return (nil, content(range, count: length, fillBits: 0, isInSeptets, scheme))
    }
    let header = try userDataHeader(available: available)
    let range = try range(available - header.octetCount, .userData)
    guard isInSeptets else {
      return (header.value, content(range, count: range.count, fillBits: 0, false, scheme))
    }
    let headerSeptets = (header.octetCount * 8 + 6) / 7
    let fillBits = headerSeptets * 7 - header.octetCount * 8
    return (
      header.value,
      content(range, count: length - headerSeptets, fillBits: fillBits, true, scheme)
    )
  }

  private mutating func content(
    _ range: Range<Int>,
    count: Int,
    fillBits: Int,
    _ isInSeptets: Bool,
    _ scheme: DataCodingScheme
  ) -> UserData {
    if isInSeptets {
      return .septets(SeptetPacking.unpack(octets[range], count: count, fillBits: fillBits))
    }
    if scheme.alphabet == .ucs2, !scheme.isCompressed, range.count % 2 == 1 {
      warnings.append(.halfACharacter(offset: range.lowerBound))
    }
    return .octets(Array(octets[range]))
  }

  /// TP-UDH, and how many octets of the user data it takes.
  private mutating func userDataHeader(
    available: Int
  ) throws(TPDUError) -> (value: UserDataHeader, octetCount: Int) {
    let start = offset
    guard available > 0 else {
      warnings.append(.userDataHeaderMissing(offset: start))
      return (UserDataHeader(elements: []), 0)
    }
    let declared = Int(octets[offset])
    let count = min(declared, available - 1)
    let range = try range(1 + count, .userDataHeader)
    let header = UserDataHeader(octets: octets[range.dropFirst()])
    if count < declared {
      warnings.append(
        .userDataHeaderCutShort(declared: declared, available: count, offset: start)
      )
      return (UserDataHeader(ignoring: octets[range.dropFirst()]), 1 + count)
    }
    if !header.unreadable.isEmpty { warnings.append(.userDataHeaderIgnored(offset: start)) }
    return (header, 1 + count)
  }
}
