/// A JSON value that was read, with what Foundation's readers lose.
///
/// An `id` is answered letter by letter, numbers beyond any type and all, and a string with a lone
/// surrogate is a string that cannot be sent, not a line that cannot be read.
struct JSONInput {
  enum Kind {
    case null
    case bool(Bool)
    case number
    case string(JSONString)
    case array
    case object(JSONObject)
  }

  let kind: Kind
  /// The value as it was written.
  let source: String
}

/// A string that was read; without lone surrogates and bad UTF-8 it is well-formed.
struct JSONString {
  let value: String
  let isWellFormed: Bool

  /// The string as a value.
  var json: JSONInput { JSONInput(kind: .string(self), source: JSONValue.string(value).text) }
}

/// An object that was read; of members with one name the last counts.
struct JSONObject {
  var members: [String: JSONInput] = [:]
}

/// Why a text is not JSON.
enum JSONError: Error {
  case unexpected(offset: Int)
  case tooDeep(offset: Int)

  var message: String {
    switch self {
    case .unexpected(let offset): "not JSON at octet \(offset)"
    case .tooDeep(let offset): "nested too deeply at octet \(offset)"
    }
  }
}

/// Reads JSON (RFC 8259).
struct JSONReader {
  private let octets: [UInt8]
  private var offset = 0
  private static let maximumDepth = 64

  private init(_ octets: [UInt8]) {
    self.octets = octets
  }

  /// The value of a whole text.
  ///
  /// - Parameter octets: UTF-8.
  /// - Returns: The value.
  /// - Throws: `JSONError` where the text is not JSON.
  static func value(of octets: [UInt8]) throws(JSONError) -> JSONInput {
    var reader = JSONReader(octets)
    reader.skipSpace()
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.offset == octets.count else { throw .unexpected(offset: reader.offset) }
    return value
  }

  private var next: UInt8? { offset < octets.count ? octets[offset] : nil }

  private mutating func skipSpace() {
    while let octet = next, octet == 0x20 || 0x09...0x0A ~= octet || octet == 0x0D { offset += 1 }
  }

  private mutating func take(_ octet: UInt8) -> Bool {
    guard next == octet else { return false }
    offset += 1
    return true
  }

  private mutating func expect(_ text: StaticString) throws(JSONError) {
    for octet in "\(text)".utf8 where !take(octet) { throw .unexpected(offset: offset) }
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSONInput {
    guard depth <= Self.maximumDepth else { throw .tooDeep(offset: offset) }
    let start = offset
    let kind: JSONInput.Kind
    switch next {
    case UInt8(ascii: "n"):
      try expect("null")
      kind = .null
    case UInt8(ascii: "t"):
      try expect("true")
      kind = .bool(true)
    case UInt8(ascii: "f"):
      try expect("false")
      kind = .bool(false)
    case UInt8(ascii: "\""): kind = .string(try string())
    case UInt8(ascii: "["):
      try array(depth: depth)
      kind = .array
    case UInt8(ascii: "{"): kind = .object(try object(depth: depth))
    default:
      try number()
      kind = .number
    }
    return JSONInput(kind: kind, source: String(decoding: octets[start..<offset], as: UTF8.self))
  }

  private mutating func array(depth: Int) throws(JSONError) {
    offset += 1
    skipSpace()
    if take(UInt8(ascii: "]")) { return }
    while true {
      skipSpace()
      _ = try value(depth: depth + 1)
      skipSpace()
      if take(UInt8(ascii: "]")) { return }
      guard take(UInt8(ascii: ",")) else { throw .unexpected(offset: offset) }
    }
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSONObject {
    var object = JSONObject()
    offset += 1
    skipSpace()
    if take(UInt8(ascii: "}")) { return object }
    while true {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw .unexpected(offset: offset) }
      let name = try string().value
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw .unexpected(offset: offset) }
      skipSpace()
      object.members[name] = try value(depth: depth + 1)
      skipSpace()
      if take(UInt8(ascii: "}")) { return object }
      guard take(UInt8(ascii: ",")) else { throw .unexpected(offset: offset) }
    }
  }

  private mutating func digits() throws(JSONError) {
    let start = offset
    while let octet = next, 0x30...0x39 ~= octet { offset += 1 }
    if offset == start { throw .unexpected(offset: offset) }
  }

  private mutating func number() throws(JSONError) {
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) { try digits() }
    if take(UInt8(ascii: ".")) { try digits() }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      try digits()
    }
  }

  private mutating func string() throws(JSONError) -> JSONString {
    offset += 1
    var utf8: [UInt8] = []
    var hasLoneSurrogate = false
    while let octet = next {
      offset += 1
      switch octet {
      case UInt8(ascii: "\""):
        let value = String(decoding: utf8, as: UTF8.self)
        let isWellFormed = !hasLoneSurrogate && value.utf8.elementsEqual(utf8)
        return JSONString(value: value, isWellFormed: isWellFormed)
      case UInt8(ascii: "\\"):
        if let scalar = try escaped() {
          utf8 += Array(String(scalar).utf8)
        } else {
          hasLoneSurrogate = true
        }
      case 0x00..<0x20: throw .unexpected(offset: offset - 1)
      default: utf8.append(octet)
      }
    }
    throw .unexpected(offset: offset)
  }

  /// What a backslash stands for; nil for half of a surrogate pair.
  private mutating func escaped() throws(JSONError) -> Unicode.Scalar? {
    guard let octet = next else { throw .unexpected(offset: offset) }
    offset += 1
    switch octet {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try escapedUnit()
    default: throw .unexpected(offset: offset - 1)
    }
  }

  private mutating func escapedUnit() throws(JSONError) -> Unicode.Scalar? {
    let unit = try hexadecimalUnit()
    guard 0xD800...0xDBFF ~= unit else { return Unicode.Scalar(unit) }
    let second = offset
    guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
      offset = second
      return nil
    }
    let low = try hexadecimalUnit()
    guard 0xDC00...0xDFFF ~= low else {
      offset = second
      return nil
    }
    return Unicode.Scalar((unit - 0xD800) << 10 + (low - 0xDC00) + 0x10000)
  }

  private mutating func hexadecimalUnit() throws(JSONError) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let octet = next, let digit = Character(Unicode.Scalar(octet)).hexDigitValue else {
        throw .unexpected(offset: offset)
      }
      unit = unit << 4 | UInt32(digit)
      offset += 1
    }
    return unit
  }
}
