internal import GRDB
public import Messaging

/// One received SMS-DELIVER (3GPP TS 23.040 §9.2.2.1), where it lies in the modem and what joins it
/// with others.
public struct InboundPart: Hashable, Sendable {
  /// The SIM that received it.
  public var iccid: ICCID
  /// The modem it was read from, by name.
  public var modem: String
  /// The storage it lies in (`SM`, `ME`; 3GPP TS 27.005 §3.2.2), or `direct` for `+CMT`.
  public var storage: String
  /// Its place in that storage.
  public var index: Int
  /// The whole PDU as received.
  public var rawPDU: [UInt8]
  /// TP-OA, in the normal form.
  public var sender: PhoneNumber
  /// The reference of a concatenated message (§9.2.3.24.1); nil for one of a single part.
  public var reference: ConcatenationKey?
  /// The place of this part, from 1; 1 for a single part.
  public var number: Int
  /// TP-SCTS, §9.2.3.11.
  public var serviceCentreTimeStamp: Timestamp?
  /// When it was read.
  public var receivedAt: Timestamp

  /// A part.
  public init(
    iccid: ICCID,
    modem: String,
    storage: String,
    index: Int,
    rawPDU: [UInt8],
    sender: PhoneNumber,
    reference: ConcatenationKey? = nil,
    number: Int = 1,
    serviceCentreTimeStamp: Timestamp? = nil,
    receivedAt: Timestamp
  ) {
    self.iccid = iccid
    self.modem = modem
    self.storage = storage
    self.index = index
    self.rawPDU = rawPDU
    self.sender = sender
    self.reference = reference
    self.number = number
    self.serviceCentreTimeStamp = serviceCentreTimeStamp
    self.receivedAt = receivedAt
  }
}

/// What parts of one concatenated message share, beside sender and SIM.
public struct ConcatenationKey: Hashable, Sendable, Codable {
  /// The reference.
  public var reference: UInt16
  /// Whether it was carried in 16 bits (IEI 08) and not in 8 (IEI 00).
  public var isWide: Bool
  /// How many parts there are.
  public var total: Int

  /// A key.
  public init(reference: UInt16, isWide: Bool, total: Int) {
    self.reference = reference
    self.isWide = isWide
    self.total = total
  }
}

/// What a set of parts makes: the answer of the caller's pure judgement.
public struct InboundAssembly: Hashable, Sendable {
  /// The joined body.
  public var content: MessageContent
  /// Which of the given parts it used, by their place in the list; the others stay for later.
  public var usedParts: [Int]
  /// How many parts are missing; 0 for a whole message.
  public var missingParts: Int
  /// What the message means for the opt-out list.
  public var verdict: InboundVerdict
  /// What the sender is answered, if an answer is due.
  public var answer: InboundAnswer?

  /// A message made of parts.
  public init(
    content: MessageContent,
    usedParts: [Int],
    missingParts: Int = 0,
    verdict: InboundVerdict = .nothing,
    answer: InboundAnswer? = nil
  ) {
    self.content = content
    self.usedParts = usedParts
    self.missingParts = missingParts
    self.verdict = verdict
    self.answer = answer
  }
}

/// The text that answers an opt-out, an opt-in or a request for help.
///
/// It goes over the SIM that received the message, once, and is never sent a second time where
/// nobody can know whether it was sent.
public struct InboundAnswer: Hashable, Sendable {
  /// The text.
  public var text: String
  /// How it is coded, as people are told.
  public var encoding: String
  /// How many segments it takes.
  public var segmentCount: Int
  /// How long it may wait for its SIM before it is not worth sending.
  public var validity: Duration

  /// An answer.
  public init(text: String, encoding: String, segmentCount: Int, validity: Duration) {
    self.text = text
    self.encoding = encoding
    self.segmentCount = segmentCount
    self.validity = validity
  }
}

/// What a received message means for the opt-out list.
public enum InboundVerdict: Hashable, Sendable, Codable {
  /// Nothing.
  case nothing
  /// The sender wants no more messages.
  case optOut(scope: OptOutScope, rule: String)
  /// The sender wants messages again.
  case optIn(rule: String)
  /// The sender asks for help.
  case help(rule: String)
  /// It may be an opt-out; somebody should look.
  case suspected(rule: String)
}

