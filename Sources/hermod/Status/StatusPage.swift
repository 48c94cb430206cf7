import LocalAPI
import Messaging

/// The screen of `hermod status`.
struct StatusPage {
  let report: StatusReport
  let style: Style

  var text: String {
    let modems =
      report.modems.isEmpty ? withoutModem : ModemTable(modems: report.modems, style: style).text
    let spending = report.spending.map { SpendingLine(spending: $0, style: style).text } ?? ""
    let parts = [headline, modems, QueueTable(queue: report.queue, style: style).text]
    return (parts + [spending + footer]).joined(separator: "\n")
  }

  private var headline: String {
    let state = style.paint(report.state.rawValue, .init(report.state))
    var text = "hermod \(report.version) is \(state), up for \(style.age(of: report.startedAt))\n"
    for reason in report.reasons { text += bullet(reason) }
    return text
  }

  private var withoutModem: String {
    var text = style.paint("There is no modem.", .heading) + "\n"
    let discovery = report.discovery
    if !discovery.lookedFor.isEmpty {
      text += "Looked for:\n"
      for item in discovery.lookedFor { text += bullet(item) }
    }
    if !discovery.udev { text += bullet("udev is off: only configured modems are looked for") }
    if !discovery.ignored.isEmpty {
      text += "Passed over:\n"
      for device in discovery.ignored { text += bullet("\(device.device): \(device.reason)") }
    }
    text += "What to do next:\n"
    text += bullet("plug in a modem with a SIM: it is noticed at once")
    text += bullet(
      "a serial port, or a USB bridge without a modem of its own, must be named under [[modem]] in "
        + "/etc/hermod/hermod.toml"
    )
    text += bullet("without any hardware, \"hermod demo\" shows the gateway at work")
    return text
  }

  private var footer: String {
    var facts: [String] = []
    if !report.modems.contains(where: { $0.limitPerDay != nil || $0.limits != nil }) {
      facts.append("No sending limits are set")
    }
    facts.append("\(Style.count(report.optOutsToday, "opt-out")) today")
    if let disk = report.disk {
      facts.append("\(Style.size(disk.freeBytes)) free in \(Escape.oneLine(disk.path))")
    }
    return style.paint(facts.joined(separator: " · "), .faint) + "\n"
  }

  private func bullet(_ words: String) -> String {
    let lines = DisplayWidth.wrap(Escape.oneLine(words), to: max(20, style.width - 4))
    return "  - " + lines.joined(separator: "\n    ") + "\n"
  }
}
