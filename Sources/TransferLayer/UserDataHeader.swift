public import GSMAlphabet

/// TP-UDH: the elements before the text, kept as they came, 3GPP TS 23.040 §9.2.3.24.
///
/// Of elements that exclude or repeat each other the last one that can be used counts.
public struct UserDataHeader: Hashable, Sendable {
  /// The elements, in order; none where the header cannot be read.
  public let elements: [InformationElement]
  /// The octets behind the length of a header that is ignored, because elements do not fill it.
  public let unreadable: [UInt8]

  /// A header of elements.
  public init(elements: [InformationElement]) {
    self.elements = elements
    unreadable = []
  }

  /// A header from its octets.
  ///
  /// - Parameter octets: What follows the length octet.
  public init(octets: some RandomAccessCollection<UInt8>) {
    var elements: [InformationElement] = []
    var rest = octets[...]
    while let identifier = rest.first, let length = rest.dropFirst().first {
      let data = rest.dropFirst(2).prefix(Int(length))
      guard data.count == Int(length) else { break }
      elements.append(InformationElement(identifier: identifier, data: Array(data)))
      rest = rest.dropFirst(2 + data.count)
    }
    self.elements = rest.isEmpty ? elements : []
    unreadable = rest.isEmpty ? [] : Array(octets)
  }

  /// A header whose octets say nothing that could be used.
  init(ignoring octets: some Sequence<UInt8>) {
    elements = []
    unreadable = Array(octets)
  }

  /// Octets that the header takes, its length octet among them.
  public var octetCount: Int {
    1 + (unreadable.isEmpty ? elements.reduce(0) { $0 + $1.octetCount } : unreadable.count)
  }

  /// The octets, the length octet first.
  public var octets: [UInt8] {
    var octets = [UInt8(clamping: octetCount - 1)]
    for element in elements {
      octets.append(element.identifier)
      octets.append(UInt8(clamping: element.data.count))
      octets += element.data
    }
    return octets + unreadable
  }

  /// Which segment this is, §9.2.3.24.1 and §9.2.3.24.8; nil for a message of one segment.
  ///
  /// A total or a number of 0, or a number above the total, makes an element unusable.
  public var concatenation: Concatenation? { last(Self.concatenation) }

  /// The application ports, §9.2.3.24.3 and §9.2.3.24.4.
  public var ports: ApplicationPorts? { last(Self.ports) }

  /// The tables to read septets with, §9.2.3.24.15 and §9.2.3.24.16.
  public var shiftTables: ShiftTables {
    ShiftTables(
      locking: last { Self.language($0, identifier: 0x25) { $0.hasLockingShiftTable } },
      single: last { Self.language($0, identifier: 0x24) { _ in true } }
    )
  }

  /// The indications of waiting messages, in order, §9.2.3.24.2.
  public var specialMessageIndications: [SpecialMessageIndication] {
    elements.compactMap { element in
      guard element.identifier == 0x01, element.data.count == 2 else { return nil }
      return SpecialMessageIndication(
        kind: element.data[0] & 0x7F,
        isStored: element.data[0] & 0x80 != 0,
        count: element.data[1]
      )
    }
  }

  private func last<Value>(_ read: (InformationElement) -> Value?) -> Value? {
    for element in elements.reversed() {
      if let value = read(element) { return value }
    }
    return nil
  }

  private static func concatenation(_ element: InformationElement) -> Concatenation? {
    let data = element.data
    let value: Concatenation
    switch (element.identifier, data.count) {
    case (0x00, 3):
      value = Concatenation(reference: UInt16(data[0]), total: data[1], sequence: data[2])
    case (0x08, 4):
      value = Concatenation(
        reference: UInt16(data[0]) << 8 | UInt16(data[1]),
        total: data[2],
        sequence: data[3],
        width: .sixteenBit
      )
    default: return nil
    }
    return value.sequence >= 1 && value.sequence <= value.total ? value : nil
  }

  private static func ports(_ element: InformationElement) -> ApplicationPorts? {
    let data = element.data
    return switch (element.identifier, data.count) {
    case (0x04, 2):
      ApplicationPorts(destination: UInt16(data[0]), source: UInt16(data[1]), isShort: true)
    case (0x05, 4):
      ApplicationPorts(
        destination: UInt16(data[0]) << 8 | UInt16(data[1]),
        source: UInt16(data[2]) << 8 | UInt16(data[3])
      )
    default: nil
    }
  }

  private static func language(
    _ element: InformationElement,
    identifier: UInt8,
    where hasTable: (NationalLanguage) -> Bool
  ) -> NationalLanguage? {
    guard element.identifier == identifier, element.data.count == 1 else { return nil }
    return NationalLanguage(rawValue: element.data[0]).flatMap { hasTable($0) ? $0 : nil }
  }
}
