/// The texts that modems give in place of codes with `AT+CMEE=2`.
enum ErrorTexts {
  /// The code of a text behind `+CMS ERROR`; nil where it is not in the tables.
  ///
  /// - Parameters:
  ///   - text: The text in lower case, as `plain` gives it.
  ///   - manufacturer: Who made the modem, as it says; its own texts come first.
  /// - Returns: The code, as the modem would give it with `AT+CMEE=1`.
  static func cms(_ text: String, _ manufacturer: String?) -> Int? {
    let maker = manufacturer?.lowercased() ?? ""
    let own = vendors.first { maker.hasPrefix($0.manufacturer) && $0.cms[text] != nil }
    return own?.cms[text] ?? cms[text]
  }

  /// A text as the tables have it: some modems write `(U)SIM` for `SIM`.
  static func plain(_ text: String) -> String {
    var words = text.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
    for place in words.indices {
      switch words[place] {
      case "(u)sim", "usim": words[place] = "sim"
      case "ph-(u)sim": words[place] = "ph-sim"
      case _: continue
      }
    }
    return words.joined(separator: " ")
  }

  /// The causes of 3GPP TS 24.011 Annex E, those of 3GPP TS 23.040 §9.2.3.22 and 3GPP TS 27.005
  /// §3.2.5, in lower case.
  static let cms: [String: Int] = [
    "unassigned (unallocated) number": 1, "unassigned number": 1,
    "operator determined barring": 8, "call barred": 10,
    "network failure": 17, "short message transfer rejected": 21, "memory capacity exceeded": 211,
    "destination out of service": 27, "destination out of order": 27,
    "unidentified subscriber": 28, "facility rejected": 29, "unknown subscriber": 30,
    "network out of order": 38, "temporary failure": 41, "congestion": 42,
    "resources unavailable, unspecified": 47, "requested facility not subscribed": 50,
    "requested facility not implemented": 69, "invalid short message transfer reference value": 81,
    "invalid message, unspecified": 95, "semantically incorrect message": 95,
    "invalid mandatory information": 96, "message type non-existent or not implemented": 97,
    "message not compatible with short message protocol state": 98,
    "information element non-existent or not implemented": 99, "protocol error, unspecified": 111,
    "interworking, unspecified": 127,
    "telematic interworking not supported": 128, "short message type 0 not supported": 129,
    "cannot replace short message": 130, "unspecified tp-pid error": 143,
    "data coding scheme (alphabet) not supported": 144, "message class not supported": 145,
    "unspecified tp-dcs error": 159, "command cannot be actioned": 160, "command unsupported": 161,
    "unspecified tp-command error": 175, "tpdu not supported": 176, "sc busy": 192,
    "no sc subscription": 193, "sc system failure": 194, "invalid sme address": 195,
    "destination sme barred": 196, "sm rejected-duplicate sm": 197, "tp-vpf not supported": 198,
    "tp-vp not supported": 199, "sim sms storage full": 208,
    "no sms storage capability in sim": 209, "error in ms": 210,
    "sim application toolkit busy": 212, "sim data download error": 213,
    "unspecified error cause": 255,
    "me failure": 300, "sms service of me reserved": 301, "operation not allowed": 302,
    "operation not supported": 303, "invalid pdu mode parameter": 304,
    "invalid text mode parameter": 305, "sim not inserted": 310, "sim pin required": 311,
    "ph-sim pin required": 312, "sim failure": 313, "sim busy": 314, "sim wrong": 315,
    "sim puk required": 316, "sim pin2 required": 317, "sim puk2 required": 318,
    "memory failure": 320, "invalid memory index": 321, "memory full": 322,
    "smsc address unknown": 330, "no network service": 331, "no network": 331,
    "network timeout": 332, "no +cnma acknowledgement expected": 340, "unknown error": 500,
    "unknown": 500,
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

  /// The texts of one maker.
  struct Vendor: Equatable, Sendable {
    /// What the answer to `AT+CGMI` begins with, in lower case.
    let manufacturer: String
    /// The texts behind `+CMS ERROR`, in lower case.
    let cms: [String: Int]
  }

  /// The texts for codes of the makers' own; `VendorErrorTable` in `QueuePolicy` has the codes and
  /// the manuals.
  static let vendors: [Vendor] = [
    Vendor(
      manufacturer: "quectel",
      cms: [
        "sim not ready": 512, "message length exceeds": 513, "invalid request parameters": 514,
        "me storage failure": 515, "invalid service mode": 517,
        "more message to send state error": 528, "mo sms is not allow": 529,
        "mo sms is not allowed": 529, "gprs is suspended": 530, "me storage full": 531,
      ]
    ),
    Vendor(
      manufacturer: "simcom",
      cms: [
        "cp retry exceed": 224, "rp trim timeout": 225, "sms connection broken": 226,
        "invalid input parameter": 323, "invalid input format": 324, "invalid input value": 325,
        "sms no error": 512, "message length exceeds maximum length": 513,
        "invalid request parameters": 514, "me storage failure": 515,
        "invalid bearer service": 516, "invalid service mode": 517, "invalid message format": 519,
        "smsal not ready": 521, "smsal no more service": 522, "reserved mti": 524,
        "no free entity in rl layer": 525, "more message to send state error": 528,
        "mo sms is not allow": 529, "gprs is suspended": 530, "me storage full": 531,
        "doing sim refresh": 532,
      ]
    ),
    Vendor(manufacturer: "siemens", cms: siemens),
    Vendor(manufacturer: "cinterion", cms: siemens),
    Vendor(
      manufacturer: "telit",
      cms: [
        "msg blocked": 510, "no sm resources": 512, "tr1m timeout": 513, "ll error": 514,
        "no response from network": 515,
      ]
    ),
  ]

  private static let siemens = [
    "user abort": 512, "unable to store": 513, "invalid status": 514,
    "invalid character in address string": 515, "invalid length": 516,
    "invalid character in pdu": 517, "invalid length or character": 519,
    "invalid character in text": 520, "timer expired": 521,
    "operation temporary not allowed": 522, "sim not ready": 532, "ps busy": 535,
    "invalid parameter": 538, "incorrect pdu length": 549,
    "invalid message type indication (mti)": 550, "invalid (non-hex) chars in address": 551,
    "incorrect pdu length (udl)": 553, "incorrect sca length": 554,
  ]
}
