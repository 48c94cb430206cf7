public import Messaging
internal import ModemModel
internal import OptOut
internal import TransferLayer

/// A stored part, as far as it is judged.
public struct StoredPart: Equatable, Sendable {
  /// The whole PDU.
  public var rawPDU: [UInt8]
  /// TP-SCTS.
  public var serviceCentreTimeStamp: Timestamp?
  /// When it was received.
  public var receivedAt: Timestamp

  /// A part.
  public init(rawPDU: [UInt8], serviceCentreTimeStamp: Timestamp?, receivedAt: Timestamp) {
    self.rawPDU = rawPDU
    self.serviceCentreTimeStamp = serviceCentreTimeStamp
    self.receivedAt = receivedAt
  }

  fileprivate var segment: WaitingSegment? {
    guard
      let pdu = try? ServiceCentrePDU(decoding: rawPDU, direction: .mobileTerminated),
      case .deliver(let deliver) = pdu.tpdu
    else { return nil }
    return WaitingSegment(
      part: MessagePart(deliver),
      serviceCentreTimeStamp: serviceCentreTimeStamp,
      receivedAt: receivedAt
    )
  }
}

/// What a set of received parts makes: what `ReplyJudge` says in the gateway.
public struct PartJudgement: Equatable, Sendable {
  /// The text.
  public var text: String
  /// Which of the parts it is made of, by their places.
  public var used: [Int]
  /// How many parts are missing.
  public var missing: Int
  /// Whether the sender wants no more messages.
  public var isOptOut: Bool

  private static let classifier = ReplyClassifier()

  /// What the last of some parts completes.
  ///
  /// - Parameters:
  ///   - parts: Parts with one key that wait, oldest first.
  ///   - isByReference: Whether, against the rules, all parts with one reference are one message.
  /// - Returns: The message; nil while parts are missing.
  public static func judge(
    _ parts: [StoredPart],
    isByReference: Bool = false
  ) -> PartJudgement? {
    let segments = parts.compactMap(\.segment)
    guard segments.count == parts.count else { return nil }
    if isByReference {
      guard case .complete(let whole) = Reassembly.join(parts: segments.map(\.part)) else {
        return nil
      }
      return PartJudgement(whole.text, Array(parts.indices), missing: 0)
    }
    let message = PartialMessage.sort(segments).first { $0.places.contains(parts.count - 1) }
    guard let message, case .complete(let whole) = message.result else { return nil }
    return PartJudgement(whole.text, message.places, missing: 0)
  }

  /// What is given out of parts that have waited.
  ///
  /// - Parameters:
  ///   - parts: Parts with one key that wait, oldest first.
  ///   - limit: A message whose last part was received before this waits no longer.
  /// - Returns: The messages.
  public static func overdue(_ parts: [StoredPart], before limit: Timestamp) -> [PartJudgement] {
    let segments = parts.compactMap(\.segment)
    guard segments.count == parts.count else { return [] }
    return PartialMessage.sort(segments).compactMap { message in
      switch message.result {
      case .complete(let whole): return PartJudgement(whole.text, message.places, missing: 0)
      case .missing(let missing):
        guard message.lastArrival < limit else { return nil }
        return PartJudgement(message.content.text, message.places, missing: missing.count)
      }
    }
  }

  private init(_ text: String?, _ used: [Int], missing: Int) {
    self.text = text ?? ""
    self.used = used
    self.missing = missing
    isOptOut = false
    if case .optOut = Self.classifier.classify(self.text).kind { isOptOut = true }
  }
}

/// Names for messages, drawn one after the other.
public struct DrawnIDs: Sendable {
  private var random: SplitMix64
  private let time: Timestamp

  /// Names of a time.
  public init(seed: UInt64, at time: Timestamp) {
    random = SplitMix64(seed: seed)
    self.time = time
  }

  /// The next one.
  public mutating func next() -> MessageID { MessageID(timestamp: time, using: &random) }
}
