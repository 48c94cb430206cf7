import Simulation
import Testing

@Suite struct FleetCommandTests {
  @Test(
    "Every command of the terminal is answered by one line",
    arguments: [
      ("", "ok"),
      ("receive modem1 +447700900123 Hello\\nyou", "ok"),
      ("receive-class 0 modem1 +447700900123 Hello", "ok"),
      ("receive-pdu modem1 04", "ok"),
      ("receive-pdu modem1 0", "error: '0' is not a PDU in hex"),
      ("report modem1 1 0", "error: there is no segment 1 in the record"),
      ("fault modem1 lose-ok every 10", "ok"),
      ("fault * dead", "ok"),
      ("fault modem1 explode", "error: 'explode' is not a fault or a condition"),
      ("customer +447700900123: STOP after 2s", "ok"),
      ("unplug modem1 1s", "ok"),
      ("plug modem1", "ok"),
      ("reset modem1", "ok"),
      ("urc modem1 ^RSSI: 19", "ok"),
      ("ring modem1 +447700900123", "ok"),
      ("signal modem1 31", "ok"),
      ("register modem1 5", "ok"),
      ("sim modem1 7", "ok"),
      ("wait accepted 1 10ms", "timeout 0"),
      ("wait accepted 0 10ms", "ok 0"),
      ("wait received 10ms", "ok"),
      ("receive modem9 +447700900123 x", "error: there is no modem 'modem9'"),
      ("dance modem1", "error: 'dance' is not a command"),
      ("unplug", "error: the name of a modem is missing"),
    ]
  )
  func commandLine(line: String, answer: String) async throws {
    try await withFleet { fleet, _ in
      #expect(await FleetCommand.run(line, on: fleet) == answer)
    }
  }

  @Test func statisticsAreOneLineOfJSON() async throws {
    try await withFleet { fleet, _ in
      let host = try #require(Host(fleet.ports[0].path))
      _ = host.ask("ATE0;+CMGF=0")
      _ = host.submit()
      let answer = await FleetCommand.run("stats", on: fleet)
      #expect(
        answer == #"ok {"accepted":1,"modems":[{"accepted":1,"name":"modem1","present":true,"#
          + #""stored":0,"violations":[]}],"waiting":0}"#
      )
    }
  }
}
