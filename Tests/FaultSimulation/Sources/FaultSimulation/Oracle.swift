internal import Messaging
internal import ModemModel

/// What is known outside the gateway: what producers and customers did, and what was seen on the
/// wires.
///
/// With the record of the service centre it is the judge.
struct Oracle: Sendable {
  /// The people, who get messages and write some.
  let people: [PhoneNumber]
  private(set) var violations: [Violation] = []

  /// Files that were dropped, and requests that were made, by tag.
  private(set) var dropped: [Int] = []
  private(set) var requested: [Int] = []
  /// Requests that got an answer: kept, or refused for an opt-out.
  private(set) var kept: [Int] = []
  private(set) var refused: [Int] = []
  /// Messages that an operator had sent again, or called sent.
  private(set) var resent: [Int] = []
  private(set) var declared: [Int] = []
  /// Messages that an operator put to rest, or took back.
  private(set) var unwanted: [Int] = []
  /// What customers wrote.
  private(set) var written: [(text: String, sender: String)] = []
  /// Long messages that customers wrote, and when.
  private(set) var longReplies: [(reply: LongReply, at: Timestamp)] = []
  /// What an application got of the received messages; it knows them by their ids.
  private(set) var handedOut: [MessageID] = []
  /// Which commit made an opt-out durable.
  private(set) var optOutCommits: [(number: PhoneNumber, commit: Int)] = []

  init(recipients: Int) {
    people = (0..<recipients).compactMap {
      try? PhoneNumber("+44770090000\($0)", in: NumberingPlan())
    }
  }

  var customerMessages: Int { written.count }

  mutating func fail(_ rule: Violation.Rule, _ text: String) {
    if violations.count < 50 { violations.append(Violation(rule: rule, text: text)) }
  }

  mutating func dropped(_ tag: Int) { dropped.append(tag) }
  mutating func requested(_ tag: Int) { requested.append(tag) }
  mutating func operatorResends(_ tag: Int) { resent.append(tag) }
  mutating func operatorEnds(_ tag: Int) { unwanted.append(tag) }
  mutating func operatorSaysSent(_ tag: Int) { declared.append(tag) }
  mutating func customerWrote(_ text: String, _ sender: String) { written.append((text, sender)) }

  mutating func customerWrote(_ reply: LongReply, at time: Timestamp) {
    longReplies.append((reply, time))
  }

  mutating func answered(_ tag: Int, _ answer: StoreAnswer) {
    guard !isAnswered(tag) else { return }
    if case .accepted = answer { kept.append(tag) } else { refused.append(tag) }
  }

  mutating func consumed(_ id: MessageID) {
    if !handedOut.contains(id) { handedOut.append(id) }
  }

  func isAnswered(_ tag: Int) -> Bool { kept.contains(tag) || refused.contains(tag) }

  /// Whether every request has its answer.
  var isSatisfied: Bool { requested.allSatisfy(isAnswered) }

  mutating func noteOptOuts(_ tables: ModelTables) {
    for number in tables.optedOut where !optOutCommits.contains(where: { $0.number == number }) {
      optOutCommits.append((number, tables.commits))
    }
  }

  // MARK: - Texts that tell their message in every segment

  static func text(_ tag: Int, segments: Int) -> String {
    let mark = "#\(tag); "
    let length = segments == 1 ? 40 : 153 * (segments - 1) + 30
    return String(repeating: mark, count: length / mark.utf8.count)
  }

  /// Which message a segment is of.
  static func tag(in segment: AcceptedSegment) -> Int? {
    guard let text = segment.text, let mark = text.firstIndex(of: "#") else { return nil }
    let rest = text[text.index(after: mark)...]
    guard let end = rest.firstIndex(of: ";") else { return nil }
    return Int(rest[..<end])
  }

  static func isAtRest(_ message: ModelMessage) -> Bool {
    switch message.state {
    case .queued, .submitting: false
    case .unknown: message.duplicates == .hold && message.decideAt == nil
    case .sent, .delivered, .undelivered, .failed, .withdrawn, .cancelled, .expired, .closed: true
    }
  }
}

/// A promise that was broken.
public struct Violation: Equatable, Sendable, CustomStringConvertible {
  /// The promises, by the numbers of the plan of tests.
  public enum Rule: String, Sendable, CaseIterable {
    /// What was acknowledged is kept, once.
    case kept = "I1"
    /// Under `avoid` nothing is sent twice.
    case avoids = "I2"
    /// Under `allow` everything is sent in the end.
    case allows = "I3"
    /// `sent` means that the service centre has all of it.
    case sentIsSent = "I4"
    /// `failed` and its kind mean that the service centre does not have all of it.
    case failedIsFailed = "I5"
    /// What was sent twice is marked.
    case marked = "I6"
    /// What the network handed over is there, once.
    case received = "I7"
    /// Nothing is deleted before it is durable.
    case durableBeforeDelete = "I8"
    /// Everything comes to rest.
    case drains = "I9"
    /// Nothing but commands, PDUs, Ctrl-Z and ESC goes to a modem.
    case grammar = "I10"
    /// Nothing grows without bound.
    case bounded = "I11"
    /// Ctrl-Z follows a durable attempt.
    case recorded = "I12"
    /// After a durable STOP nothing leaves.
    case stopped = "I13"
    /// What the service centre has came with an attempt that is not said to have come to nothing.
    case accounted = "I14"
    /// Each file that was dropped has one result, where its state belongs, and one report if it was reported.
    case results = "I15"
    /// Each received message comes to applications, under one id.
    case consumed = "I16"
    /// Each part of a long received message is given out once, with no part of another message.
    case parts = "I17"
    /// `sent` means that a phone can put the segments of a long message together.
    case oneReference = "I18"

    /// The promise in words.
    public var text: String {
      switch self {
      case .kept: "what was acknowledged is kept, once"
      case .avoids: "under avoid nothing is sent twice"
      case .allows: "under allow everything is sent in the end"
      case .sentIsSent: "sent means that the service centre has it"
      case .failedIsFailed: "failed means that the service centre does not have it"
      case .marked: "what was sent twice is marked"
      case .received: "what the network handed over is there, once"
      case .durableBeforeDelete: "nothing is deleted before it is durable"
      case .drains: "everything comes to rest"
      case .grammar: "nothing but commands, PDUs, Ctrl-Z and ESC goes to a modem"
      case .bounded: "nothing grows without bound"
      case .recorded: "Ctrl-Z follows a durable attempt"
      case .stopped: "nothing leaves after a durable STOP"
      case .results: "each dropped file has one result, where it belongs"
      case .consumed: "each received message comes to applications, under one id"
      case .parts: "each part of a received message is given out once, and not mixed"
      case .oneReference: "what was sent is whole under one reference"
      case .accounted: "an attempt that counts as nothing brought nothing"
      }
    }
  }

  /// Which promise.
  public var rule: Rule
  /// How it was broken.
  public var text: String

  /// All of it in a line.
  public var description: String { "\(rule.rawValue) (\(rule.text)): \(text)" }
}
