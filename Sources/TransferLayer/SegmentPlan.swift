/// How many segments a text needs, and with which header.
struct SegmentPlan {
  let count: Int
  private let elements: [InformationElement]
  private let cuts: SegmentCuts

  /// Counts the segments of a text.
  init(
    _ units: EncodedText,
    elements: [InformationElement],
    options: SegmentationOptions
  ) throws(SegmentationError) {
    self.elements = elements
    let elementOctets = elements.reduce(0) { $0 + $1.octetCount }
    let headerOctets = elements.isEmpty ? 0 : 1 + elementOctets
    guard elements.allSatisfy({ $0.data.count <= 0xFF }),
      units.capacity(headerOctets: headerOctets) >= 0
    else { throw .headerTooLong(octets: headerOctets) }
    if units.count <= units.capacity(headerOctets: headerOctets) {
      count = 1
      cuts = SegmentCuts(units.boundaries, capacity: max(units.count, 2))
      return
    }
    guard !elements.contains(where: { $0.identifier == 0x00 || $0.identifier == 0x08 }) else {
      throw .concatenationGiven
    }
    let fullHeader = 1 + elementOctets + (options.referenceWidth == .eightBit ? 5 : 6)
    let capacity = units.capacity(headerOctets: fullHeader)
    // Two septets for an escaped character, two units for a surrogate pair.
    guard capacity >= 2 else { throw .headerTooLong(octets: fullHeader) }
    cuts = SegmentCuts(units.boundaries, capacity: capacity)
    count = cuts.minimumCount()
    let allowed = min(max(options.maximumSegments, 1), 255)
    guard count <= allowed else { throw .tooManySegments(needed: count, allowed: allowed) }
  }

  /// The message, cut.
  func message(
    _ units: EncodedText,
    scheme: DataCodingScheme,
    replaced: Int = 0,
    options: SegmentationOptions
  ) -> SegmentedMessage {
    var userData: [UserData] = []
    var start = 0
    for end in cuts.ends(count: count) {
      userData.append(units.userData(start..<end))
      start = end
    }
    return SegmentedMessage(
      encoding: units.encoding,
      dataCodingScheme: scheme,
      userData: userData,
      elements: elements,
      referenceWidth: options.referenceWidth,
      replacedCharacters: replaced
    )
  }
}
