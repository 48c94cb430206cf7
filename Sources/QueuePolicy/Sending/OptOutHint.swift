/// What a text must say about how to opt out.
public struct OptOutHint: Hashable, Sendable {
  /// What becomes of a text that does not say it.
  public enum Action: String, Hashable, Sendable, CaseIterable {
    /// The hint is put after it, and counts towards its segments.
    case append
    /// The message is refused.
    case refuse
  }

  /// The hint: `Reply STOP to opt out`.
  public var text: String
  /// The word that shows that a text has a hint already: `STOP`.
  public var word: String
  /// What becomes of a text without it.
  public var action: Action

  /// A hint.
  public init(text: String, word: String = "STOP", action: Action = .append) {
    self.text = text
    self.word = word
    self.action = action
  }

  /// Whether a text says how to opt out: the word stands in it by itself.
  public func isIn(_ body: String) -> Bool {
    let wanted = word.lowercased()
    let words = body.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.contains { $0 == wanted[...] } || body.lowercased().contains(text.lowercased())
  }

  /// A text with the hint after it, on a line of its own.
  public func appended(to body: String) -> String {
    body.isEmpty || body.last?.isNewline == true ? body + text : body + "\n" + text
  }
}
