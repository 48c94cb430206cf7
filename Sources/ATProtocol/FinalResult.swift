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
  /// - Parameters:
  ///   - line: A line without its end.
  ///   - manufacturer: Who made the modem, as it says: some give texts of their own.
  public init?(_ line: String, from manufacturer: String? = nil) {
    switch line {
    case "OK": self = .ok
    case "ERROR", "COMMAND NOT SUPPORT", "TOO MANY PARAMETERS": self = .error
    case _ where line.hasPrefix("+CMS ERROR"):
      self = .cms(Self.code(of: line, after: "+CMS ERROR") { ErrorTexts.cms($0, manufacturer) })
    case _ where line.hasPrefix("+CME ERROR"):
      self = .cme(Self.code(of: line, after: "+CME ERROR") { ErrorTexts.cme[$0] })
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
  var concernsSIM: Bool {
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

  private static func code(
    of line: String,
    after prefix: String,
    meaning: (String) -> Int?
  ) -> Int? {
    let rest = line.dropFirst(prefix.utf8.count).drop { $0 == ":" || $0 == " " }
    if let code = Int(rest) { return (0...65_535).contains(code) ? code : nil }
    return meaning(ErrorTexts.plain(rest.lowercased()))
  }
}
