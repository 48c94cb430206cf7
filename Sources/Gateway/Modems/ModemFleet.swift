internal import ATProtocol
internal import DeviceDiscovery
internal import Foundation
internal import Logging
internal import Messaging
internal import NIOCore
internal import SerialIO
internal import ServiceLifecycle

/// Keeps a supervisor for every modem: those that the configuration names by their device, and those
/// that discovery finds.
struct ModemFleet: Service {
  let configuration: GatewayConfiguration
  let directory: FleetDirectory
  let services: ModemServices
  let group: any EventLoopGroup
  let answerDeadline: Duration

  func run() async throws {
    await cancelWhenGracefulShutdown {
      await withDiscardingTaskGroup { group in
        for modem in configuration.modems { startConfigured(modem, in: &group) }
        guard configuration.discovery.udev else { return }
        await discover(in: &group)
      }
    }
  }

  private func startConfigured(
    _ modem: ModemConfiguration,
    in group: inout DiscardingTaskGroup
  ) {
    let slot = ModemSlot(
      configuredName: modem.name,
      device: modem.devicePath,
      plan: configuration.numberingPlan,
      services: services
    )
    directory.add(slot)
    guard let path = modem.devicePath else {
      slot.show(.init(state: .absent, reason: "waiting for \(modem.match.words) to be plugged in"))
      return
    }
    start([path], modem, slot, in: &group)
  }

  private func start(
    _ ports: [String],
    _ modem: ModemConfiguration?,
    _ slot: ModemSlot,
    in group: inout DiscardingTaskGroup
  ) {
    let supervisor = PortSupervisor(
      ports: ports,
      serial: SerialConfiguration(
        baud: modem?.baud ?? 115_200,
        flowControl: modem?.flowControl == .rtscts ? .rtscts : .none
      ),
      slot: slot,
      settings: settings(for: modem, slot),
      services: services,
      group: self.group,
      findsSpeed: true
    )
    group.addTask { await supervisor.run() }
    watchBalance(modem, slot, in: &group)
  }

  private func watchBalance(
    _ modem: ModemConfiguration?,
    _ slot: ModemSlot,
    in group: inout DiscardingTaskGroup
  ) {
    guard let rule = modem?.balance else { return }
    let watch = BalanceWatch(rule: rule, slot: slot, services: services)
    group.addTask { await watch.run() }
  }

  private func settings(for modem: ModemConfiguration?, _ slot: ModemSlot) -> SessionSettings {
    var settings = SessionSettings()
    settings.answerDeadline = answerDeadline
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
      case .appeared(let device), .changed(let device):
        directory.forget(deviceID: device.id)
        guard running[device.id] == nil else { continue }
        running[device.id] = plug(device, in: &group)
      case .refused(let device):
        note(device)
      case .vanished(let id):
        directory.forget(deviceID: id)
        running.removeValue(forKey: id)?.unplug(from: directory)
      }
    }
    monitor.stop()
  }

  /// A device that was plugged in, and what drives it.
  private struct PluggedDevice {
    let slot: ModemSlot
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
    in group: inout DiscardingTaskGroup
  ) -> PluggedDevice? {
    let ports = device.assessment.candidates.map(\.node)
    let configured = configuration.modems.first { $0.isAbout(device) }
    // A port that the configuration names by its path has its supervisor already.
    guard !ports.isEmpty, configured?.devicePath == nil,
      !configuration.modems.contains(where: { modem in
        modem.devicePath.map { device.facts.ports.map(\.node).contains($0) } ?? false
      })
    else { return nil }
    let known = configured.flatMap { directory.slot(named: $0.name) }
    let slot =
      known
      ?? ModemSlot(
        configuredName: nil,
        device: ports.first,
        plan: configuration.numberingPlan,
        services: services
      )
    if known == nil { directory.add(slot) }
    let supervisor = PortSupervisor(
      ports: ports,
      serial: SerialConfiguration(),
      slot: slot,
      settings: settings(for: configured, slot),
      services: services,
      group: self.group
    )
    let rule = configured?.balance
    let services = services
    let task = Task {
      guard let rule else { return await supervisor.run() }
      let watch = Task { await BalanceWatch(rule: rule, slot: slot, services: services).run() }
      await supervisor.run()
      watch.cancel()
    }
    group.addTask {
      await withTaskCancellationHandler {
        await task.value
      } onCancel: {
        task.cancel()
      }
    }
    return PluggedDevice(slot: slot, isConfigured: known != nil, task: task)
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

extension ModemConfiguration {
  /// The device node, where the configuration names one.
  var devicePath: String? {
    if case .device(let path) = match { return path }
    return nil
  }

  /// Whether a device that was just plugged in is this one, as far as its place tells.
  fileprivate func isAbout(_ device: DiscoveredDevice) -> Bool {
    switch match {
    case .usbPath(let path): device.facts.physicalPath == path
    case .device(let path): device.facts.ports.contains { $0.node == path }
    case .imei, .iccid: false
    }
  }
}

extension ModemConfiguration.Match {
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
