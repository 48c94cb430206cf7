import ArgumentParser
import LocalAPI
import Messaging

/// `hermod events`.
struct EventsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "events",
    abstract: "Show what happens, as it happens: one line each."
  )

  @OptionGroup var client: ClientOptions

  @Flag(name: .shortAndLong, help: "Go on until interrupted; this is what it does anyway.")
  var follow = false

  @Option(help: ArgumentHelp("Begin behind this event.", valueName: "id"))
  var after: String?

  func run() async throws {
    try await client.withClient { client in
      try await EventStream(client: client).follow(after: after) {
      } receive: { event in
        if self.client.json {
          StandardOutput.write(line: String(decoding: event.json, as: UTF8.self))
        } else {
          StandardOutput.write(line: EventLine.text(event.value, .ofStandardOutput()))
        }
      }
    }
  }
}

/// An event on one line.
enum EventLine {
  static func text(_ event: GatewayEvent, _ style: Style) -> String {
    let type = Escape.oneLine(event.type)
    let padding = String(repeating: " ", count: max(0, 20 - DisplayWidth.of(type)))
    return style.paint(style.time(event.at), .faint) + "  " + style.paint(type, meaning(event))
      + padding + "  " + Escape.oneLine(event.summary)
  }

  private static func meaning(_ event: GatewayEvent) -> Style.Meaning {
    if let message = event.message { return .init(message.state) }
    guard event.modem != nil, event.type.hasPrefix("modem."),
      let state = ModemView.State(rawValue: String(event.type.dropFirst("modem.".count)))
    else { return .plain }
    return .init(state)
  }
}
