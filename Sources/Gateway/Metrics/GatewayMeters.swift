internal import Messaging
internal import Storage
internal import Synchronization

/// What has been counted and timed since the daemon started.
final class GatewayMeters: Sendable {
  /// The upper bounds of the buckets of submissions, in seconds: from a fast answer of the network
  /// to the deadline.
  static let submissionBounds: [Double] = [0.25, 0.5, 1, 2, 3, 5, 8, 13, 20, 30, 60, 120, 180]

  private struct MessageKey: Hashable {
    var messageClass: MessageClass
    var state: MessageState
  }

  private struct AttemptKey: Hashable {
    var modem: String
    var outcome: String
  }

  private struct Webhook {
    var taken = 0
    var refused = 0
    var givenUp = 0
  }

  private struct Counts {
    var messages: [MessageKey: Int] = [:]
    var received: [String: Int] = [:]
    var optOuts: [OptOutAction: Int] = [:]
    var attempts: [AttemptKey: Int] = [:]
    var submissions: [String: Histogram] = [:]
    var webhooks: [String: Webhook] = [:]
    var handled = (good: 0, bad: 0)
  }

  private let counts = Mutex(Counts())

  /// Something became durable.
  func count(_ event: StoreEvent) {
    counts.withLock { counts in
      switch event {
      case .due, .report, .notice: break
      case .message(let change):
        guard change.from != change.to, change.to != .queued || change.from == nil else { return }
        let key = MessageKey(messageClass: change.messageClass, state: change.to)
        counts.messages[key, default: 0] += 1
      case .inbound(let message): counts.received[message.modem, default: 0] += 1
      case .optOut(let entry): counts.optOuts[entry.action, default: 0] += 1
      }
    }
  }

  /// A submission ended.
  ///
  /// - Parameters:
  ///   - modem: The modem.
  ///   - outcome: How.
  ///   - duration: How long after the command; only answers of the network are timed.
  func submitted(on modem: String, _ outcome: SubmissionOutcome, after duration: Duration) {
    counts.withLock { counts in
      counts.attempts[AttemptKey(modem: modem, outcome: outcome.word), default: 0] += 1
      guard outcome.isAnswer else { return }
      counts.submissions[modem, default: Histogram(bounds: Self.submissionBounds)]
        .add(duration / .seconds(1))
    }
  }

  /// A webhook was told.
  func told(_ webhook: String, taken: Int, refused: Int) {
    counts.withLock {
      $0.webhooks[webhook, default: Webhook()].taken += taken
      $0.webhooks[webhook, default: Webhook()].refused += refused
    }
  }

  /// An event was given up.
  func gaveUp(_ webhook: String) {
    counts.withLock { $0.webhooks[webhook, default: Webhook()].givenUp += 1 }
  }

  /// The event handler was called.
  func handled(isGood: Bool) {
    counts.withLock { counts in
      if isGood { counts.handled.good += 1 } else { counts.handled.bad += 1 }
    }
  }

  /// Everything, as metrics.
  func families() -> [MetricFamily] {
    let counts = counts.withLock { $0 }
    return Self.messages(counts) + Self.modems(counts) + Self.applications(counts)
  }

  private static func messages(_ counts: Counts) -> [MetricFamily] {
    [
      MetricFamily(
        name: "hermod_messages_total",
        help: "Messages that came to a state; queued counts acceptances.",
        kind: .counter,
        samples: MessageClass.allCases.flatMap { messageClass in
          MessageState.allCases.filter { $0 != .submitting }.map { state in
            let key = MessageKey(messageClass: messageClass, state: state)
            return .init(
              Double(counts.messages[key] ?? 0),
              labels: [.init("class", messageClass.rawValue), .init("state", state.rawValue)]
            )
          }
        }
      ),
      MetricFamily(
        name: "hermod_optouts_total",
        help: "Changes of the list of opt-outs.",
        kind: .counter,
        samples: [
          .init(Double(counts.optOuts[.optOut] ?? 0), labels: [.init("action", "added")]),
          .init(Double(counts.optOuts[.optIn] ?? 0), labels: [.init("action", "removed")]),
        ]
      ),
    ]
  }

  private static func modems(_ counts: Counts) -> [MetricFamily] {
    [
      MetricFamily(
        name: "hermod_attempts_total",
        help: "Submissions of segments by modem and outcome.",
        kind: .counter,
        samples: counts.attempts.sorted {
          ($0.key.modem, $0.key.outcome) < ($1.key.modem, $1.key.outcome)
        }.map { key, count in
          .init(
            Double(count),
            labels: [.init("modem", key.modem), .init("outcome", key.outcome)]
          )
        }
      ),
      MetricFamily(
        name: "hermod_submit_seconds",
        help: "Time from AT+CMGS to the answer of the network, by modem.",
        kind: .histogram,
        samples: counts.submissions.sorted { $0.key < $1.key }.flatMap { modem, histogram in
          histogram.samples(labels: [.init("modem", modem)])
        }
      ),
      MetricFamily(
        name: "hermod_received_total",
        help: "Messages received, by modem.",
        kind: .counter,
        samples: counts.received.sorted { $0.key < $1.key }.map {
          .init(Double($0.value), labels: [.init("modem", $0.key)])
        }
      ),
    ]
  }

  private static func applications(_ counts: Counts) -> [MetricFamily] {
    [
      MetricFamily(
        name: "hermod_webhook_attempts_total",
        help: "Attempts to tell a webhook, and events given up.",
        kind: .counter,
        samples: counts.webhooks.sorted { $0.key < $1.key }.flatMap { name, webhook in
          [
            ("taken", webhook.taken), ("refused", webhook.refused), ("given-up", webhook.givenUp),
          ].map { result, count in
            .init(Double(count), labels: [.init("webhook", name), .init("result", result)])
          }
        }
      ),
      MetricFamily(
        name: "hermod_event_handler_calls_total",
        help: "Calls of the event handler.",
        kind: .counter,
        samples: [
          .init(Double(counts.handled.good), labels: [.init("result", "ok")]),
          .init(Double(counts.handled.bad), labels: [.init("result", "failed")]),
        ]
      ),
    ]
  }
}

extension SubmissionOutcome {
  /// The outcome as a label.
  fileprivate var word: String {
    switch self {
    case .accepted: "accepted"
    case .refused: "refused"
    case .notSubmitted: "not-submitted"
    case .unknown: "unknown"
    }
  }

  /// Whether it was the network that ended the submission.
  fileprivate var isAnswer: Bool {
    switch self {
    case .accepted, .refused: true
    case .notSubmitted, .unknown: false
    }
  }
}
