import Gateway

/// A manual page in the language of man(7).
struct ManualPage {
  /// `hermod`, or `hermod-send`.
  let name: String
  private(set) var text: String

  /// The page of the program.
  init(program: CommandDescription) {
    name = program.commandName
    text = Self.head(name, program.abstract)
    text += ".SH SYNOPSIS\n.B hermod\n.I command\n[\n.I arguments\n]\n"
    text += ".SH DESCRIPTION\n" + Self.paragraphs(program.discussion)
    text += ".SH COMMANDS\n"
    for command in program.visible {
      text += ".TP\n.BR hermod\\-\(Roff.escaped(command.commandName)) (1)\n"
      text += Roff.line(command.abstract ?? "")
    }
    text += Self.files
    let pages = program.visible.map { ".BR hermod\\-\(Roff.escaped($0.commandName)) (1)" }
    text += ".SH SEE ALSO\n" + pages.joined(separator: ",\n") + "\n"
  }

  /// The page of a command and of what stands below it.
  init(command: CommandDescription) {
    name = "hermod-\(command.commandName)"
    text = Self.head(name, command.abstract)
    let parts = command.visible.isEmpty ? [command] : command.visible
    text += ".SH SYNOPSIS\n"
    text += parts.map(Self.synopsis).joined(separator: ".br\n")
    text += ".SH DESCRIPTION\n" + Self.paragraphs(command.discussion ?? command.abstract)
    if command.visible.isEmpty {
      text += ".SH OPTIONS\n" + Self.arguments(of: command)
    } else {
      text += ".SH COMMANDS\n"
      for part in parts {
        text += ".SS \(Roff.escaped(part.typed))\n" + Self.paragraphs(part.abstract)
        if let discussion = part.discussion { text += ".PP\n" + Self.paragraphs(discussion) }
        text += Self.arguments(of: part)
      }
    }
    text += ".SH SEE ALSO\n.BR hermod (1)\n"
  }

  private static func head(_ name: String, _ abstract: String?) -> String {
    let title = Roff.escaped(name.uppercased())
    var words = abstract ?? ""
    if words.hasSuffix(".") { words.removeLast() }
    return ".TH \"\(title)\" 1 \"\" \"hermod \(HermodDaemon.version)\" \"Hermod\"\n"
      + ".SH NAME\n\(Roff.escaped(name)) \\- \(Roff.escaped(words))\n"
  }

  private static func synopsis(_ command: CommandDescription) -> String {
    var text = ".B \(Roff.escaped(command.typed))\n"
    for argument in command.shown {
      let dots = argument.isRepeating ? " ..." : ""
      let form = argument.form + dots
      text += Roff.line(argument.isOptional ? "[\(form)]" : form)
    }
    return text
  }

  private static func arguments(of command: CommandDescription) -> String {
    var text = ""
    for argument in command.shown {
      text += ".TP\n.B \(Roff.escaped(argument.fullForm))\n"
      text += Roff.line(argument.abstract ?? "")
      if let discussion = argument.discussion { text += Roff.line(discussion) }
      if let values = argument.allValues, !values.isEmpty {
        text += Roff.line("One of: \(values.joined(separator: ", ")).")
      }
      if let value = argument.defaultValue, !value.isEmpty {
        text += Roff.line("Default: \(value).")
      }
    }
    return text
  }

  private static func paragraphs(_ words: String?) -> String {
    (words ?? "").split(separator: "\n\n").map { Roff.lines(String($0)) }.joined(separator: ".PP\n")
  }

  private static let files = """
    .SH ENVIRONMENT
    .TP
    .B HERMOD_SOCKET
    The socket of the daemon, where it is not the usual one.
    .TP
    .B NO_COLOR
    Set to anything: no colours.
    .SH FILES
    .TP
    .I /etc/hermod/hermod.toml
    The configuration; none is needed.
    .TP
    .I /var/spool/hermod
    The spool: drop messages into \\fIoutgoing\\fR.
    .TP
    .I /var/lib/hermod
    The database.
    .TP
    .I /run/hermod/hermod.sock
    The socket of the local API.

    """
}

extension CommandDescription {
  /// What one may give to it, but for the flags that every command has: the arguments first.
  fileprivate var shown: [Argument] {
    let own = (arguments ?? []).filter { $0.shouldDisplay && !$0.isCommon }
    return own.filter { $0.kind == "positional" } + own.filter { $0.kind != "positional" }
  }
}

extension CommandDescription.Argument {
  /// Whether every command has it.
  fileprivate var isCommon: Bool {
    names?.contains { ["help", "version"].contains($0.name) } ?? false
  }

  /// One way to write it, for a synopsis.
  fileprivate var form: String {
    let value = "<\(valueName ?? "value")>"
    guard let name = names?.first(where: { $0.kind == "long" }) ?? names?.first else {
      return value
    }
    return kind == "option" ? "\(name.written) \(value)" : name.written
  }

  /// All ways to write it.
  fileprivate var fullForm: String {
    let value = "<\(valueName ?? "value")>"
    guard let names, !names.isEmpty else { return value }
    let written = names.map(\.written).joined(separator: ", ")
    return kind == "option" ? "\(written) \(value)" : written
  }
}

/// Text in the language of roff.
enum Roff {
  /// No character of it means anything to roff.
  static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "\"": result += "\\(dq"
      case "`": result += "\\`"
      default: result.append(character)
      }
    }
  }

  /// A line, which begins with no request even where it begins with a dot.
  static func line(_ text: String) -> String {
    let words = escaped(text.split(whereSeparator: \.isNewline).joined(separator: " "))
    guard !words.isEmpty else { return "" }
    return (words.hasPrefix(".") ? "\\&" : "") + words + "\n"
  }

  /// Lines that stay lines where they are indented, as examples are.
  static func lines(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.contains(where: { $0.hasPrefix("  ") }) else { return line(text) }
    return ".nf\n" + lines.map { line(String($0)) }.joined() + ".fi\n"
  }
}
