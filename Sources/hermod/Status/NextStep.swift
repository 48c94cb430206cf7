import LocalAPI

/// What a person does about a modem that does not send.
struct NextStep: Equatable {
  var words: String

  /// Nil where there is nothing to do.
  init?(_ modem: ModemView) {
    guard let words = Self.words(for: modem) else { return nil }
    self.words = words
  }

  private static func words(for modem: ModemView) -> String? {
    switch modem.state {
    case .ready, .sending: nil
    case .waiting: "wait: it goes on by itself after three minutes at most"
    case .absent: "plug it in; \"hermod modem discover\" shows what this machine sees"
    case .probing, .initialising:
      "wait some seconds; if it stays so: hermod modem trace \(modem.name)"
    case .pinRequired: pin(modem)
    case .searching:
      modem.registration == "denied"
        ? "have the SIM's operator allow it: is it activated, paid, and for this network?"
        : "wait a minute; else better the antenna or its place, and see whether the SIM works in a "
          + "phone"
    case .paused where modem.isQuarantined:
      "ask the SIM's operator why it is barred; then: hermod modem resume \(modem.name)"
    case .paused where modem.limitLeft == 0:
      "wait: it goes on by itself; per_day under [[modem]] or [sim] is its limit"
    case .paused: "hermod modem resume \(modem.name)"
    case .recovering: "wait; if it comes again and again: hermod modem trace \(modem.name)"
    case .failed: failure(modem)
    }
  }

  private static func pin(_ modem: ModemView) -> String {
    switch modem.reasonCode {
    case .pukRequired: "unlock the SIM in a phone with its PUK"
    case .pinTriesLeft: "enter the PIN once in a phone"
    case .pinMissing, .pinRefused, .pinUnusable, .simMissing, .simLocked, .portBusy,
      .portPermission, .simTrouble, .paused, .other, nil:
      "write the PIN into a file of its own, name it as pin_file under [[modem]] in "
        + "/etc/hermod/hermod.toml, and restart the gateway; or turn the PIN off in a phone"
    }
  }

  private static func failure(_ modem: ModemView) -> String {
    let port = modem.device ?? "its port"
    return switch modem.reasonCode {
    case .simMissing: "put a SIM in, the right way round; it is noticed"
    case .portBusy:
      "free \(port): the program that holds it must leave it alone (sudo fuser -v \(port)); for "
        + "ModemManager, Hermod's udev rules see to that"
    case .portPermission:
      "put the gateway's user into the group that owns \(port): "
        + "sudo usermod -aG $(stat -c %G \(port)) hermod, and restart the gateway"
    case .simLocked, .pinMissing, .pinRefused, .pinUnusable, .pinTriesLeft, .pukRequired,
      .simTrouble, .paused, .other, nil:
      "hermod modem trace \(modem.name) shows what it answers; then: hermod modem reset "
        + modem.name
    }
  }
}
