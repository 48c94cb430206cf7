/// An element of a user data header, 3GPP TS 23.040 §9.2.3.24.
public struct InformationElement: Hashable, Sendable {
  /// What the element is about.
  public var identifier: UInt8
  /// Its data; at most 137 octets have room in a header.
  public var data: [UInt8]

  /// An element.
  public init(identifier: UInt8, data: [UInt8]) {
    self.identifier = identifier
    self.data = data
  }

  /// Which segment of how many, with an 8- or a 16-bit reference, §9.2.3.24.1 and §9.2.3.24.8.
  public init(_ concatenation: Concatenation) {
    let count = [concatenation.total, concatenation.sequence]
    let low = UInt8(truncatingIfNeeded: concatenation.reference)
    switch concatenation.width {
    case .eightBit:
      self.init(identifier: 0x00, data: [low] + count)
    case .sixteenBit:
      self.init(
        identifier: 0x08,
        data: [UInt8(truncatingIfNeeded: concatenation.reference >> 8), low] + count
      )
    }
  }

  /// The application ports, in 8 bits where both have room, else 16; §9.2.3.24.3, §9.2.3.24.4.
  public init(_ ports: ApplicationPorts) {
    let numbers = [ports.destination, ports.source]
    if numbers.allSatisfy({ $0 <= 0xFF }), ports.isShort {
      self.init(identifier: 0x04, data: numbers.map { UInt8(truncatingIfNeeded: $0) })
    } else {
      self.init(
        identifier: 0x05,
        data: numbers.flatMap {
          [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)]
        }
      )
    }
  }

  /// Octets that the element takes in a header.
  public var octetCount: Int { 2 + data.count }
}

/// Which segment of a message this is, 3GPP TS 23.040 §9.2.3.24.1 and §9.2.3.24.8.
public struct Concatenation: Hashable, Sendable {
  /// How many bits the reference has.
  public enum Width: UInt8, Hashable, Sendable {
    /// Element 0x00.
    case eightBit = 8
    /// Element 0x08.
    case sixteenBit = 16
  }

  /// What all segments of one message have in common.
  public var reference: UInt16
  /// How many segments there are, from 1.
  public var total: UInt8
  /// Which one this is, from 1.
  public var sequence: UInt8
  /// How wide the reference is.
  public var width: Width

  /// A place among segments.
  public init(reference: UInt16, total: UInt8, sequence: UInt8, width: Width = .eightBit) {
    self.reference = width == .eightBit ? reference & 0xFF : reference
    self.total = total
    self.sequence = sequence
    self.width = width
  }
}

/// The ports of the applications at both ends, 3GPP TS 23.040 §9.2.3.24.3 and §9.2.3.24.4.
public struct ApplicationPorts: Hashable, Sendable {
  /// The port of the receiving application.
  public var destination: UInt16
  /// The port of the sending application.
  public var source: UInt16
  /// Whether they go as 8-bit ports, where they fit.
  public var isShort: Bool

  /// Two ports.
  public init(destination: UInt16, source: UInt16, isShort: Bool = false) {
    self.destination = destination
    self.source = source
    self.isShort = isShort
  }
}

/// How many messages of a kind wait elsewhere, 3GPP TS 23.040 §9.2.3.24.2.
public struct SpecialMessageIndication: Hashable, Sendable {
  /// What waits, 7 bits: 0 voice, 1 fax, 2 electronic mail, 3 other, further ones above.
  public var kind: UInt8
  /// Whether the message that carries the indication is to be kept.
  public var isStored: Bool
  /// How many wait.
  public var count: UInt8
}
