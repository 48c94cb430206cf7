internal import Messaging
internal import OptOut
internal import Storage
internal import TransferLayer

/// What a reply is answered, if it is: in the language of its word, in one segment.
///
/// Nobody reads an answer at a short code or a name, and a machine there may answer back.
struct ReplyAnswers: Sendable {
  /// The texts.
  let texts: ConfirmationTexts
  /// Whether replies are answered at all: an SMS costs money.
  var isOn = true

  /// How long an answer may wait for its SIM before it is not worth sending.
  static let validity: Duration = .seconds(60 * 60)

  /// The answer to a reply.
  ///
  /// - Parameters:
  ///   - verdict: What the reply means.
  ///   - sender: Who wrote it.
  /// - Returns: The answer; nil where there is none.
  func answer(to verdict: ReplyVerdict, from sender: PhoneNumber) -> InboundAnswer? {
    guard isOn, sender.kind == .international, let text = texts.confirmation(for: verdict),
      let coding = try? MessageCoding(
        .text(text),
        encoding: .auto,
        displayClass: nil,
        options: TransferOptions()
      )
    else { return nil }
    return InboundAnswer(
      text: text,
      encoding: coding.encodingName,
      segmentCount: coding.segmented.segmentCount,
      validity: Self.validity
    )
  }
}
