import Glibc
import LocalAPI

/// Shows a demonstration: on a terminal with a table that is painted again and again in place,
/// elsewhere as plain lines, a few of them.
struct DemoScreen {
  private let isSilent: Bool
  private let repaints: Bool
  private var painted = 0
  private var lastTenth = -1

  /// - Parameter isSilent: Whether nothing is shown, because the answer is JSON.
  init(isSilent: Bool) {
    self.isSilent = isSilent
    let isDumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? true
    repaints = !isSilent && isatty(STDOUT_FILENO) == 1 && !isDumb
  }

  private var style: Style { Style.ofStandardOutput() }

  /// How often a change is looked for.
  var interval: Duration { repaints ? .milliseconds(100) : .milliseconds(200) }

  /// A line of its own.
  mutating func say(_ line: String = "") {
    guard !isSilent else { return }
    StandardOutput.write(line: line)
  }

  /// Something that has come about.
  mutating func done(_ line: String) {
    say(style.paint("ok", .good) + "  " + line)
  }

  /// A heading.
  mutating func heading(_ line: String) {
    say(style.paint(line, .heading))
  }

  /// What somebody else said, set off from the rest.
  mutating func quote(_ lines: [String]) {
    for line in lines { say(style.paint("      " + Escape.oneLine(line), .faint)) }
  }

  /// Shows the modems at work.
  ///
  /// - Parameter board: What there is to see.
  mutating func show(_ board: DemoBoard) {
    guard !isSilent else { return }
    guard repaints else { return showProgress(board) }
    var style = style
    // A line that wraps would put the next picture in the wrong place.
    style.width -= 1
    let lines = board.text(style).split(separator: "\n", omittingEmptySubsequences: false)
    let body = lines.dropLast().joined(separator: "\u{1B}[K\n") + "\u{1B}[K\n"
    StandardOutput.write("\u{1B}[?2026h" + up + body + "\u{1B}[J\u{1B}[?2026l")
    painted = lines.count - 1
  }

  /// Leaves the table as it is: what follows goes below.
  mutating func release() {
    painted = 0
    lastTenth = -1
  }

  private var up: String { painted > 0 ? "\u{1B}[\(painted)A\r" : "" }

  private mutating func showProgress(_ board: DemoBoard) {
    let tenth = board.total > 0 ? board.sent * 4 / board.total : 0
    guard tenth != lastTenth else { return }
    lastTenth = tenth
    say("    " + board.line)
  }
}
