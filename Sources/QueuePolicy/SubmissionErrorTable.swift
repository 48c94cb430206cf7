/// The errors that modems give in answer to a submission, and what is done about each.
///
/// 0–127 are RP causes (3GPP TS 24.011 §8.2.5.4), 128–255 TP-FCS (3GPP TS 23.040 §9.2.3.22), 300–511
/// errors of the modem (3GPP TS 27.005 §3.2.5), the rest the vendor's own.
public enum SubmissionErrorTable {
  /// `+CMS ERROR` codes, in order.
  public static let cmsRows: [SubmissionErrorRow] = networkRows + transferRows + equipmentRows

  /// `+CME ERROR` codes (3GPP TS 27.007 §9.2) seen in answer to a submission, in order.
  public static let cmeRows: [SubmissionErrorRow] = [
    .init(3, .pauseSIM, "operation not allowed"),
    .init(4, .pauseSIM, "operation not supported"),
    .init(10, .pauseSIM, "no SIM"),
    .init(11, .pauseSIM, "the SIM wants its PIN"),
    .init(12, .pauseSIM, "the SIM wants its PUK"),
    .init(13, .pauseSIM, "SIM failure"),
    .init(14, .retryHere, "SIM busy", pace: .atOnce),
    .init(15, .pauseSIM, "wrong SIM"),
    .init(16, .pauseSIM, "incorrect password"),
    .init(20, .pauseSIM, "memory full"),
    .init(30, .pauseSIM, "no network service"),
    .init(31, .unknown, "network timeout"),
    .init(32, .pauseSIM, "emergency calls only"),
    .init(100, .unknown, "unknown error"),
    .init(103, .pauseSIM, "illegal SIM", barring: true),
    .init(106, .pauseSIM, "illegal modem", barring: true),
    .init(107, .pauseSIM, "services not allowed", barring: true),
    .init(111, .pauseSIM, "network not allowed"),
    .init(112, .pauseSIM, "location area not allowed"),
    .init(113, .pauseSIM, "roaming not allowed here"),
  ]

  /// `ERROR` without a code.
  public static let bare = SubmissionErrorRow(-1, .unknown, "no reason given")

  /// The row of a `+CMS ERROR` code; codes without one are read as their range demands.
  ///
  /// - Parameter code: The code as the modem gave it.
  /// - Returns: The row.
  public static func cms(_ code: Int) -> SubmissionErrorRow {
    if let row = cmsRows.first(where: { $0.code == code }) { return row }
    switch code {
    case 0...127:
      // 3GPP TS 24.011 §8.2.5.4: a cause not listed is read as 41.
      return .init(code, .retryHere, "cause not specified", pace: .atOnce, late: true)
    case 0xE0...0xFE:
      return .init(code, .retryHere, "error of the service centre's own", retries: 1)
    case 128...255:
      return .init(
        code,
        .retryHere,
        "cause not specified",
        retries: 2,
        then: .retryElsewhere,
        late: true
      )
    default:
      return .init(code, .unknown, "an error of this modem's own")
    }
  }

  /// The row of a `+CME ERROR` code; a code without one tells nothing.
  ///
  /// - Parameter code: The code as the modem gave it.
  /// - Returns: The row.
  public static func cme(_ code: Int) -> SubmissionErrorRow {
    cmeRows.first { $0.code == code } ?? .init(code, .unknown, "an error of this modem's own")
  }

  /// RP causes, 3GPP TS 24.011 §8.2.5.4.
  private static let networkRows: [SubmissionErrorRow] = [
    .init(1, .permanent, "no such number"),
    .init(8, .retryElsewhere, "barred by the operator", barring: true),
    .init(10, .retryElsewhere, "call barred", barring: true),
    .init(17, .retryHere, "network failure"),
    .init(21, .retryElsewhere, "short message transfer rejected", retries: 1, barring: true),
    .init(22, .retryHere, "congestion"),
    .init(27, .retryHere, "destination out of service"),
    .init(28, .pauseSIM, "the network does not know this subscriber", barring: true),
    .init(29, .retryElsewhere, "facility rejected", barring: true),
    .init(30, .pauseSIM, "subscriber unknown", barring: true),
    .init(38, .retryElsewhere, "network out of order", pace: .patient, late: true),
    .init(41, .retryHere, "temporary failure", pace: .atOnce, late: true),
    .init(42, .retryHere, "congestion", late: true),
    .init(47, .retryHere, "resources unavailable", late: true),
    .init(50, .pauseSIM, "the SIM's plan has no SMS", barring: true),
    .init(69, .retryElsewhere, "facility not implemented", retries: 1, barring: true),
    .init(81, .permanent, "invalid transfer reference"),
    .init(95, .permanent, "invalid message"),
    .init(96, .permanent, "mandatory information missing"),
    .init(97, .permanent, "message type not implemented"),
    .init(98, .retryHere, "message not compatible with the protocol state", retries: 1),
    .init(99, .permanent, "information element not implemented"),
    .init(111, .retryHere, "protocol error", retries: 1, late: true),
    .init(127, .retryHere, "interworking error", retries: 2, late: true),
  ]

