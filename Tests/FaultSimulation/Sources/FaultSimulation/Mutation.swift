/// One rule broken on purpose, in the simulation alone: each must be found out.
public enum Mutation: String, Sendable, CaseIterable {
  /// Ctrl-Z is written before the attempt is durable.
  case attemptAfterControlZ = "attempt-after-ctrl-z"
  /// The database does not wait for the disk: `synchronous=NORMAL`.
  case noSynchronization = "synchronous-normal"
  /// `+CMS ERROR: 500` is taken for a refusal.
  case unknownErrorIsFailure = "cms-500-is-failure"
  /// A received message is deleted from the modem before it is durable.
  case deleteBeforeStore = "delete-before-store"
  /// The list of opt-outs is not asked again where an attempt is recorded.
  case noSecondOptOutCheck = "no-second-opt-out-check"
  /// A long message begins again with its first segment.
  case restartAtFirstSegment = "restart-at-segment-1"
  /// A claimed file is accepted before its directories are synchronized.
  case noDirectorySynchronization = "no-directory-fsync"
  /// After a crash what was being submitted is queued again.
  case resendAfterCrash = "resend-after-crash"
  /// A port that is opened again knows nothing of an attempt without an answer.
  case unansweredIsForgotten = "unanswered-is-forgotten"
  /// The next message goes out as soon as an answer is overdue.
  case overdueIsNotAwaited = "overdue-is-not-awaited"

  /// A message that SIMs refuse for their own sake goes to the other one at once, again and again.
  case handedToAndFro = "handed-to-and-fro"

  /// EF-SMSS is believed on every firmware.
  case believeAnyFirmware = "believe-any-firmware"
  /// A firmware earns trust by an advance that it made when its answer had got lost on the line.
  case lostAnswerTeaches = "lost-answer-teaches"
  /// A reading of EF-SMSS counts whatever firmware the attempt went through, and whatever was sent since.
  case anyReadingCounts = "any-reading-counts"
  /// A status report that may be about several attempts proves the last of them.
  case reportProvesAny = "report-proves-any"
  /// What is proved late of an earlier copy of a long message counts for the present one.
  case earlierCopiesAddUp = "earlier-copies-add-up"
  /// Results are confirmed before their files are durable.
  case confirmBeforeSynchronization = "confirm-before-fsync"
  /// Results are confirmed before the removal of earlier ones is durable.
  case removalNotSynchronized = "removal-not-synchronized"
  /// A result takes the name of its file whatever lies there.
  case plainResultNames = "plain-result-names"
  /// A part of a long message that the network hands over again is a new part.
  case copiesAreNew = "copies-are-new"
  /// All parts with one reference are one message, whenever they were sent.
  case joinByReference = "join-by-reference"

  /// What is broken, in words.
  public var text: String {
    switch self {
    case .attemptAfterControlZ: "the attempt is committed after Ctrl-Z"
    case .noSynchronization: "synchronous=NORMAL"
    case .unknownErrorIsFailure: "+CMS ERROR: 500 counts as a failure"
    case .deleteBeforeStore: "a received message is deleted before it is durable"
    case .noSecondOptOutCheck: "opt-outs are not checked at the record of the attempt"
    case .restartAtFirstSegment: "a long message is restarted at segment 1"
    case .noDirectorySynchronization: "a claim is accepted before its directories are synchronized"
    case .handedToAndFro: "SIMs hand a message to and fro"
    case .believeAnyFirmware: "EF-SMSS is believed before trust is earned"
    case .lostAnswerTeaches: "an answer lost on the line counts as none, and earns trust"
    case .anyReadingCounts: "EF-SMSS counts after other attempts, and read by another firmware"
    case .reportProvesAny: "a report that may be about several attempts proves one"
    case .earlierCopiesAddUp: "segments of several copies are taken for one message"
    case .confirmBeforeSynchronization: "a result is confirmed before its file is durable"
    case .removalNotSynchronized:
      "a result is confirmed before the removal of an earlier one is durable"
    case .plainResultNames: "a result takes its name whatever lies there"
    case .copiesAreNew: "a part that comes again is taken for a new one"
    case .joinByReference: "all parts with one reference are one message"
    case .unansweredIsForgotten: "a port that is opened again does not wait for an answer of before"
    case .overdueIsNotAwaited: "the next message goes out as soon as an answer is overdue"
    case .resendAfterCrash: "what a crash interrupted is sent again"
    }
  }
}
