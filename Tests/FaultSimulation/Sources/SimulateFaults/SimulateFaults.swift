import FaultSimulation
import Messaging

/// `SimulateFaults run FIRST COUNT`: that many seeds; `seeds FILE`: those that are kept there;
/// `trace SEED [MUTATION]`: one, with its log; `mutations COUNT [MUTATION...]`: each broken rule, until
/// it is found out.
@main
struct SimulateFaults {
  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    let numbers = words.compactMap { UInt64($0) }
    let isDone: Bool
    switch words.first {
    case "run" where numbers.count == 2:
      isDone = run((numbers[0]..<(numbers[0] + numbers[1])).map { SeedList.Entry(seed: $0) })
    case "seeds" where words.count == 2: isDone = run(Files.seeds(words[1]))
    case "trace" where words.count >= 2:
      isDone = trace(SeedList.Entry(words[1]), words.last)
    case "mutations" where numbers.count == 1:
      let chosen = words.dropFirst(2).compactMap(Mutation.init(rawValue:))
      isDone = MutationTable.make(
        seeds: numbers[0],
        of: chosen.isEmpty ? Mutation.allCases : chosen
      ).print()
    default:
      print(
        "usage: SimulateFaults run FIRST COUNT | seeds FILE | trace SEED [MUTATION] "
          + "| mutations COUNT [MUTATION...]"
      )
      isDone = false
    }
    if !isDone { Exit.failure() }
  }

  private static func run(_ seeds: [SeedList.Entry]) -> Bool {
    let clock = ContinuousClock()
    let start = clock.now
    var summary = FaultSummary()
    for entry in seeds {
      var run = FaultRun(seed: entry.seed, edition: entry.edition)
      let report = run.run()
      summary.add(report)
      guard !report.violations.isEmpty else { continue }
      for violation in report.violations.prefix(5) {
        print("SEED=\(entry) \(violation)")
      }
    }
    let (seconds, attoseconds) = (clock.now - start).components
    let elapsed = Double(seconds) + Double(attoseconds) / 1e18
    for line in summary.lines { print(line) }
    let rate = Int((Double(seeds.count) / elapsed).rounded())
    print("\(seeds.count) seeds in \(Int(elapsed.rounded())) s: \(rate) seeds a second")
    return summary.failures.isEmpty && !seeds.isEmpty
  }

  private static func trace(_ entry: SeedList.Entry?, _ word: String?) -> Bool {
    guard let entry else { return false }
    var run = FaultRun(
      seed: entry.seed,
      edition: entry.edition,
      mutation: word.flatMap(Mutation.init(rawValue:)),
      isTraced: true
    )
    let report = run.run()
    for line in report.log { print(line) }
    for violation in report.violations { print("SEED=\(entry) \(violation)") }
    return report.violations.isEmpty
  }
}
