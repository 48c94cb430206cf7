import Foundation
import Glibc
import Testing

/// A modem that is unplugged and comes back under another name, seen by the running gateway.
@Suite(.enabled(if: Fixtures.hasTestbed, Fixtures.needsTestbed), .timeLimit(.minutes(2)))
struct ReplugTests {
  @Test func `A modem comes back in another socket under other names of its ports`() async throws {
    try await Fixtures.withDirectory { directory in
      let simulator = try await SimulatedStick(in: directory)
      let testbed = try await Testbed(in: directory)
      try await testbed.perform("load \(Fixtures.description("usb-controller"))")
      let gateway = try RunningGateway(in: directory, root: testbed.root)
      defer { _ = gateway }

      try await testbed.plug(in: "huawei-e1550", port: "ttyUSB2", to: simulator.port)
      let first = try await gateway.waitFor("ready", device: "/dev/ttyUSB2")

      try await testbed.unplug("huawei-e1550")
      _ = try await gateway.waitFor("absent", device: nil)

      try await testbed.plug(in: "huawei-e1550-other-socket", port: "ttyUSB22", to: simulator.port)
      let begin = ContinuousClock.now
      let second = try await gateway.waitFor("ready", device: "/dev/ttyUSB22")
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

  /// Waits until the only modem is in a state, with a deadline.
  ///
  /// - Returns: Its name.
  func waitFor(_ state: String, device: String?) async throws -> String {
    let end = ContinuousClock.now + .seconds(30)
    var last = ""
    while ContinuousClock.now < end {
      let (lines, _) = try await Child.run(
        Fixtures.hermod,
        ["status", "--json"],
        environment: ["HERMOD_SOCKET": socket]
      )
      last = lines.joined(separator: "\n")
      let object = try? JSONSerialization.jsonObject(with: Data(last.utf8)) as? [String: Any]
      let modem = (object?["modems"] as? [[String: Any]])?.first
      if modem?["state"] as? String == state,
        device == nil || modem?["device"] as? String == device,
        let name = modem?["name"] as? String
      {
        return name
      }
      poll(nil, 0, 20)
    }
    Issue.record("not \(state) within 30 s: \(last)")
    return ""
  }
}
