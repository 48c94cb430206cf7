import ArgumentParser
import Foundation
import LocalAPI
import Messaging

/// `hermod modem`.
struct ModemCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "modem",
    abstract: "Look at the modems; pause, resume and reset them; speak to them.",
    subcommands: [
      ModemListCommand.self,
      ModemShow.self,
      ModemPause.self,
      ModemResume.self,
      ModemReset.self,
      ModemUSSD.self,
      ModemAT.self,
      ModemTrace.self,
      DiscoverCommand.self,
    ],
    defaultSubcommand: ModemListCommand.self
  )
}

/// The name of a modem.
struct ModemArgument: ParsableArguments {
  @Argument(help: "The name of the modem, as \"hermod status\" shows it.")
  var name: String
}

/// `hermod modem list`, where `list` may be left out.
struct ModemListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the modems."
  )

  @OptionGroup var client: ClientOptions

  func run() async throws {
    try await client.withClient { client in
      self.client.print(try await client.modems()) { list, style in
        list.modems.isEmpty
          ? "There is no modem; \"hermod status\" says what was looked for.\n"
          : ModemTable(modems: list.modems, style: style).text
      }
    }
  }
}

/// `hermod modem show`.
struct ModemShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Tell all that is known of a modem."
  )

  @OptionGroup var client: ClientOptions
  @OptionGroup var modem: ModemArgument

  func run() async throws {
    try await client.withClient { client in
      self.client.print(try await client.modem(named: modem.name)) {
        ModemPage(modem: $0, style: $1).text
      }
    }
  }
}

/// `hermod modem pause`.
struct ModemPause: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pause",
    abstract: "Let a modem send nothing; it goes on receiving."
  )

  @OptionGroup var client: ClientOptions
  @OptionGroup var modem: ModemArgument

  @Option(help: "Why, for whoever looks at the status.")
  var reason: String?

  @Option(
    name: .customLong("for"),
    help: "How long: 30min, 2h, 1d; until it is resumed where nothing is said."
  )
  var span: TimeSpan?

  func run() async throws {
    let until = try span.map {
      try SendTime.read("+\($0.seconds)s", now: .now, timeZone: .current)
    }
    try await client.withClient { client in
      let request = PauseRequest(reason: reason, until: until)
      self.client.print(
        try await client.pauseModem(named: modem.name, request),
        ModemPage.line
      )
    }
  }
}

/// `hermod modem resume`.
struct ModemResume: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume",
    abstract: "Let a paused modem send again."
  )

  @OptionGroup var client: ClientOptions
  @OptionGroup var modem: ModemArgument

  func run() async throws {
    try await client.withClient { client in
      self.client.print(try await client.resumeModem(named: modem.name), ModemPage.line)
    }
  }
}

/// `hermod modem reset`.
struct ModemReset: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset",
    abstract: "Start a modem anew where that is safe, else set it up again."
  )

  @OptionGroup var client: ClientOptions
  @OptionGroup var modem: ModemArgument

  func run() async throws {
    try await client.withClient { client in
      self.client.print(try await client.resetModem(named: modem.name), ModemPage.line)
    }
  }
}

/// `hermod modem ussd`.
struct ModemUSSD: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ussd",
    abstract: "Dial a service code, such as *100# for the balance of a prepaid SIM."
  )

  @OptionGroup var client: ClientOptions
  @OptionGroup var modem: ModemArgument

  @Argument(help: "The code, in quotes: the shell reads * and # otherwise.")
  var code: String

  func run() async throws {
    try await client.withClient { client in
      self.client.print(try await client.sendUSSD(code, toModem: modem.name)) { answer, _ in
        Escape.visible(answer.text ?? "The network said nothing.") + "\n"
      }
    }
  }
}

/// `hermod modem at`.
struct ModemAT: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "at",
    abstract: "Send one AT command to a modem between two messages, and show the answer."
  )

  @OptionGroup var client: ClientOptions
  @OptionGroup var modem: ModemArgument

  @Argument(help: "The command, such as AT+CSQ.")
  var command: String

  func run() async throws {
    try await client.withClient { client in
      let answer = try await client.sendCommand(command, toModem: modem.name)
      self.client.print(answer) { answer, _ in
        (answer.lines + [answer.result]).map { Escape.oneLine($0) + "\n" }.joined()
      }
      if answer.value.result != "OK" { throw ExitCode(ExitStatus.no) }
    }
  }
}
