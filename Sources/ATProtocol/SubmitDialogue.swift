public import Messaging

/// One `AT+CMGS` in PDU mode (3GPP TS 27.005 §4.3), from the command to its outcome.
///
/// The PDU is written at the prompt, but the Ctrl-Z that sends it is withheld until the attempt is
/// durable: with no recorded attempt, Ctrl-Z was never written. Once it is written, nothing but the
/// modem's own answer decides, and nothing else is written to the port.
public struct SubmitDialogue: Equatable, Sendable {
  /// How far the exchange has come.
  public enum State: Equatable, Sendable {
    /// `AT+CMGS` is written. Prompt → `awaitingRecord`; anything final → `finished`.
    case awaitingPrompt
    /// The PDU is written, Ctrl-Z withheld. Recorded → `awaitingResult`; refused → `leaving`; an
    /// error of the modem → `awaitingRecordInVain`; hang-up or deadline → `finished`.
    case awaitingRecord
    /// The modem gave up before Ctrl-Z, and the record is still being made. Recorded or refused →
    /// `finished`.
    case awaitingRecordInVain(NotSubmittedReason, SubmissionError?)
    /// ESC is written instead of Ctrl-Z. Any final result or the deadline → `finished`.
    case leaving(NotSubmittedReason)
    /// **Ctrl-Z is written: the point of no return.** `+CMGS` → `awaitingEnd`; anything else →
    /// `finished`.
    case awaitingResult
    /// `+CMGS: <mr>` came, so it is sent. `OK` or the deadline → `finished`.
    case awaitingEnd(messageReference: UInt8)
    /// The outcome is known, or known to be unknowable. No exits.
    case finished(SubmissionOutcome)
  }

  /// What can happen.
  public enum Input: Equatable, Sendable {
    /// `>` came.
    case prompt
    /// A `+CMGS:` line came, with this reference, where it could be read.
    case reference(UInt8?)
    /// A final result came.
    case final(FinalResult)
    /// The attempt is durable.
    case recorded
    /// The attempt was refused inside its transaction, or could not be recorded.
    case recordRefused(NotSubmittedReason)
    /// The deadline that was set has passed.
    case deadline
    /// The port has hung up.
    case hangUp
    /// The modem says that it has just started.
    case reset
    /// The gateway is stopping and waits no longer.
    case abandon
  }

  /// What is to be done.
  public enum Action: Equatable, Sendable {
    /// Write the PDU, without Ctrl-Z, and make the attempt durable.
    case writePDUAndRecord
    /// Write the single octet `0x1A`.
    case writeControlZ
    /// Write the single octet `0x1B`.
    case writeEscape
    /// Wait this long for the next input.
    case setDeadline(Duration)
    /// The exchange is over.
    case finish(SubmissionOutcome)
  }

  /// How long the prompt may take.
  public static let promptDeadline: Duration = .seconds(10)
  /// How long the record may take before ESC is written in place of Ctrl-Z.
  public static let recordDeadline: Duration = .seconds(30)
  /// How long the network may take after Ctrl-Z before the outcome is unknown.
  public static let resultDeadline: Duration = .seconds(180)
  /// How long after `+CMGS` the final result may take.
  public static let closingDeadline: Duration = .seconds(5)
  /// How long after ESC the final result may take; some modems give none.
  public static let leavingDeadline: Duration = .seconds(2)

  /// How far the exchange has come.
  public private(set) var state: State = .awaitingPrompt

  private let answerDeadline: Duration

  /// An exchange whose `AT+CMGS` is being written.
  ///
  /// - Parameter answerDeadline: How long the network may take after Ctrl-Z.
  public init(answerDeadline: Duration = Self.resultDeadline) {
    self.answerDeadline = answerDeadline
  }

  /// Whether `>` at the start of a line is a prompt now.
  public var expectsPrompt: Bool { state == .awaitingPrompt }

  /// Whether Ctrl-Z has been written and the modem has not answered.
  public var isPastControlZ: Bool {
    switch state {
    case .awaitingResult, .awaitingEnd: true
    case .awaitingPrompt, .awaitingRecord, .awaitingRecordInVain, .leaving, .finished: false
    }
  }

  /// Whether the answer to "may Ctrl-Z be written" is still to come.
  public var awaitsRecord: Bool {
    switch state {
    case .awaitingRecord, .awaitingRecordInVain: true
    case .awaitingPrompt, .leaving, .awaitingResult, .awaitingEnd, .finished: false
    }
  }

