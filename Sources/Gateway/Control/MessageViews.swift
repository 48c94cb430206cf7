internal import LocalAPI
internal import Messaging
internal import QueuePolicy
internal import Storage
internal import TransferLayer

extension SubmittedMessage {
  /// What became of a submission.
  init(_ submission: Submission, _ answer: Acceptance) {
    let id: MessageID?
    let state: MessageState
    var reason: String?
    switch answer {
    case .accepted(let accepted): (id, state) = (accepted, .queued)
    case .alreadyAccepted(let known, let stateNow): (id, state) = (known, stateNow)
    case .withdrawn(let kept):
      (id, state) = (kept, .withdrawn)
      reason = "the recipient has opted out"
    case .ruledOut(let kept, let why):
      (id, state) = (kept, .failed)
      reason = why
    case .refused(.optedOut):
      (id, state) = (nil, .withdrawn)
      reason = "the recipient has opted out"
    case .refused(.noConsent):
      (id, state) = (nil, .withdrawn)
      reason = "no consent of the recipient to marketing is recorded"
    case .refused(.conflict):
      (id, state) = (nil, .failed)
      reason = "this idempotency key was used for another message"
    }
    self.init(
      id: id,
      to: submission.recipient.description,
      state: state,
      reason: reason,
      encoding: submission.encoding,
      language: submission.language,
      replaced: submission.isTransliterated ? .replaced(in: submission.content) : [],
      segments: submission.segmentCount
    )
  }
}

extension [ReplacedCharacter] {
  /// What transliteration replaces in a message.
  static func replaced(in content: MessageContent) -> [ReplacedCharacter] {
    guard case .text(let text) = content else { return [] }
    return Transliteration.replacements(in: text).map { replacement in
      ReplacedCharacter(
        from: String(replacement.character),
        to: replacement.replacement,
        count: replacement.count
      )
    }
  }
}

extension MessageView {
  /// A message, as the API shows it.
  init(_ detail: MessageDetail, withHistory: Bool = false) {
    let requestedModem = detail.modem
    var text: String?
    var data: String?
    switch detail.content {
    case .text(let body): text = body
    case .data(let octets): data = octets.hexadecimal
    }
    self.init(
      id: detail.id,
      state: detail.state,
      reason: detail.reason,
      to: detail.recipient.description,
      messageClass: detail.messageClass,
      text: text,
      data: data,
      encoding: detail.encoding,
      language: detail.language,
      replaced: detail.isTransliterated ? .replaced(in: detail.content) : [],
      segments: detail.segmentCount,
      segmentsSent: detail.acceptedSegments,
      modem: detail.attempts.last?.modem,
      requestedModem: requestedModem,
      acceptedAt: WireTime(detail.acceptedAt),
      updatedAt: WireTime(detail.lastChange),
      notBefore: detail.scheduledFor.map { WireTime($0) },
      expiresAt: WireTime(detail.expiresAt),
      reference: detail.reference,
      duplicates: detail.duplicates,
      possibleDuplicate: detail.isPossibleDuplicate,
      submitter: SubmitterView(detail)
    )
    guard withHistory else { return }
    segmentDetails = detail.segments.enumerated().map { place, state in
      SegmentView(place + 1, state, detail)
    }
    attempts = detail.attempts.enumerated().map { AttemptView($0 + 1, $1, of: detail) }
    history = HistoryView.all(of: detail)
  }
}

extension MessageDetail {
  /// When it was asked to leave; nil where that is at once, or it has been tried.
  fileprivate var scheduledFor: Timestamp? {
    guard attempts.isEmpty, let dueAt, dueAt > acceptedAt else { return nil }
    return dueAt
  }

  /// The latest moment at which something is known to have happened to it.
  fileprivate var lastChange: Timestamp {
    let moments = [finishedAt] + attempts.flatMap { [$0.recordedAt, $0.outcomeAt, $0.deliveredAt] }
    return moments.compactMap(\.self).max() ?? acceptedAt
  }
}

extension MessageView.SubmitterView {
  fileprivate init(_ detail: MessageDetail) {
    let parts = detail.submitter.split(separator: ":", maxSplits: 1)
    let token = parts.first == "token" ? parts.last.map(String.init) : nil
    let uid = token == nil ? parts.last.flatMap { UInt32($0) } : nil
    switch detail.origin {
    case .spool: self.init(uid: uid, token: token, via: "spool")
    case .api: self.init(uid: uid, token: token, via: "api")
    }
  }
}

extension SegmentView {
  fileprivate init(_ number: Int, _ segment: SegmentState, _ detail: MessageDetail) {
    let state: MessageState =
      switch segment {
      case .unsent: detail.state.isTerminal ? detail.state : .queued
      case .submitting: .submitting
      case .unknown: .unknown
      case .accepted: .sent
      case .delivered: .delivered
      case .undelivered: .undelivered
      }
    let attempt = detail.attempts.last {
      $0.segment == number && $0.concatenation == detail.concatenation && $0.messageReference != nil
    }
    self.init(
      number: number,
      state: state,
      messageReference: attempt?.messageReference.map { Int($0) },
      sentAt: attempt?.outcomeAt.map { WireTime($0) },
      reportStatus: attempt?.deliveryStatus.map { Int($0) },
      report: attempt?.deliveryStatus.map { "\(DeliveryStatus(rawValue: $0))" },
      reportedAt: attempt?.deliveredAt.map { WireTime($0) }
    )
  }
}

extension AttemptView {
  fileprivate init(_ number: Int, _ attempt: AttemptDetail, of message: MessageDetail) {
    let outcome: Outcome
    var detail: String?
    switch attempt.outcome {
    case nil: outcome = .pending
    case .accepted: outcome = .accepted
    case .refused(let error):
      outcome = .refused
      detail = error.verdict(from: attempt.make).text
    case .notSubmitted(let reason):
      outcome = .refused
      detail = reason.text
    case .unknown(let reason):
      outcome = .unknown
      detail = reason.text
    }
    if let evidence = attempt.evidence {
      detail = [detail, "settled: \(evidence)"].compactMap(\.self).joined(separator: "; ")
    }
    if attempt.concatenation != message.concatenation {
      detail = [detail, "part of another copy"].compactMap(\.self).joined(separator: "; ")
    }
    self.init(
      number: number,
      segment: attempt.segment,
      modem: attempt.modem,
      iccid: attempt.iccid.description,
      startedAt: WireTime(attempt.recordedAt),
      endedAt: attempt.outcomeAt.map { WireTime($0) },
      outcome: outcome,
      messageReference: attempt.messageReference.map { Int($0) },
      detail: detail
    )
  }
}

extension InboundMessageView {
  /// A received message, as the API shows it.
  init(_ message: InboundMessage) {
    var text: String?
    var data: String?
    switch message.content {
    case .text(let body): text = body
    case .data(let octets): data = octets.hexadecimal
    }
    self.init(
      id: message.id.description,
      from: message.sender.description,
      text: text,
      data: data,
      sentAt: message.serviceCentreTimeStamp.map { WireTime($0) },
      receivedAt: WireTime(message.receivedAt),
      modem: message.modem,
      iccid: message.iccid.description,
      segments: message.segmentCount,
      segmentsMissing: message.missingParts,
      optOut: message.verdict.word,
      answers: message.answers?.description
    )
  }
}

extension InboundVerdict {
  /// What a reply meant, in a word; nil where it meant nothing to the opt-out list.
  fileprivate var word: String? {
    switch self {
    case .nothing: nil
    case .optOut: "opt-out"
    case .optIn: "opt-in"
    case .help: "help"
    case .suspected: "review"
    }
  }
}
