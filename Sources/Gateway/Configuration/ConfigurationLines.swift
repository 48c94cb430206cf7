/// On which line of a TOML text each key stands.
///
/// The parser gives positions for syntax errors only. This reads a text that it has accepted, and
/// notes where statements begin; keys inside an inline table are on the line of the statement.
struct ConfigurationLines {
  private var lines: [String: Int] = [:]
  /// The first line that has what the parser takes for granted not to be there, and aborts on.
  ///
  /// That is a table header without a name, and a brace in an array where a value belongs.
  private(set) var brokenLine: Int?

  /// Indexes a text.
  init(_ text: String) {
    var cursor = Cursor(octets: Array(text.utf8))
    var table: [String] = []
    var counts: [String: Int] = [:]
    while cursor.skipToStatement() {
      let line = cursor.line
      if cursor.isNamelessTable { brokenLine = brokenLine ?? line }
      if cursor.take("[[") {
        let path = resolve(cursor.keyPath(until: "]"), counts)
        cursor.skipLine()
        let name = path.joined(separator: ".")
        let index = counts[name, default: 0]
        counts[name] = index + 1
        table = path.dropLast() + ["\(path.last ?? "")[\(index)]"]
        note(table, line)
      } else if cursor.take("[") {
        table = resolve(cursor.keyPath(until: "]"), counts)
        cursor.skipLine()
        note(table, line)
      } else {
        note(table + cursor.keyPath(until: "="), line)
        cursor.skipValue()
      }
    }
    brokenLine = [brokenLine, cursor.strayBrace].compactMap(\.self).min()
  }

  /// The line of a key, or of the table that it is in.
  ///
  /// - Parameter key: For instance `gateway.socket` or `modem[1].baud`.
  /// - Returns: The line, from 1; nil where the text has neither.
  func line(of key: String) -> Int? {
    var key = key[...]
    while true {
      if let line = lines[String(key)] { return line }
      if key.hasSuffix("]"), let bracket = key.lastIndex(of: "[") {
        key = key[..<bracket]
      } else if let dot = key.lastIndex(of: ".") {
        key = key[..<dot]
      } else {
        return nil
      }
    }
  }

  private mutating func note(_ path: [String], _ line: Int) {
    for length in path.indices {
      let key = path[...length].joined(separator: ".")
      if lines[key] == nil { lines[key] = line }
    }
  }

  /// A path whose tables of an array are the ones begun last.
  private func resolve(_ path: [String], _ counts: [String: Int]) -> [String] {
    var resolved: [String] = []
    for (index, part) in path.enumerated() {
      let name = (resolved + [part]).joined(separator: ".")
      if index < path.count - 1, let count = counts[name] {
        resolved.append("\(part)[\(count - 1)]")
      } else {
        resolved.append(part)
      }
    }
    return resolved
  }

  /// A place in the text.
  private struct Cursor {
    let octets: [UInt8]
    var index = 0
    var line = 1
    /// The first line with a closing brace in an array.
    var strayBrace: Int?

    private var octet: UInt8? { index < octets.count ? octets[index] : nil }

    private mutating func advance() {
      if octet == 0x0A { line += 1 }
      index += 1
    }

    /// Goes to the next statement; false at the end.
    mutating func skipToStatement() -> Bool {
      while let octet {
        if octet == UInt8(ascii: "#") {
          skipLine()
        } else if octets[index...].starts(with: [0xEF, 0xBB, 0xBF]) {
          index += 3
        } else if octet > 0x20 {
          return true
        } else {
          advance()
        }
      }
      return false
    }

    /// Whether a bracket begins a table here, and what comes then is not a name.
    var isNamelessTable: Bool {
      guard octet == UInt8(ascii: "[") else { return false }
      let isBlank = { (octet: UInt8) in octet == 0x20 || octet == 0x09 }
      var rest = octets[index...].dropFirst().drop(while: isBlank)
      if rest.first == UInt8(ascii: "[") { rest = rest.dropFirst().drop(while: isBlank) }
      guard let first = rest.first else { return false }
      switch first {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return false
      default: return !"_-\"']".utf8.contains(first)
      }
    }

    mutating func take(_ text: String) -> Bool {
      guard octets[index...].starts(with: text.utf8) else { return false }
      index += text.utf8.count
      return true
    }

    mutating func skipLine() {
      while let octet, octet != 0x0A { advance() }
    }

    /// A dotted key, and what ends it.
    mutating func keyPath(until end: Unicode.Scalar) -> [String] {
      var path: [String] = []
      var part: [UInt8] = []
      while let octet, octet != UInt8(ascii: end), octet != 0x0A {
        switch octet {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
          advance()
          while let inner = self.octet, inner != octet, inner != 0x0A {
            part.append(inner)
            advance()
          }
        case UInt8(ascii: "."):
          path.append(String(decoding: part, as: UTF8.self))
          part = []
        case 0x20, 0x09: break
        default: part.append(octet)
        }
        if self.octet != nil { advance() }
      }
      if octet == UInt8(ascii: end) { advance() }
      return path + [String(decoding: part, as: UTF8.self)]
    }

    /// Goes behind a value: to the end of its last line.
    mutating func skipValue() {
      var open: [UInt8] = []
      while let octet {
        switch octet {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString(octet)
        case UInt8(ascii: "#"): skipLine()
        case UInt8(ascii: "["), UInt8(ascii: "{"):
          open.append(octet)
          advance()
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
          let opening = open.popLast()
          if octet == UInt8(ascii: "}"), opening == UInt8(ascii: "[") {
            strayBrace = strayBrace ?? line
          }
          advance()
        case 0x0A where open.isEmpty: return
        default: advance()
        }
      }
    }

    private mutating func skipString(_ quote: UInt8) {
      let isLong = octets[index...].starts(with: [quote, quote, quote])
      let closing = [UInt8](repeating: quote, count: isLong ? 3 : 1)
      index += closing.count
      while let octet {
        if octets[index...].starts(with: closing) {
          index += closing.count
          // A long string may end in quotes of its own.
          while isLong, self.octet == quote { index += 1 }
          return
        }
        if octet == 0x0A, !isLong { return }
        if octet == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") { advance() }
        if self.octet != nil { advance() }
      }
    }
  }
}
