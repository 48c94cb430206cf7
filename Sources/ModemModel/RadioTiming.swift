import Messaging

/// How long something takes: always the same, or between two bounds.
public struct Latency: Equatable, Sendable {
  /// The least.
  public var minimum: Duration
  /// The most.
  public var maximum: Duration

  /// Something that takes between two bounds.
  public init(_ minimum: Duration, to maximum: Duration) {
    self.minimum = minimum
    self.maximum = max(minimum, maximum)
  }

  /// Something that always takes the same.
  public init(_ fixed: Duration) {
    self.init(fixed, to: fixed)
  }

  /// Nothing to wait for.
  public static let none = Latency(.zero)

  /// How long it takes this time, in whole milliseconds.
  func draw(using random: inout SplitMix64) -> Duration {
    let bounds = (minimum.wholeMilliseconds, maximum.wholeMilliseconds)
    guard bounds.0 < bounds.1 else { return .milliseconds(bounds.0) }
    return .milliseconds(Int64.random(in: bounds.0...bounds.1, using: &random))
  }
}

/// How long the modem and the radio take over their work.
public struct RadioTiming: Equatable, Sendable {
  /// From `AT+CMGS` to the prompt.
  public var prompt: Latency
  /// From Ctrl-Z to the answer, on a link that is up.
  public var submission: Latency
  /// What setting up the link costs on top, where it is not up.
  public var linkSetUp: Duration
  /// How long the link is held after an answer while `+CMMS` is set (1 to 5 s by 3GPP TS 27.005 §3.5.6).
  public var linkHold: Duration
  /// From any other command to its answer.
  public var command: Latency

  /// The times of a modem; none of them, if nothing is said.
  public init(
    prompt: Latency = .none,
    submission: Latency = .none,
    linkSetUp: Duration = .zero,
    linkHold: Duration = .seconds(2),
    command: Latency = .none
  ) {
    self.prompt = prompt
    self.submission = submission
    self.linkSetUp = linkSetUp
    self.linkHold = linkHold
    self.command = command
  }
}
