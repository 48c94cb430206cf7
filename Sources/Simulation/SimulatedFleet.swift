import Foundation
public import Messaging
public import ModemModel
import NIOCore
import NIOPosix

/// Simulated modems on pseudo-terminals, each behind a link of a fixed name in one directory.
///
/// All modems and their network live on one thread of their own. The fleet can be driven from any
/// task; what is asked for is done before the call returns.
public final class SimulatedFleet: Sendable {
  /// A modem and its port.
  public struct Port: Equatable, Sendable {
    /// The modem's name: `modem1` and on.
    public let name: String
    /// The path that a program opens.
    public let path: String
  }

  /// The modems and their ports, in order.
  public let ports: [Port]
  private let group: MultiThreadedEventLoopGroup
  private let eventLoop: any EventLoop
  private let engine: NIOLoopBound<FleetEngine>

  /// Starts the modems; their ports are there when this returns.
  ///
  /// - Parameter configuration: What the fleet is made of.
  /// - Throws: `SimulationError` or an error of the serial port, which name the path.
  public init(_ configuration: FleetConfiguration) async throws {
    do {
      try FileManager.default.createDirectory(
        atPath: configuration.directory,
        withIntermediateDirectories: true
      )
    } catch {
      throw SimulationError.noDirectory(path: configuration.directory)
    }
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let eventLoop = group.next()
    do {
      engine = try await eventLoop.submit {
        NIOLoopBound(try FleetEngine(configuration, on: eventLoop), eventLoop: eventLoop)
      }.get()
      let engine = engine
      try await eventLoop.flatSubmit { engine.value.plugAll() }.get()
    } catch {
      try? await group.shutdownGracefully()
      throw error
    }
    self.group = group
    self.eventLoop = eventLoop
    ports = (0..<max(0, configuration.count)).map { index in
      let name = "modem\(index + 1)"
      return Port(name: name, path: configuration.directory + "/" + name)
    }
  }

  /// Hangs up everywhere and ends the thread.
  public func shutDown() async {
    let engine = engine
    try? await eventLoop.submit { engine.value.shutDown() }.get()
    try? await group.shutdownGracefully()
  }

  // MARK: - Looking

  /// The world as it is now: the modems, and the record of the service centre.
  public func world() async throws -> SimulatedWorld {
    try await onEngine { $0.world }
  }

  /// What the service centre has accepted, in order.
  public func record() async throws -> [AcceptedSegment] {
    try await onEngine { $0.world.serviceCentre.record }
  }

  /// The command lines that a modem has got, the latest thousand.
  ///
  /// - Parameter modem: The modem's name.
  /// - Throws: `SimulationError.unknownModem`.
  /// - Returns: The lines, the oldest first.
  public func commands(of modem: String) async throws -> [String] {
    let index = try index(of: modem)
    return try await onEngine { $0.lines[index] }
  }

  // MARK: - Waiting

  /// Waits until the world is as wanted.
  ///
  /// - Parameters:
  ///   - limit: How long at most.
  ///   - isFulfilled: Whether the world is as wanted; asked after every event.
  /// - Returns: Whether it became so in time.
  public func wait(
    atMost limit: Duration,
    until isFulfilled: @escaping @Sendable (SimulatedWorld) -> Bool
  ) async -> Bool {
    await waitOnEngine(atMost: limit) { isFulfilled($0.world) }
  }

  private func waitOnEngine(
    atMost limit: Duration,
    until isFulfilled: @escaping @Sendable (FleetEngine) -> Bool
  ) async -> Bool {
    let engine = engine
    let future = eventLoop.flatSubmit { engine.value.wait(atMost: limit, until: isFulfilled) }
    return (try? await future.get()) ?? false
  }

  /// Waits until a modem has got so many command lines that begin in a certain way.
  ///
  /// - Parameters:
  ///   - start: How they begin, with `AT`.
  ///   - count: How many, of the latest thousand.
  ///   - modem: The modem's name.
  ///   - limit: How long at most.
  /// - Returns: Whether it has.
  /// - Throws: `SimulationError.unknownModem`.
  public func waitForCommand(
    _ start: String,
    count: Int = 1,
    on modem: String,
    atMost limit: Duration
  ) async throws -> Bool {
    let index = try index(of: modem)
    return await waitOnEngine(atMost: limit) { engine in
      engine.lines[index].reduce(0) { $1.hasPrefix(start) ? $0 + 1 : $0 } >= count
    }
  }

