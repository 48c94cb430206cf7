internal import Messaging
internal import OptOut
internal import Storage
internal import TransferLayer

/// Joins the parts of a received message and says what the whole means for the opt-out list.
///
/// Pure: it runs inside the store's transaction, so that the opt-out, and all that it withdraws, is
/// durable together with the message that asked for it.
struct ReplyJudge: Sendable {
  let classifier: ReplyClassifier
  let answers: ReplyAnswers
  /// What a bare STOP is about.
  var stopScope = OptOutScope.all

  /// What a set of parts makes.
  ///
  /// - Parameters:
  ///   - parts: Stored parts with one key, oldest first.
  ///   - isOverdue: Whether missing parts are waited for no longer.
  /// - Returns: The message; nil while parts are missing.
  func assemble(_ parts: [InboundPart], isOverdue: Bool = false) -> InboundAssembly? {
    guard let first = parts.first else { return nil }
    var readable: [(place: Int, part: MessagePart)] = []
    for (place, part) in parts.enumerated() {
      if case .deliver(let deliver, _) = InboundPDU(octets: part.rawPDU) {
        readable.append((place, MessagePart(deliver)))
      }
    }
    guard !readable.isEmpty else {
      return InboundAssembly(content: .data(first.rawPDU), usedParts: [0])
    }
    let used = readable.map(\.place)
    switch Reassembly.join(parts: readable.map(\.part)) {
    case .complete(let whole):
      return assembly(whole, used, missing: 0, from: first.sender)
    case .missing(let missing) where isOverdue:
      let whole = Reassembly.joinIncomplete(parts: readable.map(\.part)).content
      return assembly(whole, used, missing: missing.count, from: first.sender)
    case .missing:
      return nil
    }
  }

  private func assembly(
    _ whole: ReceivedContent,
    _ used: [Int],
    missing: Int,
    from sender: PhoneNumber
  ) -> InboundAssembly {
    let content = whole.text.map(MessageContent.text) ?? .data(whole.data ?? [])
    var assembly = InboundAssembly(content: content, usedParts: used, missingParts: missing)
    // A name cannot be answered, so nothing that it says can be an opt-out.
    guard sender.kind != .alphanumeric, case .text(let text) = content else { return assembly }
    let verdict = classifier.classify(text).narrowed(to: stopScope)
    assembly.verdict = InboundVerdict(verdict)
    assembly.answer = answers.answer(to: verdict, from: sender)
    return assembly
  }
}

extension InboundVerdict {
  /// A verdict as the store keeps it: the rule and the word in one.
  fileprivate init(_ verdict: ReplyVerdict) {
    let rule = [verdict.rule.rawValue, verdict.word].compactMap(\.self).joined(separator: ": ")
    switch verdict.kind {
    case .optOut(let scope): self = .optOut(scope: scope, rule: rule)
    case .optIn: self = .optIn(rule: rule)
    case .help: self = .help(rule: rule)
    case .review: self = .suspected(rule: rule)
    case .none: self = .nothing
    }
  }
}
