/// A language that has shift tables of its own; the raw value is the National Language Identifier,
/// 3GPP TS 23.038 §6.2.1.2.4.
public enum NationalLanguage: UInt8, Hashable, Sendable, CaseIterable {
  /// Tables A.2.1 and A.3.1.
  case turkish = 1
  /// Table A.2.2; the only language without a locking shift table.
  case spanish = 2
  /// Tables A.2.3 and A.3.3.
  case portuguese = 3
  /// Bengali and Assamese, tables A.2.4 and A.3.4.
  case bengali = 4
  /// Tables A.2.5 and A.3.5.
  case gujarati = 5
  /// Tables A.2.6 and A.3.6.
  case hindi = 6
  /// Tables A.2.7 and A.3.7.
  case kannada = 7
  /// Tables A.2.8 and A.3.8.
  case malayalam = 8
  /// Tables A.2.9 and A.3.9.
  case oriya = 9
  /// Tables A.2.10 and A.3.10.
  case punjabi = 10
  /// Tables A.2.11 and A.3.11.
  case tamil = 11
  /// Tables A.2.12 and A.3.12.
  case telugu = 12
  /// Tables A.2.13 and A.3.13.
  case urdu = 13

  /// The name of the language in English, in lower case.
  public var name: String {
    switch self {
    case .turkish: "turkish"
    case .spanish: "spanish"
    case .portuguese: "portuguese"
    case .bengali: "bengali"
    case .gujarati: "gujarati"
    case .hindi: "hindi"
    case .kannada: "kannada"
    case .malayalam: "malayalam"
    case .oriya: "oriya"
    case .punjabi: "punjabi"
    case .tamil: "tamil"
    case .telugu: "telugu"
    case .urdu: "urdu"
    }
  }

  /// The language of a name; nil where there is none of it.
  public init?(name: String) {
    guard let language = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = language
  }

  /// Whether the language has a locking shift table, 3GPP TS 23.038 §A.3.
  public var hasLockingShiftTable: Bool { self != .spanish }
}
