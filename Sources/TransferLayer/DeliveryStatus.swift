/// TP-ST: what became of a message, 3GPP TS 23.040 §9.2.3.15, kept as it came.
public struct DeliveryStatus: Hashable, Sendable, RawRepresentable, CustomStringConvertible {
  /// The octet.
  public var rawValue: UInt8

  /// The status of an octet; every octet is one.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// What a status means for the message.
  public enum Category: Hashable, Sendable {
    /// The transaction is complete: the service centre has handed the message over.
    case delivered
    /// A temporary error; the service centre is still trying.
    case pending
    /// The service centre has given up, after a permanent or a temporary error.
    case failed
  }

  /// What the status means.
  ///
  /// The reserved values 0x03 to 0x0F and from 0x80 read as "temporary error, stopped trying".
  public var category: Category {
    switch rawValue {
    case 0x00...0x02, 0x10...0x1F: .delivered
    case 0x20...0x3F: .pending
    default: .failed
    }
  }

  /// What the status says, in the words of the clause.
  public var description: String {
    switch rawValue {
    case 0x00: "received by the SME"
    case 0x01: "forwarded to the SME, unable to confirm delivery"
    case 0x02: "replaced by the service centre"
    case 0x10...0x1F: "completed, specific to the service centre"
    case 0x20...0x25: "\(Self.temporary(rawValue)), still trying"
    case 0x26...0x2F: "temporary error (reserved), still trying"
    case 0x30...0x3F: "temporary error specific to the service centre, still trying"
    case 0x40: "remote procedure error"
    case 0x41: "incompatible destination"
    case 0x42: "connection rejected by the SME"
    case 0x43: "not obtainable"
    case 0x44: "quality of service not available"
    case 0x45: "no interworking available"
    case 0x46: "validity period expired"
    case 0x47: "deleted by the originating SME"
    case 0x48: "deleted by the service centre"
    case 0x49: "the message does not exist"
    case 0x4A...0x4F: "permanent error (reserved)"
    case 0x50...0x5F: "permanent error specific to the service centre"
    case 0x60...0x65: "\(Self.temporary(rawValue)), stopped trying"
    case 0x70...0x7F: "temporary error specific to the service centre, stopped trying"
    default: "reserved, read as a temporary error, stopped trying"
    }
  }

  private static func temporary(_ rawValue: UInt8) -> String {
    switch rawValue & 0x0F {
    case 0: "congestion"
    case 1: "SME busy"
    case 2: "no response from the SME"
    case 3: "service rejected"
    case 4: "quality of service not available"
    default: "error in the SME"
    }
  }
}
