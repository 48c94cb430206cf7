/// The last line of an answer, ITU-T V.250 §5.7, 3GPP TS 27.005 §3.2.5, 3GPP TS 27.007 §9.2.
public enum FinalResult: Hashable, Sendable {
  /// `OK`.
  case ok
  /// `ERROR`, without a code.
  case error
  /// `+CMS ERROR: <n>`.
  case messageServiceError(Int)
  /// `+CME ERROR: <n>`.
  case equipmentError(Int)
  /// Words of the vendor's own, such as `COMMAND NOT SUPPORT`.
  case words(String)
}

extension FinalResult {
  /// The line as the modem writes it, by the level of `+CMEE` and of `V`.
  ///
  /// - Parameters:
  ///   - level: `+CMEE`: 0 `ERROR` only, 1 numbers, 2 words.
  ///   - isVerbose: `V1`; where it is not set, `OK` is `0` and `ERROR` is `4`.
  /// - Returns: The line, without its end.
  func line(errorLevel level: Int, isVerbose: Bool) -> String {
    switch self {
    case .ok: isVerbose ? "OK" : "0"
    case .error: isVerbose ? "ERROR" : "4"
    case .words(let words): words
    case .messageServiceError(let code):
      switch level {
      case 0: FinalResult.error.line(errorLevel: 0, isVerbose: isVerbose)
      case 1: "+CMS ERROR: \(code)"
      default: "+CMS ERROR: \(Self.messageServiceWords[code] ?? String(code))"
      }
    case .equipmentError(let code):
      switch level {
      case 0: FinalResult.error.line(errorLevel: 0, isVerbose: isVerbose)
      case 1: "+CME ERROR: \(code)"
      default: "+CME ERROR: \(Self.equipmentWords[code] ?? String(code))"
      }
    }
  }

  /// 3GPP TS 27.005 §3.2.5, 3GPP TS 24.011 table 8.4 and 3GPP TS 23.040 §9.2.3.22.
  private static let messageServiceWords: [Int: String] = [
    1: "Unassigned (unallocated) number",
    8: "Operator determined barring",
    10: "Call barred",
    21: "Short message transfer rejected",
    27: "Destination out of service",
    28: "Unidentified subscriber",
    29: "Facility rejected",
    30: "Unknown subscriber",
    38: "Network out of order",
    41: "Temporary failure",
    42: "Congestion",
    47: "Resources unavailable, unspecified",
    50: "Requested facility not subscribed",
    69: "Requested facility not implemented",
    111: "Protocol error, unspecified",
    127: "Interworking, unspecified",
    192: "SC busy",
    197: "SM Rejected-Duplicate SM",
    300: "ME failure",
    301: "SMS service of ME reserved",
    302: "operation not allowed",
    303: "operation not supported",
    304: "invalid PDU mode parameter",
    305: "invalid text mode parameter",
    310: "(U)SIM not inserted",
    311: "(U)SIM PIN required",
    313: "(U)SIM failure",
    314: "(U)SIM busy",
    316: "(U)SIM PUK required",
    320: "memory failure",
    321: "invalid memory index",
    322: "memory full",
    330: "SMSC address unknown",
    331: "no network service",
    332: "network timeout",
    340: "no +CNMA acknowledgement expected",
    500: "unknown error",
  ]

  /// 3GPP TS 27.007 §9.2.
  private static let equipmentWords: [Int: String] = [
    3: "operation not allowed",
    4: "operation not supported",
    10: "SIM not inserted",
    11: "SIM PIN required",
    12: "SIM PUK required",
    13: "SIM failure",
    14: "SIM busy",
    16: "incorrect password",
    30: "no network service",
    50: "incorrect parameters",
    100: "unknown",
  ]
}
