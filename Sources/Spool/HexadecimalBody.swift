import Messaging

/// The body of a file with `Hex: yes`: digits, comments, and a few words that stand for octets.
///
/// `/`, `'`, `#` and `:` begin a comment. `STRING:` takes the rest of the line as it stands,
/// `INLINESTRING:` puts 03 before and 00 after it, and `LENGTH` stands for the count of the octets up
/// to the next `LENGTH`.
enum HexadecimalBody {
  /// The octets that a body writes.
  static func octets(_ body: ArraySlice<UInt8>, firstLine: Int) throws(SpoolFileError) -> [UInt8] {
    var octets: [UInt8] = []
    var lengthIndex: Int?
    var number = firstLine
    for line in body.split(separator: 0x0A, omittingEmptySubsequences: false) {
      defer { number += 1 }
      let text = line.last == 0x0D ? line.dropLast() : line
      let trimmed = text.drop { $0 == 0x20 || $0 == 0x09 }
      if let string = rest(of: trimmed, after: "INLINESTRING:") {
        octets += [0x03] + string + [0x00]
      } else if let string = rest(of: trimmed, after: "STRING:") {
        octets += string
      } else if rest(of: trimmed, after: "LENGTH") != nil {
        lengthIndex = try count(&octets, from: lengthIndex, number)
      } else {
        octets += try digits(trimmed, number)
      }
    }
    guard lengthIndex == nil else { throw .notHexadecimal(line: number - 1, text: "LENGTH") }
    return octets
  }

  /// Begins to count, or ends it and writes the count where it began.
  private static func count(_ octets: inout [UInt8], from start: Int?, _ line: Int)
    throws(SpoolFileError) -> Int?
  {
    guard let start else {
      octets.append(0)
      return octets.count - 1
    }
    guard let length = UInt8(exactly: octets.count - start - 1) else {
      throw .notHexadecimal(line: line, text: "LENGTH")
    }
    octets[start] = length
    return nil
  }

  private static func digits(_ line: ArraySlice<UInt8>, _ number: Int) throws(SpoolFileError)
    -> [UInt8]
  {
    let comment = line.firstIndex { "/'#:".utf8.contains($0) } ?? line.endIndex
    let text = String(decoding: line[..<comment].filter { $0 != 0x20 && $0 != 0x09 }, as: UTF8.self)
    guard let octets = [UInt8](hexadecimal: text) else {
      throw .notHexadecimal(line: number, text: String(decoding: line, as: UTF8.self))
    }
    return octets
  }

  private static func rest(of line: ArraySlice<UInt8>, after word: String) -> ArraySlice<UInt8>? {
    line.starts(with: word.utf8) ? line.dropFirst(word.utf8.count) : nil
  }
}
