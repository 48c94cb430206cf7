import Messaging

/// Reads replies: does the writer want to stop, to start, to have help, or none of these.
public struct ReplyClassifier: Sendable {
  private let policy: MatchingPolicy

  /// Makes a classifier.
  ///
  /// - Parameter policy: How willingly a reply is read as an opt-out.
  public init(policy: MatchingPolicy = .standard) {
    self.policy = policy
  }

  /// Says what a reply means.
  ///
  /// - Parameter text: The whole reply, reassembled from its segments.
  /// - Returns: The verdict, with the rule and the word that decided.
  public func classify(_ text: String) -> ReplyVerdict {
    let letters = text.unicodeScalars.prefix(64).filter { $0.properties.isAlphabetic }
    let word = String(String.UnicodeScalarView(letters)).uppercased()
    let kind: ReplyVerdict.Kind
    switch word {
    case "STOP", "STOPALL", "UNSUBSCRIBE", "END", "QUIT", "CANCEL", "ARRET", "ARRÊT":
      kind = .optOut(.all)
    case "START", "UNSTOP": kind = .optIn
    case "HELP": kind = .help
    default: return ReplyVerdict(kind: .none, language: nil, rule: .none, word: nil)
    }
    return ReplyVerdict(kind: kind, language: nil, rule: .wholeBody, word: word)
  }
}
