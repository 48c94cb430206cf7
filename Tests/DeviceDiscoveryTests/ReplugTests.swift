import Foundation
import Glibc
import Testing

/// A modem that is unplugged and comes back under another name, seen by the running gateway.
@Suite(.enabled(if: Fixtures.hasTestbed, Fixtures.needsTestbed), .timeLimit(.minutes(4)))
struct ReplugTests {
  @Test func `A modem comes back in another socket under other names of its ports`() async throws {
    try await Fixtures.withDirectory { directory in
      let simulator = try await SimulatedStick(in: directory)
      let testbed = try await Testbed(in: directory)
      try await testbed.perform("load \(Fixtures.description("usb-controller"))")
      let gateway = try RunningGateway(in: directory, root: testbed.root)
      defer { _ = gateway }

      try await testbed.plug(in: "huawei-e1550", port: "ttyUSB2", to: simulator.port)
      let first = try await gateway.waitForReady("/dev/ttyUSB2")

      try await testbed.unplug("huawei-e1550")
      try await gateway.waitFor("the modem has gone") { $0.isEmpty }

      try await testbed.plug(in: "huawei-e1550-other-socket", port: "ttyUSB22", to: simulator.port)
      let begin = ContinuousClock.now
      let second = try await gateway.waitForReady("/dev/ttyUSB22")
      #expect(first == second)
      print("ready \(ContinuousClock.now - begin) after its ports appeared")
    }
  }
}

/// `hermod simulate` with one stick, on a pseudo-terminal.
private final class SimulatedStick {
  /// The pseudo-terminal.
  let port: String
  private let child: Child

  init(in directory: URL) async throws {
    let links = directory.appending(path: "modems").path
    child = try Child(
      Fixtures.hermod,
      [
        "simulate", "-n", "1", "--personality", "huawei-e1550", "--directory", links,
        "--until-eof",
      ]
    )
    while let line = await child.readLine(), line != "# ready" {}
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: links).first)
    port = try FileManager.default.destinationOfSymbolicLink(atPath: links + "/" + name)
  }

  deinit { child.dismiss() }
}

extension Testbed {
  /// Plugs a device in, one of whose ports is a pseudo-terminal.
  fileprivate func plug(in name: String, port: String, to terminal: String) async throws {
    try await perform("load \(Fixtures.description(name))")
    let node = root + "/dev/" + port
    unlink(node)
    try FileManager.default.createSymbolicLink(atPath: node, withDestinationPath: terminal)
    try await perform("announce \(Fixtures.description(name))")
  }
}

/// `hermod daemon` on a machine whose devices are mocked.
private final class RunningGateway {
  private let child: Child
  private let socket: String

  init(in directory: URL, root: String) throws {
    socket = directory.path + "/hermod.sock"
    let configuration = """
      [gateway]
      country_code = "44"
      state_directory = "\(directory.path)/state"
      socket = "\(socket)"
      [spool]
      directory = "\(directory.path)/spool"

      """
    let file = directory.path + "/hermod.toml"
    try configuration.write(toFile: file, atomically: true, encoding: .utf8)
    child = try Child(
      Fixtures.hermod,
      ["daemon", "--config", file, "--log-level", "error"],
      environment: ["UMOCKDEV_DIR": root, "LD_PRELOAD": "libumockdev-preload.so.0"]
    )
  }

  deinit { child.terminate() }

  /// Waits until a modem on this port is ready.
  ///
  /// - Returns: Its name.
  func waitForReady(_ device: String) async throws -> String {
    var name = ""
    try await waitFor("\(device) is ready") { modems in
      let modem = modems.first {
        $0["state"] as? String == "ready" && $0["device"] as? String == device
      }
      name = modem?["name"] as? String ?? ""
      return modem != nil
    }
    return name
  }

  /// Waits until the modems of the status are as they should be, with a deadline.
  func waitFor(_ what: String, _ condition: ([[String: Any]]) -> Bool) async throws {
    let end = ContinuousClock.now + .seconds(60)
    var last = ""
    while ContinuousClock.now < end {
      let (lines, status) = try await Child.run(
        Fixtures.hermod,
        ["status", "--json"],
        environment: ["HERMOD_SOCKET": socket]
      )
      last = lines.joined(separator: "\n")
      let object = try? JSONSerialization.jsonObject(with: Data(last.utf8)) as? [String: Any]
      // It exits with 1 while no message can leave, as when the modem is away.
      if status <= 1, let modems = object?["modems"] as? [[String: Any]], condition(modems) {
        return
      }
      poll(nil, 0, 20)
    }
    Issue.record("not within 60 s: \(what): \(last)")
  }
}
