/// The makers' own errors, before the general table.
///
/// What is refused before anything is handed to the network is refused, and may be tried again. What
/// a maker gives for a timer of its own stays unknown, also where the general table would take the
/// number for the network's answer: a second try might be a second message. Rows are defaults for
/// the models of the manual; a maker's other models are listed only where theirs are known to agree.
public enum VendorErrorTable {
  /// All of them, in the order in which they are asked.
  public static let all: [VendorErrors] = [
    simcom, mediaTek, quectel, siemens, wavecom, telit, ublox, sierra, huawei,
  ]

  /// SIM800 and SIM900, whose firmware is MediaTek's: 224 to 226 are its own timers, and not the
  /// errors of a service centre.
  private static let simcom = VendorErrors(
    ["simcom"],
    models: ["simcom_sim8", "simcom_sim9", "sim8", "sim9"],
    evidence: "SIM800 Series AT Command Manual V1.01, §19.1 and §19.2",
    cms: [
      .init(224, .unknown, "the network did not acknowledge the message"),
      .init(225, .unknown, "the service centre did not answer in time"),
      .init(226, .unknown, "the connection broke"),
      .init(323, .permanent, "invalid input parameter"),
      .init(324, .permanent, "invalid input format"),
      .init(325, .permanent, "invalid input value"),
      .init(512, .unknown, "no error given"),
      .init(513, .permanent, "the message is too long"),
      .init(514, .permanent, "invalid request parameters"),
      .init(515, .unknown, "storage failure"),
      .init(516, .retryElsewhere, "invalid bearer service", retries: 2),
      .init(517, .retryElsewhere, "invalid service mode", retries: 2),
      .init(519, .permanent, "invalid message format"),
      .init(521, .retryHere, "the modem's SMS service is not ready"),
      .init(522, .retryElsewhere, "no service for sending"),
      .init(524, .permanent, "reserved message type"),
      .init(525, .retryHere, "the modem has no room for another submission"),
      .init(528, .unknown, "the link that was kept for more messages is in another state"),
      .init(529, .retryElsewhere, "sending is not allowed", retries: 2),
      .init(530, .unknown, "packet service is suspended"),
      .init(531, .pauseSIM, "storage full"),
      .init(532, .retryHere, "the SIM is being refreshed", pace: .atOnce),
    ],
    cme: [
      .init(770, .pauseSIM, "the network rejects the SIM", barring: true),
      .init(771, .retryHere, "a call is being set up"),
      .init(772, .pauseSIM, "the SIM has no power"),
      .init(797, .pauseSIM, "the radio is switched off (AT+CFUN)"),
    ]
  )

  /// Other modems with MediaTek's firmware.
  private static let mediaTek = VendorErrors(
    ["quectel"],
    models: ["quectel_m", "m66", "m95", "m10", "m35", "mc60"],
    evidence: "MediaTek's list of causes, 224–226; Quectel M66, M95 and MC60 run its firmware",
    cms: [
      .init(224, .unknown, "the network did not acknowledge the message"),
      .init(225, .unknown, "the service centre did not answer in time"),
      .init(226, .unknown, "the connection broke"),
    ]
  )

  private static let quectel = VendorErrors(
    ["quectel"],
    evidence: "Quectel EC25&EC21 AT Commands Manual V1.3, §21.6",
    cms: [
      .init(512, .retryHere, "the SIM is not ready"),
      .init(513, .permanent, "the message is too long"),
      .init(514, .permanent, "invalid request parameters"),
      .init(515, .unknown, "storage failure"),
      .init(517, .retryElsewhere, "invalid service mode", retries: 2),
      .init(528, .unknown, "the link that was kept for more messages is in another state"),
      .init(529, .retryElsewhere, "sending is not allowed", retries: 2),
      .init(530, .unknown, "packet service is suspended"),
      .init(531, .pauseSIM, "storage full"),
    ]
  )

  private static let siemens = VendorErrors(
    ["siemens", "cinterion"],
    evidence: "Siemens TC65 AT Command Set V02.000, §2.12, tables 2.4 to 2.8",
    cms: [
      .init(512, .unknown, "ended by the user"),
      .init(513, .unknown, "cannot be stored"),
      .init(514, .permanent, "invalid status"),
      .init(515, .permanent, "invalid character in the address"),
      .init(516, .permanent, "invalid length"),
      .init(517, .permanent, "invalid character in the PDU"),
      .init(519, .permanent, "invalid length or character"),
      .init(520, .permanent, "invalid character in the text"),
      .init(521, .unknown, "a timer expired"),
      .init(522, .retryHere, "not allowed for now"),
      .init(532, .retryHere, "the SIM is not ready"),
      .init(535, .retryHere, "the protocol stack is busy"),
      .init(538, .permanent, "invalid parameter"),
      .init(549, .permanent, "the length of the PDU is wrong"),
      .init(550, .permanent, "the type of the message is wrong"),
      .init(551, .permanent, "the address is not hexadecimal"),
      .init(553, .permanent, "the length of the user data is wrong"),
      .init(554, .permanent, "the length of the service centre's address is wrong"),
    ],
    cme: [
      .init(256, .retryHere, "not allowed for now"),
      .init(262, .pauseSIM, "the SIM is blocked"),
      .init(770, .pauseSIM, "the network rejects the SIM", barring: true),
      .init(771, .retryHere, "a call is being set up"),
      .init(772, .pauseSIM, "the SIM has no power"),
    ]
  )

