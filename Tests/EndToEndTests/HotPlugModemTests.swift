import Foundation
import Glibc
import ModemModel
import Testing

/// Simulated modems behind mocked USB devices: plugged in, pulled out and plugged in elsewhere while
/// the real daemon runs, which hears of it through udev alone.
@Suite(
  .serialized,
  .ownThreads,
  .enabled(if: MockedMachine.isPossible, MockedMachine.needs),
  .timeLimit(.minutes(3))
)
struct HotPlugModemTests {
  private static let stick = MockedMachine.description("huawei-e1550")
  private static let elsewhere = MockedMachine.description("huawei-e1550-other-socket")

  @Test
  func `A stick pulled in mid-message and plugged in elsewhere goes on, and nothing goes twice`()
    throws
  {
    // The modem may have lived on, so that it is listened to for as long as it may still answer.
    let laboratory = try Laboratory(
      modems: 1,
      options: ["--submit-latency", "3s"],
      gateway: "answer_deadline = 5"
    )
    try laboratory.useDiscovery()
    let machine = try MockedMachine(in: laboratory.directory)
    try laboratory.start(with: machine.variables)
    try laboratory.eventually("no modem yet") {
      let page = try laboratory.hermod("status")
      return page.output.contains("There is no modem")
    }

    try machine.plug(in: Self.stick, port: "ttyUSB2", servedBy: laboratory.terminal(1))
    try laboratory.eventually("ready") {
      laboratory.modems.first?["state"] as? String == "ready"
    }
    let first = try #require(laboratory.modems.first)
    #expect(first["device"] as? String == "/dev/ttyUSB2")
    #expect((first["name"] as? String)?.hasPrefix("modem-") == true)

    try laboratory.drop("caught", "To: +447700900123\n\ncaught\n")
    try laboratory.eventually("Ctrl-Z") {
      try laboratory.wire().contains { $0.direction == "to-modem" && $0.line.contains("\u{1A}") }
    }
    try laboratory.simulate("unplug modem1")
    try machine.unplug(Self.stick)
    try laboratory.eventually("it is gone") {
      let page = try laboratory.hermod("status")
      return page.output.contains("There is no modem")
    }
    try laboratory.eventually("nobody knows") { laboratory.names(in: "unknown") == ["caught"] }

    try laboratory.simulate("plug modem1")
    try machine.plug(in: Self.elsewhere, port: "ttyUSB22", servedBy: laboratory.terminal(1))
    try laboratory.eventually("ready again") {
      laboratory.modems.first?["state"] as? String == "ready"
    }
    let second = try #require(laboratory.modems.first)
    #expect(second["device"] as? String == "/dev/ttyUSB22")
    for key in ["name", "imei", "iccid"] {
      #expect(second[key] as? String == first[key] as? String, "\(key)")
    }
    try laboratory.drop("after", "To: +447700900124\n\nafter\n")
    try laboratory.eventually("sent") { laboratory.names(in: "sent").contains("after") }
    let record = try laboratory.record().compactMap(\.text)
    #expect(record.count { $0 == "after" } == 1)
    #expect(record.count { $0 == "caught" } <= 1)
  }

  @Test func `A modem and a SIM that the configuration knows have their names in every socket`()
    throws
  {
    let laboratory = try Laboratory(modems: 1, options: ModemTroubleTests.quick)
    try "1234\n".write(
      toFile: laboratory.directory.path + "/pin",
      atomically: false,
      encoding: .utf8
    )
    try laboratory.useDiscovery(
      """
      [[modem]]
      name = "by-imei"
      imei = "\(SimulatedModem.imei(numbered: 1))"
      pin_credential = "pin"

      """
    )
    try laboratory.simulate("fault modem1 pin-required")
    let machine = try MockedMachine(in: laboratory.directory)
    var variables = machine.variables
    variables["CREDENTIALS_DIRECTORY"] = laboratory.directory.path
    try laboratory.start(with: variables)
    try laboratory.eventually("a place is kept") {
      laboratory.modems.first?["state"] as? String == "absent"
    }
    #expect((laboratory.modems.first?["reason"] as? String)?.contains("IMEI") == true)
    let places = [(Self.stick, "ttyUSB2"), (Self.elsewhere, "ttyUSB22")]
    for (file, port) in places {
      try machine.plug(in: file, port: port, servedBy: laboratory.terminal(1))
      try laboratory.eventually("ready with its PIN") {
        laboratory.modems.first?["state"] as? String == "ready"
      }
      let modems = laboratory.modems
      #expect(modems.map { $0["name"] as? String } == ["by-imei"])
      #expect(modems.first?["device"] as? String == "/dev/\(port)")
      try machine.unplug(file)
      try laboratory.eventually("the place is kept") {
        laboratory.modems.first?["state"] as? String == "absent"
      }
    }
  }

