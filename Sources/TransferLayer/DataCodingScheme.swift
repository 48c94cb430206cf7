/// TP-DCS: how user data is coded, and what the phone is to do with the message.
///
/// 3GPP TS 23.038 §4. Reserved codings read as the default alphabet, as the clause asks.
public struct DataCodingScheme: Hashable, Sendable, RawRepresentable {
  /// The octet.
  public var rawValue: UInt8

  /// The scheme of an octet; every octet is one.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// How the characters of user data are coded.
  public enum Alphabet: Hashable, Sendable {
    /// The GSM 7-bit default alphabet, or the national language tables that a header names.
    case defaultAlphabet
    /// Octets without further meaning.
    case octets
    /// UCS-2.
    case ucs2
  }

  /// The scheme of an ordinary message.
  ///
  /// - Parameters:
  ///   - alphabet: How the user data is coded.
  ///   - displayClass: The message class, 0 to 3; nil for none. 0 shows at once and is not kept.
  public init(alphabet: Alphabet, displayClass: UInt8? = nil) {
    let coding: UInt8 =
      switch alphabet {
      case .defaultAlphabet: 0x00
      case .octets: 0x04
      case .ucs2: 0x08
      }
    rawValue = coding | (displayClass.map { 0x10 | $0 & 0x03 } ?? 0)
  }

  private var isGeneral: Bool { rawValue < 0x80 }

  /// How the characters are coded.
  public var alphabet: Alphabet {
    switch rawValue {
    case 0x00...0x7F:
      switch rawValue >> 2 & 0x03 {
      case 1: .octets
      case 2: .ucs2
      default: .defaultAlphabet
      }
    case 0xE0...0xEF: .ucs2
    case 0xF0...0xFF: rawValue & 0x04 == 0 ? .defaultAlphabet : .octets
    default: .defaultAlphabet
    }
  }

  /// Whether the user data is compressed (3GPP TS 23.042).
  public var isCompressed: Bool { isGeneral && rawValue & 0x20 != 0 }

  /// Whether the text is septets: the default alphabet, not compressed.
  public var isInSeptets: Bool { alphabet == .defaultAlphabet && !isCompressed }

  /// The message class, 0 to 3, or nil where there is none.
  public var displayClass: UInt8? {
    let hasClass = isGeneral ? rawValue & 0x10 != 0 : rawValue >= 0xF0
    return hasClass ? rawValue & 0x03 : nil
  }

  /// Whether the phone may delete the message once it has been read.
  public var isMarkedForAutomaticDeletion: Bool { 0x40...0x7F ~= rawValue }

  /// What the phone is told about waiting messages, or nil where the scheme says nothing of them.
  public var messageWaiting: MessageWaitingIndication? {
    guard 0xC0...0xEF ~= rawValue else { return nil }
    return MessageWaitingIndication(
      kind: MessageWaitingIndication.Kind(rawValue: rawValue & 0x03) ?? .other,
      isActive: rawValue & 0x08 != 0,
      isStored: rawValue >= 0xD0
    )
  }
}

/// What a phone is told about messages that wait elsewhere, 3GPP TS 23.038 §4.
public struct MessageWaitingIndication: Hashable, Sendable {
  /// What waits.
  public enum Kind: UInt8, Hashable, Sendable {
    /// Voice mail.
    case voicemail = 0
    /// Fax.
    case fax = 1
    /// Electronic mail.
    case email = 2
    /// Anything else.
    case other = 3
  }

  /// What waits.
  public let kind: Kind
  /// Whether the indicator is to be shown (or taken away).
  public let isActive: Bool
  /// Whether the message that carries the indication is to be kept.
  public let isStored: Bool
}
