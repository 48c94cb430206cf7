public import Messaging

/// A keyword of the operator's own, which counts when it is the whole reply.
///
/// The way to let NO be an opt-out, or YES an opt-in, where no message asks for either.
public struct AdditionalKeyword: Hashable, Sendable {
  /// What a keyword asks for.
  public enum Meaning: Hashable, Sendable {
    /// No more messages.
    case optOut(OptOutScope)
    /// Messages again.
    case optIn
    /// Help.
    case help
  }

  /// The keyword, in any case and with or without its diacritics.
  public let text: String
  /// What it asks for.
  public let meaning: Meaning
  /// The language to confirm in, as a BCP 47 code; `nil` for the gateway's own.
  public let language: String?

  /// Makes a keyword.
  ///
  /// - Parameters:
  ///   - text: The keyword, in any case and with or without its diacritics.
  ///   - meaning: What it asks for.
  ///   - language: The language to confirm in, as a BCP 47 code; `nil` for the gateway's own.
  public init(_ text: String, meaning: Meaning, language: String? = nil) {
    self.text = text
    self.meaning = meaning
    self.language = language
  }
}
