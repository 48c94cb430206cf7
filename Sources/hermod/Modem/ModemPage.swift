import LocalAPI
import Messaging

/// All that is known of one modem: the screen of `hermod modem show`.
struct ModemPage {
  let modem: ModemView
  let style: Style

  var text: String {
    var facts = FactList(style: style)
    facts.add("name", modem.name)
    facts.add("state", modem.state.rawValue, .init(modem.state))
    facts.add("reason", modem.reason)
    facts.add("until", modem.until.map(style.fullTime))
    facts.add("device", modem.device)
    facts.add("modem", modem.firmware.map { "\($0.manufacturer) \($0.model)" })
    facts.add("firmware", modem.firmware?.revision)
    facts.add("imei", modem.imei)
    facts.add("iccid", modem.iccid)
    facts.add("imsi", modem.imsi)
    facts.add("number", modem.number)
    facts.add("centre", modem.serviceCentre)
    facts.add("operator", modem.operator)
    facts.add("network", modem.registration)
    facts.add("signal", modem.signalDBm.map { "\($0) dBm, \(Signal.bars(of: $0)) of 4" })
    facts.add("sent today", "\(modem.sentToday) segments")
    facts.add("refused today", "\(modem.failedToday) attempts")
    facts.add("limit", limit)
    facts.add("doubt", modem.firmware.map(doubt))
    return facts.text
  }

  /// Whether the SIM's last message reference may settle an attempt without an answer.
  private func doubt(_ firmware: FirmwareView) -> String {
    if firmware.isTrusted { return "settled by the SIM's last reference (EF-SMSS)" }
    if firmware.disagreements > 0 {
      let times = firmware.disagreements == 1 ? "once" : "\(firmware.disagreements) times"
      return "waits for evidence: the SIM's last reference was wrong \(times)"
    }
    if firmware.agreements < firmware.agreementsRequired {
      let seen = "\(firmware.agreements) of \(firmware.agreementsRequired)"
      return "waits for evidence: the SIM's last reference was right \(seen) times"
    }
    return
      "waits for evidence: the SIM's last reference has not been seen to move without an answer"
  }

  private var limit: String {
    guard let limit = modem.limitPerDay else { return modem.limits ?? "none" }
    let words = modem.limits ?? "\(limit) a day"
    return words
      + (modem.limitLeft.map { ", \($0) left" + (modem.limits == nil ? "" : " today") } ?? "")
  }

  /// The modem and its state on one line.
  static func line(_ modem: ModemView, _ style: Style) -> String {
    var line = "\(Escape.oneLine(modem.name)) is "
    line += style.paint(modem.state.rawValue, .init(modem.state))
    if let until = modem.until { line += " until \(style.fullTime(until))" }
    if let reason = modem.reason { line += ": \(Escape.oneLine(reason))" }
    return line + "\n"
  }
}
