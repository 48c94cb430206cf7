public import Messaging

/// Some modems and the network that they share.
///
/// Bytes, commands and times go in, events come out. Like its modems it has no clock: call
/// `advance(to:)` when `nextDeadline` has come. The same inputs give the same events.
public struct SimulatedWorld: Sendable {
  /// What happens at a port or in the network.
  public enum Event: Equatable, Sendable {
    /// A modem writes to its host.
    case write(modem: Int, bytes: [UInt8])
    /// A command line has come to a modem.
    case received(modem: Int, line: String)
    /// The port of a modem goes away.
    case hangUp(modem: Int)
    /// The port of a modem is there.
    case comeBack(modem: Int)
    /// The service centre has a new segment.
    case accepted(AcceptedSegment)
    /// A modem has taken a message or a status report from the network.
    case delivered(modem: Int)
  }

  /// The modems, in order.
  public private(set) var modems: [SimulatedModem]
  /// The service centre.
  public private(set) var serviceCentre: ServiceCentre
  private var now = Timestamp(milliseconds: 0)

  /// Some modems, not plugged in yet, and their network.
  public init(modems: [SimulatedModem], serviceCentre: ServiceCentre = ServiceCentre()) {
    self.modems = modems
    self.serviceCentre = serviceCentre
  }

  /// When `advance(to:)` is wanted next; nil where nothing is pending.
  public var nextDeadline: Timestamp? {
    let ofModems = modems.lazy.compactMap(\.nextDeadline).min()
    let ofDeliveries = serviceCentre.deliveries.nextDeadline
    return switch (ofModems, ofDeliveries) {
    case (let first?, let second?): min(first, second)
    case (let only, nil), (nil, let only): only
    }
  }

  /// Takes bytes from the host of a modem.
  public mutating func receive(
    _ bytes: [UInt8],
    on modem: Int,
    at time: Timestamp
  ) -> [Event] {
    operate(modem, at: time) { modem, time in modem.receive(bytes, at: time) }
  }

  /// Does what is due.
  public mutating func advance(to time: Timestamp) -> [Event] {
    now = max(now, time)
    var events: [Event] = []
    for index in modems.indices {
      guard let deadline = modems[index].nextDeadline, deadline <= now else { continue }
      let actions = modems[index].timerFired(at: now)
      handle(actions, of: index, into: &events)
    }
    handOver(into: &events)
    return events
  }

  /// Does something to a modem, and what follows from it.
  ///
  /// - Parameters:
  ///   - index: The number of the modem, counted from 0.
  ///   - time: When.
  ///   - work: What is done; it is handed the modem and the time.
  /// - Returns: What happens at the ports.
  public mutating func operate(
    _ index: Int,
    at time: Timestamp,
    _ work: (inout SimulatedModem, Timestamp) -> [SimulatedModem.Action]
  ) -> [Event] {
    now = max(now, time)
    guard modems.indices.contains(index) else { return [] }
    var events: [Event] = []
    let actions = work(&modems[index], now)
    handle(actions, of: index, into: &events)
    handOver(into: &events)
    return events
  }

  /// Does something to the service centre, and what follows from it.
  public mutating func operate(
    at time: Timestamp,
    _ work: (inout ServiceCentre, Timestamp) -> Void
  ) -> [Event] {
    now = max(now, time)
    work(&serviceCentre, now)
    var events: [Event] = []
    handOver(into: &events)
    return events
  }

  /// Puts the SIM of each of two modems into the other, with what lies on it and what the network
  /// has for it.
  ///
  /// - Parameters:
  ///   - first: The number of a modem, counted from 0.
  ///   - second: The number of another.
  ///   - time: When.
  /// - Returns: What happens at the ports.
  public mutating func exchangeSIMs(
    _ first: Int,
    _ second: Int,
    at time: Timestamp
  ) -> [Event] {
    guard first != second, modems.indices.contains(first), modems.indices.contains(second) else {
      return []
    }
    let (left, right) = (modems[first].sim, modems[second].sim)
    let memory = modems[first].stores[.sim]
    modems[first].stores[.sim] = modems[second].stores[.sim]
    modems[second].stores[.sim] = memory
    serviceCentre.deliveries.exchange(first, second)
    return operate(first, at: time) { $0.insert(right, at: $1) }
      + operate(second, at: time) { $0.insert(left, at: $1) }
  }

  private mutating func handle(
    _ actions: [SimulatedModem.Action],
    of index: Int,
    into events: inout [Event]
  ) {
    for action in actions {
      switch action {
      case .write(let bytes): events.append(.write(modem: index, bytes: bytes))
      case .received(let line): events.append(.received(modem: index, line: line))
      case .hangUp: events.append(.hangUp(modem: index))
      case .comeBack: events.append(.comeBack(modem: index))
      case .transmit(let submission): transmit(submission, of: index, into: &events)
      case .acknowledged:
        serviceCentre.deliveries.removeFirst(of: index)
        events.append(.delivered(modem: index))
      case .notAcknowledged:
        let retry = now + serviceCentre.behaviour.retryInterval
        serviceCentre.deliveries.postponeFirst(of: index, until: retry)
      }
    }
  }

  private mutating func transmit(
    _ submission: Submission,
    of index: Int,
    into events: inout [Event]
  ) {
    let (verdict, segment) = serviceCentre.take(
      submission,
      from: index,
      named: modems[index].name,
      iccid: modems[index].sim?.iccid ?? "",
      at: now
    )
    if let segment { events.append(.accepted(segment)) }
    let actions = modems[index].answered(verdict, to: submission, at: now)
    handle(actions, of: index, into: &events)
  }

  /// Hands over what is due, in order for each modem.
  private mutating func handOver(into events: inout [Event]) {
    serviceCentre.deliveries.moveDue(at: now)
    for index in modems.indices {
      while let delivery = serviceCentre.deliveries.first(of: index) {
        let (verdict, actions) = modems[index].deliver(delivery, at: now)
        if verdict == .accepted {
          serviceCentre.deliveries.removeFirst(of: index)
          events.append(.delivered(modem: index))
        }
        handle(actions, of: index, into: &events)
        guard verdict == .accepted else { break }
      }
    }
  }
}
