internal import Messaging
internal import ModemModel
internal import QueuePolicy

extension FaultProfile {
  /// What a gateway has seen of a firmware before the run begins.
  struct Acquaintance: Sendable {
    var firmware: Firmware
    var trust: FirmwareTrust
  }

  /// Gives each modem a firmware that writes EF-SMSS in its own way, and the gateway a past with it.
  ///
  /// A firmware is one in all that it does: the way is part of its revision.
  mutating func addFirmware(using random: inout SplitMix64) {
    var ways = ReferenceKeeping.allCases
    // Where all are alike, trust that is earned on one modem counts on the others.
    if random.chance(60) {
      ways = [.beforeTransmission, .afterAnswer].filter { _ in random.chance(60) }
    }
    for modem in modems.indices {
      let way = ways.randomElement(using: &random) ?? .beforeTransmission
      modems[modem].personality.referenceKeeping = way
      modems[modem].personality.revision += " \(way.rawValue)"
      meet(modems[modem].personality, using: &random)
      for fault in Self.silences where random.chance(35) {
        modems[modem].add(
          FaultRule(
            fault,
            .probability([0.1, 0.3, 0.6].randomElement(using: &random) ?? 0.3),
            comesBackAfter: .seconds(Int64.random(in: 1...40, using: &random))
          )
        )
      }
    }
  }

  /// In some runs SIMs change places again and again, also under Ctrl-Z.
  mutating func addExchanges(using random: inout SplitMix64) {
    guard modems.count > 1, random.chance(40) else { return }
    for _ in 0..<Int.random(in: 2...8, using: &random) { add(.swapSIMs(0, 1), using: &random) }
  }

  /// In some runs the network refuses all, or one number, by every SIM and for a long time.
  mutating func addOutage(using random: inout SplitMix64) {
    guard random.chance(25) else { return }
    let code = [8, 10, 28, 29, 38, 38, 41, 42, 331].randomElement(using: &random) ?? 38
    let isOfOne = random.chance(50)
    let number = Int.random(in: 0..<recipients, using: &random)
    let moment = Duration.seconds(Int64.random(in: 0...200, using: &random))
    occasions.append((moment, .outage(code: code, number: isOfOne ? number : nil)))
  }

  /// In some runs producers use a name again and again.
  mutating func addNames(using random: inout SplitMix64) {
    guard random.chance(40) else { return }
    for tag in products.indices where random.chance(60) { products[tag].name = "order" }
  }

  /// A past that this firmware can have: agreement where it writes the number at all, and an advance
  /// without an answer only where it does not wait for one.
  private mutating func meet(_ personality: ModemPersonality, using random: inout SplitMix64) {
    let firmware = Firmware(
      manufacturer: personality.manufacturer,
      model: personality.model,
      revision: personality.revision
    )
    guard personality.referenceKeeping != .never, !personality.honoursSuppliedReference,
      !acquaintances.contains(where: { $0.firmware == firmware })
    else { return }
    let agreements = [0, 17, 20, 20].randomElement(using: &random) ?? 0
    let waits = personality.referenceKeeping == .afterAnswer
    let advances = random.chance(50) && !waits ? 1 : 0
    acquaintances.append(
      Acquaintance(
        firmware: firmware,
        trust: FirmwareTrust(agreements: agreements, unansweredAdvances: advances)
      )
    )
  }

  /// What leaves an attempt without an answer, with the message at the service centre or without.
  private static let silences: [Fault] = [
    .hangUpUnderControlZ, .hangUpLosingSubmission, .hangUpAfterControlZ, .loseSubmission,
    .loseAnswer, .refuseAccepted(.messageServiceError(332)), .late(.seconds(230)),
  ]
}
