/// Which promise finds each broken rule out, and after how many seeds.
public struct MutationTable: Sendable {
  /// One broken rule.
  public struct Row: Sendable {
    /// The rule.
    public var mutation: Mutation
    /// The promises that were broken, each with the first seed that broke it, by seed.
    public var finders: [(rule: Violation.Rule, seed: UInt64)]
  }

  /// The rules, in order.
  public private(set) var rows: [Row] = []

  /// Runs every mutation until seeds run out, or several promises have found it.
  ///
  /// - Parameters:
  ///   - seeds: How many seeds each may take.
  ///   - first: The first of them.
  ///   - mutations: Which.
  ///   - enough: How many promises are enough.
  /// - Returns: The table.
  public static func make(
    seeds: UInt64,
    from first: UInt64 = 1,
    of mutations: [Mutation] = Mutation.allCases,
    enough: Int = 3
  ) -> MutationTable {
    var table = MutationTable()
    for mutation in mutations {
      var row = Row(mutation: mutation, finders: [])
      for seed in first..<(first + seeds) where row.finders.count < enough {
        var run = FaultRun(seed: seed, mutation: mutation)
        for violation in run.run().violations
        where !row.finders.contains(where: { $0.rule == violation.rule }) {
          row.finders.append((violation.rule, seed))
        }
      }
      table.rows.append(row)
    }
    return table
  }

  /// Whether every broken rule was found out.
  public var isComplete: Bool { rows.allSatisfy { !$0.finders.isEmpty } }

  /// What people are told.
  public var lines: [String] {
    let width = rows.map(\.mutation.text.count).max() ?? 0
    return rows.map { row in
      let padding = String(repeating: " ", count: width - row.mutation.text.count)
      let found = row.finders.map { finder in
        "\(finder.rule.rawValue) after \(finder.seed) (\(finder.rule.text))"
      }
      let what = found.isEmpty ? "NOT FOUND OUT" : found.joined(separator: "; ")
      return "\(row.mutation.text)\(padding)  \(what)"
    }
  }

  /// Prints it.
  ///
  /// - Returns: Whether every broken rule was found out.
  public func print() -> Bool {
    for line in lines { Swift.print(line) }
    return isComplete
  }
}
