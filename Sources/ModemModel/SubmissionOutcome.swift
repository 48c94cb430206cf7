public import Messaging

/// What becomes of a sound submission: over the radio, or into a fault.
extension SimulatedModem {
  mutating func go(_ submission: Submission, _ rule: FaultRule?) {
    var submission = submission
    switch rule?.fault {
    case .refuse(let result)?:
      takeReference(&submission)
      finishAfterRadio(result)
    case .loseSubmission?:
      if personality.referenceKeeping == .beforeTransmission { takeReference(&submission) }
      endLine()
    case .falseOK?:
      finishAfterRadio(.ok)
    case .hangUpLosingSubmission?:
      if personality.referenceKeeping == .beforeTransmission { takeReference(&submission) }
      hangUp(comesBackAfter: rule?.comesBackAfter)
    case .hangUpUnderControlZ?:
      hangUp(comesBackAfter: rule?.comesBackAfter)
    case .hangUpAfterControlZ?:
      takeReference(&submission)
      submission.answer = .withheld
      actions.append(.transmit(submission))
      hangUp(comesBackAfter: rule?.comesBackAfter)
    case .strayRefusal(let delay, let result)?:
      takeReference(&submission)
      schedule(.strayAnswer(lines: [], result: result), after: radioTime() + delay)
      endLine()
    case .relink(let delay, refusing: let result?)?:
      takeReference(&submission)
      schedule(.strayAnswer(lines: [], result: result), after: radioTime() + delay)
      endLine()
      loseLine(comesBackAfter: rule?.comesBackAfter)
    case .relink(_, refusing: nil)?:
      takeReference(&submission)
      submission.answer = .late
      pendingFault = rule?.fault
      performOrSchedule(.transmit(submission), after: radioTime())
      loseLine(comesBackAfter: rule?.comesBackAfter)
    case nil, .loseOK?, .loseReference?, .loseAnswer?, .refuseAccepted?, .splitAnswer?,
      .reverseAnswer?, .doubleAnswer?, .late?, .stray?, .noPrompt?, .promptWithoutSpace?,
      .promptGlued?, .hangUpBeforePrompt?, .hangUpBeforeControlZ?, .garbage?, .storm?, .silence?,
      .mute?, .ignore?, .refuseCommand?, .reset?, .hangUp?, .loseIndication?:
      takeReference(&submission)
      submission.answer = Self.answer(under: rule?.fault)
      pendingFault = rule?.fault
      performOrSchedule(.transmit(submission), after: radioTime())
    }
  }

  private static func answer(under fault: Fault?) -> Submission.Answer {
    switch fault {
    case .loseOK?: .okLost
    case .loseReference?: .referenceLost
    case .loseAnswer?: .withheld
    case .refuseAccepted?: .error
    case .late?, .stray?: .late
    case nil, .strayRefusal?, .relink?, .splitAnswer?, .reverseAnswer?, .doubleAnswer?,
      .hangUpAfterControlZ?, .hangUpLosingSubmission?, .hangUpUnderControlZ?, .loseSubmission?,
      .falseOK?, .refuse?, .noPrompt?, .promptWithoutSpace?, .promptGlued?, .hangUpBeforePrompt?,
      .hangUpBeforeControlZ?, .garbage?, .storm?, .silence?, .mute?, .ignore?, .refuseCommand?,
      .reset?, .hangUp?, .loseIndication?:
      .given
    }
  }

  private mutating func finishAfterRadio(_ result: FinalResult) {
    performOrSchedule(.finish(lines: [], result: result), after: radioTime())
  }

  /// The time on the air, with the set-up of the link where it is not up.
  private mutating func radioTime() -> Duration {
    timing.submission.draw(using: &random) + (linkIsUp ? .zero : timing.linkSetUp)
  }

