/// What `AT+CNMI` is set to (3GPP TS 27.005 §3.4.1): `<mode>,<mt>,<bm>,<ds>,<bfr>`.
public struct IndicationChoice: Hashable, Sendable {
  /// The values, two to five of them.
  public let values: [Int]

  /// Indications.
  public init(values: [Int]) {
    self.values = values
  }

  /// Whether received messages are routed to the gateway (`<mt>` 2 or 3) and not stored first.
  public var routesMessages: Bool { values.count > 1 && values[1] > 1 }
  /// Whether status reports are routed (`<ds>` 1) and not stored first.
  public var routesReports: Bool { values.count > 3 && values[3] == 1 }

  /// The ways to try, best first, from what the modem offers.
  ///
  /// Stored delivery comes first: a message that is stored survives a crash of everything but the
  /// SIM, a routed one only if it is acknowledged.
  ///
  /// - Parameter line: The answer to `AT+CNMI=?`; nil where there was none.
  /// - Returns: The choices.
  static func candidates(offered line: String?) -> [IndicationChoice] {
    let offers = line.map { OfferedValues.parse($0, prefix: "+CNMI") } ?? []
    var choices: [IndicationChoice] = []
    if offers.count >= 4 {
      let mode = [2, 1, 3].first { offers[0].contains($0) }
      let stored = [1, 2].first { offers[1].contains($0) }
      let report = [2, 1, 0].first { offers[3].contains($0) }
      let buffer = offers.count > 4 ? [0, 1].first { offers[4].contains($0) } : nil
      if let mode, let stored, let report {
        choices.append(
          IndicationChoice(values: [mode, stored, 0, report] + (buffer.map { [$0] } ?? []))
        )
      }
    }
    for walk in fallback where !choices.contains(walk) { choices.append(walk) }
    return choices
  }

  /// What to try where the modem does not say what it offers or refuses what it offered.
  private static let fallback: [IndicationChoice] = [
    [2, 1, 0, 2, 0], [2, 1, 0, 1, 0], [1, 1, 0, 2, 0], [1, 1, 0, 1, 0], [2, 1, 0, 2, 1],
    [2, 1, 0, 1, 1], [2, 1, 0, 0, 0], [2, 1], [1, 1], [2, 2, 0, 1, 0], [1, 2, 0, 1, 0],
  ].map(IndicationChoice.init(values:))
}

/// Which memories `AT+CPMS` is given (3GPP TS 27.005 §3.2.2).
enum MemoryChoice {
  /// The memories to try, best first, from what the modem offers.
  ///
  /// The modem's own memory comes first, for a SIM holds ten to thirty messages only.
  ///
  /// - Parameter line: The answer to `AT+CPMS=?`.
  /// - Returns: The parameter lists, as many names in each as the modem has memories.
  static func candidates(offered line: String?) -> [[String]] {
    let offers = line.map { OfferedValues.parse($0, prefix: "+CPMS") } ?? []
    guard !offers.isEmpty else { return [["ME", "ME", "ME"], ["SM", "SM", "SM"], ["SM", "SM"]] }
    var lists: [[String]] = []
    for preferred in ["ME", "MT", "SM"] {
      let list = offers.map { offer -> String? in
        [preferred, "SM"].first(where: offer.contains) ?? offer.values.first
      }
      guard list.first == preferred else { continue }
      let names = list.compactMap { $0 }
      if names.count == offers.count, !lists.contains(names) { lists.append(names) }
    }
    return lists
  }

  /// The memories that a received message may lie in, whichever is set.
  ///
  /// `MT` is all of them in one and `BM` holds broadcasts; neither is a place of its own.
  ///
  /// - Parameter line: The answer to `AT+CPMS=?`.
  /// - Returns: Their names, in the order of the offer.
  static func places(offered line: String?) -> [String] {
    let offers = line.map { OfferedValues.parse($0, prefix: "+CPMS") } ?? []
    guard let first = offers.first else { return ["ME", "SM", "SR"] }
    return first.values.filter { ["ME", "SM", "SR"].contains($0) }
  }
}

/// Which message service `AT+CSMS` is given (3GPP TS 27.005 §3.2.1).
enum ServiceChoice {
  /// Whether phase 2+ is worth trying, under which routed messages are acknowledged.
  ///
  /// - Parameter line: The answer to `AT+CSMS=?`; nil where there was none.
  /// - Returns: Whether it is offered, or the modem does not say what it offers.
  static func mayUsePhase2Plus(offered line: String?) -> Bool {
    OfferedValues.allow(1, offered: line, prefix: "+CSMS")
  }
}

/// Which format `AT+CMGF` is given (3GPP TS 27.005 §3.2.3).
enum FormatChoice {
  /// Whether PDU mode is worth trying.
  ///
  /// - Parameter line: The answer to `AT+CMGF=?`; nil where there was none.
  /// - Returns: Whether it is offered, or the modem does not say what it offers.
  static func mayUsePDUs(offered line: String?) -> Bool {
    OfferedValues.allow(0, offered: line, prefix: "+CMGF")
  }
}

extension OfferedValues {
  /// Whether a value of a command with one parameter may be set: some modems answer the test form
  /// with an error, with `OK` alone, or without brackets (`+CMGF: 0,1`).
  fileprivate static func allow(_ value: Int, offered line: String?, prefix: String) -> Bool {
    let offers = line.map { parse($0, prefix: prefix) } ?? []
    let values = offers.flatMap(\.values)
    return values.isEmpty || values.contains(String(value))
  }
}
