internal import Messaging
internal import ModemModel

extension FaultProfile {
  /// In most runs modems answer when nobody waits for it any more: on a port that went and came back, or
  /// while they take other commands.
  mutating func addLateAnswers(using random: inout SplitMix64) {
    guard random.chance(70) else { return }
    for modem in modems.indices {
      for fault in Self.lateAnswers where random.chance(25) {
        modems[modem].add(
          FaultRule(
            fault,
            .probability([0.05, 0.2, 0.5].randomElement(using: &random) ?? 0.2),
            comesBackAfter: .seconds(Int64.random(in: 1...40, using: &random))
          )
        )
      }
      guard random.chance(40) else { continue }
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let back = Duration.seconds(Int64.random(in: 1...90, using: &random))
        add(.loseLine(modem: modem, back: back), using: &random)
      }
    }
  }

  /// All of it within a minute after the time that an answer has; later than that a session waits for
  /// none any more.
  private static let lateAnswers: [Fault] = [
    .relink(.seconds(3), refusing: nil), .relink(.seconds(50), refusing: nil),
    .relink(.seconds(170), refusing: nil),
    .relink(.seconds(20), refusing: .messageServiceError(42)),
    .relink(.seconds(50), refusing: .messageServiceError(28)),
    .relink(.seconds(175), refusing: .messageServiceError(1)),
    .stray(.seconds(2)), .stray(.seconds(100)), .stray(.seconds(185)),
    .strayRefusal(.seconds(100), .messageServiceError(42)),
    .strayRefusal(.seconds(185), .messageServiceError(28)),
    .strayRefusal(.seconds(190), .messageServiceError(1)),
  ]
}
