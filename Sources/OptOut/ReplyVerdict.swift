public import Messaging

/// What a reply means, and what in it said so.
///
/// Encoded as `{"verdict", "scope", "language", "rule", "word"}`, with all five keys always there
/// and `null` where there is nothing to say.
public struct ReplyVerdict: Hashable, Sendable {
  /// What a reply asks for.
  public enum Kind: Hashable, Sendable {
    /// The writer wants no more messages.
    case optOut(OptOutScope)
    /// The writer wants messages again.
    case optIn
    /// The writer asks who this is and how it ends.
    case help
    /// A person should read this: it may be an opt-out.
    case review
    /// An ordinary reply.
    case none
  }

  /// What the reply asks for.
  public let kind: Kind

  /// The language of the word that matched, as a BCP 47 code such as `fr`.
  ///
  /// `nil` when nothing matched, and for the words that belong to no language (STOP, STOPALL).
  public let language: String?

  /// The rule that decided.
  public let rule: MatchingRule

  /// The keyword or phrase that matched, as the table has it; `nil` when nothing did.
  public let word: String?

  /// Makes a verdict.
  ///
  /// - Parameters:
  ///   - kind: What the reply asks for.
  ///   - language: The language of the word, or `nil`.
  ///   - rule: The rule that decided.
  ///   - word: The keyword or phrase that matched, or `nil`.
  public init(kind: Kind, language: String?, rule: MatchingRule, word: String?) {
    self.kind = kind
    self.language = language
    self.rule = rule
    self.word = word
  }

  /// The verdict where a bare STOP is about marketing only: words that name everything, such as
  /// STOPALL, are still about everything.
  ///
  /// - Parameter scope: What a bare STOP is about.
  /// - Returns: The verdict, perhaps about less.
  public func narrowed(to scope: OptOutScope) -> ReplyVerdict {
    switch (kind, scope) {
    case (.optOut(.all), .marketing) where !namesEverything:
      ReplyVerdict(kind: .optOut(.marketing), language: language, rule: rule, word: word)
    default: self
    }
  }

  private static let everything: Set<String> = [
    "all", "everything", "tout", "tous", "todo", "todos", "tudo", "alles", "alle", "tutto", "tutti",
    "allt", "alt", "kaikki", "wszystko", "hepsi", "tümü", "все", "всё", "усе", "όλα",
  ]

  private var namesEverything: Bool {
    guard let words = word?.lowercased().split(separator: " ").map({ String($0) }) else {
      return false
    }
    return words == ["stopall"] || words.contains { Self.everything.contains($0) }
  }
}

extension ReplyVerdict.Kind {
  /// The word for the verdict on the command line and in JSON.
  public var name: String {
    switch self {
    case .optOut: "opt-out"
    case .optIn: "opt-in"
    case .help: "help"
    case .review: "review"
    case .none: "none"
    }
  }

  /// The scope of an opt-out; `nil` for everything else.
  public var scope: OptOutScope? {
    switch self {
    case .optOut(let scope): scope
    case .optIn, .help, .review, .none: nil
    }
  }
}

extension ReplyVerdict: Codable {
  private enum CodingKeys: String, CodingKey {
    case verdict
    case scope
    case language
    case rule
    case word
  }

  /// Reads what ``encode(to:)`` writes.
  ///
  /// - Parameter decoder: Where the five keys are.
  /// - Throws: `DecodingError` for an unknown verdict, or an opt-out that names no scope.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let verdict = try container.decode(String.self, forKey: .verdict)
    switch verdict {
    case "opt-out": kind = .optOut(try container.decode(OptOutScope.self, forKey: .scope))
    case "opt-in": kind = .optIn
    case "help": kind = .help
    case "review": kind = .review
    case "none": kind = .none
    default:
      throw DecodingError.dataCorruptedError(
        forKey: .verdict,
        in: container,
        debugDescription: "“\(verdict)” is none of opt-out, opt-in, help, review and none"
      )
    }
    language = try container.decodeIfPresent(String.self, forKey: .language)
    rule = try container.decode(MatchingRule.self, forKey: .rule)
    word = try container.decodeIfPresent(String.self, forKey: .word)
  }

  /// Writes all five keys, with `null` where there is nothing to say.
  ///
  /// - Parameter encoder: Where they go.
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind.name, forKey: .verdict)
    try container.encode(kind.scope, forKey: .scope)
    try container.encode(language, forKey: .language)
    try container.encode(rule, forKey: .rule)
    try container.encode(word, forKey: .word)
  }
}
