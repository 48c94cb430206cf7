import Messaging

/// Reads replies: does the writer want to stop, to start, to have help, or none of these.
///
/// The tables of keywords and phrases, by language, are in `Languages`; `docs/opt-out.md` explains
/// the rules. Classifying takes time proportional to the text, up to a limit, and never fails.
public struct ReplyClassifier: Sendable {
  private let policy: MatchingPolicy
  private let lexicon: Lexicon

  /// Makes a classifier.
  ///
  /// - Parameters:
  ///   - policy: How willingly a reply is read as an opt-out.
  ///   - ignoring: Keywords of the tables that mean nothing here, as CANCEL may where replies are
  ///     about appointments.
  ///   - adding: Keywords of the operator's own.
  public init(
    policy: MatchingPolicy = .standard,
    ignoring: [String] = [],
    adding: [AdditionalKeyword] = []
  ) {
    self.policy = policy
    self.lexicon =
      ignoring.isEmpty && adding.isEmpty
      ? .standard : Lexicon(ignoring: ignoring, adding: adding)
  }

  /// Says what a reply means.
  ///
  /// - Parameter text: The whole reply, reassembled from its segments.
  /// - Returns: The verdict, with the rule and the word that decided.
  public func classify(_ text: String) -> ReplyVerdict {
    let body = ReplyBody(text, lexicon: lexicon)
    guard let reading = MatchingRules(body).reading(policy) else {
      let rule = body.covers.contains { $0 != nil } ? MatchingRule.innocent : .none
      return ReplyVerdict(
        kind: .none,
        language: nil,
        rule: body.hasQuotation ? .quoted : rule,
        word: nil
      )
    }
    return ReplyVerdict(
      kind: reading.kind(under: policy),
      language: reading.language,
      rule: reading.rule,
      word: reading.word
    )
  }
}

/// What a rule found.
struct Reading {
  var kind: ReplyVerdict.Kind
  var language: String?
  var rule: MatchingRule
  var word: String
  /// Whether the whole reply is one keyword, spelled as in the table.
  var isExact = false

  /// The verdict under a policy: the strict one acts on exact words only, and shows the others.
  func kind(under policy: MatchingPolicy) -> ReplyVerdict.Kind {
    guard policy == .strict, !isExact else { return kind }
    switch kind {
    case .optOut, .review: return .review
    case .optIn, .help, .none: return .none
    }
  }
}
