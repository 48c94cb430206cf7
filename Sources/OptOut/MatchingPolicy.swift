/// How willingly a reply is read as an opt-out.
public enum MatchingPolicy: String, Hashable, Sendable, Codable, CaseIterable {
  /// Keywords, keywords with small words around them, and natural requests; doubt is `review`.
  case standard
  /// Only a reply that is exactly a keyword; every other sign of an opt-out is `review`.
  case strict
  /// As `standard`, and a strong keyword anywhere in the reply is an opt-out.
  case contains
}

/// The rule that decided what a reply means, in the order in which the rules are tried.
public enum MatchingRule: String, Hashable, Sendable, Codable, CaseIterable {
  /// The whole reply is a keyword, perhaps spelled S T O P, or repeated.
  case wholeBody = "whole-body"
  /// The first or the last line, or the last sentence, is a keyword alone.
  case ownLine = "own-line"
  /// The reply begins with a strong keyword, and small words or digits follow.
  case firstWord = "first-word"
  /// A strong keyword among small words only: “ok, please stop”.
  case smallWords = "small-words"
  /// A request in ordinary words: “take me off your list”.
  case phrase
  /// A keyword with letters held down: “stopppp”.
  case repeatedLetters = "repeated-letters"
  /// A keyword with letters of another script that look the same.
  case lookAlike = "look-alike"
  /// The whole reply is STOP with two letters swapped, or one key beside the right one.
  case typo
  /// A keyword somewhere in the reply, and no other rule knew it.
  case contains
  /// A keyword that the words around it take back, or give another meaning: “bus stop”.
  case innocent
  /// Only the words of somebody else: a reaction, or a quoted original.
  case quoted
  /// Nothing in the reply matched.
  case none
}
