import Messaging

/// `AT+CMGS` from the command to the answer: 3GPP TS 27.005 §3.5.1 and §4.3.
extension SimulatedModem {
  /// The longest SMS-SUBMIT, 3GPP TS 23.040 §9.2.2.2: 24 octets of header and 140 of user data.
  private static let longestTransferUnit = 164

  mutating func startSubmission(_ values: [Command.Parameter]) -> CommandReply {
    if let messageError { return .failed(.messageServiceError(messageError)) }
    guard settings.functionality == 1 else { return .failed(.messageServiceError(302)) }
    if !remaining.isEmpty { note("commands after +CMGS on one line") }
    remaining = []
    let entry: MessageEntry
    if settings.textMode {
      guard let recipient = values.text(0), !recipient.isEmpty else {
        return .failed(.messageServiceError(305))
      }
      if case .number? = values.first { note("AT+CMGS with a bare number in text mode") }
      entry = MessageEntry(length: 0, recipient: recipient)
    } else {
      guard values.count == 1, let length = values.number(0),
        (7...Self.longestTransferUnit).contains(length)
      else { return .failed(.messageServiceError(304)) }
      entry = MessageEntry(length: length)
    }
    dropLinkIfIdle()
    let isHeld = settings.moreMessages != 0 && linkHeldUntil.map { now <= $0 } ?? false
    linkIsUp = isHeld
    performOrSchedulePrompt(entry)
    return .pending
  }

  private mutating func performOrSchedulePrompt(_ entry: MessageEntry) {
    let delay = timing.prompt.draw(using: &random)
    if delay > .zero { schedule(.prompt(entry), after: delay) } else { givePrompt(entry) }
  }

  /// Forgets the link that nobody used in time: `+CMMS=1` then falls back to 0.
  mutating func dropLinkIfIdle() {
    guard let until = linkHeldUntil, now > until else { return }
    linkHeldUntil = nil
    if settings.moreMessages == 1 { settings.moreMessages = 0 }
  }

  mutating func givePrompt(_ entry: MessageEntry) {
    phase = .entering(entry)
    let rule = faults.strike(.prompt, using: &random)
    switch rule?.fault {
    case .noPrompt?:
      break
    case .promptWithoutSpace?:
      write("\r\n>".utf8)
    case .promptGlued?:
      write("\r\n^RSSI: 19> ".utf8)
    case .hangUpBeforePrompt?:
      hangUp(comesBackAfter: rule?.comesBackAfter)
    case nil, .hangUpBeforeControlZ?, .hangUpAfterControlZ?, .hangUpLosingSubmission?,
      .hangUpUnderControlZ?, .loseOK?, .loseReference?, .loseAnswer?, .loseSubmission?, .falseOK?,
      .refuse?, .refuseAccepted?, .splitAnswer?, .reverseAnswer?, .doubleAnswer?, .late?, .stray?,
      .strayRefusal?, .relink?, .garbage?, .storm?, .silence?, .mute?, .ignore?, .refuseCommand?,
      .reset?, .hangUp?, .loseIndication?:
      write(personality.prompt.utf8)
    }
  }

  /// Lets the fault before Ctrl-Z strike once the PDU is whole; true where it did.
  mutating func strikeBeforeControlZ(_ entry: inout MessageEntry) -> Bool {
    guard !entry.hadItsChance, entry.recipient == nil,
      let octets = [UInt8](hexadecimal: entry.characters), let address = octets.first,
      octets.count == entry.length + Int(address) + 1
    else { return false }
    entry.hadItsChance = true
    let recipient = TransferUnits.recipient(of: Array(octets.dropFirst(Int(address) + 1)))
    guard let rule = faults.strike(.transferUnit, recipient: recipient, using: &random) else {
      return false
    }
    hangUp(comesBackAfter: rule.comesBackAfter)
    return true
  }

  /// Ctrl-Z has come.
  mutating func submit(_ entry: MessageEntry) {
    phase = .executing
    flushHeldLines()
    let parts: (serviceCentre: String, transferUnit: [UInt8])
    do throws(FinalResultError) {
      if let recipient = entry.recipient {
        parts = textSubmission(entry, to: recipient)
      } else {
        parts = try pduSubmission(entry)
      }
    } catch {
      note(error.reason)
      return finish([], error.result)
    }
    guard isRegistered else { return finish([], .messageServiceError(331)) }
    guard !parts.serviceCentre.isEmpty else { return finish([], .messageServiceError(330)) }
    let submission = Submission(
      messageReference: 0,
      transferUnit: parts.transferUnit,
      serviceCentre: parts.serviceCentre,
      answer: .given
    )
    let recipient = TransferUnits.recipient(of: parts.transferUnit)
    let rule = faults.strike(.submission, recipient: recipient, using: &random)
    go(submission, rule)
  }

  /// A result with the reason that the log of violations gets.
  struct FinalResultError: Error {
    var result: FinalResult
    var reason: String
  }

  private func pduSubmission(
    _ entry: MessageEntry
  ) throws(FinalResultError) -> (serviceCentre: String, transferUnit: [UInt8]) {
    func refuse(_ reason: String) -> FinalResultError {
      FinalResultError(result: .messageServiceError(304), reason: reason)
    }
    let digits = entry.characters.filter { $0 != 0x0D && $0 != 0x0A }
    guard let octets = [UInt8](hexadecimal: digits), let addressLength = octets.first else {
      throw refuse("a PDU that is not hexadecimal: \(Self.printable(entry.characters))")
    }
    guard addressLength <= 11, octets.count > Int(addressLength) else {
      throw refuse("a PDU that ends within the service centre address")
    }
    let transferUnit = Array(octets.dropFirst(Int(addressLength) + 1))
    guard transferUnit.count == entry.length else {
      throw refuse("a TPDU of \(transferUnit.count) octets after AT+CMGS=\(entry.length)")
    }
    if let fault = SubmissionView.fault(in: transferUnit) { throw refuse(fault) }
    let given = TransferUnits.serviceCentre(Array(octets[1..<(Int(addressLength) + 1)]))
    return (given ?? sim?.serviceCentre ?? "", transferUnit)
  }

  private func textSubmission(
    _ entry: MessageEntry,
    to recipient: String
  ) -> (serviceCentre: String, transferUnit: [UInt8]) {
    let text = String(decoding: entry.characters, as: UTF8.self)
    return (sim?.serviceCentre ?? "", TransferUnits.submit(text: text, to: recipient))
  }
}