  /// Takes one input.
  ///
  /// - Parameters:
  ///   - input: What happened.
  ///   - elapsed: How long after Ctrl-Z it happened; zero before.
  /// - Returns: What is to be done, in order.
  public mutating func receive(_ input: Input, elapsed: Duration = .zero) -> [Action] {
    switch (state, input) {
    case (.awaitingPrompt, .prompt):
      state = .awaitingRecord
      return [.writePDUAndRecord, .setDeadline(Self.recordDeadline)]
    case (.awaitingPrompt, .final(.ok)):
      // AT+CMGS never ends so: it is the late answer of a command before, and the prompt will come.
      return []
    case (.awaitingPrompt, .final(let result)):
      return finish(Self.refusal(result, afterControlZ: nil) ?? .notSubmitted(.noPrompt))
    case (.awaitingPrompt, .deadline):
      return leave(.noPrompt)
    case (.awaitingPrompt, .hangUp):
      return finish(.notSubmitted(.hangUp))
    case (.awaitingPrompt, .reset):
      return finish(.notSubmitted(.modemReset))
    case (.awaitingPrompt, .abandon):
      return [.writeEscape] + finish(.notSubmitted(.shutdown))
    case (.awaitingPrompt, .recorded), (.awaitingPrompt, .recordRefused),
      (.awaitingPrompt, .reference):
      return []

    case (.awaitingRecord, .recorded):
      state = .awaitingResult
      return [.writeControlZ, .setDeadline(answerDeadline)]
    case (.awaitingRecord, .recordRefused(let reason)):
      return leave(reason)
    case (.awaitingRecord, .final(let result)):
      return abandon(.noPrompt, Self.error(result, afterControlZ: nil))
    case (.awaitingRecord, .reset):
      return abandon(.modemReset, nil)
    case (.awaitingRecord, .hangUp):
      return abandon(.hangUp, nil)
    case (.awaitingRecord, .deadline):
      state = .awaitingRecordInVain(.notRecorded, nil)
      return [.writeEscape]
    case (.awaitingRecord, .abandon):
      state = .awaitingRecordInVain(.shutdown, nil)
      return [.writeEscape]
    case (.awaitingRecord, .prompt), (.awaitingRecord, .reference):
      return []

    case (.awaitingRecordInVain(let reason, let error), .recorded),
      (.awaitingRecordInVain(let reason, let error), .recordRefused):
      return finish(error.map(SubmissionOutcome.refused) ?? .notSubmitted(reason))
    case (.awaitingRecordInVain, .prompt), (.awaitingRecordInVain, .reference),
      (.awaitingRecordInVain, .final), (.awaitingRecordInVain, .deadline),
      (.awaitingRecordInVain, .hangUp), (.awaitingRecordInVain, .reset),
      (.awaitingRecordInVain, .abandon):
      return []

    case (.leaving(let reason), .final), (.leaving(let reason), .deadline),
      (.leaving(let reason), .hangUp), (.leaving(let reason), .reset),
      (.leaving(let reason), .abandon):
      return finish(.notSubmitted(reason))
    case (.leaving, .prompt), (.leaving, .reference), (.leaving, .recorded),
      (.leaving, .recordRefused):
      return []

    case (.awaitingResult, .reference(let reference?)):
      state = .awaitingEnd(messageReference: reference)
      return [.setDeadline(Self.closingDeadline)]
    case (.awaitingResult, .reference(nil)):
      return []
    case (.awaitingResult, .final(let result)):
      return finish(Self.refusal(result, afterControlZ: elapsed) ?? .unknown(.noReference))
    case (.awaitingResult, .deadline):
      return finish(.unknown(.noAnswer))
    case (.awaitingResult, .hangUp):
      return finish(.unknown(.hangUp))
    case (.awaitingResult, .reset):
      return finish(.unknown(.modemReset))
    case (.awaitingResult, .abandon):
      return finish(.unknown(.interrupted))
    case (.awaitingResult, .prompt), (.awaitingResult, .recorded),
      (.awaitingResult, .recordRefused):
      return []

    case (.awaitingEnd(let reference), .final), (.awaitingEnd(let reference), .deadline),
      (.awaitingEnd(let reference), .hangUp), (.awaitingEnd(let reference), .reset),
      (.awaitingEnd(let reference), .abandon):
      return finish(.accepted(messageReference: reference))
    case (.awaitingEnd, .reference), (.awaitingEnd, .prompt), (.awaitingEnd, .recorded),
      (.awaitingEnd, .recordRefused):
      return []

    case (.finished, .prompt), (.finished, .reference), (.finished, .final), (.finished, .recorded),
      (.finished, .recordRefused), (.finished, .deadline), (.finished, .hangUp),
      (.finished, .reset), (.finished, .abandon):
      return []
    }
  }

  private mutating func finish(_ outcome: SubmissionOutcome) -> [Action] {
    state = .finished(outcome)
    return [.finish(outcome)]
  }

  private mutating func leave(_ reason: NotSubmittedReason) -> [Action] {
    state = .leaving(reason)
    return [.writeEscape, .setDeadline(Self.leavingDeadline)]
  }

  private mutating func abandon(
    _ reason: NotSubmittedReason,
    _ error: SubmissionError?
  ) -> [Action] {
    state = .awaitingRecordInVain(reason, error)
    return [.setDeadline(Self.recordDeadline)]
  }

  /// What a final result says about an attempt; nil for `OK`.
  private static func refusal(
    _ result: FinalResult,
    afterControlZ elapsed: Duration?
  ) -> SubmissionOutcome? {
    error(result, afterControlZ: elapsed).map(SubmissionOutcome.refused)
  }

  private static func error(
    _ result: FinalResult,
    afterControlZ elapsed: Duration?
  ) -> SubmissionError? {
    switch result {
    case .ok: nil
    case .error: .bare(afterControlZ: elapsed)
    case .cms(let code?): .cms(code: code, afterControlZ: elapsed)
    case .cme(let code?): .cme(code: code, afterControlZ: elapsed)
    case .cms(nil), .cme(nil): .bare(afterControlZ: elapsed)
    }
  }
}
