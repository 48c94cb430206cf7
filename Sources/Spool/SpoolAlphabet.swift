import Messaging

/// How the body of a file is written: the `Alphabet:` header of SMS Server Tools.
enum SpoolAlphabet: String, CaseIterable {
  /// The GSM 7-bit default alphabet, an octet for each septet (3GPP TS 23.038 §6.2.1).
  case gsm = "GSM"
  /// ISO-8859-15, which is Latin-1 with the euro sign.
  case latin = "ISO-8859-15"
  /// UTF-8.
  case utf8 = "UTF-8"
  /// UTF-16, the high octet first.
  case ucs2 = "UCS2"
  /// Octets that are not text.
  case binary

  /// The alphabet that a header names; only the first three letters count, as in SMS Server Tools.
  init?(header value: String) {
    switch value.lowercased().prefix(3) {
    case "gsm": self = .gsm
    case "iso", "lat", "ans": self = .latin
    case "utf": self = .utf8
    case "ucs", "uni", "chi": self = .ucs2
    case "bin": self = .binary
    default: return nil
    }
  }

  /// Reads a body as text.
  ///
  /// White space at the end is dropped, but not in UCS-2 and not where nothing else is there; CR LF
  /// becomes LF.
  static func text(_ body: ArraySlice<UInt8>, in alphabet: SpoolAlphabet?) throws(SpoolFileError)
    -> String
  {
    switch alphabet {
    case .ucs2: return try ucs2(body)
    case .gsm: return try gsm(trimmed(body))
    case .latin: return withLineFeeds(latin(trimmed(body)))
    case .utf8:
      guard let text = String(validating: body, as: UTF8.self) else {
        throw .bodyNotInAlphabet(alphabet: "UTF-8", octet: firstFault(inUTF8: body))
      }
      return withLineFeeds(String(decoding: trimmed(text.utf8[...]), as: UTF8.self))
    case .binary, nil: return withLineFeeds(text(utf8OrLatin: trimmed(body)))
    }
  }

  /// Text that is UTF-8, or ISO-8859-15 where it is not valid UTF-8.
  static func text(utf8OrLatin octets: ArraySlice<UInt8>) -> String {
    String(validating: octets, as: UTF8.self) ?? latin(octets)
  }

  private static func latin(_ octets: ArraySlice<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    for octet in octets {
      switch octet {
      case 0xA4: text.append("\u{20AC}")
      case 0xA6: text.append("\u{160}")
      case 0xA8: text.append("\u{161}")
      case 0xB4: text.append("\u{17D}")
      case 0xB8: text.append("\u{17E}")
      case 0xBC: text.append("\u{152}")
      case 0xBD: text.append("\u{153}")
      case 0xBE: text.append("\u{178}")
      default: text.append(Unicode.Scalar(octet))
      }
    }
    return String(text)
  }

  private static func ucs2(_ octets: ArraySlice<UInt8>) throws(SpoolFileError) -> String {
    var octets = octets
    // An editor ends the file with a line feed of one octet, whatever stands before it.
    if !octets.count.isMultiple(of: 2), octets.last == 0x0A { octets = octets.dropLast() }
    if octets.starts(with: [0xFE, 0xFF]) { octets = octets.dropFirst(2) }
    guard octets.count.isMultiple(of: 2) else {
      throw .bodyNotInAlphabet(alphabet: "UCS2 (big-endian UTF-16)", octet: octets.count)
    }
    let pairs = stride(from: octets.startIndex, to: octets.endIndex, by: 2)
    let units = pairs.map { UInt16(octets[$0]) << 8 | UInt16(octets[$0 + 1]) }
    guard let text = String(validating: units, as: UTF16.self) else {
      let fault = units.indices.first { index in
        let next = index + 1 < units.count ? units[index + 1] : 0
        let previous = index > 0 ? units[index - 1] : 0
        if UTF16.isLeadSurrogate(units[index]) { return !UTF16.isTrailSurrogate(next) }
        return UTF16.isTrailSurrogate(units[index]) && !UTF16.isLeadSurrogate(previous)
      }
      throw .bodyNotInAlphabet(alphabet: "UCS2 (big-endian UTF-16)", octet: (fault ?? 0) * 2 + 1)
    }
    return text
  }

  private static func firstFault(inUTF8 octets: ArraySlice<UInt8>) -> Int {
    var decoder = UTF8()
    var iterator = octets.makeIterator()
    var valid = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      valid += UTF8.width(scalar)
    }
    return valid + 1
  }

  private static func trimmed<Octets: BidirectionalCollection<UInt8>>(_ octets: Octets)
    -> Octets.SubSequence
  {
    let end = octets.lastIndex { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    guard let end else { return octets[...] }
    return octets[...end]
  }

  private static func withLineFeeds(_ text: String) -> String {
    // CR LF is a single Character.
    text.contains("\r\n") ? String(text.map { $0 == "\r\n" ? "\n" : $0 }) : text
  }
}

/// The GSM 7-bit default alphabet and its extension table, 3GPP TS 23.038 §6.2.1.
extension SpoolAlphabet {
  private static func gsm(_ octets: ArraySlice<UInt8>) throws(SpoolFileError) -> String {
    var text = String.UnicodeScalarView()
    var isExtended = false
    for (index, octet) in octets.enumerated() {
      let scalar = isExtended ? extensionTable[octet] : basic(octet)
      guard let scalar else { throw .bodyNotInAlphabet(alphabet: "GSM", octet: index + 1) }
      isExtended = !isExtended && octet == 0x1B
      if !isExtended { text.append(scalar) }
    }
    guard !isExtended else { throw .bodyNotInAlphabet(alphabet: "GSM", octet: octets.count) }
    return String(text)
  }

  private static func basic(_ octet: UInt8) -> Unicode.Scalar? {
    octet < 0x80 ? basicTable[Int(octet)] : nil
  }

  private static let basicTable = Array(
    """
    @£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u{1B}ÆæßÉ !"#¤%&'()*+,-./0123456789:;<=>?\
    ¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà
    """.unicodeScalars
  )

  private static let extensionTable: [UInt8: Unicode.Scalar] = [
    0x0A: "\u{0C}", 0x14: "^", 0x28: "{", 0x29: "}", 0x2F: "\\", 0x3C: "[", 0x3D: "~", 0x3E: "]",
    0x40: "|", 0x65: "\u{20AC}",
  ]
}
