import LocalAPI

/// What there is to see while the modems work.
struct DemoBoard: Equatable {
  /// The modems, as the gateway shows them.
  var modems: [ModemView]
  /// Segments that each modem has sent, by the record of the service centre.
  var segments: [Int]
  /// Files that nobody has claimed yet.
  var dropped: Int
  /// Messages that wait or are on the wire.
  var queued: Int
  /// Messages whose result is in `sent/`.
  var sent: Int
  /// Messages that have been asked for.
  var total: Int
  /// Messages that have reached the recipient's phone.
  var delivered: Int

  /// The modems, a line each, and what the spool holds.
  func text(_ style: Style) -> String {
    var table = Table([
      .init("MODEM", isFlexible: true), .init("STATE"), .init("SEGMENTS", isNumber: true),
      .init("", isFlexible: true),
    ])
    for (modem, count) in zip(modems, segments) {
      // Every state is as wide as the widest, so that the table does not jump.
      let state = modem.state.rawValue
      let padding = String(repeating: "\u{A0}", count: max(0, 12 - state.count))
      table.add([
        .init(modem.name), .init(state + padding, .init(modem.state)),
        .init(String(count)),
        .init(String(repeating: style.isRich ? "█" : "#", count: count), .good),
      ])
    }
    let indented = style.narrowed(by: 4)
    return table.text(indented).split(separator: "\n").map { "    \($0)\n" }.joined()
      + "    " + DisplayWidth.truncate(counts, to: indented.width) + "\n"
  }

  /// The same on one line.
  var line: String {
    let shares = zip(modems, segments).map { "\($0.name) \($1)" }
    return counts + " (segments: " + shares.joined(separator: ", ") + ")"
  }

  private var counts: String {
    let spool = dropped > 0 ? "\(dropped) in outgoing/, " : ""
    return spool + "\(queued) queued, \(sent) of \(total) sent, \(delivered) delivered"
  }
}

extension Style {
  fileprivate func narrowed(by columns: Int) -> Style {
    var style = self
    style.width -= columns
    return style
  }
}
