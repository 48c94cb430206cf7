/// The line that ends the answer to a command (ITU-T V.250 §5.7.1, 3GPP TS 27.005 §3.2.5, 3GPP TS
/// 27.007 §9.2).
public enum FinalResult: Equatable, Sendable {
  /// `OK`.
  case ok
  /// `ERROR`, or a modem's own words for a command that it does not know.
  case error
  /// `+CMS ERROR: <n>`; nil where the modem gave a text that is not in the tables.
  case cms(Int?)
  /// `+CME ERROR: <n>`; nil where the modem gave a text that is not in the tables.
  case cme(Int?)

  /// The final result that a line is; nil for any other line.
  ///
  /// - Parameter line: A line without its end.
  public init?(_ line: String) {
    switch line {
    case "OK": self = .ok
    case "ERROR", "COMMAND NOT SUPPORT", "TOO MANY PARAMETERS": self = .error
    case _ where line.hasPrefix("+CMS ERROR"):
      self = .cms(Self.code(of: line, after: "+CMS ERROR", texts: ErrorTexts.cms))
    case _ where line.hasPrefix("+CME ERROR"):
      self = .cme(Self.code(of: line, after: "+CME ERROR", texts: ErrorTexts.cme))
    case _: return nil
    }
  }

  /// The line that stands for it; a text that is not in the tables is lost.
  public var text: String {
    switch self {
    case .ok: "OK"
    case .error: "ERROR"
    case .cms(let code): "+CMS ERROR: \(code.map(String.init) ?? "unknown")"
    case .cme(let code): "+CME ERROR: \(code.map(String.init) ?? "unknown")"
    }
  }

  /// Whether it tells that something is wrong with the SIM.
  var concernsCard: Bool {
    switch self {
    case .cms(let code?): (310...318).contains(code) && code != 314
    case .cme(let code?): [10, 11, 12, 13, 15, 16].contains(code)
    case .ok, .error, .cms(nil), .cme(nil): false
    }
  }

  /// Whether it tells that there may be no network.
  var concernsNetwork: Bool {
    switch self {
    case .cms(let code?): [17, 38, 331, 332].contains(code)
    case .cme(let code?): [30, 31, 32, 111, 112, 113].contains(code)
    case .ok, .error, .cms(nil), .cme(nil): false
    }
  }

  private static func code(of line: String, after prefix: String, texts: [String: Int]) -> Int? {
    let rest = line.dropFirst(prefix.utf8.count).drop { $0 == ":" || $0 == " " }
    if let code = Int(rest) { return (0...65_535).contains(code) ? code : nil }
    return texts[rest.lowercased()]
  }
}

/// The texts that modems give in place of codes with `AT+CMEE=2`.
enum ErrorTexts {
  /// 3GPP TS 27.005 §3.2.5 and the causes of 3GPP TS 24.011 Annex E, in lower case.
  static let cms: [String: Int] = [
    "unassigned (unallocated) number": 1, "operator determined barring": 8, "call barred": 10,
    "short message transfer rejected": 21, "destination out of service": 27,
    "unidentified subscriber": 28, "facility rejected": 29, "unknown subscriber": 30,
    "network out of order": 38, "temporary failure": 41, "congestion": 42,
    "resources unavailable, unspecified": 47, "requested facility not subscribed": 50,
    "requested facility not implemented": 69, "invalid mandatory information": 96,
    "me failure": 300, "sms service of me reserved": 301, "operation not allowed": 302,
    "operation not supported": 303, "invalid pdu mode parameter": 304,
    "invalid text mode parameter": 305, "sim not inserted": 310, "sim pin required": 311,
    "ph-sim pin required": 312, "sim failure": 313, "sim busy": 314, "sim wrong": 315,
    "sim puk required": 316, "sim pin2 required": 317, "sim puk2 required": 318,
    "memory failure": 320, "invalid memory index": 321, "memory full": 322,
    "smsc address unknown": 330, "no network service": 331, "network timeout": 332,
    "no +cnma acknowledgement expected": 340, "unknown error": 500,
  ]

  /// 3GPP TS 27.007 §9.2, in lower case.
  static let cme: [String: Int] = [
    "phone failure": 0, "no connection to phone": 1, "operation not allowed": 3,
    "operation not supported": 4, "ph-sim pin required": 5, "sim not inserted": 10,
    "sim pin required": 11, "sim puk required": 12, "sim failure": 13, "sim busy": 14,
    "sim wrong": 15, "incorrect password": 16, "sim pin2 required": 17, "sim puk2 required": 18,
    "memory full": 20, "invalid index": 21, "not found": 22, "memory failure": 23,
    "no network service": 30, "network timeout": 31,
    "network not allowed - emergency calls only": 32, "unknown": 100, "illegal ms": 103,
    "illegal me": 106, "gprs services not allowed": 107, "plmn not allowed": 111,
    "location area not allowed": 112, "roaming not allowed in this location area": 113,
  ]
}