  /// The next TP-MR of the SIM, 3GPP TS 23.040 §9.2.3.6, into the TPDU.
  private mutating func takeReference(_ submission: inout Submission) {
    guard submission.transferUnit.count > 1 else { return }
    if personality.honoursSuppliedReference {
      submission.messageReference = submission.transferUnit[1]
    } else {
      submission.messageReference = (countedReference ?? sim?.lastUsedReference ?? 0) &+ 1
      submission.transferUnit[1] = submission.messageReference
    }
    switch personality.referenceKeeping {
    case .beforeTransmission, .onTransmission:
      sim?.lastUsedReference = submission.messageReference
    case .afterAnswer: break
    case .never: countedReference = submission.messageReference
    }
  }

  /// Takes what the network says to the submission that is in the air.
  ///
  /// - Parameters:
  ///   - verdict: What the network says.
  ///   - submission: To which submission.
  ///   - time: When.
  /// - Returns: What the modem does.
  public mutating func answered(
    _ verdict: SubmissionVerdict,
    to submission: Submission,
    at time: Timestamp
  ) -> [Action] {
    now = max(now, time)
    linkHeldUntil = settings.moreMessages == 0 ? nil : now + timing.linkHold
    let fault = pendingFault
    pendingFault = nil
    guard phase == .executing else { return takeActions() }
    noteAnswer(verdict, to: submission, under: fault)
    switch verdict {
    case .refused(let cause): finish([], .messageServiceError(cause))
    case .silence: finish([], .messageServiceError(332))
    case .accepted(let timeStamp): answerAccepted(submission, timeStamp, under: fault)
    }
    processInput()
    return takeActions()
  }

  /// Writes the reference down where the modem waits for the answer of the network; an answer that it
  /// says late it has late, and one that it has not got it does not say.
  private mutating func noteAnswer(
    _ verdict: SubmissionVerdict,
    to submission: Submission,
    under fault: Fault?
  ) {
    guard personality.referenceKeeping == .afterAnswer else { return }
    switch (verdict, fault) {
    case (.silence, _), (_, .refuseAccepted?): break
    case (.accepted, .late(let delay)?), (.accepted, .stray(let delay)?),
      (.accepted, .relink(let delay, refusing: _)?):
      schedule(.referenceIsKept(submission.messageReference), after: delay)
    case (.accepted, _), (.refused, _):
      sim?.lastUsedReference = submission.messageReference
    }
  }

  private mutating func answerAccepted(
    _ submission: Submission,
    _ timeStamp: [UInt8],
    under fault: Fault?
  ) {
    var line = "+CMGS: \(submission.messageReference)"
    if personality.givesTimeStampOfSubmission, settings.messageService == 1 {
      line += ",\"\(TransferUnits.timeText(timeStamp))\""
    }
    switch fault {
    case .loseOK?:
      writeLine(line)
      endLine()
    case .loseReference?: finish([], .ok)
    case .loseAnswer?: endLine()
    case .refuseAccepted(let result)?: finish([], result)
    case .splitAnswer?:
      writeLine(line)
      finish(["^RSSI: 19"], .ok)
    case .reverseAnswer?:
      writeResult(.ok)
      writeLine(line)
      endLine()
    case .doubleAnswer?:
      writeLine(line)
      writeResult(.ok)
      finish([line], .ok)
    case .late(let delay)?: schedule(.finish(lines: [line], result: .ok), after: delay)
    case .stray(let delay)?, .relink(let delay, refusing: _)?:
      schedule(.strayAnswer(lines: [line], result: .ok), after: delay)
      endLine()
    case nil, .hangUpAfterControlZ?, .hangUpLosingSubmission?, .hangUpUnderControlZ?,
      .loseSubmission?, .falseOK?, .refuse?, .strayRefusal?, .noPrompt?, .promptWithoutSpace?,
      .promptGlued?, .hangUpBeforePrompt?, .hangUpBeforeControlZ?, .garbage?, .storm?, .silence?,
      .mute?,
      .ignore?, .refuseCommand?, .reset?, .hangUp?, .loseIndication?:
      finish([line], .ok)
    }
  }
}
