public import Messaging

/// A segment that the service centre has accepted, as its record keeps it.
///
/// This is the truth that a gateway is measured by: what is here was sent, and nothing else.
public struct AcceptedSegment: Equatable, Sendable, Codable {
  /// Which part of a longer message it is, 3GPP TS 23.040 §9.2.3.24.1 and §9.2.3.24.8.
  public struct Part: Equatable, Sendable, Codable {
    /// The reference that all parts share.
    public var reference: Int
    /// How many parts there are.
    public var total: Int
    /// Which of them this is, counted from 1.
    public var position: Int

    /// A part of a longer message.
    public init(reference: Int, total: Int, position: Int) {
      self.reference = reference
      self.total = total
      self.position = position
    }
  }

  /// Its place in the record, counted from 1.
  public var sequence: Int
  /// When it was accepted, milliseconds since 1970.
  public var time: Timestamp
  /// The name of the modem it came from.
  public var modem: String
  /// The serial number of the SIM it came from.
  public var iccid: String
  /// TP-MR, 3GPP TS 23.040 §9.2.3.6.
  public var messageReference: UInt8
  /// TP-DA: `+` and digits, or digits.
  public var recipient: String
  /// TP-RD, §9.2.3.25: duplicates are to be rejected.
  public var rejectDuplicates: Bool
  /// TP-SRR, §9.2.3.5: a status report is wanted.
  public var statusReportRequest: Bool
  /// TP-DCS, 3GPP TS 23.038 §4.
  public var dataCodingScheme: UInt8
  /// Which part of a longer message it is; nil for a message of one segment.
  public var part: Part?
  /// The text; nil for data.
  public var text: String?
  /// The TPDU in hex.
  public var transferUnit: String
  /// What the host got to hear.
  public var answer: Submission.Answer
  /// Whether the host got no `+CMGS` and `OK` for it in time.
  public var answerWithheld: Bool

  /// The names in JSON.
  public enum CodingKeys: String, CodingKey {
    /// Its place in the record.
    case sequence
    /// When, milliseconds since 1970.
    case time
    /// The modem.
    case modem
    /// The SIM.
    case iccid
    /// TP-MR.
    case messageReference = "message_reference"
    /// TP-DA.
    case recipient
    /// TP-RD.
    case rejectDuplicates = "reject_duplicates"
    /// TP-SRR.
    case statusReportRequest = "status_report_request"
    /// TP-DCS.
    case dataCodingScheme = "data_coding_scheme"
    /// The concatenation.
    case part
    /// The text.
    case text
    /// The TPDU in hex.
    case transferUnit = "transfer_unit"
    /// What the host got to hear.
    case answer
    /// Whether the host got no answer in time.
    case answerWithheld = "answer_withheld"
  }
}
