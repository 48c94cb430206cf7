public import GSMAlphabet
public import Messaging

/// How a message is to be cut into segments.
public struct SegmentationOptions: Hashable, Sendable {
  /// How text is coded; `auto` takes the coding that needs the fewest segments.
  public var encoding: RequestedEncoding
  /// The message class, 0 to 3 (3GPP TS 23.038 §4); nil for none.
  public var displayClass: UInt8?
  /// TP-DCS in place of the one that encoding and class give; its alphabet decides under `auto`.
  public var dataCodingScheme: DataCodingScheme?
  /// How wide the concatenation reference is.
  public var referenceWidth: Concatenation.Width
  /// Elements that go into the header of every segment.
  public var elements: [InformationElement]
  /// The languages whose shift tables may be used.
  public var languages: [NationalLanguage]
  /// Whether characters may become look-alikes where that makes all of the text GSM 7-bit.
  public var transliterates: Bool
  /// How many segments there may be, 1 to 255.
  public var maximumSegments: Int

  /// Options; as they are, those of an ordinary message.
  public init(
    encoding: RequestedEncoding = .auto,
    displayClass: UInt8? = nil,
    dataCodingScheme: DataCodingScheme? = nil,
    referenceWidth: Concatenation.Width = .eightBit,
    elements: [InformationElement] = [],
    languages: [NationalLanguage] = [],
    transliterates: Bool = false,
    maximumSegments: Int = 255
  ) {
    self.encoding = encoding
    self.displayClass = displayClass
    self.dataCodingScheme = dataCodingScheme
    self.referenceWidth = referenceWidth
    self.elements = elements
    self.languages = languages
    self.transliterates = transliterates
    self.maximumSegments = maximumSegments
  }
}

/// Why a message cannot be cut into segments.
public enum SegmentationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A character that the GSM 7-bit alphabet lacks; `index` counts code points from 0.
  case notInAlphabet(character: Unicode.Scalar, index: Int)
  /// More segments than allowed.
  case tooManySegments(needed: Int, allowed: Int)
  /// Header elements that leave no room for the text.
  case headerTooLong(octets: Int)
  /// A header that brings its own concatenation, for content that needs more than one segment.
  case concatenationGiven
  /// A TP-DCS that contradicts the encoding that was asked for, or asks for compression.
  case schemeContradictsEncoding(DataCodingScheme)

  /// What is wrong and what to do about it.
  public var description: String {
    switch self {
    case .notInAlphabet(let character, let index):
      "'\(character)' (U+\(String(character.value, radix: 16, uppercase: true))), code point "
        + "\(index), is not in the GSM 7-bit alphabet"
    case .tooManySegments(let needed, let allowed):
      "the message needs \(needed) segments, at most \(allowed) are allowed"
    case .headerTooLong(let octets):
      "a user data header of \(octets) octets leaves no room for the message"
    case .concatenationGiven:
      "the user data header has a concatenation element, but the message needs several segments"
    case .schemeContradictsEncoding(let scheme):
      "data coding scheme \(scheme.rawValue) contradicts the encoding"
    }
  }
}
