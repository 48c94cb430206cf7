import Messaging

/// The one message that answers an opt-out, an opt-in or a call for help.
public struct ConfirmationTexts: Sendable {
  private let defaultLanguage: String
  private let sender: String?

  /// Makes the texts of one gateway.
  ///
  /// - Parameters:
  ///   - defaultLanguage: The language for words that belong to none, such as STOP.
  ///   - sender: The name to put in front, if it leaves the text within one segment.
  public init(defaultLanguage: String = "en", sender: String? = nil) {
    self.defaultLanguage = defaultLanguage
    self.sender = sender
  }

  /// The answer to a reply, within one segment.
  ///
  /// - Parameter verdict: What the reply means.
  /// - Returns: The text, in the language of the word that matched; `nil` for a verdict that is not
  ///   answered.
  public func confirmation(for verdict: ReplyVerdict) -> String? {
    switch verdict.kind {
    case .optOut(.all):
      "You are unsubscribed and will get no more messages. Reply START to get them again."
    case .optOut(.marketing):
      "You will get no more marketing messages. Reply STOP to stop all messages."
    case .optIn: "You will get our messages again. Reply STOP to stop them."
    case .help: "Reply STOP to get no more messages from us, START to get them again."
    case .review, .none: nil
    }
  }
}
