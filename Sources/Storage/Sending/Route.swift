/// Which line a queued message stands in.
enum Route: Equatable {
  /// The one for every SIM.
  case anywhere
  /// Only one modem, by name: the message asks for it.
  case modem(String)
  /// Only one SIM: the rest of a long message.
  case sim(String)
  /// The modems for a prefix, the SIM that wrote to the recipient last, or both.
  case home(prefix: String?, usual: String?)

  /// The route of a message, as it is kept.
  static func of(modem: String?, sim: String?, home: String = "") -> String {
    if let sim { return "sim:" + sim }
    return modem.map { "modem:" + $0 } ?? home
  }

  /// The line that a message goes to of itself, as it is kept.
  static func home(prefix: String?, usual: String?) -> String {
    [prefix.map { "prefix:" + $0 }, usual.map { "usual:" + $0 }].compactMap(\.self)
      .joined(separator: " ")
  }

  /// Reads a route as it is kept.
  init(_ text: String) {
    if text.isEmpty {
      self = .anywhere
    } else if let name = text.rest(after: "modem:") {
      self = .modem(name)
    } else if let iccid = text.rest(after: "sim:") {
      self = .sim(iccid)
    } else {
      let parts = text.split(separator: " ").map(String.init)
      self = .home(
        prefix: parts.compactMap { $0.rest(after: "prefix:") }.first,
        usual: parts.compactMap { $0.rest(after: "usual:") }.first
      )
    }
  }
}

extension String {
  fileprivate func rest(after prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
