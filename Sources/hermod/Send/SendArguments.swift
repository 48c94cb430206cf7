import ArgumentParser

/// The numbers and the text among the arguments of `hermod send`.
struct SendArguments: Hashable {
  var numbers: [String]
  /// nil: the text is read from standard input.
  var text: String?

  /// Takes the arguments apart.
  ///
  /// - Parameters:
  ///   - arguments: One or more numbers, and perhaps the text behind them.
  ///   - text: What `--text` says; then all arguments are numbers.
  /// - Throws: `ValidationError` where a number is missing or is none.
  init(_ arguments: [String], text: String?) throws {
    numbers = arguments
    self.text = text
    if text == nil, let last = arguments.last, !Self.isRecipient(last) || last == "-" {
      numbers.removeLast()
      self.text = last == "-" ? nil : last
    }
    guard !numbers.isEmpty else { throw Self.noNumber(text: self.text) }
    if let wrong = numbers.first(where: { !Self.isNumber($0) }) {
      throw ValidationError(
        "\"\(Escape.oneLine(wrong))\" is not a phone number. "
          + "(Put the text into quotes, behind the numbers.)"
      )
    }
  }

  /// Says why what looks like a number was not taken for one.
  private static func noNumber(text: String?) -> ValidationError {
    guard let text, isNumber(text) else {
      return ValidationError(
        "There is no number to send to; write it first, as in "
          + "hermod send +447700900123 \"Your table is ready\"."
      )
    }
    return ValidationError(
      "\"\(Escape.oneLine(text))\" alone is taken for the text, as it is too short for a phone "
        + "number: one in full begins with + or has nine digits or more. Where it is a short code, "
        + "write the text behind it."
    )
  }

  /// Whether the last argument is one more recipient and not the text: a code such as `123456` is
  /// a text that somebody sends, and a number written in full is not.
  private static func isRecipient(_ argument: String) -> Bool {
    guard isNumber(argument) else { return false }
    return argument.hasPrefix("+") || argument.utf8.count { (0x30...0x39).contains($0) } >= 9
  }

  private static func isNumber(_ argument: String) -> Bool {
    let allowed = "0123456789+*#-./() ".utf8
    return argument.utf8.allSatisfy(allowed.contains)
      && argument.utf8.contains { (0x30...0x39).contains($0) }
  }
}
