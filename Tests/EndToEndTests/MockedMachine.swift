import Foundation
import Testing

/// A machine whose USB devices are descriptions: what is plugged in and out, the daemon hears of
/// through udev, and the nodes of its ports are simulated modems.
final class MockedMachine {
  static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let descriptions = repository.appending(path: "Tests/Fixtures/udev")

  static let isPossible: Bool = {
    let check = "command -v umockdev-wrapper cc >/dev/null && pkg-config --exists umockdev-1.0"
    return run("sh", ["-c", check]) == 0
  }()
  static let needs: Comment =
    "no C compiler or umockdev library (apt install gcc pkg-config umockdev libumockdev-dev)"

  /// What a process that runs on this machine has in its environment.
  var variables: [String: String] {
    ["UMOCKDEV_DIR": root, "LD_PRELOAD": "libumockdev-preload.so.0"]
  }
  private let root: String
  private let process = Process()
  private let commands: FileHandle
  private let answers: LineSource

  /// Compiles the testbed in a directory, and starts it with a USB controller and nothing on it.
  init(in directory: URL) throws {
    let program = directory.path + "/testbed"
    let compile =
      "cc -Wall -Wextra -Werror \"$0\" -o \"$1\" $(pkg-config --cflags --libs umockdev-1.0)"
    let source = Self.descriptions.path + "/testbed.c"
    try #require(Self.run("sh", ["-c", compile, source, program]) == 0)
    let (input, output) = (Pipe(), Pipe())
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["umockdev-wrapper", program]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    commands = input.fileHandleForWriting
    answers = LineSource(output.fileHandleForReading)
    root = try #require(answers.next())
    try perform("load \(Self.description("usb-controller"))")
  }

  // The testbed removes itself at the end of its input.
  deinit {
    try? commands.close()
    process.awaitExit()
  }

  static func description(_ name: String) -> String {
    descriptions.appending(path: "\(name).umockdev").path
  }

  func perform(_ command: String) throws {
    try commands.write(contentsOf: Data("\(command)\n".utf8))
    let answer = try #require(answers.next())
    try #require(answer.hasPrefix("ok"), "\(command): \(answer)")
  }

  /// Plugs a device in, one of whose ports is served by a simulated modem.
  func plug(in file: String, port: String, servedBy terminal: String) throws {
    try perform("load \(file)")
    try perform("bind \(port) \(terminal)")
    try perform("announce \(file)")
  }

  func unplug(_ file: String) throws {
    try perform("withdraw \(file)")
  }

  private static func run(_ program: String, _ arguments: [String]) -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    guard (try? process.run()) != nil else { return -1 }
    process.awaitExit()
    return process.terminationStatus
  }
}

/// A Huawei stick with one port, as the kernel would show it, in the nth socket of a hub.
struct MockedStick {
  let number: Int

  var port: String { "ttyUSB\(100 + number)" }

  /// Writes the description for the testbed.
  func write(to directory: URL) throws -> String {
    let device = "/devices/pci0000:00/0000:00:14.0/usb1/1-9/1-9.\(number)"
    let interface = "\(device)/1-9.\(number):1.0"
    let minor = 200 + number
    let text = """
      P: \(device)
      N: bus/usb/001/\(100 + number)
      E: SUBSYSTEM=usb
      E: DEVTYPE=usb_device
      E: DEVNAME=/dev/bus/usb/001/\(100 + number)
      A: idVendor=12d1
      A: idProduct=1506
      A: removable=removable

      P: \(interface)
      E: SUBSYSTEM=usb
      E: DEVTYPE=usb_interface
      E: DRIVER=option
      A: bInterfaceNumber=00
      A: bInterfaceClass=ff
      A: bInterfaceSubClass=02
      A: bInterfaceProtocol=12
      L: driver=../../../../../../../bus/usb/drivers/option

      P: \(interface)/\(port)
      E: SUBSYSTEM=usb-serial
      L: driver=../../../../../../../../bus/usb-serial/drivers/option1

      P: \(interface)/\(port)/tty/\(port)
      N: \(port)
      E: SUBSYSTEM=tty
      E: DEVNAME=/dev/\(port)
      E: MAJOR=188
      E: MINOR=\(minor)
      A: dev=188:\(minor)


      """
    let file = directory.path + "/stick\(number).umockdev"
    try text.write(toFile: file, atomically: false, encoding: .utf8)
    return file
  }
}
