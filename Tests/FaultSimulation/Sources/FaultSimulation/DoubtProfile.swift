internal import Messaging
internal import ModemModel

extension FaultProfile {
  /// In half of the runs long messages are sent again while nobody knows what became of their segments,
  /// and the reports about those come when the next copy is on its way.
  mutating func addLongDoubts(using random: inout SplitMix64) {
    guard random.chance(50) else { return }
    behaviour.reportDelay = .seconds(Int64.random(in: 200...1200, using: &random))
    behaviour.reportStatus = 0
    for tag in products.indices where random.chance(60) {
      products[tag].segmentCount = Int.random(in: 2...5, using: &random)
      products[tag].duplicates = .allow
      products[tag].validity = .seconds(Int64.random(in: 600...7200, using: &random))
    }
    for modem in modems.indices {
      for fault in Self.lostAnswers where random.chance(50) {
        modems[modem].add(
          FaultRule(
            fault,
            .probability([0.1, 0.2, 0.3].randomElement(using: &random) ?? 0.2),
            comesBackAfter: .seconds(Int64.random(in: 1...40, using: &random))
          )
        )
      }
    }
  }

  /// What leaves a segment in doubt that the service centre has, what ends a copy in its middle, and what
  /// makes it long.
  private static let lostAnswers: [Fault] = [
    .loseAnswer, .hangUpAfterControlZ, .hangUpUnderControlZ, .refuse(.messageServiceError(38)),
    .late(.seconds(40)), .late(.seconds(100)),
  ]
}
