public import Messaging

extension UnknownReason {
  /// Why nobody knows, in words for people.
  public var text: String {
    switch self {
    case .noAnswer: "the modem did not answer in time"
    case .hangUp: "the modem hung up after the message was handed over"
    case .noReference: "the modem said OK without a message reference"
    case .bareError: "the modem said ERROR without a reason"
    case .ambiguousError: "the modem gave an error that does not tell"
    case .modemReset: "the modem reset itself after the message was handed over"
    case .interrupted: "the gateway was stopped before the answer came"
    case .conflictingAnswers: "two answers came where two attempts were open"
    }
  }
}

extension NotSubmittedReason {
  /// Why nothing left, in words for people.
  public var text: String {
    switch self {
    case .noPrompt: "the modem gave no prompt"
    case .hangUp: "the modem hung up before the message was handed over"
    case .optedOut: "the recipient has opted out"
    case .cancelled: "cancelled"
    case .expired: "its time was over"
    case .notRecorded: "the attempt could not be recorded"
    case .notReady: "the modem was not ready"
    case .modemReset: "the modem was reset before the message was handed over"
    case .shutdown: "the gateway was stopping"
    }
  }
}
