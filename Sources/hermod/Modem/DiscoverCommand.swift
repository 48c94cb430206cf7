import ArgumentParser
import DeviceDiscovery
import Foundation

/// Shows what discovery sees on this machine and what it makes of it; needs no daemon.
struct DiscoverCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "discover",
    abstract: "Show the devices that could be modems, and why each is used or left alone.",
    discussion: """
      Nothing is opened or written to. Without --follow the command shows what there is now; with \
      it, also what is plugged in and out, until it is interrupted.
      """
  )

  @Flag(help: "Go on and show what is plugged in and out.")
  var follow = false

  @Flag(help: "One JSON object for each device or event, on a line of its own.")
  var json = false

  @Option(help: ArgumentHelp("How long a device must be at rest.", valueName: "seconds"))
  var settle = 1.5

  @Option(
    help: ArgumentHelp(
      "How often to look at everything again, against events that were missed.",
      discussion: "Every 60 s, or every 10 s where udev sends no events, as in a container.",
      valueName: "seconds"
    )
  )
  var lookAgain: Double?

  func validate() throws {
    guard (0...60).contains(settle) else {
      throw ValidationError("--settle takes a number of seconds between 0 and 60.")
    }
    guard lookAgain.map((0.1...86_400).contains) ?? true else {
      throw ValidationError("--look-again takes a number of seconds between 0.1 and 86400.")
    }
  }

  func run() async throws {
    if follow { try await showChanges() } else { try showDevices() }
  }

  private func showDevices() throws {
    let devices = try DeviceMonitor.survey()
    for device in devices { show(DeviceReport(device, event: nil)) }
    if devices.isEmpty, !json {
      print(
        """
        No modem, serial port or modem in another mode is to be seen in /sys.
        Plug one in and run this again, or watch with --follow.
        """
      )
    }
  }

  private func showChanges() async throws {
    var timing = DiscoveryTiming()
    timing.settle = .seconds(settle)
    timing.maximumSettle = .seconds(settle * 10 / 3)
    if let lookAgain {
      timing.enumeration = .seconds(lookAgain)
      timing.enumerationWithoutEvents = .seconds(lookAgain)
    }
    let monitor = try DeviceMonitor(timing: timing)
    if !monitor.hearsEvents, !json {
      print("udev sends no events here; looking again every few seconds.")
    }
    for await event in monitor.events {
      switch event {
      case .appeared(let device): show(DeviceReport(device, event: "appeared"))
      case .changed(let device): show(DeviceReport(device, event: "changed"))
      case .refused(let device): show(DeviceReport(device, event: "refused"))
      case .vanished(let id): show(DeviceReport(vanished: id))
      }
    }
  }

  private func show(_ report: DeviceReport) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    let text = json ? (try? encoder.encode(report)) ?? Data() : Data(report.text.utf8)
    // Straight to the descriptor: whoever reads along sees each event when it happens.
    try? FileHandle.standardOutput.write(contentsOf: text + Data("\n".utf8))
  }
}

/// A device as the command shows it.
private struct DeviceReport: Encodable {
  struct Port: Encodable {
    var device: String
    var interface: UInt8?
    var kind: String?
    var driver: String?
    var path: String?
  }

  var event: String?
  var id: String
  var name: String?
  var usb: String?
  var usbPath: String?
  var verdict: String?
  var score: Int?
  var reason: String?
  var advice: String?
  var ports: [Port]?
  var candidates: [String]?

  init(vanished id: String) {
    self.event = "vanished"
    self.id = id
  }

  init(_ device: DiscoveredDevice, event: String?) {
    self.event = event
    id = device.id
    name = device.facts.name
    usb = device.facts.usb?.numbers
    usbPath = device.facts.physicalPath
    verdict = device.assessment.verdict.rawValue
    score = device.assessment.score
    reason = device.assessment.reason
    advice = device.assessment.advice
    ports = device.facts.ports.map { port in
      Port(
        device: port.node,
        interface: port.interfaceNumber,
        kind: port.interfaceKind?.description,
        driver: port.driver,
        path: port.physicalPath
      )
    }
    candidates = device.assessment.candidates.map(\.node)
  }

  /// A few lines for a person.
  var text: String {
    guard let name, let verdict, let reason else { return "\(event ?? "") \(id)" }
    var lines = ["\(event.map { $0 + " " } ?? "")\(name): \(verdict), because \(reason)"]
    if let usbPath { lines.append("  at \(usbPath)") }
    for port in ports ?? [] {
      let facts = [port.interface.map { "interface \($0)" }, port.kind, port.driver]
      lines.append("  \(port.device)  \(facts.compactMap { $0 }.joined(separator: ", "))")
    }
    if let candidates, !candidates.isEmpty {
      lines.append("  commands: \(candidates.joined(separator: ", then "))")
    }
    if let advice { lines.append("  \(advice)") }
    return lines.joined(separator: "\n")
  }
}
