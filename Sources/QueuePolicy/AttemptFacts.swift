public import Messaging

/// What became of an attempt after its outcome was recorded.
public enum AttemptSettlement: String, Hashable, Sendable, Codable, CaseIterable {
  /// Proof came late: the service centre has the segment.
  case provedSent
  /// Proof came late: the service centre never got it.
  case provedNotSubmitted
  /// An operator vouches that it was sent.
  case declaredSent
  /// The segment is sent again although this attempt may have arrived: a possible duplicate.
  case disregarded
}

/// One attempt (one `AT+CMGS`), as far as the rules need to know it.
public struct AttemptFacts: Hashable, Sendable {
  /// Which segment it carried, from 1.
  public var segment: Int
  /// Which concatenated message it was part of, counted from 0 within the message: its segments have one
  /// reference (3GPP TS 23.040 §9.2.3.24.1), and a phone puts only those together.
  public var concatenation: Int
  /// The SIM it went through.
  public var iccid: ICCID
  /// The modem it went through, as far as that says who made it: errors are read by it.
  public var make: ModemMake?
  /// How it ended; nil while it is open.
  public var outcome: SubmissionOutcome?
  /// What became of it later.
  public var settlement: AttemptSettlement?
  /// TP-MR that it has, or would have had: of `+CMGS`, else EF-SMSS before it plus one.
  public var messageReference: UInt8?
  /// What status reports said of it.
  public var delivery: DeliveryCategory?

  /// An attempt.
  public init(
    segment: Int,
    concatenation: Int = 0,
    iccid: ICCID,
    make: ModemMake? = nil,
    outcome: SubmissionOutcome? = nil,
    settlement: AttemptSettlement? = nil,
    messageReference: UInt8? = nil,
    delivery: DeliveryCategory? = nil
  ) {
    self.segment = segment
    self.concatenation = concatenation
    self.iccid = iccid
    self.make = make
    self.outcome = outcome
    self.settlement = settlement
    self.messageReference = messageReference
    self.delivery = delivery
  }

  /// What the attempt counts as today.
  public var standing: AttemptStanding {
    switch settlement {
    case .provedSent, .declaredSent: return .accepted
    case .provedNotSubmitted: return .notSubmitted
    case .disregarded: return .disregarded
    case nil: break
    }
    switch outcome {
    case nil: return .open
    case .accepted: return .accepted
    case .notSubmitted: return .notSubmitted
    case .unknown: return .unknown
    case .refused(let error):
      switch error.verdict(from: make).errorClass {
      case .unknown: return .unknown
      case .retryHere, .retryElsewhere, .pauseSIM, .permanent, .countsAsSent: return .refused
      }
    }
  }
}

/// What an attempt counts as.
public enum AttemptStanding: String, Hashable, Sendable, Codable, CaseIterable {
  /// Recorded, without an outcome yet.
  case open
  /// The service centre has the segment.
  case accepted
  /// The network or the modem refused it.
  case refused
  /// Ctrl-Z was never written, or proof came that nothing left.
  case notSubmitted
  /// Nobody knows whether the service centre has the segment.
  case unknown
  /// Nobody knows, and the segment is sent again all the same.
  case disregarded
}

extension AttemptFacts {
  /// Whether nobody knows yet what became of it.
  public var isUnresolved: Bool {
    switch standing {
    case .open, .unknown: true
    case .accepted, .refused, .notSubmitted, .disregarded: false
    }
  }

  /// Whether evidence may still settle it.
  public var isOpenToEvidence: Bool {
    switch standing {
    case .open, .unknown, .disregarded: true
    case .accepted, .refused, .notSubmitted: false
    }
  }

  /// Whether the service centre certainly got nothing by this attempt.
  public var cameToNothing: Bool {
    switch standing {
    case .refused, .notSubmitted: true
    case .open, .accepted, .unknown, .disregarded: false
    }
  }
}
