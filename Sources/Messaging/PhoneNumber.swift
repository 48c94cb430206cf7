/// Whom a message goes to or comes from, in one normal form, so that two spellings of one number
/// compare equal: `0612345678` in France and `+33612345678` are one person.
public struct PhoneNumber: Hashable, Sendable, CustomStringConvertible {
  /// What kind of address a number is.
  public enum Kind: String, Hashable, Sendable, Codable {
    /// A full international number (ITU-T E.164): `+` and 7 to 15 digits.
    case international
    /// Digits as they are dialled: a short code, a service, or a number whose country is unknown.
    case dialled
    /// A sender that is a name (3GPP TS 23.040 §9.1.2.5); nobody can answer it.
    case alphanumeric
  }

  /// What kind of address this is.
  public let kind: Kind
  /// `+` and digits, the digits as dialled, or the name.
  public let description: String

  private init(kind: Kind, description: String) {
    self.kind = kind
    self.description = description
  }

  /// The digits without `+`, or the name.
  public var digits: Substring {
    kind == .international ? description.dropFirst() : description[...]
  }

  /// Reads a number as a person or an application writes it.
  ///
  /// Spaces, `-`, `.`, `/` and brackets are passed over. `+` and the international prefix make a
  /// number international. A number that begins with the national prefix is national, at most
  /// `longestShortCode` digits are a short code, and any others are international without their `+`.
  ///
  /// - Parameters:
  ///   - text: The number, at most 64 characters.
  ///   - plan: How numbers are dialled where the gateway is.
  /// - Throws: `PhoneNumberError`, which says what is wrong.
  public init(_ text: some StringProtocol, in plan: NumberingPlan) throws(PhoneNumberError) {
    var digits = ""
    var isInternational = false
    guard text.utf8.count <= 64 else { throw .tooLong }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "+" where digits.isEmpty && !isInternational: isInternational = true
      case "0"..."9", "*", "#": digits.unicodeScalars.append(scalar)
      case " ", "-", ".", "/", "(", ")", "\t", "\u{A0}", "\u{202F}", "\u{2010}", "\u{2011}":
        continue
      default: throw .notANumber(character: Character(scalar))
      }
    }
    guard !digits.isEmpty else { throw .empty }
    if digits.utf8.contains(where: { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "#") }) {
      guard !isInternational else {
        throw .notANumber(character: digits.first { !$0.isNumber } ?? "*")
      }
      guard digits.utf8.count <= 20 else { throw .tooLong }
      self.init(kind: .dialled, description: digits)
      return
    }
    try self.init(digits: digits, isInternational: isInternational, in: plan)
  }

  private init(
    digits: String,
    isInternational: Bool,
    in plan: NumberingPlan
  ) throws(PhoneNumberError) {
    let nationalPrefix = plan.nationalPrefix ?? ""
    if isInternational {
      self = try Self.international(digits)
    } else if !plan.internationalPrefix.isEmpty, digits.hasPrefix(plan.internationalPrefix) {
      self = try Self.international(String(digits.dropFirst(plan.internationalPrefix.utf8.count)))
    } else if digits.utf8.count <= plan.longestShortCode {
      self.init(kind: .dialled, description: digits)
    } else if !nationalPrefix.isEmpty, digits.hasPrefix(nationalPrefix) {
      guard let countryCode = plan.countryCode else { throw .countryUnknown }
      self = try Self.international(countryCode + digits.dropFirst(nationalPrefix.utf8.count))
    } else if digits.hasPrefix("0") {
      // No country calling code begins with 0: it is a national number, of a country unknown here.
      throw .countryUnknown
    } else {
      self = try Self.international(digits)
    }
  }

  private static func international(_ digits: String) throws(PhoneNumberError) -> PhoneNumber {
    guard digits.utf8.count <= 15 else { throw .tooLong }
    guard digits.utf8.count >= 7 else { throw .tooShort }
    guard digits.utf8.first != UInt8(ascii: "0") else { throw .noCountryCode }
    return PhoneNumber(kind: .international, description: "+" + digits)
  }

  /// The sender of a received message, from its address on the wire.
  ///
  /// Networks hand over one number now as international, now as national: a national one is read
  /// with the receiving SIM's plan. What cannot be read so is kept as it was dialled; this never
  /// fails, because a received message is never refused.
  ///
  /// - Parameters:
  ///   - digits: The digits of the address, or its text.
  ///   - typeOfNumber: TON, 3GPP TS 23.040 §9.1.2.5: 1 international, 2 national, 5 alphanumeric.
  ///   - plan: How numbers are dialled where the receiving SIM is at home.
  public init(received digits: String, typeOfNumber: UInt8, in plan: NumberingPlan) {
    let onlyDigits = digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
    switch typeOfNumber {
    case 5:
      self.init(kind: .alphanumeric, description: digits)
    case 1 where onlyDigits && !digits.isEmpty:
      self.init(kind: .international, description: "+" + digits)
    case 2 where onlyDigits && plan.countryCode != nil && digits.utf8.count > plan.longestShortCode:
      let prefix = plan.nationalPrefix ?? ""
      let rest =
        !prefix.isEmpty && digits.hasPrefix(prefix)
        ? digits.dropFirst(prefix.utf8.count) : digits[...]
      self.init(kind: .international, description: "+" + (plan.countryCode ?? "") + rest)
    default:
      if onlyDigits, let number = try? PhoneNumber(digits, in: plan) {
        self = number
      } else {
        self.init(kind: .dialled, description: digits)
      }
    }
  }

  /// A number read back from its own `description`.
  ///
  /// - Parameter normalForm: What `description` gave; anything else is taken as a name.
  public init(normalForm: String) {
    let rest = normalForm.hasPrefix("+") ? normalForm.dropFirst() : normalForm[...]
    let onlyDigits = !rest.isEmpty && rest.utf8.allSatisfy { (0x30...0x39).contains($0) }
    if normalForm.hasPrefix("+"), onlyDigits {
      self.init(kind: .international, description: normalForm)
    } else if onlyDigits
      || rest.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2A || $0 == 0x23 })
    {
      self.init(kind: .dialled, description: normalForm)
    } else {
      self.init(kind: .alphanumeric, description: normalForm)
    }
  }
}

