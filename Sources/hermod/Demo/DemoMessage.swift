/// A message of the demonstration: the file it is dropped as, and what must come of it.
struct DemoMessage: Equatable, Sendable {
  /// The name of the file.
  let file: String
  /// Whom it goes to: `+` and digits.
  let recipient: String
  /// What it says.
  let text: String

  /// What the file holds.
  var content: String { "To: \(recipient)\n\n\(text)" }
}

/// What the demonstration sends.
///
/// The numbers are those that Ofcom keeps free for drama.
enum DemoMessages {
  /// One segment.
  static let plain = DemoMessage(
    file: "plain",
    recipient: "+447700900101",
    text: "Your order is ready. Come by any time before six. Reply STOP to get no more of these."
  )

  /// More than fits into two segments of the default alphabet, with characters that take two septets.
  static let long = DemoMessage(
    file: "long",
    recipient: "+447700900102",
    text: """
      Dear Ms Hart, thank you for your order of 14 boxes of tiles [size: 20 x 20] at €18 each, \
      €252 in all. They left our warehouse this morning and will be with you tomorrow between \
      nine and twelve. The driver will ring this number half an hour before. Please have the gate \
      open: the lorry is 8 m long, and cannot turn in the lane. If something is broken, keep the \
      box and send us a picture. {Reference: 2077}
      """
  )

  /// UCS-2, because of the emoji: half as much to a segment, and surrogate pairs to keep whole.
  static let emoji = DemoMessage(
    file: "emoji",
    recipient: "+447700900103",
    text: """
      🎉 Happy birthday, Zoë! 🎂 A cake with your name on it waits in our window until Saturday. \
      See you soon 😀
      """
  )

  /// Many at once, each to a customer of its own.
  static let burst = (1...40).map { number in
    DemoMessage(
      file: "burst-" + (number < 10 ? "0\(number)" : "\(number)"),
      recipient: "+4477009002" + (number < 10 ? "0\(number)" : "\(number)"),
      text: "Tonight's table is confirmed: number \(number), at half past seven."
    )
  }

  /// The file to the customer who has answered STOP by then.
  static let afterStop = DemoMessage(
    file: "after-stop",
    recipient: plain.recipient,
    text: "We have a new offer for you."
  )

  /// All that the service centre must get.
  static let wanted = [plain, long, emoji] + burst
}
