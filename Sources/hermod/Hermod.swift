import ArgumentParser
import Gateway

@main
struct Hermod: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hermod",
    abstract: "An SMS gateway for GSM modems.",
    discussion: """
      Begin with "hermod status": it says whether the gateway works, and what to do if not.

      Exit codes: 0 done; 1 the answer is no; 3 accepted, but the outcome is not known: do not \
      resend; 64 wrong usage; 65 bad data; 69 the daemon cannot be reached; 70 internal error; \
      75 nothing was accepted, try again.
      """,
    version: HermodDaemon.version,
    subcommands: [
      DaemonCommand.self,
      StatusCommand.self,
      SendCommand.self,
      MessageCommand.self,
      QueueCommand.self,
      InboxCommand.self,
      EventsCommand.self,
      ModemCommand.self,
      OptOutCommand.self,
      ConfigCommand.self,
      DoctorCommand.self,
      BackupCommand.self,
      TokenCommand.self,
      PDUCommand.self,
      SimulateCommand.self,
      DemoCommand.self,
      ManualCommand.self,
    ]
  )

  static func main() async {
    var command: any ParsableCommand
    do {
      command = try parseAsRoot()
    } catch {
      CommandFailure.exit(after: error, in: Hermod.self)
    }
    do {
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      CommandFailure.exit(after: error, in: type(of: command))
    }
  }
}