/// A received message.
public struct InboundMessage: Hashable, Sendable {
  /// Its name, which never changes.
  public var id: MessageID
  /// Who sent it.
  public var sender: PhoneNumber
  /// The SIM that received it.
  public var iccid: ICCID
  /// The modem that it came through, by name.
  public var modem: String
  /// The body.
  public var content: MessageContent
  /// When it was complete.
  public var receivedAt: Timestamp
  /// TP-SCTS of its first part.
  public var serviceCentreTimeStamp: Timestamp?
  /// How many parts it has.
  public var segmentCount: Int
  /// How many of them never came.
  public var missingParts: Int
  /// What it means for the opt-out list.
  public var verdict: InboundVerdict
  /// The message that it most likely answers: the last one sent to its sender.
  public var answers: MessageID?
}

/// What became of a received part, which may now be deleted from the modem.
public struct InboundRecording: Hashable, Sendable {
  /// Whether the part was known already; it may be deleted, and nothing else changed.
  public var isDuplicate: Bool
  /// The message that the part completed.
  public var message: InboundMessage?
  /// What the message did to the opt-out list.
  public var optOut: OptOutChange?
  /// The queued answer to the sender, where one was due.
  public var answer: MessageID?
}

extension InboundPart {
  init(_ row: Row) throws {
    let reference: Int? = row["reference"]
    self.init(
      iccid: try row.iccid("iccid"),
      modem: row["modem"],
      storage: row["storage"],
      index: row["slot"],
      rawPDU: row.octets("pdu") ?? [],
      sender: row.phoneNumber("sender"),
      reference: reference.map {
        ConcatenationKey(
          reference: UInt16(truncatingIfNeeded: $0),
          isWide: row["reference_width"] == 16,
          total: row["total"]
        )
      },
      number: row["number"],
      serviceCentreTimeStamp: row.optionalTimestamp("service_centre_time"),
      receivedAt: row.timestamp("received_at")
    )
  }
}

extension InboundMessage {
  static func find(_ id: String, in db: Database) throws -> InboundMessage? {
    try db.row("SELECT * FROM inbound WHERE id = ?", [id]).map(InboundMessage.init)
  }

  init(_ row: Row) throws {
    let content: MessageContent
    if let text: String = row["text"] {
      content = .text(text)
    } else {
      content = .data(row.octets("data") ?? [])
    }
    self.init(
      id: try row.messageID("id"),
      sender: row.phoneNumber("sender"),
      iccid: try row.iccid("iccid"),
      modem: row["modem"],
      content: content,
      receivedAt: row.timestamp("received_at"),
      serviceCentreTimeStamp: row.optionalTimestamp("service_centre_time"),
      segmentCount: row["segment_count"],
      missingParts: row["missing_count"],
      verdict: try InboundVerdict(name: row["verdict"], rule: row["rule"] ?? ""),
      answers: (row["answers"] as String?).flatMap { MessageID($0) }
    )
  }
}

extension InboundVerdict {
  /// The rule that decided.
  public var rule: String? {
    switch self {
    case .nothing: nil
    case .optOut(_, let rule), .optIn(let rule), .help(let rule), .suspected(let rule): rule
    }
  }

  /// What the verdict is called: `nothing`, `optOut`, `optOutMarketing`, `optIn`, `help`,
  /// `suspected`.
  public var name: String {
    switch self {
    case .nothing: "nothing"
    case .optOut(.all, _): "optOut"
    case .optOut(.marketing, _): "optOutMarketing"
    case .optIn: "optIn"
    case .help: "help"
    case .suspected: "suspected"
    }
  }

  /// A verdict read back.
  ///
  /// - Throws: `StoreError.unreadable` for a name that is none.
  init(name: String, rule: String) throws(StoreError) {
    switch name {
    case "optOut": self = .optOut(scope: .all, rule: rule)
    case "optOutMarketing": self = .optOut(scope: .marketing, rule: rule)
    case "optIn": self = .optIn(rule: rule)
    case "help": self = .help(rule: rule)
    case "suspected": self = .suspected(rule: rule)
    case "nothing": self = .nothing
    default: throw .unreadable(detail: "column verdict holds \(name)")
    }
  }
}
