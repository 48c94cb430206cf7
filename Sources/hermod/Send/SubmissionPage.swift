import LocalAPI
import Messaging

/// What `hermod send` says about messages that it has handed in.
struct SubmissionPage {
  let messages: [SubmittedMessage]
  let style: Style

  /// A line for each accepted message.
  var accepted: String {
    page { message in
      var line = message.id.map { "\($0)  " } ?? ""
      switch message.state {
      case .withdrawn:
        line += style.paint("not sent", .bad) + " to \(Escape.oneLine(message.to)): "
        line += Escape.oneLine(message.reason ?? "the recipient has opted out")
      case .queued, .submitting, .sent, .delivered, .undelivered, .failed, .cancelled, .expired,
        .unknown, .closed:
        line += style.paint(message.state.rawValue, .init(message.state))
        line += " for \(Escape.oneLine(message.to))"
        if let reason = message.reason { line += ": " + Escape.oneLine(reason) }
        line += " (\(size(message)))"
      }
      return line
    }
  }

  /// A line for each message that would be accepted.
  var dryRun: String {
    page { message in
      var line = "\(Escape.oneLine(message.to)): "
      if message.state == .queued {
        line += "would be accepted, \(size(message))"
      } else {
        line += "would not be sent"
        if let reason = message.reason { line += ": " + Escape.oneLine(reason) }
      }
      return line
    }
  }

  /// What keeps messages waiting, for whoever waits with them: each sentence once.
  var waitingNotes: String {
    var said: Set<String> = []
    return messages.flatMap(\.notes).filter { said.insert($0).inserted }.map {
      "hermod: " + Escape.oneLine($0) + "\n"
    }.joined()
  }

  private func size(_ message: SubmittedMessage) -> String {
    "\(Style.count(message.segments, "segment")), \(Escape.oneLine(message.encoding))"
      + (message.language.map { ", \(Escape.oneLine($0)) shift tables" } ?? "")
  }

  /// A line for each message, with what is to be noted of it below.
  private func page(_ line: (SubmittedMessage) -> String) -> String {
    let common = commonNotes
    return messages.map { message in
      let replaced = [message.replaced.summary.map { "replaced " + $0 }].compactMap(\.self)
      let own = message.notes.filter { !common.contains($0) }
      return line(message) + "\n" + lines(replaced + own)
    }.joined() + lines(common)
  }

  /// What is true of every one of several messages is said once, behind them.
  private var commonNotes: [String] {
    guard messages.count > 1, let first = messages.first else { return [] }
    return first.notes.filter { note in messages.allSatisfy { $0.notes.contains(note) } }
  }

  private func lines(_ notes: [String]) -> String {
    notes.map { "  - " + Escape.oneLine($0) + "\n" }.joined()
  }
}
