import ArgumentParser
import Dispatch
import Glibc

/// `hermod demo`: the gateway at work, without any hardware.
struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Show the gateway at work on simulated modems; needs no hardware and no daemon.",
    discussion: """
      Starts a gateway of its own with three simulated modems in a temporary directory, drops files \
      into its spool, lets a customer answer STOP, and holds what the service centre got against \
      what was asked for. Nothing leaves this machine. It takes half a minute.

      Exit codes: 0 everything happened as it should; 1 something did not; 70 it could not be shown.
      """
  )

  @Flag(help: "Leave the directory with the spool, the database and the logs.")
  var keep = false

  @Flag(help: "Print nothing but what came of it, as JSON.")
  var json = false

  func run() async throws {
    let directory = try DemoDirectory()
    let (keep, json) = (keep, json)
    let play = Task { try await Self.play(in: directory, keep: keep, json: json) }
    let signals = Self.watchSignals { play.cancel() }
    let result = await play.result
    withExtendedLifetime(signals) {}
    do {
      guard try result.get() else { throw ExitCode(ExitStatus.no) }
    } catch  where play.isCancelled {
      StandardError.write("hermod: interrupted\n")
      throw ExitCode(130)
    }
  }

  /// Plays it and cleans up, whatever happens.
  ///
  /// - Returns: Whether everything happened as it should.
  private static func play(in directory: DemoDirectory, keep: Bool, json: Bool) async throws -> Bool
  {
    var isKept = keep
    defer { if !isKept { directory.remove() } }
    var screen = DemoScreen(isSilent: json)
    screen.heading("Hermod: an SMS gateway on three simulated modems. Nothing leaves this machine.")
    let stage = try await DemoStage(in: directory, customer: DemoPlay.customer)
    var play = DemoPlay(on: stage, screen: screen)
    var summary: DemoSummary
    do {
      summary = try await play.perform()
    } catch {
      _ = await stage.close()
      throw error
    }
    let code = await stage.close()
    if code != 0 { summary.faults.append("the gateway ended with \(code), not 0") }
    if !summary.faults.isEmpty { isKept = true }
    if json {
      StandardOutput.write(line: try summary.json())
    } else {
      let page = summary.text(Style.ofStandardOutput())
      let kept = isKept ? "\nEverything is left in \(directory.path)\n" : ""
      let next = summary.faults.isEmpty ? "\n" + DemoSummary.nextSteps : ""
      StandardOutput.write("\n" + page + kept + next)
    }
    return summary.faults.isEmpty
  }

  private static func watchSignals(
    _ action: @escaping @Sendable () -> Void
  ) -> [any DispatchSourceSignal] {
    [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler(handler: action)
      source.resume()
      return source
    }
  }
}
