internal import LocalAPI
internal import Messaging
internal import Synchronization

/// All modems that are known: those of the configuration, in its order, then those that were found.
final class FleetDirectory: Sendable {
  private let slots = Mutex<[ModemSlot]>([])
  private let seen = Mutex<[DeviceNotice]>([])

  /// A device that was seen and is not used.
  struct DeviceNotice: Sendable, Equatable {
    var id: String
    var device: String
    var reason: String
  }

  /// The modems.
  ///
  /// One that is recognised by IMEI or ICCID is listed where it is plugged in; its placeholder is left
  /// out.
  var all: [ModemSlot] {
    let all = slots.withLock { $0 }
    let adopted = Set(all.compactMap { $0.adopted?.name })
    guard !adopted.isEmpty else { return all }
    return all.filter { slot in
      slot.adopted != nil || !(slot.configuredName.map(adopted.contains) ?? false)
    }
  }

  /// The modem of a name.
  func slot(named name: String) -> ModemSlot? {
    all.first { $0.name == name }
  }

  /// The SIMs that send what is given to them, by serial number.
  var workingSIMs: Set<String> {
    let working = all.compactMap { slot -> String? in
      let view = slot.view
      switch view.condition.state {
      case .ready, .sending: return view.facts.sim?.description
      case .absent, .probing, .initialising, .pinRequired, .searching, .waiting, .paused,
        .recovering, .failed:
        return nil
      }
    }
    return Set(working)
  }

  func add(_ slot: ModemSlot) {
    slots.withLock { $0.append(slot) }
  }

  func remove(_ slot: ModemSlot) {
    slots.withLock { slots in slots.removeAll { $0 === slot } }
  }

  /// Devices that were seen and are not used, and why.
  var notices: [DeviceNotice] { seen.withLock { $0 } }

  func note(_ notice: DeviceNotice) {
    seen.withLock { seen in
      seen.removeAll { $0.id == notice.id }
      seen.append(notice)
    }
  }

  func forget(deviceID: String) {
    seen.withLock { seen in seen.removeAll { $0.id == deviceID } }
  }
}
