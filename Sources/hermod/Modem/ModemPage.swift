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
    facts.add("imei", modem.imei)
    facts.add("iccid", modem.iccid)
    facts.add("imsi", modem.imsi)
    facts.add("operator", modem.operator)
    facts.add("network", modem.registration)
    facts.add("signal", modem.signalDBm.map { "\($0) dBm, \(Signal.bars(of: $0)) of 4" })
    facts.add("sent today", String(modem.sentToday))
    facts.add("failed today", String(modem.failedToday))
    facts.add("limit", limit)
    return facts.text
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