  /// 513 is given when the acknowledgement was not heard: what was sent may have arrived.
  private static let wavecom = VendorErrors(
    ["wavecom"],
    evidence: "Wavecom AT Commands Interface Guide, §16.3; SMS Server Tools on 512 to 514",
    cms: [
      .init(512, .retryHere, "no connection to the network could be set up", late: true),
      .init(513, .unknown, "the link to the network was lost"),
      .init(514, .unknown, "the network refused the transfer, or did not hear of it"),
      .init(515, .retryHere, "the modem is starting, or busy", pace: .atOnce),
      .init(527, .retryHere, "the radio is busy"),
      .init(528, .pauseSIM, "the network refuses the location: emergency calls only"),
      .init(529, .pauseSIM, "no network could be chosen: emergency calls only"),
      .init(531, .retryElsewhere, "the SIM may call fixed numbers only", retries: 1),
    ],
    cme: [.init(515, .retryHere, "the modem is starting, or busy", pace: .atOnce)]
  )

  private static let telit = VendorErrors(
    ["telit"],
    models: ["me310", "me910", "ml865"],
    evidence: "Telit ME310G1/ME910G1/ML865G1 AT Commands Reference Guide rev. 9, §3.2.2.2",
    cms: [
      .init(510, .retryElsewhere, "sending is blocked", retries: 2),
      .init(512, .retryHere, "no resources for short messages"),
      .init(513, .unknown, "the service centre did not answer in time"),
      .init(514, .unknown, "error of the link"),
      .init(515, .unknown, "no response from the network"),
    ]
  )

  /// 350 to 373 are the causes of 3GPP TS 24.011 §8.2.5.4 under other numbers.
  private static let ublox = VendorErrors(
    ["u-blox"],
    models: ["lena-r8"],
    evidence: "u-blox LENA-R8 AT commands manual UBX-22016905 R04, appendix A.2",
    cms: causesOfLENA + [
      .init(513, .unknown, "a timer expired"),
      .init(521, .permanent, "TP-VP is missing"),
      .init(523, .permanent, "TP-DA is missing"),
      .init(524, .permanent, "TP-DA is invalid"),
      .init(525, .pauseSIM, "the service centre's number is missing"),
      .init(526, .pauseSIM, "the service centre's number is invalid"),
      .init(527, .permanent, "invalid alphabet"),
      .init(528, .permanent, "TP-UDL is invalid"),
      .init(529, .permanent, "TP-UD is missing"),
      .init(530, .permanent, "TP-UD is too long"),
      .init(538, .unknown, "the connection to the network was lost"),
      .init(539, .retryHere, "another submission is pending"),
      .init(544, .pauseSIM, "the SIM may use fixed service centres only"),
      .init(545, .retryElsewhere, "the SIM may call fixed numbers only", retries: 1),
    ]
  )

  /// The general row of each cause, under the number that LENA-R8 gives it.
  private static let causesOfLENA: [SubmissionErrorRow] = [
    (350, 1), (351, 8), (352, 10), (354, 21), (356, 27), (357, 28), (358, 29), (359, 30), (360, 38),
    (361, 41), (362, 42), (363, 47), (364, 50), (365, 69), (366, 81), (367, 95), (368, 96),
    (369, 97), (370, 98), (371, 99), (372, 111), (373, 127),
  ].map { number, cause in
    var row = SubmissionErrorTable.cms(cause)
    row.code = number
    return row
  }

  private static let sierra = VendorErrors(
    ["sierra wireless"],
    models: ["hl78"],
    evidence: "Sierra Wireless HL78xx AT Commands Interface Guide 41111821 rev. 11, §14.3.3",
    cms: [.init(606, .retryHere, "another request to the network is pending")]
  )

  /// No list of Huawei's own `+CMS ERROR` numbers is known: they stay unknown.
  private static let huawei = VendorErrors(
    ["huawei"],
    evidence: "Huawei UMTS M2M Module AT Command Interface V100R001 issue 18, §21.2",
    cme: [
      .init(257, .unknown, "the network rejected the request"),
      .init(258, .unknown, "to be tried again"),
      .init(65_281, .unknown, "a call is in another state"),
      .init(65_282, .unknown, "the system is in another state"),
      .init(65_283, .permanent, "parameter error"),
    ]
  )
}
