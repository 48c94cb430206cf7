import ModemModel

/// Holds the record of the service centre against what was asked for.
///
/// The gateway is not asked: what the service centre accepted is what was sent.
struct DemoAudit: Equatable, Sendable {
  /// What a modem did, by the record.
  struct Share: Equatable, Sendable, Encodable {
    /// The modem's name.
    var modem: String
    /// Messages that it sent whole.
    var messages = 0
    /// Segments that it sent.
    var segments = 0
  }

  /// What each modem did, in the order of the names.
  let shares: [Share]
  /// The messages that were asked for and that the service centre has, each once.
  let sentOnce: Int
  /// The segments in the record.
  let segments: Int
  /// The text that the customer who answered STOP got as confirmation.
  let confirmation: String?
  /// What is not as it should be, a sentence each.
  let faults: [String]

  /// A modem that has less of the work than this was left out.
  static let leastShare = 0.2

  /// Reads the record.
  ///
  /// - Parameters:
  ///   - record: What the service centre accepted.
  ///   - wanted: The messages that were asked for.
  ///   - modems: The names of the modems.
  ///   - stopped: The customer who answered STOP, who gets one confirmation and nothing else.
  init(_ record: [AcceptedSegment], wanted: [DemoMessage], modems: [String], stopped: String) {
    let messages = WholeMessage.all(in: record)
    var unexplained = messages.messages
    var faults = messages.incomplete.map { "part of a message to \($0) is missing" }
    var sentOnce = 0
    for message in wanted {
      let isCopy = { (whole: WholeMessage) in
        whole.recipient == message.recipient && whole.text == message.text
      }
      let copies = unexplained.filter(isCopy).count
      unexplained.removeAll(where: isCopy)
      switch copies {
      case 0: faults.append("\(message.file) was not sent")
      case 1: sentOnce += 1
      default: faults.append("\(message.file) was sent \(copies) times")
      }
    }
    let place = unexplained.firstIndex { $0.recipient == stopped }
    confirmation = place.map { unexplained.remove(at: $0).text }
    if confirmation == nil { faults.append("\(stopped) got no confirmation of STOP") }
    for whole in unexplained {
      faults.append("nobody asked for the message to \(whole.recipient): \(whole.text)")
    }
    shares = modems.map { modem in
      Share(
        modem: modem,
        messages: messages.messages.filter { $0.modem == modem }.count,
        segments: record.filter { $0.modem == modem }.count
      )
    }
    for share in shares where Double(share.segments) < Self.leastShare * Double(record.count) {
      faults.append("\(share.modem) sent only \(share.segments) of \(record.count) segments")
    }
    self.sentOnce = sentOnce
    self.segments = record.count
    self.faults = faults
  }
}

/// A message put together from its segments, as the recipient's phone does it.
private struct WholeMessage {
  var recipient: String
  var text: String
  var modem: String

  /// The messages of a record, and the recipients of those of which a part is missing.
  static func all(
    in record: [AcceptedSegment]
  ) -> (messages: [WholeMessage], incomplete: [String]) {
    var messages: [WholeMessage] = []
    var open: [[AcceptedSegment]] = []
    for segment in record {
      guard let part = segment.part else {
        messages.append(WholeMessage([segment]))
        continue
      }
      let place =
        open.firstIndex { $0[0].belongs(with: segment) && !$0.holds(part.position) } ?? open.count
      if place == open.count { open.append([]) }
      open[place].append(segment)
      if open[place].count == part.total { messages.append(WholeMessage(open.remove(at: place))) }
    }
    return (messages, open.map { $0[0].recipient })
  }

  private init(_ segments: [AcceptedSegment]) {
    let ordered = segments.sorted { ($0.part?.position ?? 0) < ($1.part?.position ?? 0) }
    recipient = segments[0].recipient
    modem = segments[0].modem
    text = ordered.map { $0.text ?? "" }.joined()
  }
}

extension [AcceptedSegment] {
  fileprivate func holds(_ position: Int) -> Bool {
    contains { $0.part?.position == position }
  }
}

extension AcceptedSegment {
  /// Whether two segments are of one message: one sender, one recipient, one reference.
  fileprivate func belongs(with other: AcceptedSegment) -> Bool {
    recipient == other.recipient && iccid == other.iccid
      && part?.reference == other.part?.reference && part?.total == other.part?.total
  }
}
