import ArgumentParser
import LocalAPI
import Messaging

/// `hermod inbox`.
struct InboxCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inbox",
    abstract: "Show received messages."
  )

  @OptionGroup var client: ClientOptions
  @OptionGroup var page: PageOptions

  @Option(help: ArgumentHelp("Only messages from this number.", valueName: "number"))
  var from: String?

  @Flag(name: .shortAndLong, help: "Go on showing messages as they come in.")
  var follow = false

  func run() async throws {
    let filter = InboxFilter(from: from, page: page.request)
    try await client.withClient { client in
      guard follow else {
        return self.client.print(try await client.inbox(filter)) {
          InboxPage(inbox: $0, style: $1).text
        }
      }
      try await followInbox(filter, client)
    }
  }

  /// The list is read when the events are already being watched: nothing falls between the two.
  private func followInbox(_ filter: InboxFilter, _ client: GatewayClient) async throws {
    var shown: Set<String> = []
    var sender: String?
    func show(_ message: InboundMessageView) throws {
      guard shown.insert(message.id).inserted else { return }
      if self.client.json {
        StandardOutput.write(line: String(decoding: try WireJSON.encode(message), as: UTF8.self))
      } else {
        StandardOutput.write(InboxPage.text(message, .ofStandardOutput()))
      }
    }
    try await EventStream(client: client).follow(after: nil) {
      let inbox = try await client.inbox(filter).value
      // As the gateway reads the number: only it knows the country.
      sender = inbox.from
      for message in inbox.messages.reversed() { try show(message) }
    } receive: { event in
      guard let message = event.value.inbound else { return }
      if sender == nil || sender == message.from { try show(message) }
    }
  }
}

/// Received messages, each with its text in full.
struct InboxPage {
  let inbox: Inbox
  let style: Style

  var text: String {
    guard !inbox.messages.isEmpty else {
      return "Nothing was received" + (inbox.from.map { " from \(Escape.oneLine($0))" } ?? "")
        + ".\n"
    }
    var text = inbox.messages.map { Self.text($0, style) }.joined()
    if let next = inbox.next {
      text += style.paint("There are more: --after \(Escape.oneLine(next))", .faint) + "\n"
    }
    return text
  }

  /// One message: a line that says from whom and when, and the text below it.
  static func text(_ message: InboundMessageView, _ style: Style) -> String {
    var heading = style.paint(Escape.oneLine(message.from), .heading)
    heading += "  \(style.fullTime(message.receivedAt))"
    if let modem = message.modem { heading += "  \(Escape.oneLine(modem))" }
    if message.segmentsMissing > 0 {
      heading +=
        "  " + style.paint("\(message.segmentsMissing) of \(message.segments) missing", .bad)
    }
    if let optOut = message.optOut { heading += "  " + style.paint(optOut, .warning) }
    let body = message.text ?? message.data.map { "data \($0)" } ?? ""
    let lines = Escape.visible(body).split(separator: "\n", omittingEmptySubsequences: false)
    return heading + "\n" + lines.map { "  \($0)\n" }.joined()
  }
}
