import Foundation
import Messaging
import ModemModel
import NIOCore

/// The world of a fleet on its event loop: bytes and time in, bytes, links and lines of files out.
final class FleetEngine {
  private struct Waiter {
    var id: Int
    var isFulfilled: (FleetEngine) -> Bool
    var promise: EventLoopPromise<Bool>
    var timeout: Scheduled<Void>
  }

  private let eventLoop: any EventLoop
  private(set) var world: SimulatedWorld
  private(set) var isShutDown = false
  private var ports: [ModemPort] = []
  private let record: LineFile?
  private let wire: WireLog?
  private let encoder = JSONEncoder()
  private var waiters: [Waiter] = []
  private var nextWaiter = 0
  private var timer: (deadline: Timestamp, task: Scheduled<Void>)?
  /// The lines that have come, the latest thousand of each modem.
  private(set) var lines: [[String]]
  private let start: (wall: Int64, uptime: NIODeadline)

  private static let linesKept = 1000

  init(_ configuration: FleetConfiguration, on eventLoop: any EventLoop) throws(SimulationError) {
    self.eventLoop = eventLoop
    let modems = try configuration.makeModems()
    var serviceCentre = ServiceCentre(behaviour: configuration.network)
    for customer in configuration.customers { serviceCentre.add(customer) }
    world = SimulatedWorld(modems: modems, serviceCentre: serviceCentre)
    lines = Array(repeating: [], count: modems.count)
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    record = try configuration.recordPath.map { path throws(SimulationError) in
      try LineFile(path: path)
    }
    wire = try configuration.wirePath.map { path throws(SimulationError) in
      try WireLog(path: path)
    }
    start = (Int64(Date().timeIntervalSince1970 * 1000), .now())
    let closedPorts = ClosedPorts()
    ports = modems.enumerated().map { index, modem in
      ModemPort(
        path: configuration.directory + "/" + modem.name,
        on: eventLoop,
        closedPorts: closedPorts
      ) { [unowned self] bytes in received(bytes, on: index) }
    }
  }

  /// The time, on the wall clock as it was at the start, moved on by the monotonic clock.
  var now: Timestamp {
    let elapsed = NIODeadline.now() - start.uptime
    return Timestamp(milliseconds: start.wall + elapsed.nanoseconds / 1_000_000)
  }

  /// Plugs all modems in.
  ///
  /// - Returns: Fulfilled when all ports are there.
  func plugAll() -> EventLoopFuture<Void> {
    var opened: [EventLoopFuture<Void>] = []
    for index in world.modems.indices {
      let events = world.operate(index, at: now) { $0.plug(at: $1) }
      opened += perform(events)
    }
    return EventLoopFuture.andAllSucceed(opened, on: eventLoop)
  }

  /// Does something to the world and what follows from it.
  func change(_ work: (inout SimulatedWorld, Timestamp) -> [SimulatedWorld.Event]) {
    guard !isShutDown else { return }
    let events = work(&world, now)
    _ = perform(events)
  }

  private func received(_ bytes: [UInt8], on index: Int) {
    wire?.note(bytes, .toModem, modem: world.modems[index].name)
    let events = world.receive(bytes, on: index, at: now)
    _ = perform(events)
  }

  /// The only place where the simulation touches anything outside.
  private func perform(_ events: [SimulatedWorld.Event]) -> [EventLoopFuture<Void>] {
    var opened: [EventLoopFuture<Void>] = []
    for event in events {
      switch event {
      case .write(let index, let bytes):
        wire?.note(bytes, .toHost, modem: world.modems[index].name)
        ports[index].write(bytes)
      case .received(let index, let line):
        if lines[index].count >= Self.linesKept { lines[index].removeFirst() }
        lines[index].append(line)
      case .hangUp(let index):
        ports[index].close()
      case .comeBack(let index):
        opened.append(ports[index].open())
      case .accepted(let segment):
        if let record, let line = try? encoder.encode(segment) { record.write(line) }
      case .delivered:
        continue
      }
    }
    resumeWaiters()
    setTimer()
    return opened
  }

  private func setTimer() {
    guard !isShutDown, let deadline = world.nextDeadline else { return }
    if let timer, timer.deadline <= deadline { return }
    timer?.task.cancel()
    let wait = TimeAmount.milliseconds(max(0, deadline.milliseconds - start.wall))
    let engine = NIOLoopBound(self, eventLoop: eventLoop)
    let task = eventLoop.scheduleTask(deadline: start.uptime + wait) {
      engine.value.timerFired()
    }
    timer = (deadline, task)
  }

  private func timerFired() {
    timer = nil
    let events = world.advance(to: now)
    _ = perform(events)
  }

  // MARK: - Waiting

  /// Waits until the world is as wanted, but not for ever.
  ///
  /// - Returns: Whether it became so in time.
  func wait(
    atMost limit: Duration,
    until isFulfilled: @escaping (FleetEngine) -> Bool
  ) -> EventLoopFuture<Bool> {
    if isFulfilled(self) { return eventLoop.makeSucceededFuture(true) }
    guard !isShutDown else { return eventLoop.makeSucceededFuture(false) }
    nextWaiter += 1
    let id = nextWaiter
    let promise = eventLoop.makePromise(of: Bool.self)
    let engine = NIOLoopBound(self, eventLoop: eventLoop)
    let timeout = eventLoop.scheduleTask(in: TimeAmount(limit)) { engine.value.giveUp(id) }
    waiters.append(
      Waiter(id: id, isFulfilled: isFulfilled, promise: promise, timeout: timeout)
    )
    return promise.futureResult
  }

  private func resumeWaiters() {
    guard !waiters.isEmpty else { return }
    let (done, waiting) = waiters.partitioned { $0.isFulfilled(self) }
    waiters = waiting
    for waiter in done {
      waiter.timeout.cancel()
      waiter.promise.succeed(true)
    }
  }

  private func giveUp(_ id: Int) {
    guard let index = waiters.firstIndex(where: { $0.id == id }) else { return }
    waiters.remove(at: index).promise.succeed(false)
  }

  /// Hangs up everywhere.
  func shutDown() {
    isShutDown = true
    timer?.task.cancel()
    timer = nil
    for port in ports { port.close() }
    for waiter in waiters {
      waiter.timeout.cancel()
      waiter.promise.succeed(false)
    }
    waiters = []
  }
}

extension Array {
  /// The elements that satisfy a condition and those that do not, both in order.
  fileprivate func partitioned(
    by belongs: (Element) -> Bool
  ) -> (satisfying: [Element], others: [Element]) {
    var parts: ([Element], [Element]) = ([], [])
    for element in self {
      if belongs(element) { parts.0.append(element) } else { parts.1.append(element) }
    }
    return parts
  }
}
