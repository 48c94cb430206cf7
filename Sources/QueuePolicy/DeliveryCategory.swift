/// What a status report says of one segment, TP-ST, 3GPP TS 23.040 §9.2.3.15.
public enum DeliveryCategory: String, Hashable, Sendable, Codable, CaseIterable {
  /// The transaction is complete: the phone has it, or the service centre handed it on.
  case delivered
  /// Not yet; the service centre keeps trying.
  case pending
  /// Refused for good; the service centre has stopped.
  case undeliverable
  /// A temporary cause, but the service centre has stopped trying.
  case gaveUp

  /// The category of a TP-ST; reserved values (0x03–0x0F, 0x80 up) read as `gaveUp`.
  public init(status: UInt8) {
    switch status {
    case 0x00...0x02, 0x10...0x1F: self = .delivered
    case 0x03...0x0F: self = .gaveUp
    case 0x20...0x3F: self = .pending
    case 0x40...0x5F: self = .undeliverable
    case 0x60...0x7F: self = .gaveUp
    case 0x80...0xFF: self = .gaveUp
    default: self = .gaveUp
    }
  }

  /// Whether no further report is to be expected.
  public var isFinal: Bool { self != .pending }

  /// Which of two reports about one segment counts: delivery wins, then the final one.
  ///
  /// - Parameter later: The report that came after this one.
  /// - Returns: The report that counts.
  public func merged(with later: DeliveryCategory) -> DeliveryCategory {
    if self == .delivered || later == .delivered { return .delivered }
    return later.isFinal || !isFinal ? later : self
  }
}
