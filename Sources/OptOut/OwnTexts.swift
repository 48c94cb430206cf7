/// Answers of the operator's own, which stand for those of every language.
///
/// They are sent as they are: without the sender's name, and in as many segments as they take.
public struct OwnTexts: Hashable, Sendable {
  /// The answer to an opt-out of everything.
  public var stopped: String?
  /// The answer to an opt-out of marketing.
  public var stoppedMarketing: String?
  /// The answer to an opt-in.
  public var started: String?
  /// The answer to a request for help.
  public var help: String?

  /// No texts: those of the language of the word are used.
  public init() {}
}
