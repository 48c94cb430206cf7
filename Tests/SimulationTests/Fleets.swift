import Foundation
import ModemModel
import Simulation
import Testing

/// Runs modems in a directory of their own for as long as `work` takes.
func withFleet(
  _ count: Int = 1,
  customers: [CustomerRule] = [],
  timing: RadioTiming = RadioTiming(),
  personalities: [ModemPersonality] = [.standard],
  _ work: (SimulatedFleet, String) async throws -> Void
) async throws {
  let directory = NSTemporaryDirectory() + "hermod-" + UUID().uuidString
  var configuration = FleetConfiguration(directory: directory, count: count)
  configuration.customers = customers
  configuration.timing = timing
  configuration.personalities = personalities
  configuration.chatterInterval = .milliseconds(2)
  configuration.recordPath = directory + ".record"
  configuration.wirePath = directory + ".wire"
  defer {
    for suffix in ["", ".record", ".wire"] {
      try? FileManager.default.removeItem(atPath: directory + suffix)
    }
  }
  let fleet = try await SimulatedFleet(configuration)
  do {
    try await work(fleet, directory)
  } catch {
    await fleet.shutDown()
    throw error
  }
  await fleet.shutDown()
  #expect(try FileManager.default.contentsOfDirectory(atPath: directory).isEmpty)
}
