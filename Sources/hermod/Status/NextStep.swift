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
    let reason = modem.reason ?? ""
    if reason.contains("PUK") { return "unlock the SIM in a phone with its PUK" }
    if reason.contains("three tries") { return "enter the PIN once in a phone" }
    return "write the PIN into a file of its own, name it as pin_file under [[modem]] in "
      + "/etc/hermod/hermod.toml, and restart the gateway; or turn the PIN off in a phone"
  }

  private static func failure(_ modem: ModemView) -> String {
    let port = modem.device ?? "its port"
    return switch ModemTrouble(modem.reason) {
    case .simMissing: "put a SIM in, the right way round; it is noticed"
    case .portBusy:
      "free \(port): the program that holds it must leave it alone (sudo fuser -v \(port)); for "
        + "ModemManager, Hermod's udev rules see to that"
    case .portPermission:
      "put the gateway's user into the group that owns \(port): "
        + "sudo usermod -aG $(stat -c %G \(port)) hermod, and restart the gateway"
    case .other:
      "hermod modem trace \(modem.name) shows what it answers; then: hermod modem reset "
        + modem.name
    }
  }
}

/// Why a modem has failed, as far as its reason tells; the texts are the daemon's.
enum ModemTrouble {
  case simMissing
  case portBusy
  case portPermission
  case other

  init(_ reason: String?) {
    let reason = reason ?? ""
    if reason.hasPrefix("no SIM") {
      self = .simMissing
    } else if reason.contains("is in use by") {
      self = .portBusy
    } else if reason.contains("may not be opened") {
      self = .portPermission
    } else {
      self = .other
    }
  }
}
