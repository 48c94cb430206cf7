internal import Logging
internal import NIOCore
internal import NIOPosix
internal import ServiceLifecycle
internal import Storage
internal import Synchronization

/// Tells systemd that the gateway lives, as long as every part of it answers: the event loops that
/// carry the modems and the API, the writer of the database, and what gives out messages.
///
/// Where one of them hangs, the sign of life stays out, and systemd starts the gateway anew.
struct Heartbeat: Service {
  let manager: ServiceManager
  let loops: any EventLoopGroup
  let store: MessageStore
  let dispatcher: Dispatcher
  let fleet: FleetDirectory
  let logger: Logger

  /// How often the status text is brought up to date at least.
  static let longestPause: Duration = .seconds(5)

  func run() async throws {
    guard manager.isThere else {
      try? await gracefulShutdown()
      return
    }
    await cancelWhenGracefulShutdown { await beat() }
    manager.tell(.stopping)
  }

  private func beat() async {
    var shown = ""
    while !Task.isCancelled {
      guard await allAnswer() else { return }
      let status = await status
      if status == shown { manager.tell(.alive) } else { manager.tell(.alive, .status(status)) }
      shown = status
      try? await Task.sleep(for: pause)
    }
  }

  /// Three signs of life within systemd's patience: one may come late.
  private var pause: Duration {
    min((manager.patience ?? Self.longestPause * 3) / 3, Self.longestPause)
  }

  /// Waits until every part has answered, however long that takes.
  ///
  /// - Returns: Whether they have; not, when the gateway ends meanwhile.
  private func allAnswer() async -> Bool {
    let silent = SilentParts()
    let (answers, continuation) = AsyncStream.makeStream(of: Void.self)
    // Not a child of this task, which must be able to end although a part never answers.
    let round = Task {
      await withDiscardingTaskGroup { group in
        for (number, loop) in (loops.makeIterator()).enumerated() {
          group.addTask {
            await silent.wait(for: "event loop \(number + 1)") { try? await loop.submit {}.get() }
          }
        }
        group.addTask {
          await silent.wait(for: "the writer of the database") { _ = try? await store.checkRoom() }
        }
        group.addTask { await silent.wait(for: "the dispatcher") { _ = await dispatcher.obstacle } }
      }
      continuation.yield()
    }
    let complaint = Task { [logger, patience = manager.patience] in
      guard let patience, (try? await Task.sleep(for: patience / 2)) != nil else { return }
      logger.critical(
        "a part of the gateway does not answer; systemd will start it anew",
        metadata: ["silent": "\(silent.names.joined(separator: ", "))"]
      )
    }
    defer {
      complaint.cancel()
      round.cancel()
    }
    for await _ in answers { return true }
    return false
  }

  /// One line for `systemctl status`.
  private var status: String {
    get async {
      if let obstacle = await dispatcher.obstacle { return "Nothing is sent: \(obstacle)" }
      let states = fleet.all.map(\.view.condition.state)
      guard !states.isEmpty else { return "No modem yet: \"hermod status\" says what was seen" }
      let working = states.count { $0.isAtWork }
      return "\(working) of \(states.count) modems ready"
    }
  }
}

extension Heartbeat {
  /// The sign of life of a gateway.
  init(_ gateway: GatewayCore, _ manager: ServiceManager) {
    self.init(
      manager: manager,
      loops: MultiThreadedEventLoopGroup.singleton,
      store: gateway.store,
      dispatcher: gateway.dispatcher,
      fleet: gateway.fleet,
      logger: gateway.logger
    )
  }
}

/// The parts that have not answered yet.
private final class SilentParts: Sendable {
  private let waiting = Mutex<Set<String>>([])

  var names: [String] { waiting.withLock { $0.sorted() } }

  func wait(for name: String, _ answer: () async -> Void) async {
    waiting.withLock { _ = $0.insert(name) }
    await answer()
    waiting.withLock { _ = $0.remove(name) }
  }
}
