/// The pair of tables that septets are read with, 3GPP TS 23.038 §6.2.1.2.
///
/// Every code is looked up in one of them, but the code that follows an escape in the other.
public struct ShiftTables: Hashable, Sendable {
  /// The language whose locking shift table stands in for the default alphabet; nil: none does.
  public let locking: NationalLanguage?
  /// The language whose single shift table stands in for the extension table; nil: none does.
  public let single: NationalLanguage?

  /// A pair of tables.
  ///
  /// - Parameters:
  ///   - locking: A language with a locking shift table (Spanish has none and counts as nil).
  ///   - single: A language with a single shift table.
  public init(locking: NationalLanguage? = nil, single: NationalLanguage? = nil) {
    self.locking = locking?.hasLockingShiftTable == true ? locking : nil
    self.single = single
  }

  /// The default alphabet and its extension table, §6.2.1 and §6.2.1.1.
  public static let defaultAlphabet = ShiftTables()

  private var lockingTable: CodeTable { CodeTable.locking[Int(locking?.rawValue ?? 0)] }
  private var singleTable: CodeTable { CodeTable.single[Int(single?.rawValue ?? 0)] }

  /// How many septets a character takes.
  ///
  /// - Parameter scalar: A character.
  /// - Returns: 1, 2 behind an escape, or nil where neither table has it.
  public func septetCount(of scalar: Unicode.Scalar) -> Int? {
    if lockingTable.code(of: scalar) != CodeTable.missing { return 1 }
    return singleTable.code(of: scalar) != CodeTable.missing ? 2 : nil
  }

  /// The septets of a text, one in each element.
  ///
  /// - Parameter text: Any text; code points are taken as they are.
  /// - Returns: The septets, or nil where the tables lack a character of it.
  public func septets(of text: String) -> [UInt8]? {
    let lockingTable = lockingTable
    let singleTable = singleTable
    let octets = Array(text.utf8)
    let input = octets.span
    // No character has more septets than twice its octets of UTF-8.
    var septets = [UInt8](repeating: 0, count: octets.count * 2)
    var output = septets.mutableSpan
    var count = 0
    var index = 0
    while index < input.count {
      let scalar = input.scalar(at: &index)
      var code = lockingTable.code(of: scalar)
      if code == CodeTable.missing {
        code = singleTable.code(of: scalar)
        guard code != CodeTable.missing else { return nil }
        output[count] = CodeTable.escape
        count &+= 1
      }
      output[count] = code
      count &+= 1
    }
    septets.removeLast(septets.count - count)
    return septets
  }

  func append(_ scalars: some Sequence<Unicode.Scalar>, to septets: inout [UInt8]) -> Bool {
    let lockingTable = lockingTable
    let singleTable = singleTable
    for scalar in scalars {
      var code = lockingTable.code(of: scalar)
      if code == CodeTable.missing {
        code = singleTable.code(of: scalar)
        guard code != CodeTable.missing else { return false }
        septets.append(CodeTable.escape)
      }
      septets.append(code)
    }
    return true
  }

  /// The text of septets.
  ///
  /// An escape and a code that the single shift table lacks give the character that the other
  /// table has at that code; two escapes give a space, as does an escape at the end (§6.2.1.1).
  /// A code that no table has gives a space too, as phones show it.
  ///
  /// - Parameter septets: One septet in each element; the eighth bit is not looked at.
  /// - Returns: The text.
  public func text(of septets: [UInt8]) -> String {
    let lockingTable = lockingTable.scalars
    let singleTable = singleTable.scalars
    // A character of the basic plane has at most three octets of UTF-8.
    var utf8 = [UInt8](repeating: 0, count: septets.count * 3)
    var output = utf8.mutableSpan
    var count = 0
    var isEscaped = false
    for septet in septets {
      let code = septet & 0x7F
      if code == CodeTable.escape {
        if isEscaped { output.write(0x20, at: &count) }
        isEscaped.toggle()
        continue
      }
      var scalar = lockingTable[Int(code)]
      if isEscaped {
        isEscaped = false
        let shifted = singleTable[Int(code)]
        if shifted != 0 { scalar = shifted }
      }
      output.write(scalar == 0 ? 0x20 : scalar, at: &count)
    }
    if isEscaped { output.write(0x20, at: &count) }
    return String(decoding: utf8[..<count], as: UTF8.self)
  }
}

extension Span<UInt8> {
  /// Reads a character from the UTF-8 of a text, which is well formed.
  @inline(__always)
  fileprivate func scalar(at place: inout Int) -> UInt32 {
    let first = UInt32(self[place])
    place &+= 1
    guard first >= 0x80 else { return first }
    let count = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3
    var value = first & (0x3F &>> UInt32(count))
    for _ in 0..<count {
      value = value &<< 6 | UInt32(self[place]) & 0x3F
      place &+= 1
    }
    return value
  }
}

extension MutableSpan<UInt8> {
  /// Writes the UTF-8 of a character of the basic plane that is not a surrogate.
  @inline(__always)
  fileprivate mutating func write(_ scalar: UInt16, at place: inout Int) {
    if scalar < 0x80 {
      put(scalar, at: &place)
    } else if scalar < 0x800 {
      put(0xC0 | scalar >> 6, at: &place)
      put(0x80 | scalar & 0x3F, at: &place)
    } else {
      put(0xE0 | scalar >> 12, at: &place)
      put(0x80 | scalar >> 6 & 0x3F, at: &place)
      put(0x80 | scalar & 0x3F, at: &place)
    }
  }

  @inline(__always)
  private mutating func put(_ octet: UInt16, at place: inout Int) {
    self[place] = UInt8(truncatingIfNeeded: octet)
    place &+= 1
  }
}
