import FaultSimulation
import Messaging

/// `SimulateFaults run FIRST COUNT`: that many seeds; `seeds FILE`: those that are kept there;
/// `trace SEED [MUTATION]`: one, with its log; `mutations COUNT`: each broken rule, until it is
/// found out.
@main
struct SimulateFaults {
  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    let numbers = words.compactMap { UInt64($0) }
    let isDone: Bool
    switch words.first {
    case "run" where numbers.count == 2:
      isDone = run(Array(numbers[0]..<(numbers[0] + numbers[1])))
    case "seeds" where words.count == 2: isDone = run(Files.seeds(words[1]))
    case "trace" where numbers.count == 1: isDone = trace(numbers[0], words.last)
    case "mutations" where numbers.count == 1:
      isDone = MutationTable.make(seeds: numbers[0]).print()
    default:
      print(
        "usage: SimulateFaults run FIRST COUNT | seeds FILE | trace SEED [MUTATION] "
          + "| mutations COUNT"
      )
      isDone = false
    }
    if !isDone { Exit.failure() }
  }

  private static func run(_ seeds: [UInt64]) -> Bool {
    let clock = ContinuousClock()
    let start = clock.now
    var summary = FaultSummary()
    for seed in seeds {
      var run = FaultRun(seed: seed)
      let report = run.run()
      summary.add(report)
      guard !report.violations.isEmpty else { continue }
      for violation in report.violations.prefix(5) {
        print("SEED=\(seed) \(violation)")
      }
    }
    let (seconds, attoseconds) = (clock.now - start).components
    let elapsed = Double(seconds) + Double(attoseconds) / 1e18
    for line in summary.lines { print(line) }
    let rate = Int((Double(seeds.count) / elapsed).rounded())
    print("\(seeds.count) seeds in \(Int(elapsed.rounded())) s: \(rate) seeds a second")
    return summary.failures.isEmpty && !seeds.isEmpty
  }

  private static func trace(_ seed: UInt64, _ word: String?) -> Bool {
    var run = FaultRun(seed: seed, mutation: word.flatMap(Mutation.init(rawValue:)), isTraced: true)
    let report = run.run()
    for line in report.log { print(line) }
    for violation in report.violations { print("SEED=\(seed) \(violation)") }
    return report.violations.isEmpty
  }
}
