import Messaging

/// Somebody with a phone who answers messages by a rule.
public struct CustomerRule: Equatable, Sendable {
  /// The customer's number: `+` and digits.
  public var number: String
  /// What the message must contain; nil for any message.
  public var trigger: String?
  /// What the customer answers.
  public var answer: String
  /// How long it takes.
  public var delay: Duration
  /// How often at most; nil for every time.
  public var limit: Int?

  /// A rule: a message to `number` that contains `trigger` is answered with `answer`.
  public init(
    number: String,
    trigger: String? = nil,
    answer: String,
    delay: Duration = .zero,
    limit: Int? = 1
  ) {
    self.number = number
    self.trigger = trigger
    self.answer = answer
    self.delay = delay
    self.limit = limit
  }
}

/// The customers, and the parts of long messages that they have got so far.
struct Customers: Equatable, Sendable {
  private struct Entry: Equatable, Sendable {
    var rule: CustomerRule
    var answered = 0
  }

  private struct PartialMessage: Equatable, Sendable {
    var iccid: String
    var recipient: String
    var reference: Int
    var texts: [String?]
  }

  private var entries: [Entry] = []
  private var partials: [PartialMessage] = []
  private static let longestWait = 256

  mutating func add(_ rule: CustomerRule) {
    entries.append(Entry(rule: rule))
  }

  /// The rules that a segment sets off: those of its recipient, once the message is whole.
  mutating func rulesSetOff(by segment: AcceptedSegment) -> [CustomerRule] {
    guard !entries.isEmpty, let text = wholeText(segment) else { return [] }
    var rules: [CustomerRule] = []
    for index in entries.indices {
      let rule = entries[index].rule
      guard rule.number == segment.recipient,
        rule.limit.map({ entries[index].answered < $0 }) ?? true,
        rule.trigger.map({ text.contains($0) }) ?? true
      else { continue }
      entries[index].answered += 1
      rules.append(rule)
    }
    return rules
  }

  private mutating func wholeText(_ segment: AcceptedSegment) -> String? {
    guard let part = segment.part else { return segment.text ?? "" }
    guard (1...part.total).contains(part.position) else { return nil }
    let known = partials.firstIndex {
      $0.iccid == segment.iccid && $0.recipient == segment.recipient
        && $0.reference == part.reference && $0.texts.count == part.total
    }
    var partial =
      known.map { partials.remove(at: $0) }
      ?? PartialMessage(
        iccid: segment.iccid,
        recipient: segment.recipient,
        reference: part.reference,
        texts: Array(repeating: nil, count: part.total)
      )
    partial.texts[part.position - 1] = segment.text ?? ""
    let texts = partial.texts.compactMap { $0 }
    if texts.count == part.total { return texts.joined() }
    if partials.count >= Self.longestWait { partials.removeFirst() }
    partials.append(partial)
    return nil
  }
}
