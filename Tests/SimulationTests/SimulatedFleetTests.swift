import Foundation
import ModemModel
import Simulation
import Testing

@Suite struct SimulatedFleetTests {
  @Test func aProgramTalksToEachModemAtItsPath() async throws {
    try await withFleet(3) { fleet, directory in
      #expect(fleet.ports.map(\.name) == ["modem1", "modem2", "modem3"])
      for (index, port) in fleet.ports.enumerated() {
        #expect(port.path == directory + "/modem\(index + 1)")
        let host = try #require(Host(port.path))
        #expect(host.ask("ATE0") == "ATE0\r\r\nOK\r\n")
        let imei = SimulatedModem.imei(numbered: index + 1)
        #expect(host.ask("AT+CGSN") == "\r\n\(imei)\r\n\r\nOK\r\n")
      }
    }
  }

  @Test func theRecordHasTheSegmentBeforeTheHostHasTheAnswer() async throws {
    try await withFleet { fleet, directory in
      let host = try #require(Host(fleet.ports[0].path))
      _ = host.ask("ATE0;+CMGF=0")
      for count in 1...3 {
        #expect(host.submit() == "\r\n+CMGS: \(63 + count)\r\n\r\nOK\r\n")
        let record = try RecordFile.read(directory + ".record")
        #expect(record.count == count)
        #expect(try await fleet.record() == record)
        let last = try #require(record.last)
        #expect(last.modem == "modem1")
        #expect(last.recipient == "+447700900123")
        #expect(last.text == "Test")
        #expect(Int(last.messageReference) == 63 + count)
        #expect(!last.answerWithheld)
      }
      #expect(await fleet.waitForAccepted(3, atMost: .zero))
      #expect(await !fleet.waitForAccepted(4, atMost: .milliseconds(10)))
    }
  }

