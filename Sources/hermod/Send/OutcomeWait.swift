import LocalAPI
import Messaging

/// Waits until messages have come to their end, and shows how far they are.
struct OutcomeWait {
  let client: GatewayClient
  let ids: [MessageID]
  let untilDelivered: Bool
  let timeout: Duration?
  let showsProgress: Bool

  /// How long to wait before asking a daemon again that has gone away.
  private static let patience = Duration.milliseconds(500)

  /// The messages as they are when the wait ends: all at rest, or the time is over.
  func run() async throws -> [MessageView] {
    let progress = OutcomeProgress(ids: ids, untilDelivered: untilDelivered)
    if let timeout {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await follow(progress) }
        group.addTask { try await Task.sleep(for: timeout) }
        try await group.next()
        group.cancelAll()
        while let result = await group.nextResult() { _ = result }
      }
    } else {
      try await follow(progress)
    }
    if showsProgress { StandardError.write("\r\u{1B}[K") }
    return await progress.messages
  }

  /// Events tell what changes; each time the stream opens, the messages are looked at once.
  private func follow(_ progress: OutcomeProgress) async throws {
    while true {
      do {
        try await client.followEvents {
          for id in ids {
            let message = try await client.message(id).value
            try await update(progress, message)
          }
        } _: { event in
          guard let message = event.value.message, ids.contains(message.id) else { return }
          try await update(progress, message)
        }
      } catch is OutcomeProgress.Complete {
        return
      } catch let error as GatewayClientError {
        switch error {
        case .problem, .notUnderstood: throw error
        case .noAnswer, .notReachable: break  // it restarts; what was accepted is kept
        }
      }
      try await Task.sleep(for: Self.patience)
    }
  }

  private func update(_ progress: OutcomeProgress, _ message: MessageView) async throws {
    let isComplete = await progress.update(message)
    if showsProgress { StandardError.write("\r\u{1B}[K" + (await progress.line)) }
    if isComplete { throw OutcomeProgress.Complete() }
  }
}

/// What is known of the messages that are waited for.
actor OutcomeProgress {
  /// Thrown to leave the stream when nothing more is to come.
  struct Complete: Error {}

  private let ids: [MessageID]
  private let untilDelivered: Bool
  private var known: [MessageID: MessageView] = [:]

  init(ids: [MessageID], untilDelivered: Bool) {
    self.ids = ids
    self.untilDelivered = untilDelivered
  }

  /// The messages in the order in which they were handed in.
  var messages: [MessageView] { ids.compactMap { known[$0] } }

  /// How many are in which state.
  var line: String {
    let states = MessageState.allCases.compactMap { state in
      let count = messages.count { $0.state == state }
      return count > 0 ? "\(count) \(state.rawValue)" : nil
    }
    return states.joined(separator: ", ")
  }

  /// Takes note of a message; whether all are at their end now.
  func update(_ message: MessageView) -> Bool {
    if let earlier = known[message.id], earlier.updatedAt > message.updatedAt { return isComplete }
    known[message.id] = message
    return isComplete
  }

  private var isComplete: Bool {
    messages.count == ids.count && messages.allSatisfy { isAtRest($0.state) }
  }

  private func isAtRest(_ state: MessageState) -> Bool {
    switch state {
    case .queued, .submitting: false
    case .sent: !untilDelivered
    case .delivered, .undelivered, .failed, .withdrawn, .cancelled, .expired, .unknown, .closed:
      true
    }
  }
}

/// The exit code that the states of messages amount to.
enum OutcomeExit {
  /// The gravest of them: one unknown outcome forbids resending, whatever became of the others.
  static func code(of states: [MessageState], whileWaiting: Bool) -> Int32 {
    if states.contains(where: { isUnknown($0, whileWaiting) }) { return ExitStatus.unknown }
    return states.contains(where: isNo) ? ExitStatus.no : 0
  }

  private static func isUnknown(_ state: MessageState, _ whileWaiting: Bool) -> Bool {
    switch state {
    case .unknown, .closed: true
    case .queued, .submitting: whileWaiting
    case .sent, .delivered, .undelivered, .failed, .withdrawn, .cancelled, .expired: false
    }
  }

  private static func isNo(_ state: MessageState) -> Bool {
    switch state {
    case .undelivered, .failed, .withdrawn, .cancelled, .expired: true
    case .queued, .submitting, .sent, .delivered, .unknown, .closed: false
    }
  }
}
