import LocalAPI
import Messaging

/// A message on one line: what became of it.
enum MessageLine {
  static func text(_ message: MessageView, _ style: Style) -> String {
    var line = "\(message.id)  " + style.paint(message.state.rawValue, .init(message.state))
    line += " to \(Escape.oneLine(message.to))"
    if let modem = message.modem { line += " by \(Escape.oneLine(modem))" }
    if message.segmentsSent > 0, message.segmentsSent < message.segments {
      line += ", \(message.segmentsSent) of \(message.segments) segments"
    }
    if let reason = message.reason { line += ": \(Escape.oneLine(reason))" }
    return line
  }
}