extension PhoneNumber {
  /// What is wrong with a number in any country; nil where only the numbering plan can tell.
  ///
  /// - Parameter text: The number as it was written.
  /// - Returns: The fault.
  public static func fault(ofSpelling text: some StringProtocol) -> PhoneNumberError? {
    do {
      _ = try PhoneNumber(text, in: NumberingPlan())
      return nil
    } catch {
      switch error {
      case .empty, .notANumber, .noCountryCode: return error
      // An international prefix that is not known here may stand before fifteen digits.
      case .tooLong: return text.utf8.count { (0x30...0x39).contains($0) } > 20 ? error : nil
      case .tooShort, .countryUnknown: return nil
      }
    }
  }
}

extension PhoneNumber: Codable {
  /// Reads the normal form.
  public init(from decoder: any Decoder) throws {
    self.init(normalForm: try decoder.singleValueContainer().decode(String.self))
  }

  /// Writes the normal form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// What is wrong with a number.
public enum PhoneNumberError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There are no digits.
  case empty
  /// A character that no number has.
  case notANumber(character: Character)
  /// More digits than any number has (ITU-T E.164 allows 15).
  case tooLong
  /// Fewer digits than an international number has.
  case tooShort
  /// An international number whose country code begins with 0.
  case noCountryCode
  /// The number is written nationally and the gateway does not know its country.
  case countryUnknown

  /// What is wrong and what to do about it.
  public var description: String {
    switch self {
    case .empty: "no digits"
    case .notANumber(let character): "'\(character)' is not part of a phone number"
    case .tooLong: "more digits than a phone number has"
    case .tooShort: "fewer digits than an international number has"
    case .noCountryCode: "no country code begins with 0"
    case .countryUnknown:
      "written nationally, but the country is not known: write it with + or set gateway.country_code"
    }
  }
}
