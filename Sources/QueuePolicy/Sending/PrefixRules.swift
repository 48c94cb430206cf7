public import GSMAlphabet
public import Messaging

/// What holds for the numbers that begin with certain digits.
public struct PrefixRule: Hashable, Sendable {
  /// What the numbers begin with: `+` and digits, or digits as they are dialled.
  public var prefix: String
  /// What a segment to them costs; nil where this rule does not say.
  public var cost: Money?
  /// The modems that may send to them, by name; nil for all.
  public var modems: [String]?
  /// The languages whose shift tables (3GPP TS 23.038 §A) may be used for texts to them; nil where
  /// this rule does not say.
  public var languages: [NationalLanguage]?

  /// A rule.
  public init(
    prefix: String,
    cost: Money? = nil,
    modems: [String]? = nil,
    languages: [NationalLanguage]? = nil
  ) {
    self.prefix = prefix
    self.cost = cost
    self.modems = modems
    self.languages = languages
  }
}

/// The rules by prefix: of those that say something, the longest prefix decides.
public struct PrefixRules: Hashable, Sendable {
  /// The rules, in any order.
  public var rules: [PrefixRule] = []
  /// Where only some numbers may be written to, what they begin with; empty for all.
  public var allowed: [String] = []
  /// What the numbers begin with that may not be written to.
  public var denied: [String] = []
  /// What a segment costs to numbers that no rule has a price for.
  public var standardCost = Money.zero

  /// No rules.
  public init() {}

  /// Whether a number may be written to.
  ///
  /// Of an allowed and a denied prefix the longer one decides, and of two equal ones the denied.
  public func verdict(on number: PhoneNumber) -> RuleVerdict {
    let denial = Self.longest(denied, of: number)
    let permit = Self.longest(allowed, of: number)
    if let denial, denial.utf8.count >= permit?.utf8.count ?? 0 {
      return .refused(reason: "numbers that begin with \(denial) are not written to")
    }
    guard permit == nil, !allowed.isEmpty else { return .allowed }
    return .refused(reason: "\(number) is in no prefix that may be written to")
  }

  /// What a message costs.
  ///
  /// - Parameters:
  ///   - number: Whom it goes to.
  ///   - segments: How many segments it has.
  /// - Returns: The cost.
  public func cost(to number: PhoneNumber, segments: Int) -> Money {
    let price = longest(of: number) { $0.cost != nil }?.cost ?? standardCost
    return Money(tenThousandths: price.tenThousandths * Int64(segments))
  }

  /// Whether any number costs anything.
  public var hasCosts: Bool {
    standardCost != .zero || rules.contains { ($0.cost ?? .zero) != .zero }
  }

  /// The rule that says which modems may send to a number; nil where none does.
  public func route(to number: PhoneNumber) -> PrefixRule? {
    longest(of: number) { $0.modems != nil }
  }

  /// The languages whose shift tables may be used for texts to a number; none where no rule says.
  public func languages(for number: PhoneNumber) -> [NationalLanguage] {
    longest(of: number) { $0.languages != nil }?.languages ?? []
  }

  private func longest(
    of number: PhoneNumber,
    where isMeant: (PrefixRule) -> Bool
  ) -> PrefixRule? {
    rules.filter { isMeant($0) && number.description.hasPrefix($0.prefix) }
      .max { $0.prefix.utf8.count < $1.prefix.utf8.count }
  }

  private static func longest(_ prefixes: [String], of number: PhoneNumber) -> String? {
    prefixes.filter { number.description.hasPrefix($0) }.max { $0.utf8.count < $1.utf8.count }
  }
}

/// Numbers at which the caller pays extra, by the numbering plans of their countries.
public enum PremiumPrefixes {
  /// What they begin with: international premium rate (ITU-T E.169.2), 1-900 (NANP), 09 (GB), 089
  /// (FR), 0900 (DE, AT, CH, NL, BE), 80x (ES), 89x (IT), 190 (AU), 15xx (IE), and satellites.
  public static let all = [
    "+979", "+1900", "+449", "+3389", "+49900", "+43900", "+43930", "+41900", "+41901", "+41906",
    "+31900", "+31906", "+31909", "+3290", "+34803", "+34806", "+34807", "+39892", "+39894",
    "+39895", "+39899", "+61190", "+3531512", "+3531550", "+3531560", "+881", "+882", "+883",
  ]
}

extension PrefixRules {
  /// The modems that may send to the numbers of a prefix, as its rule writes it; nil for all.
  public func modems(ofPrefix prefix: String) -> [String]? {
    rules.first { $0.prefix == prefix && $0.modems != nil }?.modems
  }
}
