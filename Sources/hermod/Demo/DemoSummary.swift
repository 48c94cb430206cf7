import Foundation

/// What came of a demonstration.
struct DemoSummary: Encodable {
  /// The messages that were asked for.
  let wanted: Int
  /// Those of them that the record has, each once.
  let sentOnce: Int
  /// The segments in the record, with that of the confirmation.
  let segments: Int
  /// Messages that were reported as delivered.
  let delivered: Int
  /// From the first file to the last result, in seconds.
  let seconds: Double
  /// What each modem did.
  let modems: [DemoAudit.Share]
  /// What is not as it should be.
  var faults: [String]

  init(wanted: Int, delivered: Int, seconds: Double, audit: DemoAudit, faults: [String]) {
    self.wanted = wanted
    self.delivered = delivered
    self.seconds = seconds
    sentOnce = audit.sentOnce
    segments = audit.segments
    modems = audit.shares
    self.faults = faults
  }

  private enum CodingKeys: String, CodingKey {
    case wanted, segments, delivered, seconds, modems, faults
    case sentOnce = "sent_once"
  }

  /// The summary as a person reads it.
  func text(_ style: Style) -> String {
    var table = Table([
      .init("MODEM"), .init("MESSAGES", isNumber: true), .init("SEGMENTS", isNumber: true),
    ])
    for share in modems {
      table.add([
        .init(share.modem), .init("\(share.messages)"), .init("\(share.segments)"),
      ])
    }
    let rows = table.text(style).split(separator: "\n").map { "    \($0)\n" }.joined()
    let time = "\(Int(seconds * 10) / 10).\(Int(seconds * 10) % 10) s"
    var text = style.paint("What the service centre has", .heading) + "\n\(rows)"
    text += "    \(sentOnce) of \(wanted) messages, each once, in \(segments) segments; \(time)\n"
    guard faults.isEmpty else {
      text += "\n" + style.paint("What is not as it should be", .bad) + "\n"
      return text + faults.map { "    \(Escape.oneLine($0))\n" }.joined()
    }
    return text + "    The confirmation of STOP is among them, and nothing that nobody asked for.\n"
  }

  /// The summary as JSON.
  ///
  /// - Returns: One line.
  /// - Throws: An error of the encoder.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  /// What whoever has seen it does next.
  static let nextSteps = """
    Next, with a real modem:
      1. Put a SIM without a PIN into a USB modem, and plug it in.
      2. make run                      the gateway, in this terminal, with its state under ./var
      3. In another terminal:
         export HERMOD_SOCKET=$PWD/var/hermod.sock
         .build/debug/hermod status
         .build/debug/hermod send --wait +447700900123 "Hello from Hermod"
         printf 'To: +447700900123\\n\\nHello from a file\\n' > var/spool/outgoing/hello
      A modem that does not show up: .build/debug/hermod modem discover says what is seen, and why not.

    """
}
