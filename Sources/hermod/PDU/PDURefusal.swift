import TransferLayer

/// Why a request of `hermod pdu` is refused.
struct PDURefusal: Error {
  /// A word for programs.
  let code: String
  /// A sentence for people.
  let message: String

  init(_ code: String, _ message: String) {
    self.code = code
    self.message = message
  }

  init(_ error: TPDUError) {
    switch error {
    case .truncated: self.init("truncated", error.description)
    case .reservedMessageType: self.init("unsupported", error.description)
    case .notHexadecimal, .halfAnOctet: self.init("not-hexadecimal", error.description)
    }
  }

  init(_ error: SegmentationError) {
    switch error {
    case .notInAlphabet: self.init("not-in-alphabet", error.description)
    case .tooManySegments: self.init("too-long", error.description)
    case .headerTooLong, .concatenationGiven, .schemeContradictsEncoding:
      self.init("bad-request", error.description)
    }
  }

  func json(id: JSONValue?) -> JSONValue {
    .object([
      ("id", id ?? .null), ("ok", .bool(false)),
      ("error", .object([("code", .string(code)), ("message", .string(message))])),
    ])
  }
}

/// The members of a request, with their types checked.
struct PDURequest {
  private let object: JSONObject

  init(_ object: JSONObject) {
    self.object = object
  }

  init(_ input: JSONInput) throws(PDURefusal) {
    guard case .object(let object) = input.kind else {
      throw PDURefusal("bad-request", "a request is a JSON object")
    }
    self.object = object
  }

  /// `id` as it was written.
  static func id(_ input: JSONInput) -> JSONValue {
    guard case .object(let object) = input.kind, let id = object.members["id"] else { return .null }
    // Bad UTF-8 inside it has become U+FFFD: what cannot be written is not JSON.
    return .verbatim(id.source)
  }

  /// The member of a name; nil if there is none or it is null.
  private func member(_ name: String) -> JSONInput? {
    guard let input = object.members[name] else { return nil }
    if case .null = input.kind { return nil }
    return input
  }

  private func refusal(_ name: String, _ expected: String) -> PDURefusal {
    PDURefusal("bad-request", "\(name) is not \(expected)")
  }

  func string(_ name: String) throws(PDURefusal) -> String? {
    guard let input = member(name) else { return nil }
    guard case .string(let string) = input.kind else { throw refusal(name, "a string") }
    guard string.isWellFormed else {
      throw PDURefusal("bad-text", "\(name) has a lone surrogate or is not UTF-8")
    }
    return string.value
  }

  func bool(_ name: String) throws(PDURefusal) -> Bool? {
    guard let input = member(name) else { return nil }
    guard case .bool(let value) = input.kind else { throw refusal(name, "true or false") }
    return value
  }

  func integer(_ name: String, _ range: ClosedRange<Int>) throws(PDURefusal) -> Int? {
    guard let input = member(name) else { return nil }
    let expected = "an integer from \(range.lowerBound) to \(range.upperBound)"
    guard case .number = input.kind, let value = Self.integer(input.source), range ~= value else {
      throw refusal(name, expected)
    }
    return value
  }

  /// The integer that a JSON number is, `1.0` and `1e2` among them.
  private static func integer(_ source: String) -> Int? {
    Int(source) ?? Double(source).flatMap { Int(exactly: $0) }
  }

  func octets(_ name: String) throws(PDURefusal) -> [UInt8]? {
    guard let text = try string(name) else { return nil }
    do throws(TPDUError) {
      return try Hexadecimal.octets(of: text)
    } catch {
      throw PDURefusal("not-hexadecimal", "\(name): \(error)")
    }
  }

  func request(_ name: String) throws(PDURefusal) -> PDURequest? {
    guard let input = member(name) else { return nil }
    guard case .object(let object) = input.kind else { throw refusal(name, "an object") }
    return PDURequest(object)
  }
}
