public import Messaging

/// What many runs add up to.
public struct FaultSummary: Sendable {
  /// The seeds that broke a promise.
  public private(set) var failures: [UInt64] = []
  /// How many runs there were.
  public private(set) var runs = 0
  /// How the messages ended, by state.
  public private(set) var ends: [MessageState: Int] = [:]
  private var accepted = 0
  private var repeated = 0
  private var received = 0
  private var starts = 0
  private var settled = 0

  /// No runs yet.
  public init() {}

  /// Adds a run.
  ///
  /// - Parameter report: What came of it.
  public mutating func add(_ report: FaultReport) {
    runs += 1
    if !report.violations.isEmpty { failures.append(report.seed) }
    accepted += report.acceptedSegments
    repeated += report.repeatedSegments
    received += report.received
    starts += report.starts
    settled += report.settledByReference
    ends.merge(report.ends) { $0 + $1 }
  }

  /// What people are told.
  public var lines: [String] {
    let states = MessageState.allCases.compactMap { state in
      ends[state].map { "\($0) \(state)" }
    }
    return [
      "\(accepted) segments taken by the service centre, \(repeated) of them again and marked; "
        + "\(received) messages received; the gateway was started \(starts) times",
      "\(settled) attempts without an answer settled by EF-SMSS",
      "messages: \(states.joined(separator: ", "))",
      failures.isEmpty
        ? "no promise was broken" : "promises were broken by seeds \(failures)",
    ]
  }
}
