import ArgumentParser
import Foundation
import Gateway
import LocalAPI

/// `hermod doctor`: what stands between this machine and a message that is sent.
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Find what stands between this machine and a sent message, each with its cure.",
    discussion: """
      Nothing is changed, and no port is opened. What can be seen without the daemon is looked at \
      without it; the rest the daemon is asked. Run it as root to see all of it.

      Exits 0 only when a message could be sent now, else 1.
      """
  )

  @OptionGroup var client: ClientOptions

  @Option(help: "The configuration file of the daemon.", completion: .file())
  var config = ConfigurationFile.defaultPath

  func run() async throws {
    let facts = MachineFacts.look(socket: client.socketPath, configuration: config)
    let diagnosis: Diagnosis
    do {
      let report = try await client.withClient { try await $0.status().value }
      diagnosis = Diagnosis(facts, report)
    } catch let error as GatewayClientError {
      diagnosis = Diagnosis(facts, unreachable: error)
    }
    if client.json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      StandardOutput.write(
        line: String(decoding: try encoder.encode(diagnosis), as: UTF8.self)
      )
    } else {
      StandardOutput.write(DoctorPage(diagnosis: diagnosis, style: .ofStandardOutput()).text)
    }
    if !diagnosis.canSend { throw ExitCode(ExitStatus.no) }
  }
}

extension Diagnosis {
  /// With the report of a running gateway.
  init(_ machine: MachineFacts, _ report: StatusReport) {
    let findings = machine.findings(whileRunning: true) + report.findings
    self.init(canSend: report.canSend, findings: findings.sorted())
  }

  /// Without one, and why.
  init(_ machine: MachineFacts, unreachable error: GatewayClientError) {
    let isDenied =
      if case .notReachable(_, .notPermitted) = error { true } else { false }
    let daemon =
      isDenied
      ? Finding(
        .accessDenied,
        .obstacle,
        "gateway",
        "\(error)",
        cure: "sudo usermod -aG hermod-submit \(machine.caller.name), and log in again"
      )
      : Finding(
        .daemonUnreachable,
        .obstacle,
        "gateway",
        "\(error)",
        cure: "sudo systemctl enable --now hermod; where that fails: journalctl -u hermod"
      )
    let findings = machine.findings(whileRunning: isDenied) + [daemon]
    self.init(canSend: false, findings: findings.sorted())
  }
}

extension [Finding] {
  /// The obstacles first, each kind in the order in which it was found.
  fileprivate func sorted() -> [Finding] {
    filter { $0.severity == .obstacle } + filter { $0.severity == .warning }
  }
}
