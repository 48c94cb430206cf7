internal import ATProtocol

// A modem that the configuration tells by IMEI or ICCID is known only once it has said them.

extension [ModemConfiguration] {
  /// The entry that a modem turns out to be; by its SIM before by itself.
  ///
  /// - Parameters:
  ///   - facts: What the modem has said so far.
  ///   - adopted: The entry that it was until now; kept until something speaks against it.
  /// - Returns: The entry; nil where it is none of them.
  func adoption(of facts: ModemFacts, now adopted: ModemConfiguration?) -> ModemConfiguration? {
    let bySIM = first { $0.match.isSIM(facts.iccid) }
    let byModem = first { $0.match.isModem(facts.imei) }
    if let found = bySIM ?? byModem { return found }
    guard let adopted, !adopted.match.isContradicted(by: facts) else { return nil }
    return adopted
  }
}

extension ModemConfiguration {
  /// Whether a session must know it from its start.
  var changesSession: Bool {
    pinFile != nil || pinCredential != nil || rejectsCalls
  }
}

extension ModemConfiguration.Match {
  /// Whether it is told by what it is, and not by where it is.
  var isIdentity: Bool {
    switch self {
    case .imei, .iccid: true
    case .device, .usbPath: false
    }
  }

  fileprivate func isSIM(_ iccid: String?) -> Bool {
    guard case .iccid(let wanted) = self, let iccid else { return false }
    // Some modems leave out the check digit, some the padding.
    return iccid == wanted || iccid == wanted.dropLast() || iccid.dropLast() == wanted[...]
  }

  fileprivate func isModem(_ imei: String?) -> Bool {
    guard case .imei(let wanted) = self, let imei else { return false }
    return imei == wanted
  }

  fileprivate func isContradicted(by facts: ModemFacts) -> Bool {
    switch self {
    case .iccid: facts.iccid != nil
    case .imei: facts.imei != nil
    case .device, .usbPath: false
    }
  }
}
