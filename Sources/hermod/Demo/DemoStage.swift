import Foundation
import LocalAPI
import Messaging
import ModemModel
import Simulation

/// What a demonstration is played on: a directory, simulated modems, and the gateway itself as a
/// process of its own.
final class DemoStage {
  let directory: DemoDirectory
  let fleet: SimulatedFleet
  let client: GatewayClient
  private let daemon: DemoProcess

  /// From `AT+CMGS` to the prompt.
  static let prompt = Duration.milliseconds(80)
  /// From Ctrl-Z to the answer.
  static let submission = Duration.seconds(1)
  private static let modemCount = 3

  /// Sets everything up; it runs when this returns, and the modems may still be on their way.
  ///
  /// - Parameters:
  ///   - directory: Where it all happens.
  ///   - customer: Who answers what.
  /// - Throws: Why it cannot be set up.
  init(in directory: DemoDirectory, customer: CustomerRule) async throws {
    self.directory = directory
    var configuration = FleetConfiguration(directory: directory.modems, count: Self.modemCount)
    configuration.timing = RadioTiming(
      prompt: Latency(Self.prompt),
      submission: Latency(Self.submission)
    )
    configuration.network = NetworkBehaviour(reportDelay: .seconds(1))
    configuration.customers = [customer]
    configuration.recordPath = directory.path + "/record.jsonl"
    fleet = try await SimulatedFleet(configuration)
    do {
      try directory.writeConfiguration(ports: fleet.ports.map { ($0.name, $0.path) })
      daemon = try DemoProcess(
        ["daemon", "--config", directory.configuration],
        output: try DemoProcess.file(at: directory.log)
      )
    } catch {
      await fleet.shutDown()
      throw error
    }
    client = GatewayClient(socket: directory.socket, timeout: .seconds(10))
  }

  /// The names of the modems.
  var modems: [String] { fleet.ports.map(\.name) }

  /// The state of the gateway; nil while it is not up yet.
  ///
  /// - Throws: `CommandFailure` where it has ended; errors of the connection.
  func status() async throws -> StatusReport? {
    do {
      return try await client.status().value
    } catch {
      try Task.checkCancellation()
      guard daemon.isRunning else {
        throw CommandFailure(
          "the gateway has ended; its log says last:\n\(directory.lastLogLines)",
          exitCode: ExitStatus.internal
        )
      }
      guard case .notReachable = error else { throw error }
      return nil
    }
  }

  /// What there is to see now.
  func board(total: Int) async throws -> DemoBoard? {
    guard let status = try await status() else { return nil }
    let states = status.queue.states
    let record = try await fleet.record()
    return DemoBoard(
      modems: status.modems,
      segments: status.modems.map { modem in record.filter { $0.modem == modem.name }.count },
      dropped: directory.files(in: "outgoing").count,
      queued: states[.queued] + states[.submitting],
      sent: directory.files(in: "sent").count,
      total: total,
      delivered: directory.files(in: "report").count
    )
  }

  /// Ends the gateway and then the modems.
  ///
  /// - Returns: What the gateway ended with: 0 where it ended in order.
  func close() async -> Int32 {
    await client.shutdown()
    let code = await daemon.stop()
    await fleet.shutDown()
    return code
  }
}
