import Foundation
import Testing

/// Plugging in and out, seen by the running program through udev's own messages.
@Suite(.enabled(if: Fixtures.hasTestbed, Fixtures.needsTestbed), .timeLimit(.minutes(2)))
struct HotPlugTests {
  @Test func `Plugging in, out, and in elsewhere shows as one event each`() throws {
    try withTestbed(["arduino-uno"]) { testbed, program in
      // What was there before comes first: the program is listening.
      #expect(try program.next()?.verdict == "denied")

      try testbed.plug(in: "huawei-e1550")
      let first = try #require(try program.next())
      #expect(first.event == "appeared")
      #expect(first.candidates == ["/dev/ttyUSB2", "/dev/ttyUSB0"])
      #expect(first.usbPath == "pci-0000:00:14.0-usb-0:1")

      try testbed.plug(in: "ftdi-rs485")
      #expect(try program.next()?.event == "refused")

      try testbed.unplug("huawei-e1550")
      let gone = try #require(try program.next())
      #expect(gone.event == "vanished")
      #expect(gone.id == first.id)

      try testbed.plug(in: "huawei-e1550-other-socket")
      let second = try #require(try program.next())
      #expect(second.event == "appeared")
      #expect(second.usb == first.usb)
      #expect(second.candidates == ["/dev/ttyUSB22", "/dev/ttyUSB20"])
      #expect(second.usbPath == "pci-0000:00:14.0-usb-0:5.2")
    }
  }

  @Test func `A rule's change of mind is heard while the modem is plugged in`() throws {
    try withTestbed(["quectel-ec25"]) { testbed, program in
      let path = "/sys/devices/pci0000:00/0000:00:14.0/usb1/1-2"
      #expect(try program.next()?.event == "appeared")
      try testbed.perform("property \(path) HERMOD_DEVICE 0")
      try testbed.perform("change \(path)")
      #expect(try program.next()?.event == "vanished")
      #expect(try program.next()?.verdict == "only-when-configured")
    }
  }

  @Test func `Four modems at once all show, each with all its ports`() throws {
    try withTestbed(["arduino-uno"]) { testbed, program in
      #expect(try program.next()?.verdict == "denied")
      let modems = ["cinterion-ehs5", "quectel-ec25", "simcom-sim7600", "zte-mf190"]
      for modem in modems { try testbed.perform("load \(Fixtures.description(modem))") }
      for modem in modems { try testbed.perform("announce \(Fixtures.description(modem))") }
      var counts: [String?: Int?] = [:]
      for _ in modems {
        let report = try program.next()
        #expect(report?.event == "appeared")
        counts[report?.usb] = report?.ports?.count
      }
      #expect(counts == ["1e2d:0058": 7, "2c7c:0125": 4, "1e0e:9001": 5, "19d2:0117": 3])
    }
  }

  @Test func `What no event tells of is found by looking again`() throws {
    try withTestbed(["arduino-uno"], lookAgain: 0.5) { testbed, program in
      #expect(try program.next()?.verdict == "denied")
      try testbed.perform("load \(Fixtures.description("zte-mf190"))")
      #expect(try program.next()?.candidates?.first == "/dev/ttyUSB14")
    }
  }

  private func withTestbed(
    _ present: [String],
    lookAgain: Double = 3_600,
    _ body: (Testbed, Listener) throws -> Void
  ) throws {
    try Fixtures.withDirectory { directory in
      let testbed = try Testbed(in: directory)
      for name in ["usb-controller"] + present {
        try testbed.perform("load \(Fixtures.description(name))")
      }
      try body(testbed, Listener(root: testbed.root, lookAgain: lookAgain))
    }
  }
}

/// The process that plugs mocked devices in and out.
private final class Testbed {
  /// What the program under test takes for its machine.
  let root: String
  private let child: Child

  init(in directory: URL) throws {
    let program = directory.appending(path: "testbed").path
    let source = Fixtures.directory.appending(path: "testbed.c").path
    let compile =
      "cc -Wall -Wextra -Werror \"$0\" -o \"$1\" $(pkg-config --cflags --libs umockdev-1.0)"
    let (lines, status) = try Child.run("sh", ["-c", compile, source, program])
    try #require(status == 0, "the testbed does not compile: \(lines)")
    child = try Child("umockdev-wrapper", [program])
    root = try #require(child.readLine())
  }

  // The testbed removes itself at the end of its input.
  deinit { _ = try? child.finish() }

  func perform(_ command: String) throws {
    try child.write(command)
    let answer = try #require(child.readLine())
    try #require(answer.hasPrefix("ok"), "\(command): \(answer)")
  }

  func plug(in name: String) throws {
    // The whole device is in /sys before the first event tells of it, as on a real machine.
    try perform("load \(Fixtures.description(name))")
    try perform("announce \(Fixtures.description(name))")
  }

  func unplug(_ name: String) throws { try perform("withdraw \(Fixtures.description(name))") }
}

/// The program under test, following what is plugged in and out.
private final class Listener {
  private let child: Child

  /// Looks again so seldom, unless told otherwise, that only events can tell of anything.
  init(root: String, lookAgain: Double = 3_600) throws {
    child = try Child(
      Fixtures.hermod,
      [
        "modem", "discover", "--follow", "--json", "--settle", "0.3", "--look-again",
        "\(lookAgain)",
      ],
      environment: ["UMOCKDEV_DIR": root, "LD_PRELOAD": "libumockdev-preload.so.0"]
    )
  }

  func next() throws -> Report? { try child.readLine().map(Report.init) }
}
