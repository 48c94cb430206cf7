import GSMAlphabet
import Testing

@Suite struct SeptetPackingTests {
  @Test("TS 23.038 §6.1.2.1: septets fill octets from the lowest bit")
  func packsHello() {
    let septets = Array("hellohello".utf8)
    let octets: [UInt8] = [0xE8, 0x32, 0x9B, 0xFD, 0x46, 0x97, 0xD9, 0xEC, 0x37]
    #expect(SeptetPacking.pack(septets) == octets)
    #expect(SeptetPacking.unpack(octets, count: 10) == septets)
  }

  @Test("TS 23.040 §9.2.3.24: fill bits come first", arguments: 0...6)
  func fillBits(_ fillBits: Int) {
    for count in 0...20 {
      let septets = (0..<count).map { UInt8(($0 * 37 + 5) % 128) }
      let octets = SeptetPacking.pack(septets, fillBits: fillBits)
      #expect(octets.count == (count == 0 && fillBits == 0 ? 0 : (count * 7 + fillBits + 7) / 8))
      if let first = octets.first { #expect(first & ((1 << UInt8(fillBits)) - 1) == 0) }
      #expect(SeptetPacking.unpack(octets, count: count, fillBits: fillBits) == septets)
    }
  }

  @Test func unpackingStopsWhereTheOctetsEnd() {
    #expect(SeptetPacking.unpack([0xE8, 0x32], count: 200).count == 2)
    #expect(SeptetPacking.unpack([], count: 5, fillBits: 3).isEmpty)
    #expect(SeptetPacking.unpack([0xFF], count: 5, fillBits: 6).isEmpty)
    #expect(SeptetPacking.unpack([0xFF], count: -1).isEmpty)
  }
}
