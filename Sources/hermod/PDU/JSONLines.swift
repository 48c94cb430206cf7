import Foundation

/// Answers every line of standard input with one line on standard output.
enum JSONLines {
  /// The longest line that is read; a longer one is answered and passed over.
  static let maximumLength = 16 << 20

  /// Answers lines until there are no more.
  ///
  /// - Parameter answer: The answer to one request; each is written before the next is read.
  /// - Throws: What reading failed with.
  static func answer(_ answer: (JSONInput) -> JSONValue) throws {
    var input = LineReader(maximumLength: maximumLength)
    while let line = try input.next() {
      let response: JSONValue
      switch line {
      case .tooLong:
        response = PDURefusal("too-long", "the line has more than \(maximumLength) octets").json(
          id: nil
        )
      case .octets(let octets):
        do throws(JSONError) {
          response = answer(try JSONReader.value(of: octets))
        } catch {
          response = PDURefusal("bad-json", error.message).json(id: nil)
        }
      }
      StandardOutput.write(response.text + "\n")
    }
  }
}

/// Reads standard input line by line.
struct LineReader {
  enum Line {
    case octets([UInt8])
    case tooLong
  }

  private let maximumLength: Int
  private var pending: [UInt8] = []
  private var position = 0
  private var isAtEnd = false

  init(maximumLength: Int) {
    self.maximumLength = maximumLength
  }

  /// The next line, without its end; nil where there is none.
  mutating func next() throws -> Line? {
    var line: [UInt8] = []
    var isTooLong = false
    while true {
      let rest = pending[position...]
      if let end = rest.firstIndex(of: 0x0A) {
        if !isTooLong { line += rest[..<end] }
        position = end + 1
        return isTooLong || line.count > maximumLength ? .tooLong : .octets(line)
      }
      if !isTooLong { line += rest }
      if line.count > maximumLength {
        isTooLong = true
        line = []
      }
      guard try refill() else {
        return isTooLong ? .tooLong : line.isEmpty ? nil : .octets(line)
      }
    }
  }

  private mutating func refill() throws -> Bool {
    position = 0
    pending = []
    guard !isAtEnd else { return false }
    var failure: Int32 = 0
    pending = Array(unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      var result: Int
      repeat {
        result = read(STDIN_FILENO, buffer.baseAddress, buffer.count)
      } while result < 0 && errno == EINTR
      if result < 0 { failure = errno }
      count = max(result, 0)
    }
    guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .EIO) }
    isAtEnd = pending.isEmpty
    return !isAtEnd
  }
}
