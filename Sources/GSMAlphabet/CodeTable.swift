/// One table of 128 codes, and the way back from characters to codes.
struct CodeTable: Sendable {
  /// The character of each code; 0 where the table has none.
  let scalars: [UInt16]
  /// The code of each character below U+0100; `missing` where the table has none.
  let latin: [UInt8]
  /// The other characters, in ascending order.
  private let others: [UInt16]
  /// The codes of `others`.
  private let codesOfOthers: [UInt8]

  /// No code: codes have seven bits.
  static let missing: UInt8 = 0xFF
  /// The escape to the single shift table: it is a code of every table and a character of none.
  static let escape: UInt8 = 0x1B

  /// A table from the characters of all its 128 codes, 0 for none.
  init(_ scalars: [UInt16]) {
    var latin = [UInt8](repeating: Self.missing, count: 256)
    var others: [(scalar: UInt16, code: UInt8)] = []
    for (code, scalar) in zip(UInt8(0)..<128, scalars) where scalar != 0 {
      // Where a table has a character twice, the first code is used.
      if scalar > 0xFF {
        others.append((scalar, code))
      } else if latin[Int(scalar)] == Self.missing {
        latin[Int(scalar)] = code
      }
    }
    others.sort { ($0.scalar, $0.code) < ($1.scalar, $1.code) }
    self.scalars = scalars
    self.latin = latin
    self.others = others.map(\.scalar)
    self.codesOfOthers = others.map(\.code)
  }

  /// A table from the codes it has.
  init(_ entries: KeyValuePairs<UInt8, UInt16>) {
    var scalars = [UInt16](repeating: 0, count: 128)
    for (code, scalar) in entries where code < 128 { scalars[Int(code)] = scalar }
    self.init(scalars)
  }

  /// The code of a character, or `missing`.
  func code(of scalar: Unicode.Scalar) -> UInt8 { code(of: scalar.value) }

  /// The code of a character by its code point, or `missing`.
  @inline(__always)
  func code(of value: UInt32) -> UInt8 {
    value > 0xFF ? codeOfOther(value) : latin[Int(value)]
  }

  private func codeOfOther(_ value: UInt32) -> UInt8 {
    guard let unit = UInt16(exactly: value) else { return Self.missing }
    var low = 0
    var high = others.count
    while low < high {
      let middle = (low + high) / 2
      if others[middle] < unit { low = middle + 1 } else { high = middle }
    }
    return low < others.count && others[low] == unit ? codesOfOthers[low] : Self.missing
  }
}

extension CodeTable {
  /// The tables that every code is looked up in, by National Language Identifier; Spanish (2) has
  /// none of its own.
  static let locking: [CodeTable] = [
    defaultAlphabet, turkishLocking, defaultAlphabet, portugueseLocking, bengaliLocking,
    gujaratiLocking, hindiLocking, kannadaLocking, malayalamLocking, oriyaLocking,
    punjabiLocking, tamilLocking, teluguLocking, urduLocking,
  ]

  /// The tables for the code behind an escape, by National Language Identifier.
  static let single: [CodeTable] = [
    extensionTable, turkishSingle, spanishSingle, portugueseSingle, bengaliSingle,
    gujaratiSingle, hindiSingle, kannadaSingle, malayalamSingle, oriyaSingle, punjabiSingle,
    tamilSingle, teluguSingle, urduSingle,
  ]
}
