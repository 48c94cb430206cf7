internal import OptOut
internal import TransferLayer

/// What a set of received parts makes: what `ReplyJudge` says in the gateway.
public struct PartJudgement: Equatable, Sendable {
  /// The text.
  public var text: String
  /// Which of the parts it is made of, by their places.
  public var used: [Int]
  /// Whether the sender wants no more messages.
  public var isOptOut: Bool

  private static let classifier = ReplyClassifier()

  /// Joins parts with one key, oldest first.
  ///
  /// - Parameter parts: The PDUs.
  /// - Returns: The whole; nil while parts are missing.
  public static func judge(_ parts: [[UInt8]]) -> PartJudgement? {
    let readable = parts.enumerated().compactMap {
      place,
      octets -> (place: Int, part: MessagePart)? in
      guard
        let pdu = try? ServiceCentrePDU(decoding: octets, direction: .mobileTerminated),
        case .deliver(let deliver) = pdu.tpdu
      else { return nil }
      return (place, MessagePart(deliver))
    }
    guard case .complete(let whole) = Reassembly.join(parts: readable.map(\.part)) else {
      return nil
    }
    let text = whole.text ?? ""
    var isOptOut = false
    if case .optOut = classifier.classify(text).kind { isOptOut = true }
    return PartJudgement(text: text, used: readable.map(\.place), isOptOut: isOptOut)
  }
}
