import GSMAlphabet

/// A text cut to the user data of one or more segments, 3GPP TS 23.040 §9.2.3.24.
struct MessagePieces {
  /// The user data of one segment, without its header.
  enum Piece: Equatable {
    case septets([UInt8])
    case octets([UInt8])

    /// TP-UDL and TP-UD.
    ///
    /// - Parameter header: The header with its length octet before it; empty for none.
    /// - Returns: The octets.
    func coded(after header: [UInt8]) -> [UInt8] {
      switch self {
      case .octets(let octets):
        return [UInt8(truncatingIfNeeded: header.count + octets.count)] + header + octets
      case .septets(let septets):
        let headerSeptets = (header.count * 8 + 6) / 7
        let fillBits = headerSeptets * 7 - header.count * 8
        let packed = SeptetPacking.pack(septets, fillBits: fillBits)
        return [UInt8(truncatingIfNeeded: headerSeptets + septets.count)] + header + packed
      }
    }
  }

  /// Whether the text is in UCS-2.
  let isUniversal: Bool
  /// The pieces, 255 at most.
  let userData: [Piece]

  /// Cuts a text, never within an escape sequence or a surrogate pair.
  init(_ text: String) {
    if DefaultAlphabet.septets(of: text) != nil {
      isUniversal = false
      let units = text.unicodeScalars.map { DefaultAlphabet.septets(of: String($0)) ?? [] }
      userData = Self.cut(units, whole: 160, part: 153).map(Piece.septets)
    } else {
      isUniversal = true
      let units = text.unicodeScalars.map { UCS2.octets(of: String($0)) }
      userData = Self.cut(units, whole: 140, part: 134).map(Piece.octets)
    }
  }

  private static func cut(_ units: [[UInt8]], whole: Int, part: Int) -> [[UInt8]] {
    let all = units.flatMap { $0 }
    guard all.count > whole else { return [all] }
    var pieces: [[UInt8]] = [[]]
    for unit in units {
      if pieces[pieces.count - 1].count + unit.count > part {
        guard pieces.count < 255 else { break }
        pieces.append([])
      }
      pieces[pieces.count - 1] += unit
    }
    return pieces
  }
}
