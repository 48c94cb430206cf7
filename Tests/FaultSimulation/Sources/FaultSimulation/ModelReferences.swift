internal import Messaging
internal import QueuePolicy

// EF-SMSS as evidence, as `LastUsedReference` does it in `Storage`.
extension ModelTables {
  /// What has been seen of one firmware.
  func trust(in firmware: Firmware) -> FirmwareTrust {
    self.firmware.first { $0.firmware == firmware }?.trust ?? FirmwareTrust()
  }

  /// Adds what was seen of one firmware.
  mutating func add(_ observation: FirmwareObservation, of firmware: Firmware) {
    if let place = self.firmware.firstIndex(where: { $0.firmware == firmware }) {
      self.firmware[place].trust.add(observation)
    } else {
      var trust = FirmwareTrust()
      trust.add(observation)
      self.firmware.append(ModelFirmware(firmware: firmware, trust: trust))
    }
  }

  /// EF-SMSS before an attempt, as far as it can be relied on.
  func baseline(of attempt: ModelAttemptRecord) -> UInt8? {
    guard let baseline = attempt.baseline, let firmware = attempt.firmware else {
      return attempt.baseline
    }
    return trust(in: firmware).keepsCount ? baseline : nil
  }

  mutating func record(
    _ reading: ModelReference,
    _ rules: MessageRules,
    at now: Timestamp
  ) {
    if let agrees = reading.agrees {
      add(agrees ? .agreed : .disagreed, of: reading.firmware)
    }
    let isTrusted = mutation == .believeAnyFirmware || trust(in: reading.firmware).isTrusted
    let evidence = Evidence.lastUsedReference(
      reading.value,
      iccid: reading.iccid,
      firmwareIsTrusted: isTrusted
    )
    guard let index = lastUnknown(of: reading.iccid, by: reading.firmware) else { return }
    let attempt = attempts[index]
    attempts[index].reading = reading.value
    _ = conclude(
      attempt.unresolved.conclusion(from: evidence),
      about: index,
      by: .lastUsedReference,
      rules,
      at: now
    )
  }

  /// The attempt that a reading tells about: the last one of the SIM, and only if the same firmware
  /// made it.
  private func lastUnknown(of iccid: ICCID, by firmware: Firmware) -> Int? {
    let isLax = mutation == .anyReadingCounts
    return attempts.indices.last { index in
      let attempt = attempts[index]
      return attempt.iccid == iccid && (!isLax || attempt.facts.standing == .unknown)
    }.flatMap { index in
      let attempt = attempts[index]
      let isTold = attempt.baseline != nil && attempt.reading == nil && attempt.outcome != nil
      return isTold && attempt.facts.standing == .unknown && (isLax || attempt.firmware == firmware)
        ? index : nil
    }
  }

  /// Learns whether EF-SMSS told of an attempt without an answer that turned out to have been sent.
  mutating func learnFromReading(of attempt: ModelAttempt, by kind: EvidenceKind) {
    guard let baseline = attempt.baseline, let firmware = attempt.firmware,
      let reading = attempt.reading,
      let observation = FirmwareObservation(
        reading: reading,
        baseline: baseline,
        outcome: attempt.outcome,
        isAnsweredLate: kind == .lateAnswer || mutation == .lostAnswerTeaches
      )
    else { return }
    add(observation, of: firmware)
  }
}
