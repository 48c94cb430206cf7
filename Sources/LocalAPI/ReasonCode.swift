extension ModemView {
  /// Why a modem is in its state, for programs: a word for each cause that has a cure of its own.
  ///
  /// Words are added in later versions; one that this version does not know reads as `other`.
  public enum ReasonCode: String, Hashable, Sendable, CaseIterable {
    /// There is no SIM.
    case simMissing = "sim-missing"
    /// The SIM or the modem is locked in a way that no PIN opens.
    case simLocked = "sim-locked"
    /// The SIM wants a PIN, and none is configured.
    case pinMissing = "pin-missing"
    /// The SIM refused the PIN; it is not tried again.
    case pinRefused = "pin-refused"
    /// The configured PIN is not four to eight digits.
    case pinUnusable = "pin-unusable"
    /// Fewer than three tries of the PIN are left; they are left to a person.
    case pinTriesLeft = "pin-tries-left"
    /// The SIM wants its PUK.
    case pukRequired = "puk-required"
    /// Another program holds the port.
    case portBusy = "port-busy"
    /// The gateway's user may not open the port.
    case portPermission = "port-permission"
    /// The SIM rests, or its operator seems to bar it.
    case simTrouble = "sim-trouble"
    /// Somebody, or a rule, has paused it.
    case paused
    /// Another cause; the reason says which.
    case other
  }
}

extension ModemView.ReasonCode: Codable {
  /// Reads a word.
  public init(from decoder: any Decoder) throws {
    let word = try decoder.singleValueContainer().decode(String.self)
    self = Self(rawValue: word) ?? .other
  }
}
