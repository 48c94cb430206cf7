import LocalAPI
import Testing

/// `text/event-stream`, WHATWG HTML §9.2.6, in whatever pieces it comes.
@Suite struct ServerSentEventTests {
  private static let streams: [(text: String, events: [ServerSentEvent])] = [
    ("", []),
    (": a comment\nretry: 1000\n\n", []),
    ("data: one\n\n", [.init(data: "one")]),
    ("data:one\n\ndata:  two\n\n", [.init(data: "one"), .init(data: " two")]),
    ("data: one\ndata:\ndata: three\n\n", [.init(data: "one\n\nthree")]),
    ("data\n\n", [.init(data: "")]),
    (
      "id: 7\nevent: message.sent\ndata: {}\n\ndata: next\n\n",
      [.init(id: "7", event: "message.sent", data: "{}"), .init(id: "7", data: "next")]
    ),
    ("event: lost\n\ndata: kept\n\n", [.init(data: "kept")]),
    (
      "data: a\r\n\r\ndata: b\r\rdata: c\n\n",
      [.init(data: "a"), .init(data: "b"), .init(data: "c")]
    ),
    ("id: 1\r\ndata: é €\r\n\r\n", [.init(id: "1", data: "é €")]),
    ("data: unfinished\n", []),
    ("unknown: field\ndata: x\n\n", [.init(data: "x")]),
  ]

  @Test(arguments: streams.indices)
  func `whole, octet by octet, and split at every point, a stream says the same`(
    index: Int
  ) throws {
    let (text, events) = Self.streams[index]
    let octets = Array(text.utf8)
    var whole = ServerSentEventParser()
    #expect(try whole.receive(octets) == events)
    var dribbling = ServerSentEventParser()
    #expect(try octets.flatMap { try dribbling.receive([$0]) } == events)
    for split in 0...octets.count {
      var parser = ServerSentEventParser()
      let first = try parser.receive(octets[..<split])
      #expect(try first + parser.receive(octets[split...]) == events)
    }
  }

  @Test func `what is written is read back`() throws {
    let event = ServerSentEvent(id: "9", event: "modem.ready", data: "one\ntwo")
    var parser = ServerSentEventParser()
    #expect(try parser.receive(event.text.utf8) == [event])
  }

  @Test func `an id or a type cannot smuggle in a line`() throws {
    let event = ServerSentEvent(id: "1\ndata: evil", event: "a\r\nb", data: "good")
    var parser = ServerSentEventParser()
    #expect(try parser.receive(event.text.utf8).map(\.data) == ["good"])
  }

  @Test func `an event beyond the limit ends the stream`() {
    var line = ServerSentEventParser(limit: 100)
    #expect(throws: ServerSentEventParser.Failure.tooLong(limit: 100)) {
      try line.receive(Array(repeating: 0x61, count: 101))
    }
    var lines = ServerSentEventParser(limit: 100)
    #expect(throws: ServerSentEventParser.Failure.tooLong(limit: 100)) {
      try lines.receive(Array(String(repeating: "data: 0123\n", count: 20).utf8))
    }
  }
}