  /// Waits until the service centre has accepted so many segments.
  ///
  /// - Parameters:
  ///   - count: How many, since the start.
  ///   - limit: How long at most.
  /// - Returns: Whether it has.
  public func waitForAccepted(_ count: Int, atMost limit: Duration) async -> Bool {
    await wait(atMost: limit) { $0.serviceCentre.record.count >= count }
  }

  // MARK: - Doing

  /// Lets a text arrive for a modem, in as many segments as it takes.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - sender: The sender: `+` and digits, digits, or a name.
  ///   - modem: The modem's name.
  ///   - messageClass: The message class; nil for none.
  /// - Throws: `SimulationError.unknownModem`.
  public func receive(
    _ text: String,
    from sender: String,
    on modem: String,
    messageClass: UInt8? = nil
  ) async throws {
    let index = try index(of: modem)
    try await change { world, time in
      world.operate(at: time) {
        $0.send(text, from: sender, to: index, messageClass: messageClass, at: $1)
      }
    }
  }

  /// Lets a SMS-DELIVER arrive for a modem as it is.
  ///
  /// - Parameters:
  ///   - transferUnit: The TPDU.
  ///   - modem: The modem's name.
  /// - Throws: `SimulationError.unknownModem`.
  public func receive(transferUnit: [UInt8], on modem: String) async throws {
    let index = try index(of: modem)
    try await change { world, time in
      world.operate(at: time) { $0.send(transferUnit: transferUnit, to: index, at: $1) }
    }
  }

  /// Lets a status report of an accepted segment arrive.
  ///
  /// - Parameters:
  ///   - sequence: The segment's place in the record, counted from 1.
  ///   - status: TP-ST.
  ///   - modem: The modem that gets it, by name.
  /// - Throws: `SimulationError.unknownModem` or `SimulationError.unknownSegment`.
  public func report(_ sequence: Int, status: UInt8, to modem: String) async throws {
    let index = try index(of: modem)
    let isKnown = try await onEngine { engine in
      var isKnown = false
      engine.change { world, time in
        world.operate(at: time) {
          isKnown = $0.report(sequence, status: status, to: index, at: $1)
        }
      }
      return isKnown
    }
    guard isKnown else { throw SimulationError.unknownSegment(sequence) }
  }

  /// Adds a customer who answers messages.
  ///
  /// - Parameter rule: Who answers what.
  /// - Throws: An error of the event loop, once the fleet is shut down.
  public func add(_ rule: CustomerRule) async throws {
    try await change { world, time in world.operate(at: time) { centre, _ in centre.add(rule) } }
  }

  /// Lets something go wrong in a modem, or in all of them.
  ///
  /// - Parameters:
  ///   - instruction: What.
  ///   - modem: The modem's name, or `*`.
  /// - Throws: `SimulationError.unknownModem`.
  public func apply(_ instruction: FaultInstruction, to modem: String) async throws {
    try await operate(modem) { modem, time in modem.apply(instruction, at: time) }
  }

  /// Does something to a modem, or to all of them.
  ///
  /// - Parameters:
  ///   - modem: The modem's name, or `*`.
  ///   - work: What is done; it is handed the modem and the time.
  /// - Throws: `SimulationError.unknownModem`.
  public func operate(
    _ modem: String,
    _ work: @escaping @Sendable (inout SimulatedModem, Timestamp) -> [SimulatedModem.Action]
  ) async throws {
    let indexes = modem == "*" ? Array(ports.indices) : [try index(of: modem)]
    try await change { world, time in
      indexes.flatMap { world.operate($0, at: time, work) }
    }
  }

  private func change(
    _ work: @escaping @Sendable (inout SimulatedWorld, Timestamp) -> [SimulatedWorld.Event]
  ) async throws {
    try await onEngine { engine in engine.change(work) }
  }

  private func onEngine<Result: Sendable>(
    _ work: @escaping @Sendable (FleetEngine) throws -> Result
  ) async throws -> Result {
    let engine = engine
    return try await eventLoop.submit { try work(engine.value) }.get()
  }

  private func index(of modem: String) throws(SimulationError) -> Int {
    guard let index = ports.firstIndex(where: { $0.name == modem }) else {
      throw .unknownModem(modem)
    }
    return index
  }
}
