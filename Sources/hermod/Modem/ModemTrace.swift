import ArgumentParser
import LocalAPI

/// `hermod modem trace`.
struct ModemTrace: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Show every line between the gateway and a modem, until interrupted.",
    discussion: "PINs and the contents of messages are masked."
  )

  @OptionGroup var client: ClientOptions
  @OptionGroup var modem: ModemArgument

  func run() async throws {
    try await client.withClient { client in
      try await client.traceModem(named: modem.name) { line in
        if self.client.json {
          StandardOutput.write(line: String(decoding: line.json, as: UTF8.self))
        } else {
          StandardOutput.write(line: Self.text(line.value, .ofStandardOutput()))
        }
      }
    }
  }

  /// A line with its time and its direction.
  static func text(_ line: TraceLine, _ style: Style) -> String {
    let arrow = line.direction == .out ? ">" : "<"
    return style.paint(style.time(line.at), .faint) + "  \(arrow) " + Escape.oneLine(line.line)
  }
}