  @Test func theWireLogHasEveryPieceInOrder() async throws {
    try await withFleet { fleet, directory in
      let host = try #require(Host(fleet.ports[0].path))
      _ = host.ask("ATE0;+CMGF=0")
      _ = host.submit()
      let wire = try WireLogEntry.read(directory + ".wire")
      #expect(
        wire.filter { $0.direction == .toModem }.map(\.line) == [
          "ATE0;+CMGF=0\r", "AT+CMGS=18\r", "0011000C914477000910320000A704D4F29C0E\u{1A}",
        ]
      )
      let times = wire.map(\.timeMicroseconds)
      #expect(times == times.sorted())
      #expect(wire.last?.line == "OK\r\n")
    }
  }

  @Test func aHangUpIsSeenAtOnceAndThePathComesBack() async throws {
    try await withFleet { fleet, _ in
      let path = fleet.ports[0].path
      let host = try #require(Host(path))
      _ = host.ask("ATE0;+CMGF=0")
      try await fleet.apply(.rule(FaultRule(.hangUpAfterControlZ)), to: "modem1")
      #expect(host.submit() == "")
      #expect(host.hangsUp())
      #expect(Host(path) == nil)
      #expect(try await fleet.record().map(\.answer) == [.withheld])
      try await fleet.operate("modem1") { $0.plug(at: $1) }
      let second = try #require(Host(path))
      #expect(second.ask("AT") == "AT\r\r\nOK\r\n")
    }
  }

  @Test func aModemComesBackByItself() async throws {
    try await withFleet { fleet, _ in
      let path = fleet.ports[0].path
      let host = try #require(Host(path))
      try await fleet.operate("modem1") { $0.unplug(comesBackAfter: .milliseconds(50), at: $1) }
      #expect(host.hangsUp())
      #expect(await fleet.wait(atMost: .seconds(60)) { $0.modems[0].isPresent })
      let second = try #require(Host(path))
      #expect(second.ask("AT") == "AT\r\r\nOK\r\n")
    }
  }

  @Test func oneDeadModemLeavesTheOthersAlone() async throws {
    try await withFleet(2) { fleet, _ in
      try await fleet.apply(.condition(.dead, isOn: true), to: "modem1")
      let dead = try #require(Host(fleet.ports[0].path))
      dead.write("AT\r")
      let host = try #require(Host(fleet.ports[1].path))
      #expect(host.ask("AT") == "AT\r\r\nOK\r\n")
    }
  }

  @Test func aHostThatNeverReadsDoesNotStopTheOthers() async throws {
    try await withFleet(2) { fleet, _ in
      let deaf = try #require(Host(fleet.ports[0].path))
      try await fleet.apply(.rule(FaultRule(.storm(10_000), .always)), to: "modem1")
      for _ in 0..<20 { deaf.write("AT\r") }
      let host = try #require(Host(fleet.ports[1].path))
      #expect(host.ask("AT") == "AT\r\r\nOK\r\n")
    }
  }

  @Test func aCustomerAnswersSTOP() async throws {
    let customer = CustomerRule(number: "+447700900123", answer: "STOP")
    try await withFleet(customers: [customer]) { fleet, _ in
      let host = try #require(Host(fleet.ports[0].path))
      _ = host.ask("ATE0;+CMGF=0;+CNMI=2,1")
      host.write("AT+CMGS=18\r")
      _ = host.read(until: "> ")
      host.write("0011000C914477000910320000A704D4F29C0E\u{1A}")
      let answer = host.read(until: "\"ME\",1\r\n")
      #expect(answer == "\r\n+CMGS: 64\r\n\r\nOK\r\n\r\n+CMTI: \"ME\",1\r\n")
      #expect(host.ask("AT+CMGR=1").contains("0453EA130A\r\n"))
      #expect(host.ask("AT+CMGD=1").hasSuffix("OK\r\n"))
      #expect(await fleet.wait(atMost: .seconds(60)) { $0.modems[0].storedMessageCount == 0 })
    }
  }

  @Test func latencyIsWaitedFor() async throws {
    let timing = RadioTiming(submission: Latency(.milliseconds(50)))
    try await withFleet(timing: timing) { fleet, _ in
      let host = try #require(Host(fleet.ports[0].path))
      _ = host.ask("ATE0;+CMGF=0")
      let start = ContinuousClock.now
      #expect(host.submit().contains("+CMGS: 64"))
      // Times are whole milliseconds: one of them may be lost in rounding.
      #expect(ContinuousClock.now - start >= .milliseconds(49))
    }
  }

  @Test(arguments: ModemPersonality.all.map(\.name))
  func everyMakeSubmitsUnderItsChatter(name: String) async throws {
    let personality = try #require(ModemPersonality.named(name))
    try await withFleet(personalities: [personality]) { fleet, _ in
      // `+CSCA?` is answered once the SIM can be used, `+COPS` once there is a network.
      #expect(
        await fleet.wait(atMost: .seconds(60)) { world in
          world.modems[0].isReachable
        }
      )
      let host = try #require(Host(fleet.ports[0].path))
      for _ in 0..<personality.linesLostToAutobaud { host.write("AT\r") }
      _ = host.ask("ATE0;+CMGF=0")
      for _ in 0..<10 {
        #expect(host.submit().contains("+CMGS: "))
      }
      #expect(try await fleet.record().count == 10)
      #expect(try await fleet.world().modems[0].violations.isEmpty)
    }
  }

  @Test func commandsAreKept() async throws {
    try await withFleet { fleet, _ in
      let host = try #require(Host(fleet.ports[0].path))
      _ = host.ask("ATE0")
      _ = host.ask("AT+CSQ")
      #expect(try await fleet.commands(of: "modem1") == ["ATE0", "AT+CSQ"])
      #expect(try await fleet.waitForCommand("AT+CSQ", on: "modem1", atMost: .zero))
      #expect(
        try await !fleet.waitForCommand("AT+CSQ", count: 2, on: "modem1", atMost: .milliseconds(10))
      )
      await #expect(throws: SimulationError.unknownModem("modem9")) {
        try await fleet.commands(of: "modem9")
      }
    }
  }

  @Test func aFaultOfNoModemStopsTheStart() async throws {
    var configuration = FleetConfiguration(directory: NSTemporaryDirectory(), count: 1)
    configuration.faults = [("modem2", .rule(FaultRule(.loseOK)))]
    await #expect(throws: SimulationError.unknownModem("modem2")) {
      _ = try await SimulatedFleet(configuration)
    }
  }

  @Test func nothingIsPutInThePlaceOfAFile() async throws {
    let directory = NSTemporaryDirectory() + "hermod-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: directory) }
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    try Data("mine".utf8).write(to: URL(fileURLWithPath: directory + "/modem1"))
    await #expect(throws: SimulationError.notALink(path: directory + "/modem1")) {
      _ = try await SimulatedFleet(FleetConfiguration(directory: directory, count: 1))
    }
    #expect(try String(contentsOfFile: directory + "/modem1", encoding: .utf8) == "mine")
  }
}
