public import Messaging

/// What comes from the network: into a memory or to the host, by `+CNMI` (3GPP TS 27.005 §3.4.1).
extension SimulatedModem {
  /// How long the host has for `AT+CNMA`.
  static let acknowledgementTime = Duration.seconds(15)

  /// Whether the network can hand over a message now.
  public var isReachable: Bool {
    isPowered && !isDead && isRegistered && simError == nil && settings.functionality == 1
      && awaitedAcknowledgement == nil
  }

  /// How many messages and status reports are in the modem's memories.
  public var storedMessageCount: Int { stores.values.reduce(0) { $0 + $1.used } }

  /// Takes a TPDU from the network.
  ///
  /// - Parameters:
  ///   - delivery: The TPDU.
  ///   - time: When.
  /// - Returns: What the network is told, and what happens at the port.
  public mutating func deliver(
    _ delivery: Delivery,
    at time: Timestamp
  ) -> (verdict: DeliveryVerdict, actions: [Action]) {
    now = max(now, time)
    guard isReachable else { return (.unreachable, []) }
    let verdict =
      delivery.isStatusReport ? deliverReport(delivery) : deliverMessage(delivery)
    return (verdict, takeActions())
  }

  private mutating func deliverMessage(_ delivery: Delivery) -> DeliveryVerdict {
    let routed =
      switch settings.indications[1] {
      case 2: delivery.messageClass != 2
      case 3: delivery.messageClass == 3
      default: false
      }
    if routed, settings.indications[0] != 0 {
      return route("+CMT: ,\(delivery.transferUnit.count)", delivery)
    }
    return keep(delivery, in: receivingMemory, word: settings.indications[1] == 0 ? nil : "+CMTI")
  }

  private mutating func deliverReport(_ delivery: Delivery) -> DeliveryVerdict {
    switch settings.indications[3] {
    case 1:
      let comma = personality.reportsWithExtraComma ? "," : ""
      return route("+CDS: \(comma)\(delivery.transferUnit.count)", delivery)
    case 2:
      return keep(delivery, in: reportMemory, word: "+CDSI")
    default:
      // Nobody wants it: the modem says thank you and drops it.
      return .accepted
    }
  }

  /// Where status reports go: their own memory where `+CPMS` offers it.
  private var reportMemory: MemoryName {
    let hasOwn = personality.memories.first?.contains(.statusReports) ?? false
    return hasOwn ? .statusReports : receivingMemory
  }

  private mutating func keep(
    _ delivery: Delivery,
    in memory: MemoryName,
    word: String?
  ) -> DeliveryVerdict {
    let message = StoredMessage(status: .receivedUnread, transferUnit: delivery.transferUnit)
    guard !isStorageFull, let (memory, index) = store(message, in: memory) else {
      announceFullMemory(memory)
      return .memoryFull
    }
    hasAnnouncedFullMemory = false
    guard let word, settings.indications[0] != 0 else { return .accepted }
    if faults.strike(.indication, using: &random) == nil {
      let place = personality.announcesWithoutIndex ? -1 : index
      announce("\(word): \"\(memory.rawValue)\",\(place)")
    }
    return .accepted
  }

  /// Says once that a message has found no room.
  private mutating func announceFullMemory(_ memory: MemoryName) {
    guard !hasAnnouncedFullMemory, let line = personality.fullMemoryLine else { return }
    hasAnnouncedFullMemory = true
    announce(line.replacing("%M", with: memory.rawValue))
  }

  private mutating func route(_ header: String, _ delivery: Delivery) -> DeliveryVerdict {
    announce(header + "\r\n" + pduText(delivery.transferUnit))
    guard settings.messageService == 1, personality.acknowledges else { return .accepted }
    awaitedAcknowledgement = delivery
    schedule(.acknowledgementOverdue, after: Self.acknowledgementTime)
    return .awaitsAcknowledgement
  }

  /// `AT+CNMA`, 3GPP TS 27.005 §3.4.4.
  mutating func executeAcknowledgement(_ operation: Command.Operation) -> CommandReply {
    if operation == .test { return .done(["+CNMA: (0-2)"]) }
    guard awaitedAcknowledgement != nil else {
      note("AT+CNMA while nothing awaits it")
      return .failed(.messageServiceError(340))
    }
    if case .set(let values) = operation, !values.isOmitted(1) || (values.number(0) ?? 3) > 1 {
      return .failed(.messageServiceError(303))
    }
    awaitedAcknowledgement = nil
    timers.removeAll { $0.event == .acknowledgementOverdue }
    actions.append(.acknowledged)
    return .ok
  }

  /// Nobody acknowledged: routing to the host ends, 3GPP TS 27.005 §3.4.1.
  mutating func acknowledgementIsOverdue() {
    guard awaitedAcknowledgement != nil else { return }
    awaitedAcknowledgement = nil
    settings.indications[1] = 0
    settings.indications[3] = 0
    note("a routed message was not acknowledged with AT+CNMA in time")
    actions.append(.notAcknowledged)
  }
}
