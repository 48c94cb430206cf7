public import Messaging

/// One received segment that may have to wait for others of its message.
public struct WaitingSegment: Hashable, Sendable {
  /// What it holds.
  public var part: MessagePart
  /// TP-SCTS, 3GPP TS 23.040 §9.2.3.11; nil where the service centre gave none that can be read.
  public var serviceCentreTimeStamp: Timestamp?
  /// When it was received.
  public var receivedAt: Timestamp

  /// A segment.
  public init(part: MessagePart, serviceCentreTimeStamp: Timestamp?, receivedAt: Timestamp) {
    self.part = part
    self.serviceCentreTimeStamp = serviceCentreTimeStamp
    self.receivedAt = receivedAt
  }

  /// How long after the other it was stamped; nil where one of them has no stamp.
  func lead(over other: WaitingSegment) -> Duration? {
    guard let own = serviceCentreTimeStamp, let others = other.serviceCentreTimeStamp else {
      return nil
    }
    return own - others
  }
}
