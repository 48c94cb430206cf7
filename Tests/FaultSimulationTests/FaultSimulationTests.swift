import FaultSimulation
import Foundation
import Messaging
import Testing

/// The promises under simulated faults: a bounded part of `make simulate-faults`.
@Suite struct FaultSimulationTests {
  @Test func `No promise is broken, whatever goes wrong`() {
    var summary = FaultSummary()
    for seed in Self.seeds {
      var run = FaultRun(seed: seed)
      let report = run.run()
      summary.add(report)
      for violation in report.violations { Issue.record("SEED=\(seed) \(violation)") }
    }
    // Runs that get nowhere prove nothing.
    for state in [MessageState.sent, .delivered, .failed, .withdrawn, .unknown, .closed] {
      #expect(summary.ends[state, default: 0] > 0, "no message ended as \(state)")
    }
  }

  @Test func `Seeds that once broke a promise break none`() throws {
    let seeds = try Self.keptSeeds()
    #expect(!seeds.isEmpty)
    for entry in seeds {
      var run = FaultRun(seed: entry.seed, edition: entry.edition)
      for violation in run.run().violations { Issue.record("SEED=\(entry) \(violation)") }
    }
  }

  @Test func `A seed is the same run each time`() {
    for seed in 31...32 as ClosedRange<UInt64> {
      var first = FaultRun(seed: seed)
      var second = FaultRun(seed: seed)
      #expect(first.run().digest == second.run().digest, "seed \(seed)")
    }
  }

  @Test(arguments: Mutation.allCases)
  func `Each broken rule is found out`(mutation: Mutation) {
    // The first seed that finds it, by `make simulate-mutations`; where what is simulated has changed
    // since, one of the next ones does.
    let first: UInt64 =
      switch mutation {
      case .attemptAfterControlZ, .noSynchronization, .deleteBeforeStore: 1
      case .confirmBeforeSynchronization: 1
      case .plainResultNames: 2
      case .noSecondOptOutCheck, .copiesAreNew: 3
      case .noDirectorySynchronization: 5
      case .resendAfterCrash: 7
      case .believeAnyFirmware: 8
      case .restartAtFirstSegment: 10
      case .overdueIsNotAwaited: 12
      case .reportProvesAny: 17
      case .joinByReference: 25
      case .unknownErrorIsFailure: 26
      case .handedToAndFro: 29
      case .anyReadingCounts: 82
      case .removalNotSynchronized: 139
      case .unansweredIsForgotten: 204
      case .lostAnswerTeaches: 299
      case .earlierCopiesAddUp: 1057
      }
    let table = MutationTable.make(seeds: 40, from: first, of: [mutation], enough: 1)
    #expect(table.isComplete, "\(mutation.text)")
  }

  /// All of them where `HERMOD_LONG` is set.
  private static var seeds: ClosedRange<UInt64> {
    ProcessInfo.processInfo.environment["HERMOD_LONG"] == nil ? 1...16 : 1...2000
  }

  private static func keptSeeds() throws -> [SeedList.Entry] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("FaultSimulation/Seeds.txt")
    return try SeedList.seeds(in: String(contentsOf: file, encoding: .utf8))
  }
}
