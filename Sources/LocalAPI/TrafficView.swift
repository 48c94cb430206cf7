public import Messaging

/// What `GET /v1/traffic` answers: how many messages came to which state, step by step.
public struct TrafficView: Codable, Hashable, Sendable {
  /// One step.
  public struct Step: Codable, Hashable, Sendable {
    /// When it began.
    public var at: WireTime
    /// Messages accepted in it.
    public var accepted: Int
    /// Messages in it that the service centre then had whole.
    public var sent: Int
    /// Messages reported in it as delivered.
    public var delivered: Int
    /// Messages reported in it as not delivered.
    public var undelivered: Int
    /// Messages in it that failed or expired.
    public var failed: Int
    /// Messages in it whose outcome nobody could know then.
    public var unknown: Int

    /// A step in which nothing happened.
    public init(at: WireTime) {
      self.at = at
      accepted = 0
      sent = 0
      delivered = 0
      undelivered = 0
      failed = 0
      unknown = 0
    }

    /// Counts messages that came to a state in this step.
    ///
    /// - Parameters:
    ///   - count: How many.
    ///   - state: The state; `queued` is their acceptance.
    public mutating func add(_ count: Int, _ state: MessageState) {
      switch state {
      case .queued: accepted += count
      case .sent: sent += count
      case .delivered: delivered += count
      case .undelivered: undelivered += count
      case .failed, .expired: failed += count
      case .unknown: unknown += count
      case .submitting, .withdrawn, .cancelled, .closed: break
      }
    }
  }

  /// How long a step is.
  public var stepSeconds: Int
  /// The steps, the oldest first, without gaps; the last one is not over yet.
  public var steps: [Step]

  /// Traffic.
  public init(stepSeconds: Int, steps: [Step]) {
    self.stepSeconds = stepSeconds
    self.steps = steps
  }

  private enum CodingKeys: String, CodingKey {
    case stepSeconds = "step_seconds"
    case steps
  }
}
