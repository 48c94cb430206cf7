import ArgumentParser
import Glibc
import LocalAPI
import Messaging

/// `hermod status`.
struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show whether the gateway works: modems, signal, queue.",
    discussion: "Exits 0 unless no message can leave (\"down\"): then 1."
  )

  @OptionGroup var client: ClientOptions

  @Flag(name: .shortAndLong, help: "Show it again and again, in place.")
  var watch = false

  func run() async throws {
    if watch { return try await watchStatus() }
    let state = try await client.withClient { client in
      let answer = try await client.status()
      self.client.print(answer) { StatusPage(report: $0, style: $1).text }
      return answer.value.state
    }
    if state == .down { throw ExitCode(ExitStatus.no) }
  }

  private func watchStatus() async throws {
    let isTerminal = isatty(STDOUT_FILENO) == 1 && !client.json
    try await client.withClient { client in
      while true {
        let page: String
        do {
          let answer = try await client.status()
          page =
            self.client.json
            ? String(decoding: answer.json, as: UTF8.self) + "\n"
            : StatusPage(report: answer.value, style: .ofStandardOutput()).text
        } catch {
          // A daemon that restarts comes back: whoever watches wants to see it.
          guard isTerminal else { throw error }
          page = "hermod: " + Escape.visible(CommandFailure(error).description) + "\n"
        }
        StandardOutput.write(isTerminal ? Repaint.frame(page, rows: Style.rows()) : page)
        try await Task.sleep(for: .seconds(1))
      }
    }
  }
}

/// Paints one page over another without clearing the screen, so that nothing flickers.
enum Repaint {
  /// The page from the upper left corner, each line and the rest of the screen cleared behind it.
  static func frame(_ page: String, rows: Int) -> String {
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    let body = lines.prefix(max(1, rows - 1)).joined(separator: "\u{1B}[K\n")
    // Mode 2026: a terminal that knows it shows the frame in one go.
    return "\u{1B}[?2026h\u{1B}[H" + body + "\u{1B}[K\n\u{1B}[J\u{1B}[?2026l"
  }
}
