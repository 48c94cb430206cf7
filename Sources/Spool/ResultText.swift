import Messaging

/// The content of a result file: the dropped headers, what happened, and the body again.
struct ResultText {
  private var headers: [(name: String, value: String)] = []
  private let result: SpoolResult
  private let secondsFromUTC: Int

  init(_ result: SpoolResult, secondsFromUTC: Int) {
    self.result = result
    self.secondsFromUTC = secondsFromUTC
    add("Id", result.id.description)
    add("State", result.state.rawValue)
    add("Reason", result.reason)
    add("Segments", result.segments.map { "\($0.sent)/\($0.total)" })
    add("National_language", result.language)
    add("Replaced", result.replaced)
    add("Modem", result.modem)
    if result.directory == .sent { addSent() }
    add("IMSI", result.imsi)
    add("IMEI", result.imei)
    if result.directory != .sent { addFailed() }
  }

  /// The octets of the file.
  var octets: [UInt8] {
    let (coding, body) = self.body
    let dropped = result.origin.headerBlock.split(separator: "\n").map(String.init)
      .filter { line in !Self.isCoding(line) }
    let added = headers.map { "\($0.name): \(printable($0.value, limit: 1000))" }
    return Array((dropped + coding + added).joined(separator: "\n").utf8) + Array("\n\n".utf8)
      + body
  }

  private mutating func add(_ name: String, _ value: String?) {
    guard let value else { return }
    headers.append((name, value))
  }

  private mutating func addSent() {
    add("Sent", result.at.spoolTime(secondsFromUTC: secondsFromUTC))
    add("Sending_time", result.sendingTime.map { "\($0.components.seconds)" })
    add("Message_id", result.messageReference.map { "\($0)" })
  }

  private mutating func addFailed() {
    add("Fail_reason", result.reason ?? result.state.rawValue)
    add("Failed", result.at.spoolTime(secondsFromUTC: secondsFromUTC))
  }

  /// The body, and the headers that say how it is written: text is UTF-8 now, whatever it was.
  private var body: (headers: [String], octets: [UInt8]) {
    switch result.content {
    case .text(let text):
      let isPlain = !result.origin.headerBlock.split(separator: "\n")
        .contains { Self.isCoding(String($0)) }
      return (isPlain ? [] : ["Alphabet: UTF-8"], Array(text.utf8))
    case .data(let octets):
      return (["Alphabet: binary", "Hex: yes", "UDH: no"], Array(octets.hexadecimal.utf8))
    }
  }

  /// Whether a header says how the body is written.
  private static func isCoding(_ line: String) -> Bool {
    let name = SpoolText.Header.key(String(line.prefix { $0 != ":" }))
    switch SpoolHeader(rawValue: name) {
    case .alphabet, .binary, .hexadecimal, .userDataHeaderIndicator: return true
    default: return false
    }
  }
}

extension Timestamp {
  /// The time as SMS Server Tools writes it: `26-11-23 14:04:29`.
  ///
  /// - Parameter secondsFromUTC: How far the clock on the wall is ahead of UTC.
  /// - Returns: The date and the time, to the second.
  func spoolTime(secondsFromUTC: Int) -> String {
    let time = CivilTime(self, secondsFromUTC: secondsFromUTC)
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let date = [time.year % 100, time.month, time.day].map(two).joined(separator: "-")
    return "\(date) \([time.hour, time.minute, time.second].map(two).joined(separator: ":"))"
  }
}
