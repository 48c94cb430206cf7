import LocalAPI
import Messaging

/// Messages, a line each.
struct MessageTable {
  let list: MessageList
  let style: Style

  /// From this width on there is room for class and modem.
  private static let roomy = 100

  var text: String {
    guard !list.messages.isEmpty else { return "There are no such messages.\n" }
    let isRoomy = style.width >= Self.roomy
    var columns: [Table.Column] = [.init("ID"), .init("TIME"), .init("STATE"), .init("TO")]
    if isRoomy { columns += [.init("CLASS"), .init("MODEM")] }
    columns.append(.init("TEXT", isFlexible: true))
    var table = Table(columns)
    for message in list.messages {
      var cells: [Table.Cell] = [
        .init(message.id.description), .init(style.time(message.acceptedAt)),
        .init(state(message), .init(message.state)), .init(message.to),
      ]
      if isRoomy { cells += [.init(message.messageClass.rawValue), .init(message.modem ?? "-")] }
      cells.append(.init(message.text ?? message.data.map { "data \($0)" } ?? ""))
      table.add(cells)
    }
    return table.text(style) + continuation
  }

  private func state(_ message: MessageView) -> String {
    let isPartial = message.segmentsSent > 0 && message.segmentsSent < message.segments
    return message.state.rawValue
      + (isPartial ? " \(message.segmentsSent)/\(message.segments)" : "")
  }

  private var continuation: String {
    guard let next = list.next else { return "" }
    return style.paint("There are more: --after \(Escape.oneLine(next))", .faint) + "\n"
  }
}
