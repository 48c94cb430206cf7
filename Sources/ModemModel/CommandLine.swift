/// One command of a command line, ITU-T V.250 §5.4: `E0`, `+CMGF=0`, `+CPMS?`, `+CNMI=?`.
struct Command: Equatable, Sendable {
  /// What is asked of the command.
  enum Operation: Equatable, Sendable {
    /// The bare name, or a basic command with its number.
    case execute(Int?)
    /// `?`: what is set.
    case read
    /// `=?`: what can be set.
    case test
    /// `=`: values, in order.
    case set([Parameter])

    /// What stands behind the name.
    var suffix: String {
      switch self {
      case .execute: ""
      case .read: "?"
      case .test: "=?"
      case .set: "="
      }
    }
  }

  /// One value of a `=`, V.250 §5.4.2.
  enum Parameter: Equatable, Sendable {
    /// Nothing between two commas.
    case omitted
    /// Decimal digits.
    case number(Int)
    /// A string between quotes.
    case text(String)
    /// Characters that are neither: not allowed by V.250, and yet sent.
    case word(String)
  }

  /// The name in capitals with its prefix: `+CMGS`, `^CURC`, `E`, `&F`.
  var name: String
  /// What is asked of it.
  var operation: Operation
}

/// Reads what stands behind `AT` on a command line.
struct CommandLineParser {
  private var rest: Substring

  private init(_ body: String) {
    rest = body[...]
  }

  /// The commands of a line, in order; nil where the line breaks the syntax of V.250 §5.2.
  ///
  /// - Parameter body: The line without `AT` and without its end.
  /// - Returns: The commands; nil for none that can be read.
  static func parse(_ body: String) -> [Command]? {
    var parser = CommandLineParser(body)
    var commands: [Command] = []
    while true {
      parser.skipSpaces()
      guard let first = parser.rest.first else { return commands }
      guard commands.count < 64 else { return nil }
      if first == ";" {
        parser.rest.removeFirst()
        continue
      }
      guard let command = Self.extendedPrefixes.contains(first) ? parser.extended() : parser.basic()
      else { return nil }
      commands.append(command)
    }
  }

  private static let extendedPrefixes: [Character] = ["+", "^", "#", "$", "*", "%", "!", "@", "_"]

  private mutating func skipSpaces() {
    rest = rest.drop { $0 == " " }
  }

  /// A letter, `&` and a letter or `\` and a letter, then digits; `S3=13` and `S3?` also.
  private mutating func basic() -> Command? {
    var name = ""
    if let first = rest.first, first == "&" || first == "\\" {
      name.append(first)
      rest.removeFirst()
    }
    guard let letter = rest.first, letter.isASCII, letter.isLetter else { return nil }
    name += letter.uppercased()
    rest.removeFirst()
    if name == "D" {
      let number = String(rest)
      rest = ""
      return Command(name: "D", operation: .set([.word(number)]))
    }
    guard let number = takeNumber() else { return nil }
    if name == "S", let register = number.value {
      name += String(register)
      if rest.first == "?" {
        rest.removeFirst()
        return Command(name: name, operation: .read)
      }
      if rest.first == "=" {
        rest.removeFirst()
        guard let value = takeNumber()?.value else { return nil }
        return Command(name: name, operation: .set([.number(value)]))
      }
    }
    return Command(name: name, operation: .execute(number.value))
  }

  /// Leading digits: nil where they are more than any command has.
  private mutating func takeNumber() -> (value: Int?, digits: Int)? {
    let digits = rest.prefix { ("0"..."9").contains($0) }
    guard digits.count <= 9 else { return nil }
    rest = rest.dropFirst(digits.count)
    return (Int(digits), digits.count)
  }

  private mutating func extended() -> Command? {
    let prefix = rest.removeFirst()
    let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "_-!%./:".contains($0)) }
    guard !name.isEmpty else { return nil }
    rest = rest.dropFirst(name.count)
    let fullName = String(prefix) + name.uppercased()
    skipSpaces()
    switch rest.first {
    case nil, ";":
      return Command(name: fullName, operation: .execute(nil))
    case "?":
      rest.removeFirst()
      return endsHere() ? Command(name: fullName, operation: .read) : nil
    case "=":
      rest.removeFirst()
      if rest.first == "?" {
        rest.removeFirst()
        return endsHere() ? Command(name: fullName, operation: .test) : nil
      }
      guard let parameters = takeParameters() else { return nil }
      return Command(name: fullName, operation: .set(parameters))
    default:
      return nil
    }
  }

  private mutating func endsHere() -> Bool {
    skipSpaces()
    return rest.isEmpty || rest.first == ";"
  }

  private mutating func takeParameters() -> [Command.Parameter]? {
    var parameters: [Command.Parameter] = []
    while parameters.count < 32 {
      skipSpaces()
      if rest.first == "\"" {
        rest.removeFirst()
        guard let end = rest.firstIndex(of: "\"") else { return nil }
        parameters.append(.text(String(rest[..<end])))
        rest = rest[rest.index(after: end)...]
        skipSpaces()
      } else {
        let value = rest.prefix { $0 != "," && $0 != ";" && $0 != "\"" }
        rest = rest.dropFirst(value.count)
        let isNumber = !value.isEmpty && value.count <= 9 && value.allSatisfy(\.isASCIIDigit)
        if value.isEmpty {
          parameters.append(.omitted)
        } else if isNumber, let number = Int(value) {
          parameters.append(.number(number))
        } else {
          parameters.append(.word(String(value)))
        }
      }
      switch rest.first {
      case ",": rest.removeFirst()
      case nil, ";": return parameters
      default: return nil
      }
    }
    return nil
  }
}

extension Character {
  /// Whether this is one of `0` to `9`.
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

extension [Command.Parameter] {
  /// The number at a place; nil where there is none.
  func number(_ index: Int) -> Int? {
    guard index < count, case .number(let value) = self[index] else { return nil }
    return value
  }

  /// The string at a place, with or without its quotes; nil where there is none.
  func text(_ index: Int) -> String? {
    guard index < count else { return nil }
    switch self[index] {
    case .omitted: return nil
    case .number(let value): return String(value)
    case .text(let value), .word(let value): return value
    }
  }

  /// Whether nothing stands at a place.
  func isOmitted(_ index: Int) -> Bool {
    index >= count || self[index] == .omitted
  }
}