  /// TP-FCS, 3GPP TS 23.040 §9.2.3.22.
  private static let transferRows: [SubmissionErrorRow] = [
    .init(0x80, .permanent, "telematic interworking not supported"),
    .init(0x81, .permanent, "short message type 0 not supported"),
    .init(0x82, .permanent, "cannot replace the message"),
    .init(0x8F, .permanent, "TP-PID error"),
    .init(0x90, .permanent, "alphabet not supported"),
    .init(0x91, .permanent, "message class not supported"),
    .init(0x9F, .permanent, "TP-DCS error"),
    .init(0xA0, .permanent, "command cannot be done"),
    .init(0xA1, .permanent, "command not supported"),
    .init(0xAF, .permanent, "TP-Command error"),
    .init(0xB0, .permanent, "TPDU not supported"),
    .init(0xC0, .retryHere, "service centre busy"),
    .init(0xC1, .pauseSIM, "the SIM has no subscription with the service centre"),
    .init(0xC2, .retryHere, "service centre failure"),
    .init(0xC3, .permanent, "invalid address"),
    .init(0xC4, .retryElsewhere, "destination barred", retries: 1),
    .init(
      0xC5,
      .countsAsSent,
      "rejected as a duplicate",
      adaptation: .withoutRejectDuplicates
    ),
    .init(
      0xC6,
      .retryHere,
      "form of the validity period not supported",
      retries: 1,
      pace: .atOnce,
      adaptation: .withoutValidityPeriod
    ),
    .init(
      0xC7,
      .retryHere,
      "validity period not supported",
      retries: 1,
      pace: .atOnce,
      adaptation: .withoutValidityPeriod
    ),
    .init(0xD0, .retryHere, "SIM storage full", retries: 2, then: .pauseSIM),
    .init(0xD1, .retryHere, "no storage on the SIM", retries: 2, then: .pauseSIM),
    .init(0xD2, .retryHere, "error in the modem", retries: 2, then: .pauseSIM),
    .init(0xD3, .retryHere, "memory capacity exceeded", retries: 2, then: .pauseSIM),
    .init(0xD4, .retryHere, "SIM toolkit busy", retries: 2, then: .pauseSIM),
    .init(0xD5, .retryHere, "data download error", retries: 2, then: .pauseSIM),
    .init(0xFF, .retryHere, "cause not specified", retries: 2, then: .retryElsewhere, late: true),
  ]

  /// Errors of the modem, 3GPP TS 27.005 §3.2.5.
  private static let equipmentRows: [SubmissionErrorRow] = [
    .init(300, .retryHere, "modem failure", retries: 2, then: .pauseSIM, late: true),
    .init(301, .retryHere, "the modem's SMS service is reserved"),
    .init(302, .retryHere, "operation not allowed", retries: 1, then: .pauseSIM),
    .init(303, .pauseSIM, "operation not supported"),
    .init(304, .permanent, "the modem calls the PDU invalid"),
    .init(305, .permanent, "the modem calls the text invalid"),
    .init(310, .pauseSIM, "no SIM"),
    .init(311, .pauseSIM, "the SIM wants its PIN"),
    .init(312, .pauseSIM, "the modem is locked to a SIM"),
    .init(313, .pauseSIM, "SIM failure"),
    .init(314, .retryHere, "SIM busy", pace: .atOnce),
    .init(315, .pauseSIM, "wrong SIM"),
    .init(316, .pauseSIM, "the SIM wants its PUK"),
    .init(317, .pauseSIM, "the SIM wants its PIN2"),
    .init(318, .pauseSIM, "the SIM wants its PUK2"),
    .init(320, .retryHere, "memory failure"),
    .init(321, .retryHere, "invalid memory index"),
    .init(322, .pauseSIM, "memory full"),
    .init(330, .pauseSIM, "the service centre's number is not known"),
    .init(331, .pauseSIM, "no network service"),
    .init(332, .unknown, "network timeout"),
    .init(340, .unknown, "no acknowledgement expected"),
    .init(350, .unknown, "reserved"),
    .init(500, .unknown, "unknown error"),
  ]
}
