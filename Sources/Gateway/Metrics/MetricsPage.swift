import LocalAPI
import Messaging

/// The text format of Prometheus, version 0.0.4.
enum MetricsPage {
  static let contentType = "text/plain; version=0.0.4; charset=utf-8"

  /// The families as text.
  static func text(of families: [MetricFamily]) -> String {
    var text = ""
    for family in families {
      text += "# HELP \(family.name) \(escape(family.help, quotes: false))\n"
      text += "# TYPE \(family.name) \(family.kind.rawValue)\n"
      for sample in family.samples {
        text += family.name + sample.suffix
        if !sample.labels.isEmpty {
          let labels = sample.labels.map { "\($0.name)=\"\(escape($0.value, quotes: true))\"" }
          text += "{" + labels.joined(separator: ",") + "}"
        }
        text += " \(number(sample.value))\n"
      }
    }
    return text
  }

  /// What the status report tells, as metrics.
  static func families(of status: StatusReport) -> [MetricFamily] {
    [
      gauge("hermod_up", "1 while messages can leave.", status.state == .down ? 0 : 1),
      MetricFamily(
        name: "hermod_queue_messages",
        help: "Messages by class and state.",
        kind: .gauge,
        samples: status.queue.classes.flatMap { entry in
          MessageState.allCases.filter { !$0.isTerminal }.map { state in
            MetricFamily.Sample(
              Double(entry.states[state]),
              labels: [.init("class", entry.messageClass.rawValue), .init("state", state.rawValue)]
            )
          }
        }
      ),
      MetricFamily(
        name: "hermod_queue_oldest_seconds",
        help: "Age of the oldest message that waits, 0 where none does.",
        kind: .gauge,
        samples: status.queue.classes.map { entry in
          .init(
            Double(entry.oldestSeconds ?? 0),
            labels: [.init("class", entry.messageClass.rawValue)]
          )
        }
      ),
      perModem(status, "hermod_modem_ready", "1 while the modem can send.") { modem in
        switch modem.state {
        case .ready, .sending, .waiting: 1
        case .absent, .probing, .initialising, .pinRequired, .searching, .paused, .recovering,
          .failed:
          0
        }
      },
      perModem(
        status,
        "hermod_sim_quarantined",
        "1 while the modem's SIM is quarantined, because the operator seems to bar it."
      ) { $0.isQuarantined ? 1 : 0 },
      perModem(status, "hermod_modem_registered", "1 while registered, home or roaming.") { modem in
        modem.registration == "home" || modem.registration == "roaming" ? 1 : 0
      },
      perModem(status, "hermod_modem_signal_dbm", "Signal strength in dBm.") { modem in
        modem.signalDBm.map(Double.init)
      },
      perModem(
        status,
        "hermod_modem_sent_today",
        "Segments that the service centre took since midnight."
      ) { modem in
        Double(modem.sentToday)
      },
      perModem(status, "hermod_modem_failed_today", "Attempts refused since midnight.") { modem in
        Double(modem.failedToday)
      },
      gauge("hermod_optouts_today", "Opt-outs since midnight.", Double(status.optOutsToday)),
    ]
  }

  private static func gauge(_ name: String, _ help: String, _ value: Double) -> MetricFamily {
    MetricFamily(name: name, help: help, kind: .gauge, samples: [.init(value)])
  }

  private static func perModem(
    _ status: StatusReport,
    _ name: String,
    _ help: String,
    value: (ModemView) -> Double?
  ) -> MetricFamily {
    MetricFamily(
      name: name,
      help: help,
      kind: .gauge,
      samples: status.modems.compactMap { modem in
        value(modem).map { .init($0, labels: [.init("modem", modem.name)]) }
      }
    )
  }

  private static func escape(_ text: String, quotes: Bool) -> String {
    text.reduce(into: "") { escaped, character in
      switch character {
      case "\\": escaped += "\\\\"
      case "\n": escaped += "\\n"
      case "\"" where quotes: escaped += "\\\""
      default: escaped.append(character)
      }
    }
  }

  private static func number(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
    if let whole = Int64(exactly: value) { return String(whole) }
    return String(value)
  }
}