  @Test func `A cable that the configuration names by its socket is opened, and no other`() throws {
    let laboratory = try Laboratory(modems: 1, options: ModemTroubleTests.quick)
    try laboratory.useDiscovery("[[modem]]\nname = \"cable\"\nusb_path = \"1-7\"\n")
    let machine = try MockedMachine(in: laboratory.directory)
    try laboratory.start(with: machine.variables)
    let cable = MockedMachine.description("ftdi-rs485")
    try machine.plug(in: cable, port: "ttyUSB15", servedBy: laboratory.terminal(1))
    try laboratory.eventually("ready") {
      laboratory.modems.first?["state"] as? String == "ready"
    }
    #expect(laboratory.modems.map { $0["name"] as? String } == ["cable"])
    try machine.unplug(cable)
    try laboratory.eventually("absent") {
      laboratory.modems.first?["state"] as? String == "absent"
    }

    laboratory.end()
    try laboratory.useDiscovery()
    // In a testbed of its own: this one has used the node.
    let second = try MockedMachine(in: laboratory.directory)
    try second.perform("load \(cable)")
    try laboratory.start(with: second.variables)
    try laboratory.eventually("it is passed over, with what to do") {
      let page = try laboratory.hermod("status").output
      return page.contains("Passed over") && page.contains("usb_path = ")
        && page.contains("There is no modem")
    }
  }

  /// All 32 that umockdev's table of descriptors has room for where `HERMOD_LONG` is set.
  @Test func `A hub full of modems is ready soon after it was plugged in`() throws {
    let count = Laboratory.isLong ? 32 : 6
    let laboratory = try Laboratory(modems: count)
    try laboratory.useDiscovery()
    let machine = try MockedMachine(in: laboratory.directory)
    try laboratory.start(with: machine.variables)
    let sticks = (1...count).map(MockedStick.init)
    let files = try sticks.map { try $0.write(to: laboratory.directory) }
    let begin = ContinuousClock.now
    for (stick, file) in zip(sticks, files) {
      try machine.perform("load \(file)")
      try machine.perform("bind \(stick.port) \(laboratory.terminal(stick.number))")
    }
    for file in files { try machine.perform("announce \(file)") }
    let plugged = ContinuousClock.now
    try laboratory.eventually("\(count) modems ready") { laboratory.readyModems == count }
    let took = plugged.duration(to: .now)
    print("\(count) plugged in within \(begin.duration(to: plugged)), ready \(took) later")
    if Laboratory.isLong { #expect(took < .seconds(10)) }
    #expect(laboratory.modems.count == count)
  }

  @Test(.enabled(if: Laboratory.isLong, "only where HERMOD_LONG is set"))
  func `Sixty-four configured modems are ready within ten seconds`() throws {
    let laboratory = try Laboratory(modems: 64)
    let begin = ContinuousClock.now
    try laboratory.start(untilReady: 64)
    let took = begin.duration(to: .now)
    print("64 configured modems were ready after \(took)")
    #expect(took < .seconds(10))
  }
}

extension Laboratory {
  /// Writes a configuration that leaves it to udev to find modems.
  ///
  /// - Parameter modems: Tables `[[modem]]`.
  /// - Throws: What the file system says.
  func useDiscovery(_ modems: String = "") throws {
    let file = directory.path + "/hermod.toml"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let general = text.split(separator: "[[modem]]", omittingEmptySubsequences: false).first ?? ""
    let lines = general.split(separator: "\n").filter { !$0.hasPrefix("udev =") }
    let kept = lines.filter { $0 != "[discovery]" }.joined(separator: "\n")
    try "\(kept)\n[discovery]\nudev = true\n\(modems)".write(
      toFile: file,
      atomically: true,
      encoding: .utf8
    )
  }

  /// The terminal that a simulated modem serves at this moment.
  func terminal(_ number: Int) -> String { "\(directory.path)/modems/modem\(number)" }
}
