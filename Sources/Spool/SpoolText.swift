/// A file of the spool, split at its first blank line into headers and a body.
struct SpoolText: Equatable {
  /// One header line.
  struct Header: Equatable {
    /// Where it stands in the file, from 1.
    var line: Int
    /// The name as it was written, without the colon.
    var name: String
    /// The value, without white space at its ends.
    var value: String

    /// The name in the form that is compared: lower case, with `-` for `_`.
    var key: String { Self.key(name) }

    /// The line as a result file repeats it.
    var text: String { "\(name): \(value)" }

    static func key(_ name: String) -> String {
      String(name.lowercased().map { $0 == "_" ? "-" : $0 })
    }
  }

  /// The headers, in their order.
  var headers: [Header] = []
  /// Everything after the blank line; nil where there is none.
  var body: ArraySlice<UInt8>?
  /// The line on which the body begins, from 1.
  var bodyLine = 1

  /// Splits the octets of a file.
  init(_ octets: [UInt8]) throws(SpoolFileError) {
    guard !octets.isEmpty else { throw .empty }
    let start = Array(octets.prefix(3))
    if start.starts(with: [0xFE, 0xFF]) || start.starts(with: [0xFF, 0xFE]) {
      throw .wideCharacters
    }
    var rest = octets[...]
    if start == [0xEF, 0xBB, 0xBF] { rest = rest.dropFirst(3) }
    var line = 1
    while !rest.isEmpty {
      let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
      let text = rest[rest.startIndex..<end]
      rest = end == rest.endIndex ? [] : rest[(end + 1)...]
      if text.allSatisfy(Self.isBlank) {
        body = rest
        bodyLine = line + 1
        return
      }
      headers.append(try Self.header(text, line))
      line += 1
    }
  }

  private static func header(_ octets: ArraySlice<UInt8>, _ line: Int) throws(SpoolFileError)
    -> Header
  {
    guard octets.allSatisfy({ ($0 >= 0x20 && $0 != 0x7F) || isBlank($0) }) else {
      throw .controlCharacter(line: line)
    }
    let text = SpoolAlphabet.text(utf8OrLatin: octets)
    let trimmed = text.trimmed
    guard let colon = trimmed.firstIndex(of: ":") else {
      throw .notAHeader(line: line, text: String(trimmed))
    }
    let name = trimmed[..<colon].trimmed
    guard !name.isEmpty, !name.contains(where: \.isWhitespace) else {
      throw .notAHeader(line: line, text: String(trimmed))
    }
    let value = trimmed[trimmed.index(after: colon)...].trimmed
    return Header(line: line, name: String(name), value: String(value))
  }

  /// Space, tab, carriage return, vertical tab and form feed.
  private static func isBlank(_ octet: UInt8) -> Bool {
    octet == 0x20 || (0x09...0x0D).contains(octet)
  }
}

extension StringProtocol {
  /// The text without white space and line ends at its ends.
  var trimmed: SubSequence {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return self[endIndex..<endIndex] }
    return self[first...last]
  }
}
