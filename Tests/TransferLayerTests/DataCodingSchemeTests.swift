import Testing
import TransferLayer

@Suite struct DataCodingSchemeTests {
  /// What 3GPP TS 23.038 §4 says of each group of codings.
  struct Expected {
    var alphabet: DataCodingScheme.Alphabet
    var isCompressed = false
    var displayClass: UInt8?
    var waiting: (kind: UInt8, isActive: Bool, isStored: Bool)?
    var isDeletedWhenRead = false
  }

  static func expected(_ octet: UInt8) -> Expected {
    let bits = (0..<8).map { octet & (1 << UInt8($0)) != 0 }
    let low = octet & 3
    let waiting = (kind: low, isActive: bits[3], isStored: octet >> 4 != 0b1100)
    switch octet >> 4 {
    case 0b0000...0b0111:
      let alphabets: [DataCodingScheme.Alphabet] = [
        .defaultAlphabet, .octets, .ucs2, .defaultAlphabet,
      ]
      return Expected(
        alphabet: alphabets[Int(octet >> 2 & 3)],
        isCompressed: bits[5],
        displayClass: bits[4] ? low : nil,
        isDeletedWhenRead: bits[6]
      )
    case 0b1100, 0b1101: return Expected(alphabet: .defaultAlphabet, waiting: waiting)
    case 0b1110: return Expected(alphabet: .ucs2, waiting: waiting)
    case 0b1111:
      return Expected(alphabet: bits[2] ? .octets : .defaultAlphabet, displayClass: low)
    default: return Expected(alphabet: .defaultAlphabet)
    }
  }

  @Test("TS 23.038 §4: each of the 256 codings", arguments: UInt8.min...UInt8.max)
  func coding(_ octet: UInt8) {
    let scheme = DataCodingScheme(rawValue: octet)
    let expected = Self.expected(octet)
    #expect(scheme.alphabet == expected.alphabet)
    #expect(scheme.isCompressed == expected.isCompressed)
    #expect(scheme.displayClass == expected.displayClass)
    #expect(scheme.messageWaiting?.kind.rawValue == expected.waiting?.kind)
    #expect(scheme.messageWaiting?.isActive == expected.waiting?.isActive)
    #expect(scheme.messageWaiting?.isStored == expected.waiting?.isStored)
    #expect(scheme.isMarkedForAutomaticDeletion == expected.isDeletedWhenRead)
  }

  @Test("TS 23.038 §4: a scheme that was made says what was asked for")
  func made() {
    for alphabet in [DataCodingScheme.Alphabet.defaultAlphabet, .octets, .ucs2] {
      for displayClass in [nil, 0, 1, 2, 3] as [UInt8?] {
        let scheme = DataCodingScheme(alphabet: alphabet, displayClass: displayClass)
        #expect(scheme.alphabet == alphabet && scheme.displayClass == displayClass)
        #expect(!scheme.isCompressed && scheme.messageWaiting == nil)
      }
    }
  }
}
