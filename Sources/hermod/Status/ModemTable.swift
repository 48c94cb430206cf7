import LocalAPI
import Messaging

/// The modems, a line each, with the reason below for those that need one.
struct ModemTable {
  let modems: [ModemView]
  let style: Style

  /// From this width on there is room for the limits and the rate.
  private static let roomy = 100

  var text: String {
    let isRoomy = style.width >= Self.roomy
    var columns: [Table.Column] = [
      .init("MODEM", isFlexible: true), .init("SIM", isFlexible: true), .init("SIGNAL"),
      .init("NETWORK"), .init("STATE"), .init("SENT", isNumber: true),
      .init("FAILED", isNumber: true),
    ]
    if isRoomy { columns += [.init("LEFT", isNumber: true), .init("/MIN", isNumber: true)] }
    var table = Table(columns)
    for modem in modems {
      var cells: [Table.Cell] = [
        .init(modem.name), .init(sim(modem)), .init(Signal.text(modem.signalDBm, style)),
        .init(modem.registration ?? "-"), .init(modem.state.rawValue, .init(modem.state)),
        .init(String(modem.sentToday)),
        .init(String(modem.failedToday), modem.failedToday > 0 ? .bad : .plain),
      ]
      if isRoomy {
        cells += [
          .init(modem.limitLeft.map(String.init) ?? "-"), .init(rate(modem.perMinute)),
        ]
      }
      table.add(cells)
    }
    return table.text(style) + modems.map(note).joined()
  }

  /// The operator, and the end of the SIM's number, which is what is printed on the card.
  private func sim(_ modem: ModemView) -> String {
    let card = modem.iccid.map { "…" + $0.suffix(4) }
    let parts = [modem.operator, card].compactMap(\.self)
    return parts.isEmpty ? "-" : parts.joined(separator: " ")
  }

  private func rate(_ perMinute: Double?) -> String {
    guard let perMinute, perMinute.isFinite, perMinute < 1e6 else { return "-" }
    let tenths = Int((perMinute * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private func note(_ modem: ModemView) -> String {
    let next = NextStep(modem).map { "next: \($0.words)" }
    guard modem.reason != nil || modem.until != nil || next != nil else { return "" }
    var words = "\(modem.name) is \(modem.state.rawValue)"
    if let until = modem.until { words += " until \(style.time(until))" }
    if let reason = modem.reason { words += ": \(reason)" }
    let width = max(20, style.width - 4)
    let lines =
      DisplayWidth.wrap(Escape.oneLine(words), to: width)
      + (next.map { DisplayWidth.wrap(Escape.oneLine($0), to: width) } ?? [])
    return "  " + lines.joined(separator: "\n    ") + "\n"
  }
}

/// Signal strength as bars and dBm.
enum Signal {
  static func text(_ dBm: Int?, _ style: Style) -> String {
    guard let dBm else { return "-" }
    let number = String(repeating: " ", count: max(0, 4 - "\(dBm)".count)) + "\(dBm) dBm"
    guard style.isRich else { return number }
    let lit = bars(of: dBm)
    let drawing = "▂▄▆█".enumerated().map { $0.offset < lit ? String($0.element) : "·" }.joined()
    return drawing + " " + number
  }

  /// 0 to 4: at -113 dBm nothing is heard, from -77 dBm on it cannot get better for an SMS.
  static func bars(of dBm: Int) -> Int {
    switch dBm {
    case ...(-110): 0
    case ...(-100): 1
    case ...(-90): 2
    case ...(-78): 3
    default: 4
    }
  }
}
