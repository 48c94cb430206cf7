import Testing

@testable import Gateway

/// What is a gateway, by its command line.
@Suite struct OtherGatewayTests {
  @Test(
    arguments: [
      (["hermod", "daemon"], nil),
      (["/usr/bin/hermod", "daemon", "--config", "/etc/a.toml"], "/etc/a.toml"),
      (["./hermod", "daemon", "--log-level", "debug", "--config=b.toml"], "b.toml"),
    ] as [([String], String?)]
  )
  func aDaemonAndItsConfiguration(arguments: [String], configuration: String?) throws {
    let other = try #require(OtherGateway(process: 7, arguments: arguments))
    #expect(other.configuration == configuration)
    #expect(other.description.contains("process 7"))
    #expect(other.description.contains(configuration ?? "/etc/hermod/hermod.toml"))
  }

  @Test(
    arguments: [
      [], ["hermod"], ["hermod", "status"], ["/usr/sbin/ModemManager"], ["minicom", "daemon"],
      ["hermod", "status", "daemon"],
    ] as [[String]]
  )
  func anythingElseIsNone(arguments: [String]) {
    #expect(OtherGateway(process: 7, arguments: arguments) == nil)
  }

  @Test func whatIsWrongSaysWhoHasWhatAndWhatToDo() throws {
    let other = try #require(
      OtherGateway(process: 7, arguments: ["hermod", "daemon", "--config", "a.toml"])
    )
    let error = DaemonError.portTaken(path: "/dev/ttyUSB0", modem: "attic", by: other)
    #expect(
      "\(error)"
        == "process 7, a gateway with the configuration a.toml, has /dev/ttyUSB0, the port "
        + "of attic; stop it first, or take the port out of one of the two configurations"
    )
  }
}
