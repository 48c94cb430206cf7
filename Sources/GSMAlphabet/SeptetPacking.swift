/// Septets in octets, the first septet in the lowest bits, 3GPP TS 23.038 §6.1.2.1.
public enum SeptetPacking {
  /// Packs septets.
  ///
  /// - Parameters:
  ///   - septets: One septet in each element; the eighth bit is dropped.
  ///   - fillBits: How many zero bits go first, 0 to 6; behind a user data header they bring the
  ///     text to a septet boundary (3GPP TS 23.040 §9.2.3.24).
  /// - Returns: The octets; unused bits of the last one are 0.
  public static func pack(_ septets: [UInt8], fillBits: Int = 0) -> [UInt8] {
    var octets: [UInt8] = []
    octets.reserveCapacity((septets.count * 7 + 13) / 8)
    append(septets, fillBits: fillBits, to: &octets)
    return octets
  }

  /// Packs septets behind octets that are already there.
  ///
  /// - Parameters:
  ///   - septets: One septet in each element; the eighth bit is dropped.
  ///   - fillBits: How many zero bits go first, 0 to 6.
  ///   - octets: What to append to.
  public static func append(_ septets: [UInt8], fillBits: Int = 0, to octets: inout [UInt8]) {
    let fillBits = min(max(fillBits, 0), 6)
    var place = octets.count
    octets.append(contentsOf: repeatElement(0, count: (septets.count * 7 + fillBits + 7) / 8))
    var output = octets.mutableSpan
    let input = septets.span
    var bits: UInt64 = 0
    var bitCount = UInt64(fillBits)
    var index = 0
    // Eight septets fill seven octets: they are written together.
    while index &+ 8 <= input.count {
      for offset in 0..<8 {
        bits |= UInt64(input[index &+ offset] & 0x7F) &<< (bitCount &+ UInt64(offset &* 7))
      }
      for offset in 0..<7 {
        output[place &+ offset] = UInt8(truncatingIfNeeded: bits &>> UInt64(offset &* 8))
      }
      bits &>>= 56
      index &+= 8
      place &+= 7
    }
    while index < input.count {
      bits |= UInt64(input[index] & 0x7F) &<< bitCount
      bitCount &+= 7
      index &+= 1
      guard bitCount >= 8 else { continue }
      output[place] = UInt8(truncatingIfNeeded: bits)
      place &+= 1
      bits &>>= 8
      bitCount &-= 8
    }
    if bitCount > 0, place < output.count { output[place] = UInt8(truncatingIfNeeded: bits) }
  }

  /// Unpacks septets.
  ///
  /// - Parameters:
  ///   - octets: The packed septets.
  ///   - count: How many septets to unpack.
  ///   - fillBits: How many bits to pass over first, 0 to 6.
  /// - Returns: The septets, one in each element: `count`, or fewer where the octets end before.
  public static func unpack(
    _ octets: ArraySlice<UInt8>,
    count: Int,
    fillBits: Int = 0
  ) -> [UInt8] {
    let octets = octets.span
    let fillBits = min(max(fillBits, 0), 6)
    let available = max(0, (octets.count * 8 - fillBits) / 7)
    var septets = [UInt8](repeating: 0, count: min(max(count, 0), available))
    var output = septets.mutableSpan
    var place = fillBits
    var done = 0
    // Seven octets behind a boundary hold eight septets: they are read together.
    while done &+ 8 <= output.count, place &>> 3 &+ 8 <= octets.count {
      var bits: UInt64 = 0
      for offset in 0..<8 {
        bits |= UInt64(octets[place &>> 3 &+ offset]) &<< UInt64(offset &* 8)
      }
      bits &>>= UInt64(place & 7)
      for offset in 0..<8 {
        output[done &+ offset] = UInt8(truncatingIfNeeded: bits &>> UInt64(offset &* 7)) & 0x7F
      }
      done &+= 8
      place &+= 56
    }
    for index in done..<output.count {
      // A septet stands in one octet, or in two of them.
      let first = place >> 3
      let shift = UInt16(truncatingIfNeeded: place & 7)
      var bits = UInt16(octets[first]) >> shift
      if shift > 1 { bits |= UInt16(octets[first + 1]) << (8 - shift) }
      output[index] = UInt8(truncatingIfNeeded: bits) & 0x7F
      place += 7
    }
    return septets
  }

  /// Unpacks septets.
  ///
  /// - Parameters:
  ///   - octets: The packed septets.
  ///   - count: How many septets to unpack.
  ///   - fillBits: How many bits to pass over first, 0 to 6.
  /// - Returns: The septets, one in each element: `count`, or fewer where the octets end before.
  public static func unpack(_ octets: [UInt8], count: Int, fillBits: Int = 0) -> [UInt8] {
    unpack(octets[...], count: count, fillBits: fillBits)
  }
}
