internal import LocalAPI
internal import Logging
internal import SerialIO

// The modems that the configuration names by their port: kept as it says, also when it changes.
extension ModemFleet {
  /// A modem that is kept going.
  private struct Kept {
    let modem: ModemConfiguration
    let slot: ModemSlot
    let task: Task<Void, Never>
  }

  /// Adds a place for each modem of the configuration, so that it is seen before it is there.
  func addPlaces() {
    for modem in configuration.current.modems { addPlace(modem) }
  }

  private func addPlace(_ modem: ModemConfiguration) {
    let slot = ModemSlot(
      configuredName: modem.name,
      device: modem.devicePath,
      services: services
    )
    if modem.devicePath == nil {
      slot.show(.init(state: .absent, reason: "waiting for \(modem.match.words) to be plugged in"))
    }
    directory.add(slot)
  }

  /// Runs until the task is cancelled; what a change of the configuration leaves as it is goes on.
  func keepConfigured() async {
    let changes = configuration.changes()
    var kept: [String: Kept] = [:]
    for modem in configuration.current.modems { kept[modem.name] = keep(modem, after: nil) }
    for await change in changes { follow(change.modems, &kept) }
    for entry in kept.values { entry.task.cancel() }
    for entry in kept.values { await entry.task.value }
  }

  private func follow(_ modems: [ModemConfiguration], _ kept: inout [String: Kept]) {
    for slot in directory.all {
      guard let name = slot.configuredName, !modems.contains(where: { $0.name == name }) else {
        continue
      }
      let entry = kept.removeValue(forKey: name)
      entry?.task.cancel()
      Task {
        await entry?.task.value
        directory.remove(slot)
      }
    }
    for modem in modems where kept[modem.name]?.modem != modem {
      if directory.slot(named: modem.name) == nil { addPlace(modem) }
      let before = kept.removeValue(forKey: modem.name)
      before?.task.cancel()
      kept[modem.name] = keep(modem, after: before?.task)
    }
  }

  /// Keeps a modem going, once what kept it before has finished what was in flight.
  ///
  /// - Returns: What keeps it; nil for one that discovery has to find.
  private func keep(_ modem: ModemConfiguration, after before: Task<Void, Never>?) -> Kept? {
    guard let path = modem.devicePath, let slot = directory.slot(named: modem.name) else {
      return nil
    }
    slot.found(device: path)
    let supervisor = PortSupervisor(
      ports: [path],
      serial: SerialConfiguration(modem),
      slot: slot,
      settings: { settings(for: modem, slot) },
      services: services,
      group: group,
      findsSpeed: true
    )
    let services = services
    let task = Task {
      await before?.value
      await withDiscardingTaskGroup { group in
        group.addTask { await supervisor.run() }
        if let rule = modem.balance {
          let watch = BalanceWatch(rule: rule, slot: slot, services: services)
          group.addTask { await watch.run() }
        }
      }
    }
    return Kept(modem: modem, slot: slot, task: task)
  }
}
