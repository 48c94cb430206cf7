/// One event of an event stream (WHATWG HTML §9.2, `text/event-stream`).
public struct ServerSentEvent: Hashable, Sendable {
  /// Its place in the stream; nil where the stream does not say.
  public var id: String?
  /// Its type; `message` where the stream does not say.
  public var event: String
  /// Its lines, joined by line feeds.
  public var data: String

  /// An event.
  public init(id: String? = nil, event: String = "message", data: String) {
    self.id = id
    self.event = event
    self.data = data
  }

  /// The event as it stands in the stream, with the empty line that ends it.
  public var text: String {
    var text = ""
    if let id { text += "id: " + Self.oneLine(id) + "\n" }
    text += "event: " + Self.oneLine(event) + "\n"
    for line in data.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      text += "data: " + line + "\n"
    }
    return text + "\n"
  }

  private static func oneLine(_ text: String) -> String {
    String(text.filter { !$0.isNewline && $0 != "\0" })
  }
}

/// Reads an event stream from octets as they come, however they are split.
public struct ServerSentEventParser: Sendable {
  /// Why a stream cannot be read on.
  public enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// An event is longer than is allowed.
    case tooLong(limit: Int)

    /// What is wrong.
    public var description: String {
      switch self {
      case .tooLong(let limit): "an event of the stream is longer than \(limit) octets"
      }
    }
  }

  private var line: [UInt8] = []
  private var data: [String] = []
  private var dataOctets = 0
  private var event = ""
  private var id: String?
  private var wasCarriageReturn = false
  private let limit: Int

  /// A parser at the start of a stream.
  ///
  /// - Parameter limit: The most octets of one event.
  public init(limit: Int = 4 * 1024 * 1024) {
    self.limit = limit
  }

  /// Takes the next octets of the stream.
  ///
  /// - Parameter octets: Any number of octets.
  /// - Returns: The events that are complete now.
  /// - Throws: `Failure`, after which the stream is lost.
  public mutating func receive(
    _ octets: some Sequence<UInt8>
  ) throws(Failure) -> [ServerSentEvent] {
    var events: [ServerSentEvent] = []
    for octet in octets {
      let isLineEnd = octet == 0x0A || octet == 0x0D
      // CR LF is one line end, also where the two come apart.
      if octet == 0x0A, wasCarriageReturn {
        wasCarriageReturn = false
        continue
      }
      wasCarriageReturn = octet == 0x0D
      if isLineEnd {
        if let event = endLine() { events.append(event) }
      } else {
        line.append(octet)
        guard line.count + dataOctets <= limit else { throw .tooLong(limit: limit) }
      }
    }
    return events
  }

  private mutating func endLine() -> ServerSentEvent? {
    defer { line.removeAll(keepingCapacity: true) }
    guard !line.isEmpty else { return endEvent() }
    let text = String(decoding: line, as: UTF8.self)
    let colon = text.firstIndex(of: ":") ?? text.endIndex
    var value = text[colon...].dropFirst()
    if value.first == " " { value = value.dropFirst() }
    switch text[..<colon] {
    case "data":
      data.append(String(value))
      dataOctets += line.count
    case "event": event = String(value)
    case "id" where !value.contains("\0"): id = String(value)
    default: break  // a comment, `retry`, or a field of a later version
    }
    return nil
  }

  private mutating func endEvent() -> ServerSentEvent? {
    defer {
      data.removeAll()
      dataOctets = 0
      event = ""
    }
    guard !data.isEmpty else { return nil }
    return ServerSentEvent(
      id: id,
      event: event.isEmpty ? "message" : event,
      data: data.joined(separator: "\n")
    )
  }
}
