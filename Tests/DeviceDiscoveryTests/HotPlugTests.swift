import Foundation
import Testing

/// Plugging in and out, seen by the running program through udev's own messages.
@Suite(.enabled(if: Fixtures.hasTestbed, Fixtures.needsTestbed), .timeLimit(.minutes(2)))
struct HotPlugTests {
  @Test func `Plugging in, out, and in elsewhere shows as one event each`() async throws {
    try await withTestbed(["arduino-uno"]) { testbed, program in
      // What was there before comes first: the program is listening.
      #expect(try await program.next()?.verdict == "denied")

      try await testbed.plug(in: "huawei-e1550")
      let first = try #require(try await program.next())
      #expect(first.event == "appeared")
      #expect(first.candidates == ["/dev/ttyUSB2", "/dev/ttyUSB0"])
      #expect(first.usbPath == "pci-0000:00:14.0-usb-0:1")

      try await testbed.plug(in: "ftdi-rs485")
      #expect(try await program.next()?.event == "refused")

      try await testbed.unplug("huawei-e1550")
      let gone = try #require(try await program.next())
      #expect(gone.event == "vanished")
      #expect(gone.id == first.id)

      try await testbed.plug(in: "huawei-e1550-other-socket")
      let second = try #require(try await program.next())
      #expect(second.event == "appeared")
      #expect(second.usb == first.usb)
      #expect(second.candidates == ["/dev/ttyUSB22", "/dev/ttyUSB20"])
      #expect(second.usbPath == "pci-0000:00:14.0-usb-0:5.2")
    }
  }

  @Test func `A rule's change of mind is heard while the modem is plugged in`() async throws {
    try await withTestbed(["quectel-ec25"]) { testbed, program in
      let path = "/sys/devices/pci0000:00/0000:00:14.0/usb1/1-2"
      #expect(try await program.next()?.event == "appeared")
      try await testbed.perform("property \(path) HERMOD_DEVICE 0")
      try await testbed.perform("change \(path)")
      #expect(try await program.next()?.event == "vanished")
      #expect(try await program.next()?.verdict == "only-when-configured")
    }
  }

  @Test func `Four modems at once all show, each with all its ports`() async throws {
    try await withTestbed(["arduino-uno"]) { testbed, program in
      #expect(try await program.next()?.verdict == "denied")
      let modems = ["cinterion-ehs5", "quectel-ec25", "simcom-sim7600", "zte-mf190"]
      for modem in modems { try await testbed.perform("load \(Fixtures.description(modem))") }
      for modem in modems { try await testbed.perform("announce \(Fixtures.description(modem))") }
      var counts: [String?: Int?] = [:]
      for _ in modems {
        let report = try await program.next()
        #expect(report?.event == "appeared")
        counts[report?.usb] = report?.ports?.count
      }
      #expect(counts == ["1e2d:0058": 7, "2c7c:0125": 4, "1e0e:9001": 5, "19d2:0117": 3])
    }
  }

  @Test func `What no event tells of is found by looking again`() async throws {
    try await withTestbed(["arduino-uno"], lookAgain: 0.5) { testbed, program in
      #expect(try await program.next()?.verdict == "denied")
      try await testbed.perform("load \(Fixtures.description("zte-mf190"))")
      // A look may fall into the middle of the loading, and the next one brings the rest.
      var report = try await program.next()
      while report?.ports?.count != 3, report != nil { report = try await program.next() }
      #expect(report?.candidates?.first == "/dev/ttyUSB14")
    }
  }

  private func withTestbed(
    _ present: [String],
    lookAgain: Double = 3_600,
    _ body: (Testbed, Listener) async throws -> Void
  ) async throws {
    try await Fixtures.withDirectory { directory in
      let testbed = try await Testbed(in: directory)
      for name in ["usb-controller"] + present {
        try await testbed.perform("load \(Fixtures.description(name))")
      }
      try await body(testbed, Listener(root: testbed.root, lookAgain: lookAgain))
    }
  }
}

/// The process that plugs mocked devices in and out.
final class Testbed {
  /// What the program under test takes for its machine.
  let root: String
  private let child: Child

  init(in directory: URL) async throws {
    let program = directory.appending(path: "testbed").path
    let source = Fixtures.directory.appending(path: "testbed.c").path
    let compile =
      "cc -Wall -Wextra -Werror \"$0\" -o \"$1\" $(pkg-config --cflags --libs umockdev-1.0)"
    let (lines, status) = try await Child.run("sh", ["-c", compile, source, program])
    try #require(status == 0, "the testbed does not compile: \(lines)")
    child = try Child("umockdev-wrapper", [program])
    root = try #require(await child.readLine())
  }

  // The testbed removes itself at the end of its input.
  deinit { child.dismiss() }

  func perform(_ command: String) async throws {
    try child.write(command)
    let answer = try #require(await child.readLine())
    try #require(answer.hasPrefix("ok"), "\(command): \(answer)")
  }

  func plug(in name: String) async throws {
    // The whole device is in /sys before the first event tells of it, as on a real machine.
    try await perform("load \(Fixtures.description(name))")
    try await perform("announce \(Fixtures.description(name))")
  }

  func unplug(_ name: String) async throws {
    try await perform("withdraw \(Fixtures.description(name))")
  }
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

  func next() async throws -> Report? { try await child.readLine().map(Report.init) }
}
