public import Messaging

/// Why a file of the spool could not be read as a message: the line, the fault, and what is allowed.
public enum SpoolFileError: Error, Hashable, Sendable {
  /// There is nothing in the file.
  case empty
  /// The file is UTF-16: two octets for each character.
  case wideCharacters
  /// A header line holds an octet that no text has.
  case controlCharacter(line: Int)
  /// A line before the first blank one is not `Name: value`.
  case notAHeader(line: Int, text: String)
  /// None of the headers is `To:`.
  case noRecipient
  /// None of the headers is `To:`, and one of them looks like it.
  case misspelledRecipient(line: Int, name: String)
  /// A recipient is not a phone number.
  case badRecipient(line: Int, recipient: String, problem: String)
  /// The value of a header is not one of those that it may have.
  case badValue(line: Int, name: String, value: String, allowed: String)
  /// The header asks for something that Hermod does not do.
  case unsupported(line: Int, name: String, reason: String)
  /// There is no blank line, so that there is no body.
  case noBlankLine
  /// There is nothing after the blank line.
  case emptyBody
  /// An octet of the body, counted from 1, does not belong to the alphabet.
  case bodyNotInAlphabet(alphabet: String, octet: Int)
  /// A character of the text, counted from 1, is NUL (U+0000).
  case nullInBody(character: Int)
  /// A line of a hexadecimal body is not pairs of digits.
  case notHexadecimal(line: Int, text: String)
  /// The user data header (3GPP TS 23.040 §9.2.3.24) does not hold together.
  case badUserDataHeader(line: Int, problem: String)
  /// A `.json` file is not JSON.
  case notJSON(line: Int?, problem: String)
  /// A list of opt-outs cannot be read.
  case badOptOutList(String)
  /// Messages of a `.json` file have faults; the index is nil where the file is a single object.
  case badObjects([BadObject], total: Int)

  /// A message of a `.json` file that has faults.
  public struct BadObject: Hashable, Sendable {
    /// Where it stands in the array, from 0; nil where the file is a single object.
    public var index: Int?
    /// What is wrong with it.
    public var faults: [MessageObject.Fault]
  }

  /// The line that the fault is on, counted from 1; nil where it is not on one line.
  public var line: Int? {
    switch self {
    case .controlCharacter(let line), .notAHeader(let line, _), .misspelledRecipient(let line, _),
      .badRecipient(let line, _, _), .badValue(let line, _, _, _), .unsupported(let line, _, _),
      .notHexadecimal(let line, _), .badUserDataHeader(let line, _):
      line
    case .notJSON(let line, _):
      line
    case .empty, .wideCharacters, .noRecipient, .noBlankLine, .emptyBody, .bodyNotInAlphabet,
      .nullInBody, .badObjects, .badOptOutList:
      nil
    }
  }
}

extension SpoolFileError: CustomStringConvertible {
  /// The line, what is wrong there, and what is allowed.
  public var description: String {
    line.map { "line \($0): \(fault)" } ?? fault
  }

  private var fault: String {
    switch self {
    case .empty:
      "the file is empty"
    case .wideCharacters:
      "the file is UTF-16: save it as UTF-8"
    case .controlCharacter:
      "a control character among the headers; headers are UTF-8 or ISO-8859-15 text"
    case .notAHeader(_, let text):
      "\"\(shown(text))\" is not a header (\"Name: value\"); the text begins after a blank line"
    case .noRecipient:
      "there is no \"To:\" header, so nobody to send to"
    case .misspelledRecipient(_, let name):
      "\"\(shown(name))\" is not a header that Hermod knows, and there is no \"To:\"; write \"To:\""
    case .badRecipient(_, let recipient, let problem):
      "To: \"\(shown(recipient))\": \(printable(problem))"
    case .badValue(_, let name, let value, let allowed):
      "\(name): \"\(shown(value))\" is not allowed; it must be \(allowed)"
    case .unsupported(_, let name, let reason):
      "\(name): \(reason)"
    case .noBlankLine:
      "there is no blank line after the headers, so no text to send"
    case .emptyBody:
      "there is nothing after the blank line, so no text to send"
    case .bodyNotInAlphabet(let alphabet, let octet):
      "octet \(octet) of the text is not \(alphabet); correct the text or the \"Alphabet:\" header"
    case .nullInBody(let character):
      "character \(character) of the text is NUL (U+0000), which no phone shows; leave it out, or write "
        + "\"Alphabet: binary\" where it is data"
    case .notHexadecimal(_, let text):
      "\"\(shown(text))\" is not pairs of hexadecimal digits"
    case .badUserDataHeader(_, let problem):
      "the user data header \(problem)"
    case .notJSON(_, let problem):
      "not JSON: \(problem)"
    case .badOptOutList(let problem): problem
    case .badObjects(let objects, let total):
      describe(objects, total: total)
    }
  }

  private func describe(_ objects: [BadObject], total: Int) -> String {
    let lines = objects.prefix(20).flatMap { object in
      object.faults.map { fault in
        let fault = printable(fault.description, limit: 400)
        return object.index.map { "message \($0) of the array (from 0): \(fault)" } ?? fault
      }
    }
    let more = objects.count > 20 ? ["and \(objects.count - 20) more messages with faults"] : []
    let whole = total > 1 ? ["so none of its \(total) messages was taken"] : []
    return (lines + more + whole).joined(separator: "\n")
  }

  /// Text from outside, short enough for a line and without control characters.
  private func shown(_ text: String) -> String {
    printable(text, limit: 60)
  }
}

/// Text from outside, cut to a length, with every control character replaced by `?`.
func printable(_ text: some StringProtocol, limit: Int = 200) -> String {
  var result = ""
  for (count, scalar) in text.unicodeScalars.enumerated() {
    guard count < limit else { return result + "…" }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate:
      result.unicodeScalars.append("?")
    default:
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}
