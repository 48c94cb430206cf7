import LocalAPI
import Messaging

/// The modems, a line each, with the reason below for those that need one.
struct ModemTable {
  let modems: [ModemView]
  let style: Style

  /// From this width on there is room for the network; below it a note says who is roaming.
  private static let roomy = 100
  /// How much of an operator's name is shown below it: less where names of modems need the room.
  private var operatorWidth: Int {
    modems.contains { DisplayWidth.of($0.name) > 12 } ? 6 : 12
  }

  private var isRoomy: Bool { style.width >= Self.roomy }

  var text: String {
    var columns: [Table.Column] = [
      .init("MODEM", isFlexible: true), .init("SIM", isFlexible: style.width < 80),
      .init("SIGNAL dBm", isNumber: true),
    ]
    if isRoomy { columns.append(.init("NETWORK")) }
    columns.append(.init("STATE"))
    columns += ["SENT", "ERRORS", "LEFT", "/MIN"].map { .init($0, isNumber: true) }
    var table = Table(columns)
    for modem in modems { table.add(cells(modem)) }
    return table.text(style) + modems.map(note).joined()
  }

  private func cells(_ modem: ModemView) -> [Table.Cell] {
    var cells: [Table.Cell] = [
      .init(modem.name), .init(sim(modem)), .init(Signal.text(modem.signalDBm, style)),
    ]
    if isRoomy { cells.append(.init(modem.registration ?? "-")) }
    cells += [
      .init(modem.state.rawValue, .init(modem.state)), .init(String(modem.sentToday)),
      .init(String(modem.failedToday), modem.failedToday > 0 ? .bad : .plain),
      .init(modem.limitLeft.map(String.init) ?? "-", modem.limitLeft == 0 ? .warning : .plain),
      .init(rate(modem.perMinute)),
    ]
    return cells
  }

  /// The operator, and the end of the SIM's number, which is what is printed on it.
  private func sim(_ modem: ModemView) -> String {
    let ending = modem.iccid.map { "…" + $0.suffix(4) }
    let name = modem.operator.map {
      isRoomy ? $0 : DisplayWidth.truncate($0, to: operatorWidth)
    }
    let parts = [name, ending].compactMap(\.self)
    return parts.isEmpty ? "-" : parts.joined(separator: " ")
  }

  private func rate(_ perMinute: Double?) -> String {
    guard let perMinute, perMinute.isFinite, perMinute < 1e6 else { return "-" }
    let tenths = Int((perMinute * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private func note(_ modem: ModemView) -> String {
    let next = NextStep(modem).map { "next: \($0.words)" }
    let isRoaming = modem.registration == "roaming" && !isRoomy
    guard modem.reason != nil || modem.until != nil || next != nil || isRoaming else { return "" }
    var words = modem.name + (isRoaming ? ", roaming, is " : " is ") + modem.state.rawValue
    if let until = modem.until {
      // For a working modem `until` ends the restriction.
      words +=
        (Style.Meaning(modem.state) == .good ? ", but until " : " until ") + style.time(until)
    }
    if let reason = modem.reason { words += ": \(reason)" }
    return indented(words, first: "  ", rest: "    ")
      + (next.map { indented($0, first: "    ", rest: "          ") } ?? "")
  }

  private func indented(_ words: String, first: String, rest: String) -> String {
    let width = max(20, style.width - rest.count)
    let lines = DisplayWidth.wrap(Escape.oneLine(words), to: width)
    return first + lines.joined(separator: "\n" + rest) + "\n"
  }
}

/// Signal strength as bars and dBm.
enum Signal {
  static func text(_ dBm: Int?, _ style: Style) -> String {
    guard let dBm else { return "-" }
    guard style.isRich else { return "\(dBm)" }
    let number = String(repeating: " ", count: max(0, 4 - "\(dBm)".count)) + "\(dBm)"
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
