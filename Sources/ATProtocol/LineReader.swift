/// Splits what a modem says into lines and prompts (ITU-T V.250 §5.7, 3GPP TS 27.005 §3.5.1).
///
/// A line ends at CR, at LF, or at any run of both; empty lines say nothing. The prompt `>` has no
/// line end, so it is taken the moment it stands at the start of a line, but only while somebody
/// expects it: elsewhere `>` is an ordinary character. The same bytes give the same tokens however
/// they are cut into pieces.
public struct LineReader: Equatable, Sendable {
  /// What was read.
  public enum Token: Equatable, Sendable {
    /// A line, without its end and without the spaces around it.
    case line(String)
    /// `>` at the start of a line, with or without a space behind it.
    case prompt
  }

  /// The longest line kept, in octets; the rest of a longer one is dropped.
  public static let longestLine = 4096

  private var unread: [UInt8] = []
  private var position = 0
  private var line: [UInt8] = []

  /// A reader that has seen nothing.
  public init() {}

  /// The octets taken in and not yet given out as tokens.
  public var pendingOctets: Int { unread.count - position + line.count }

  /// Takes in what the modem sent.
  ///
  /// - Parameter octets: Any number of octets, cut anywhere.
  public mutating func append(_ octets: [UInt8]) {
    unread.append(contentsOf: octets)
  }

  /// The next line or prompt; nil when more octets are needed.
  ///
  /// - Parameter expectingPrompt: Whether `>` at the start of a line is a prompt just now.
  /// - Returns: The token, or nil.
  public mutating func next(expectingPrompt: Bool) -> Token? {
    while position < unread.count {
      let octet = unread[position]
      position += 1
      switch octet {
      case 0x0D, 0x0A:
        if let text = takeLine() { return .line(text) }
      case 0x3E where expectingPrompt && line.isEmpty:
        return .prompt
      case 0x3E where expectingPrompt && isUnsolicited:
        position -= 1
        if let text = takeLine() { return .line(text) }
      case 0x00:
        continue
      case 0x20 where line.isEmpty:
        continue
      case _ where line.count < Self.longestLine:
        line.append(octet)
      case _:
        continue
      }
    }
    unread.removeAll(keepingCapacity: true)
    position = 0
    return nil
  }

  /// Forgets everything that was taken in.
  public mutating func reset() {
    self = LineReader()
  }

  /// Whether the line so far looks like one that nobody asked for, and not like text: some modems
  /// put the prompt right behind it.
  private var isUnsolicited: Bool {
    (line.first == 0x5E || line.first == 0x2B)
      && line.count(where: { $0 == 0x22 }).isMultiple(of: 2)
  }

  private mutating func takeLine() -> String? {
    while line.last == 0x20 { line.removeLast() }
    guard !line.isEmpty else { return nil }
    let text = String(decoding: line, as: UTF8.self)
    line.removeAll(keepingCapacity: true)
    return text
  }
}
