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

  /// What the last of some parts completes.
  ///
  /// - Parameter parts: Stored parts with one key that wait, oldest first.
  /// - Returns: The message that the last part belongs to; nil while others of it are missing.
  func assemble(_ parts: [InboundPart]) -> InboundAssembly? {
    let last = candidates(parts).first { $0.places.contains(parts.count - 1) }
    return last.flatMap { assembly(of: $0, parts, overdueBefore: nil) }
  }

  /// What is given out of parts that have waited.
  ///
  /// - Parameters:
  ///   - parts: Stored parts with one key that wait, oldest first.
  ///   - limit: A message whose last part was received before this waits no longer.
  /// - Returns: The messages that are whole or overdue; a part that is in none goes on waiting.
  func assembleOverdue(
    _ parts: [InboundPart],
    receivedBefore limit: Timestamp
  ) -> [InboundAssembly] {
    candidates(parts).compactMap { assembly(of: $0, parts, overdueBefore: limit) }
  }

  /// Some of the parts, by number: those of one message, or one that cannot be read.
  private struct Candidate {
    var places: [Int]
    var message: PartialMessage?
  }

  private func candidates(_ parts: [InboundPart]) -> [Candidate] {
    var segments: [WaitingSegment] = []
    var places: [Int] = []
    var candidates: [Candidate] = []
    for (place, part) in parts.enumerated() {
      guard case .deliver(let deliver, _) = InboundPDU(octets: part.rawPDU) else {
        candidates.append(Candidate(places: [place]))
        continue
      }
      places.append(place)
      segments.append(
        WaitingSegment(
          part: MessagePart(deliver),
          serviceCentreTimeStamp: part.serviceCentreTimeStamp,
          receivedAt: part.receivedAt
        )
      )
    }
    return candidates
      + PartialMessage.sort(segments).map { message in
        Candidate(places: message.places.map { places[$0] }, message: message)
      }
  }

  /// The message of some parts; nil where it is worth waiting for others.
  private func assembly(
    of candidate: Candidate,
    _ parts: [InboundPart],
    overdueBefore limit: Timestamp?
  ) -> InboundAssembly? {
    guard let first = candidate.places.first.map({ parts[$0] }) else { return nil }
    guard let message = candidate.message else {
      return InboundAssembly(content: .data(first.rawPDU), usedParts: candidate.places)
    }
    switch message.result {
    case .complete(let whole):
      return assembly(whole, candidate.places, missing: 0, from: first.sender)
    case .missing(let missing):
      guard let limit, message.lastArrival < limit else { return nil }
      return assembly(
        message.content,
        candidate.places,
        missing: missing.count,
        from: first.sender
      )
    }
  }

  private func assembly(
    _ whole: ReceivedContent,
    _ used: [Int],
    missing: Int,
    from sender: PhoneNumber
  ) -> InboundAssembly {
    let content = whole.text.map { .text($0.withoutNull) } ?? MessageContent.data(whole.data ?? [])
    var assembly = InboundAssembly(content: content, usedParts: used, missingParts: missing)
    // A name cannot be answered, so nothing that it says can be an opt-out.
    guard sender.kind != .alphanumeric, let text = whole.text else { return assembly }
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
