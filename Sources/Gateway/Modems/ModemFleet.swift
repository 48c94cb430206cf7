internal import ATProtocol
internal import DeviceDiscovery
internal import Foundation
internal import LocalAPI
internal import Logging
internal import Messaging
internal import NIOCore
internal import NIOPosix
internal import SerialIO
internal import ServiceLifecycle

/// Keeps a supervisor for every modem: those that the configuration names by their device, and those
/// that discovery finds.
struct ModemFleet: Service {
  let configuration: CurrentConfiguration
  let directory: FleetDirectory
  let services: ModemServices
  let group: any EventLoopGroup

  func run() async throws {
    await cancelWhenGracefulShutdown {
      await withTaskCancellationHandler {
        await drive()
      } onCancel: {
        Task { await services.health.expectEnd() }
      }
    }
  }

  private func drive() async {
    addPlaces()
    await withDiscardingTaskGroup { group in
      group.addTask { await keepConfigured() }
      guard configuration.current.discovery.udev else { return }
      await discover(in: &group)
    }
  }

  func settings(for modem: ModemConfiguration?, _ slot: ModemSlot) -> SessionSettings {
    var settings = SessionSettings()
    settings.answerDeadline = configuration.current.gateway.answerDeadline
    settings.rejectsCalls = modem?.rejectsCalls ?? false
    settings.pin = modem.flatMap { PINSource($0)?.pin(logger: slot.logger) }
    return settings
  }

  private func discover(in group: inout DiscardingTaskGroup) async {
    let monitor: DeviceMonitor
    do {
      monitor = try DeviceMonitor()
    } catch {
      services.logger.warning(
        "no devices can be discovered; only configured ones are used",
        metadata: ["error": "\(error)"]
      )
      return
    }
    var running: [String: PluggedDevice] = [:]
    for await event in monitor.events {
      switch event {
      case .appeared(let device), .changed(let device), .refused(let device):
        directory.forget(deviceID: device.id)
        take(device, among: &running, in: &group)
      case .vanished(let id):
        directory.forget(deviceID: id)
        running.removeValue(forKey: id)?.unplug(from: directory)
      }
    }
    monitor.stop()
  }

  /// A device is there, or has changed: it is driven where it may be, and noted where not.
  private func take(
    _ device: DiscoveredDevice,
    among running: inout [String: PluggedDevice],
    in group: inout DiscardingTaskGroup
  ) {
    // A port that the configuration names by its path has its supervisor already.
    let isNamed = configuration.current.modems.contains { modem in
      modem.devicePath.map(device.hasPort) ?? false
    }
    let place = configuration.current.modems.first { $0.match.isPlace && $0.isAbout(device) }
    let ports = device.assessment.candidates.map(\.node)
    let mayOpen = device.assessment.verdict == .open || place != nil
    guard !isNamed, mayOpen, !ports.isEmpty else {
      running.removeValue(forKey: device.id)?.unplug(from: directory)
      if !isNamed { note(device) }
      return
    }
    // Renumbered ports are another plugging; anything else that changed is of no consequence.
    if let plugged = running[device.id] {
      if plugged.ports == ports { return }
      plugged.unplug(from: directory)
    }
    running[device.id] = plug(device, ports, place, in: &group)
  }

  /// A device that was plugged in, and what drives it.
  private struct PluggedDevice {
    let slot: ModemSlot
    let ports: [String]
    let isConfigured: Bool
    let task: Task<Void, Never>

    func unplug(from directory: FleetDirectory) {
      task.cancel()
      if isConfigured {
        slot.show(.init(state: .absent, reason: "unplugged"))
      } else {
        directory.remove(slot)
      }
    }
  }

