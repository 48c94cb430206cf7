internal import Logging
internal import Messaging
internal import OptOut
internal import Storage
internal import TransferLayer

/// Answers an opt-out, an opt-in or a request for help, once, over the SIM that it came to.
struct ConfirmationSender: Sendable {
  let store: MessageStore
  let clock: WallClock
  let classifier: ReplyClassifier
  let texts: ConfirmationTexts
  let health: StoreHealth
  let logger: Logger

  /// How long an answer may wait for its modem before it is not worth sending.
  static let validity: Duration = .seconds(60 * 60)

  /// Queues the answer to a message.
  ///
  /// - Parameters:
  ///   - message: The message.
  ///   - receiver: The SIM that it came to.
  func answer(_ message: InboundMessage, through receiver: InboundReceiver) async {
    // Nobody reads answers at a short code, and a machine there may answer back.
    guard message.sender.kind == .international, case .text(let text) = message.content,
      let answer = texts.confirmation(for: classifier.classify(text))
    else { return }
    let now = clock.now
    do {
      let coding = try MessageCoding(
        .text(answer),
        encoding: .auto,
        displayClass: nil,
        options: TransferOptions()
      )
      let submission = Submission(
        id: clock.newID(),
        recipient: message.sender,
        messageClass: .alert,
        content: .text(answer),
        encoding: coding.encodingName,
        segmentCount: coding.segmented.segmentCount,
        wantsStatusReport: false,
        duplicates: .avoid,
        expiresAt: now + Self.validity,
        modem: receiver.modem,
        reference: message.id.description,
        submitter: "hermod",
        origin: .api,
        purpose: .confirmation
      )
      _ = try await store.accept([submission], at: now)
    } catch let error as StoreError {
      await health.report(error)
    } catch {
      logger.error("an answer cannot be coded", metadata: ["error": "\(error)"])
    }
  }
}
