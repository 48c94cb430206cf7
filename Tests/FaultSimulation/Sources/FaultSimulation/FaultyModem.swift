internal import Messaging
internal import ModemModel

extension FaultProfile {
  /// A modem of some make, with some faults and some times of its own.
  static func modem(_ number: Int, using random: inout SplitMix64) -> SimulatedModem {
    let isSlow = random.chance(20)
    let isLate = random.chance(15)
    let timing = RadioTiming(
      prompt: random.chance(80)
        ? Latency(.zero, to: .milliseconds(300)) : Latency(.seconds(1), to: .seconds(12)),
      submission: isLate
        ? Latency(.seconds(31), to: .seconds(45))
        : isSlow ? Latency(.seconds(2), to: .seconds(20)) : Latency(.zero, to: .milliseconds(900)),
      linkSetUp: random.chance(50) ? .milliseconds(1500) : .zero
    )
    var personality =
      random.chance(60)
      ? ModemPersonality.standard
      : ModemPersonality.all.randomElement(using: &random) ?? .standard
    personality.referenceKeeping = random.chance(50) ? .beforeTransmission : .onTransmission
    var sim = SimulatedSIM.numbered(number)
    sim.lastUsedReference = UInt8.random(in: 0...255, using: &random)
    var modem = SimulatedModem(
      name: "modem\(number)",
      imei: SimulatedModem.imei(numbered: number),
      sim: sim,
      personality: personality,
      timing: timing,
      seed: random.next()
    )
    for fault in faults + (isLate ? lateFaults : []) where random.chance(12) {
      modem.add(rule(fault, using: &random))
    }
    return modem
  }

  private static func rule(_ fault: Fault, using random: inout SplitMix64) -> FaultRule {
    let probability = [0.02, 0.1, 0.35].randomElement(using: &random) ?? 0.1
    let isOfCommands = fault.site == .commandLine
    return FaultRule(
      fault,
      .probability(isOfCommands ? probability / 20 : probability),
      comesBackAfter: .seconds(Int64.random(in: 1...40, using: &random))
    )
  }

  /// What may go wrong.
  ///
  /// The network does not lie: what it refuses for good it does not have.
  private static let faults: [Fault] = [
    .noPrompt, .promptWithoutSpace, .promptGlued, .hangUpBeforePrompt, .hangUpBeforeControlZ,
    .hangUpAfterControlZ, .hangUpLosingSubmission, .loseOK, .loseReference, .loseAnswer,
    .loseSubmission, .falseOK, .splitAnswer, .reverseAnswer, .doubleAnswer,
    .late(.seconds(20)), .late(.seconds(200)),
    .refuse(.messageServiceError(42)), .refuse(.messageServiceError(41)),
    .refuse(.messageServiceError(38)), .refuse(.messageServiceError(8)),
    .refuse(.messageServiceError(21)), .refuse(.messageServiceError(1)),
    .refuse(.messageServiceError(28)), .refuse(.messageServiceError(0xC6)),
    .refuse(.messageServiceError(302)), .refuse(.messageServiceError(331)),
    .refuse(.messageServiceError(500)), .refuse(.error),
    .refuseAccepted(.messageServiceError(500)), .refuseAccepted(.messageServiceError(332)),
    .refuseAccepted(.messageServiceError(512)), .refuseAccepted(.error),
    .garbage(30), .storm(20), .silence, .mute, .refuseCommand(.error),
    .refuseCommand(.messageServiceError(302)), .reset, .hangUp, .loseIndication,
  ]

  /// What a modem says by its own timer, when the network had the message all the time.
  private static let lateFaults: [Fault] = [
    .refuseAccepted(.messageServiceError(38)), .refuseAccepted(.messageServiceError(41)),
    .refuseAccepted(.messageServiceError(42)), .refuseAccepted(.messageServiceError(47)),
    .refuse(.messageServiceError(38)),
  ]
}
