/// A message as its recipient gets it: one segment, or all parts of a longer one put together.
public struct AcceptedMessage: Equatable, Sendable {
  /// TP-DA: `+` and digits, or digits.
  public let recipient: String
  /// The whole text; nil for data.
  public let text: String?
  /// The segments, in the order of their parts.
  public let segments: [AcceptedSegment]
}

extension [AcceptedSegment] {
  /// The messages that a phone makes of the record, in the order in which they became whole.
  ///
  /// A part that comes again begins the message anew, as it does on a phone that has shown it.
  public var messages: [AcceptedMessage] {
    var messages: [AcceptedMessage] = []
    var partial: [[AcceptedSegment?]] = []
    for segment in self {
      guard let part = segment.part, (1...part.total).contains(part.position) else {
        messages.append(
          AcceptedMessage(recipient: segment.recipient, text: segment.text, segments: [segment])
        )
        continue
      }
      let known = partial.firstIndex { $0.belongs(with: segment) }
      var parts = known.map { partial.remove(at: $0) } ?? []
      if parts.isEmpty || parts[part.position - 1] != nil {
        parts = [AcceptedSegment?](repeating: nil, count: part.total)
      }
      parts[part.position - 1] = segment
      let present = parts.compactMap { $0 }
      if present.count == part.total {
        messages.append(AcceptedMessage(whole: present))
      } else {
        partial.append(parts)
      }
    }
    return messages
  }
}

extension [AcceptedSegment?] {
  /// Whether a segment is another part of the same message.
  fileprivate func belongs(with segment: AcceptedSegment) -> Bool {
    guard let first = compactMap({ $0 }).first, let mine = first.part, let other = segment.part
    else { return false }
    return first.iccid == segment.iccid && first.recipient == segment.recipient
      && mine.reference == other.reference && mine.total == other.total
  }
}

extension AcceptedMessage {
  fileprivate init(whole segments: [AcceptedSegment]) {
    let texts = segments.compactMap(\.text)
    self.init(
      recipient: segments.first?.recipient ?? "",
      text: texts.count == segments.count ? texts.joined() : nil,
      segments: segments
    )
  }
}
