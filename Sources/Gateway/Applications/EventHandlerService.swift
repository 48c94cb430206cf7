internal import Logging
internal import Messaging
internal import ServiceLifecycle
internal import Storage

/// Calls the event handler for every file that was written: a few calls at a time, in the order of
/// the files, and never in the way of a modem.
struct EventHandlerService: Service {
  let store: MessageStore
  let program: EventHandlerProgram?
  let calls: HandlerSignal
  let health: StoreHealth
  let meters: GatewayMeters
  let logger: Logger

  /// How many calls run at once.
  private static let width = 4

  func run() async throws {
    guard let program else {
      try? await store.forgetHandlerCalls()
      // A service that has nothing to do must not end, or the gateway ends with it.
      try? await gracefulShutdown()
      return
    }
    await cancelWhenGracefulShutdown {
      // What an earlier run of the gateway did not come to is called first.
      var last: Int64 = 0
      for await _ in calls.stream { last = await callAll(program, after: last) }
    }
  }

  /// - Returns: The place of the last call.
  private func callAll(_ program: EventHandlerProgram, after row: Int64) async -> Int64 {
    var last = row
    do {
      while !Task.isCancelled {
        let due = try await store.handlerCalls(limit: 64, after: last)
        guard let newest = due.last else { break }
        await call(program, due)
        last = newest.row
      }
    } catch {
      await health.report(error)
    }
    return last
  }

  private func call(_ program: EventHandlerProgram, _ due: [HandlerCall]) async {
    await withTaskGroup(of: Void.self) { group in
      for (place, each) in due.enumerated() {
        if place >= Self.width { await group.next() }
        guard !Task.isCancelled else { return }
        group.addTask { await call(program, each) }
      }
    }
  }

  private func call(_ program: EventHandlerProgram, _ call: HandlerCall) async {
    let ending = await program.run(call)
    // A call that the end of the gateway cut short is made again at its next start.
    guard !Task.isCancelled else { return }
    let metadata: Logger.Metadata = [
      "event": "\(call.kind.rawValue)", "message": "\(call.message)",
    ]
    switch ending {
    case .exited(0): break
    case .exited(let code):
      logger.warning("the event handler failed: exit status \(code)", metadata: metadata)
    case .signalled(let signal):
      logger.warning("the event handler died of signal \(signal)", metadata: metadata)
    case .tooLong:
      logger.warning(
        "the event handler took longer than \(program.timeLimit) and was ended",
        metadata: metadata
      )
    case .notStarted(let reason):
      logger.error("the event handler cannot be started: \(reason)", metadata: metadata)
    }
    meters.handled(isGood: ending == .exited(0))
    do {
      try await store.handlerCalled(call)
    } catch {
      await health.report(error)
    }
  }
}

extension EventHandlerService {
  /// The event handler of a gateway.
  init(_ gateway: GatewayCore) {
    let spool = gateway.initial.spool
    self.init(
      store: gateway.store,
      program: spool.eventHandler.map {
        EventHandlerProgram(path: $0, timeLimit: .seconds(spool.eventHandlerTimeout))
      },
      calls: gateway.calls,
      health: gateway.health,
      meters: gateway.meters,
      logger: gateway.logger
    )
  }
}

/// Tells the service that there are calls to make.
struct HandlerSignal: Sendable {
  /// One element each time, at once the first.
  let stream: AsyncStream<Void>
  private let continuation: AsyncStream<Void>.Continuation

  init() {
    (stream, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    continuation.yield()
  }

  /// There are calls to make.
  func raise() { continuation.yield() }
}
