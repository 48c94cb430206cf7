import Foundation
import Glibc

/// How to print: how wide, with what colours, in whose time, at what moment.
struct Style: Sendable {
  /// Columns of the terminal; `unlimited` where lines are not drawn but read by a program.
  var width: Int
  /// Whether colours and graphic characters may be used.
  var isRich: Bool
  /// Whose clock times are shown by.
  var timeZone: TimeZone
  /// The moment that ages are counted from.
  var now: Date

  /// The width of a pipe and of a file: nothing is cut off or wrapped, so that what is looked for is
  /// found on one line.
  static let unlimited = Int.max

  /// For standard output as it is: rich on a terminal without `NO_COLOR`, plain elsewhere, and as wide
  /// as the terminal or `COLUMNS` says.
  static func ofStandardOutput() -> Style {
    let environment = ProcessInfo.processInfo.environment
    let isTerminal = isatty(STDOUT_FILENO) == 1 && environment["TERM"] != "dumb"
    let wantsColour = environment["NO_COLOR", default: ""].isEmpty
    return Style(
      width: width(environment),
      isRich: isTerminal && wantsColour,
      timeZone: .current,
      now: Date()
    )
  }

  /// Rows of the terminal.
  static func rows() -> Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else { return 24 }
    return Int(size.ws_row)
  }

  private static func width(_ environment: [String: String]) -> Int {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return min(max(Int(size.ws_col), 40), 400)
    }
    if let columns = environment["COLUMNS"].flatMap({ Int($0) }), (40...400).contains(columns) {
      return columns
    }
    return isatty(STDOUT_FILENO) == 1 ? 80 : unlimited
  }

  /// What a piece of text means; its colour follows from that.
  enum Meaning {
    case plain
    case heading
    case good
    case warning
    case bad
    case faint

    fileprivate var code: String? {
      switch self {
      case .plain: nil
      case .heading: "1"
      case .good: "32"
      case .warning: "33"
      case .bad: "31"
      case .faint: "2"
      }
    }
  }

  /// The text in the colour of its meaning, where there are colours.
  func paint(_ text: String, _ meaning: Meaning) -> String {
    guard isRich, let code = meaning.code, !text.isEmpty else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
