import GSMAlphabet
import Testing

@Suite struct UCS2Tests {
  @Test("TS 23.038 §6.2.3: the high octet goes first, and beyond the basic plane surrogates")
  func octets() {
    #expect(UCS2.octets(of: "a€😀") == [0, 0x61, 0x20, 0xAC, 0xD8, 0x3D, 0xDE, 0x00])
    #expect(UCS2.text(of: [0, 0x61, 0x20, 0xAC, 0xD8, 0x3D, 0xDE, 0x00]) == "a€😀")
  }

  @Test(
    "A lone surrogate is U+FFFD",
    arguments: [
      ([0xD8, 0x3D], "\u{FFFD}"), ([0xDE, 0x00, 0, 0x61], "\u{FFFD}a"),
      ([0xD8, 0x3D, 0, 0x61], "\u{FFFD}a"), ([0xD8, 0x3D, 0xD8, 0x3D, 0xDE, 0x00], "\u{FFFD}😀"),
    ] as [([UInt8], String)]
  )
  func loneSurrogates(_ octets: [UInt8], _ text: String) {
    #expect(UCS2.text(of: octets) == text)
  }

  @Test func anOddLastOctetIsPassedOver() {
    #expect(UCS2.text(of: [0, 0x61, 0x20]) == "a")
    #expect(UCS2.text(of: [UInt8]()).isEmpty)
  }

  @Test func everyCodePointComesBack() {
    var text = ""
    for value in stride(from: UInt32(0), through: 0x10FFFF, by: 7) {
      if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
    }
    #expect(Array(UCS2.text(of: UCS2.octets(of: text)).utf16) == Array(text.utf16))
  }
}
