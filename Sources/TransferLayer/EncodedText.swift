import GSMAlphabet

/// A text in the units of one coding, with the places where it may be cut.
struct EncodedText {
  let encoding: SegmentEncoding
  /// Septets or octets; a unit of UCS-2 has two octets.
  private let octets: [UInt8]
  /// What may happen before each unit, and behind the last.
  let boundaries: [SegmentCuts.Boundary]

  /// How many units the text has.
  var count: Int { boundaries.count - 1 }

  /// Data, which may be cut anywhere.
  init(octets: [UInt8]) {
    encoding = .octets
    self.octets = octets
    boundaries = Array(repeating: [.codePoint, .grapheme], count: octets.count + 1)
  }

  /// Text in UTF-16.
  init(ucs2 text: String) {
    encoding = .ucs2
    octets = UCS2.octets(of: text)
    boundaries = Self.boundaries(text) { $0.value > 0xFFFF ? 2 : 1 }
  }

  /// Text in septets; nil where the tables lack a character of it.
  init?(_ text: String, tables: ShiftTables) {
    guard let septets = tables.septets(of: text) else { return nil }
    encoding = .gsm7(tables)
    octets = septets
    boundaries = Self.boundaries(text) { tables.septetCount(of: $0) ?? 1 }
  }

  private static func boundaries(
    _ text: String,
    width: (Unicode.Scalar) -> Int
  ) -> [SegmentCuts.Boundary] {
    var boundaries: [SegmentCuts.Boundary] = []
    boundaries.reserveCapacity(text.utf8.count + 1)
    for character in text {
      var boundary: SegmentCuts.Boundary = [.codePoint, .grapheme]
      for scalar in character.unicodeScalars {
        boundaries.append(boundary)
        if width(scalar) == 2 { boundaries.append([]) }
        boundary = .codePoint
      }
    }
    boundaries.append([.codePoint, .grapheme])
    return boundaries
  }

  /// The units of a range.
  func userData(_ range: Range<Int>) -> UserData {
    switch encoding {
    case .gsm7: .septets(Array(octets[range]))
    case .octets: .octets(Array(octets[range]))
    case .ucs2: .octets(Array(octets[range.lowerBound * 2..<range.upperBound * 2]))
    }
  }

  /// How many units have room beside a header.
  ///
  /// - Parameter headerOctets: The octets of the header, its length octet among them; 0 for none.
  /// - Returns: Units; negative where there is not even room for the header.
  func capacity(headerOctets: Int) -> Int {
    let octets = MessageSegmentation.userDataOctets - headerOctets
    return switch encoding {
    case .gsm7: octets * 8 / 7
    case .octets: octets
    case .ucs2: octets / 2
    }
  }
}