  private func plug(
    _ device: DiscoveredDevice,
    _ ports: [String],
    _ place: ModemConfiguration?,
    in group: inout DiscardingTaskGroup
  ) -> PluggedDevice {
    let known = place.flatMap { directory.slot(named: $0.name) }
    let slot =
      known
      ?? ModemSlot(
        configuredName: nil,
        device: ports.first,
        wanted: configuration.current.modems.filter(\.match.isIdentity),
        services: services
      )
    if known == nil { directory.add(slot) }
    let supervisor = PortSupervisor(
      ports: ports,
      serial: place.map(SerialConfiguration.init) ?? SerialConfiguration(hintsOf: device),
      slot: slot,
      settings: { settings(for: place ?? slot.adopted, slot) },
      services: services,
      group: self.group,
      // A bridge's line has a speed; a modem's own USB port has none.
      findsSpeed: device.assessment.verdict != .open
    )
    let services = services
    let task = Task {
      let balance = Task {
        guard let rule = await slot.balanceRule(of: place) else { return }
        await BalanceWatch(rule: rule, slot: slot, services: services).run()
      }
      await supervisor.run()
      balance.cancel()
    }
    group.addTask {
      await withTaskCancellationHandler {
        await task.value
      } onCancel: {
        task.cancel()
      }
    }
    return PluggedDevice(slot: slot, ports: ports, isConfigured: known != nil, task: task)
  }

  private func note(_ device: DiscoveredDevice) {
    let advice = device.assessment.advice.map { "; \($0)" } ?? ""
    directory.note(
      .init(
        id: device.id,
        device: device.facts.name,
        reason: device.assessment.reason + advice
      )
    )
  }
}

extension ModemFleet {
  /// The modems of a gateway.
  init(_ gateway: GatewayCore, _ services: ModemServices) {
    self.init(
      configuration: gateway.configuration,
      directory: gateway.fleet,
      services: services,
      group: MultiThreadedEventLoopGroup.singleton
    )
  }
}

extension ModemConfiguration {
  /// The device node, where the configuration names one.
  var devicePath: String? {
    if case .device(let path) = match { return path }
    return nil
  }

  /// Whether a device that was just plugged in is this one, as far as its place tells.
  fileprivate func isAbout(_ device: DiscoveredDevice) -> Bool {
    switch match {
    case .usbPath(let path): device.isAt(usbPath: path)
    case .device(let path): device.hasPort(node: path)
    case .imei, .iccid: false
    }
  }
}

extension SerialConfiguration {
  /// The line as the configuration has it.
  init(_ modem: ModemConfiguration) {
    self.init(baud: modem.baud, flowControl: modem.flowControl == .rtscts ? .rtscts : .none)
  }

  /// The line as udev's rules know it.
  fileprivate init(hintsOf device: DiscoveredDevice) {
    let first = device.assessment.candidates.first?.node
    let port = device.facts.ports.first { $0.node == first }
    self.init(
      baud: port?.baud.flatMap { Self.supportedBauds.contains($0) ? $0 : nil } ?? 115_200,
      flowControl: port?.flowControl == "rts-cts" ? .rtscts : .none
    )
  }
}

extension ModemSlot {
  /// How the balance of the SIM is watched: as the entry for the place says, else as that which the
  /// modem turns out to be.
  ///
  /// - Returns: The rule; nil where it is not watched.
  fileprivate func balanceRule(of place: ModemConfiguration?) async -> BalanceRule? {
    if let place { return place.balance }
    while !Task.isCancelled {
      if let adopted { return adopted.balance }
      try? await Task.sleep(for: BalanceWatch.patience)
    }
    return nil
  }
}

extension ModemConfiguration.Match {
  /// Whether it is told by the socket that it is plugged into.
  fileprivate var isPlace: Bool {
    if case .usbPath = self { return true }
    return false
  }

  /// What identifies the modem, in words.
  var words: String {
    switch self {
    case .device(let path): path
    case .imei(let imei): "the modem with IMEI \(imei)"
    case .iccid(let iccid): "the SIM \(iccid)"
    case .usbPath(let path): "a modem at \(path)"
    }
  }
}
