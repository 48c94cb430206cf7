public import Messaging

/// One segment of a message: one TPDU.
public struct SegmentView: Codable, Hashable, Sendable {
  /// Its place in the message, from 1.
  public var number: Int
  /// Where it is in its life.
  public var state: MessageState
  /// TP-MR, 3GPP TS 23.040 §9.2.3.6.
  @Nullable public var messageReference: Int?
  /// When the service centre took it.
  @Nullable public var sentAt: WireTime?
  /// TP-ST of the last status report, 3GPP TS 23.040 §9.2.3.15.
  @Nullable public var reportStatus: Int?
  /// What the status report says, in words.
  @Nullable public var report: String?
  /// When the status report came.
  @Nullable public var reportedAt: WireTime?

  /// A segment.
  public init(
    number: Int,
    state: MessageState,
    messageReference: Int? = nil,
    sentAt: WireTime? = nil,
    reportStatus: Int? = nil,
    report: String? = nil,
    reportedAt: WireTime? = nil
  ) {
    self.number = number
    self.state = state
    self.messageReference = messageReference
    self.sentAt = sentAt
    self.reportStatus = reportStatus
    self.report = report
    self.reportedAt = reportedAt
  }

  private enum CodingKeys: String, CodingKey {
    case number, state, report
    case messageReference = "message_reference"
    case sentAt = "sent_at"
    case reportStatus = "report_status"
    case reportedAt = "reported_at"
  }
}

/// One attempt: one `AT+CMGS`.
public struct AttemptView: Codable, Hashable, Sendable {
  /// How an attempt ended.
  public enum Outcome: String, Codable, Hashable, Sendable, CaseIterable {
    /// It is not over.
    case pending
    /// The service centre has the segment.
    case accepted
    /// The modem or the network refused it.
    case refused
    /// Ctrl-Z was never written.
    case notSubmitted = "not-submitted"
    /// Ctrl-Z was written and the answer, if any, proves nothing.
    case unknown
  }

  /// Its place among the attempts of the message, from 1.
  public var number: Int
  /// The segment it was for, from 1.
  public var segment: Int
  /// The modem.
  public var modem: String
  /// The SIM.
  @Nullable public var iccid: String?
  /// When it was recorded, just before Ctrl-Z.
  public var startedAt: WireTime
  /// When its outcome was recorded.
  @Nullable public var endedAt: WireTime?
  /// How it ended.
  public var outcome: Outcome
  /// TP-MR, 3GPP TS 23.040 §9.2.3.6, where it was accepted.
  @Nullable public var messageReference: Int?
  /// The code or reason, in words, where it was not.
  @Nullable public var detail: String?

  /// An attempt.
  public init(
    number: Int,
    segment: Int,
    modem: String,
    iccid: String? = nil,
    startedAt: WireTime,
    endedAt: WireTime? = nil,
    outcome: Outcome = .pending,
    messageReference: Int? = nil,
    detail: String? = nil
  ) {
    self.number = number
    self.segment = segment
    self.modem = modem
    self.iccid = iccid
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.outcome = outcome
    self.messageReference = messageReference
    self.detail = detail
  }

  private enum CodingKeys: String, CodingKey {
    case number, segment, modem, iccid, outcome, detail
    case startedAt = "started_at"
    case endedAt = "ended_at"
    case messageReference = "message_reference"
  }
}

/// One change of a message's state.
public struct HistoryView: Codable, Hashable, Sendable {
  /// When it happened.
  public var at: WireTime
  /// The state from then on.
  public var state: MessageState
  /// Why, in words.
  @Nullable public var reason: String?
  /// Who did it: `uid:1000`, `token:shop`, or the name of a modem; nil where time or a report did.
  @Nullable public var by: String?

  /// A change.
  public init(at: WireTime, state: MessageState, reason: String? = nil, by: String? = nil) {
    self.at = at
    self.state = state
    self.reason = reason
    self.by = by
  }
}
