import Messaging
import Testing

@testable import Spool

@Suite struct SpoolJSONTests {
  private func file(_ text: String) throws(SpoolFileError) -> SpoolFile {
    try TemporarySpool.file(text, name: "batch.json")
  }

  private func faults(_ text: String) -> [SpoolFileError.BadObject] {
    do throws(SpoolFileError) {
      _ = try file(text)
      return []
    } catch {
      guard case .badObjects(let objects, _) = error else { return [] }
      return objects
    }
  }

  @Test func `an object is one message with every field of the API`() throws {
    let text = """
      {"to": "+447700900123", "text": "Hi", "class": "otp", "validity": 600, "modem": "front-desk",
       "not_before": "2026-11-23T14:04:29Z", "encoding": "ucs2",
       "transliterate": true, "flash": true, "report": false,
       "duplicates": "allow", "reference": "r1", "idempotency_key": "k1"}
      """
    let file = try file(text)
    let expected = MessageRequest(
      recipient: "+447700900123",
      content: .text("Hi"),
      messageClass: .otp,
      validity: .seconds(600),
      notBefore: Timestamp(seconds: 1_795_442_669),
      modem: "front-desk",
      encoding: .ucs2,
      transliterates: true,
      displayClass: 0,
      statusReport: false,
      duplicates: .allow,
      reference: "r1"
    )
    #expect(file.requests == [expected])
    #expect(file.members.map(\.idempotencyKey) == ["k1"])
    let again = try TemporarySpool.file(file.members[0].headerBlock + "\n\nHi")
    #expect(again.requests == [expected])
  }

  @Test func `an array, and lists of recipients, are a message each in their order`() throws {
    let file = try file(
      #"[{"to":["+447700900123","12345"],"text":"a"},{"to":"+447700900124","data":"0aFF"}]"#
    )
    #expect(file.requests.map(\.recipient) == ["+447700900123", "12345", "+447700900124"])
    #expect(file.requests.map(\.content) == [.text("a"), .text("a"), .data([0x0A, 0xFF])])
  }

  @Test func `one bad message refuses the file and names its index and fields`() throws {
    let text = """
      [{"to": "+447700900123", "text": "a"},
       {"to": "bob", "text": 7, "colour": "red"},
       {"text": "x"}]
      """
    let faults = faults(text)
    #expect(faults.map(\.index) == [1, 2])
    #expect(faults.map { $0.faults.map(\.field) } == [["colour", "text", "to"], ["to"]])
    let error = #expect(throws: SpoolFileError.self) { try file(text) }
    let description = try #require(error).description
    #expect(description.contains("message 1 of the array (from 0): to: \"bob\""))
    #expect(description.contains("none of its 3 messages was taken"))
  }

  @Test(arguments: [
    (#""class":"urgent""#, "class"), (#""validity":0"#, "validity"),
    (#""validity":1.5"#, "validity"),
    (#""validity":"600""#, "validity"), (#""validity":99999999999999999999"#, "validity"),
    (#""not_before":"soon""#, "not_before"), (#""modem":"""#, "modem"),
    (#""modem":"a\nb""#, "modem"),
    (#""encoding":"utf-8""#, "encoding"), (#""flash":1"#, "flash"), (#""report":"yes""#, "report"),
    (#""duplicates":true"#, "duplicates"), (#""reference":7"#, "reference"),
    (#""idempotency_key":"""#, "idempotency_key"), (#""data":"00""#, "text"),
  ])
  func `a field that cannot have its value is named`(field: String, name: String) {
    let faults = faults(#"{"to":"+447700900123","text":"a",\#(field)}"#)
    #expect(faults.map { $0.faults.map(\.field) } == [[name]])
    #expect(faults.map(\.index) == [nil])
  }

  @Test(arguments: [
    (#"{"to":[],"text":"a"}"#, "to"), (#"{"to":7,"text":"a"}"#, "to"), (#"{"text":"a"}"#, "to"),
    (#"{"to":"+447700900123"}"#, "text"), (#"{"to":"+447700900123","text":""}"#, "text"),
    (#"{"to":"+447700900123","text":"ab\u0000cd"}"#, "text"),
    (#"{"to":"+447700900123","data":""}"#, "data"), (#"{"to":"+447700900123","data":"0"}"#, "data"),
  ])
  func `a message without a recipient or a content is refused`(text: String, name: String) {
    #expect(faults(text).map { $0.faults.map(\.field) } == [[name]])
  }

  @Test func `null is as good as absent`() throws {
    #expect(try file(#"{"to":"+447700900123","text":"a","class":null}"#).requests.count == 1)
  }

  @Test(arguments: ["{", "[]", "[1]", "\"x\"", "{\"to\": \"1\",}", "[{}"])
  func `what is not a message or a list of them is refused`(text: String) {
    #expect(throws: SpoolFileError.self) { try file(text) }
  }

  @Test func `a syntax error says where it is`() throws {
    let error = #expect(throws: SpoolFileError.self) { try file("\n{\n  \"to\": x\n}") }
    #expect(try #require(error).description.hasPrefix("line 3: not JSON: "))
  }

  @Test func `ten thousand messages in one file are read`() throws {
    let objects = (0..<10_000).map { #"{"to":"+4477009\#($0 + 10_000)","text":"n \#($0)"}"# }
    #expect(try file("[\(objects.joined(separator: ","))]").members.count == 10_000)
  }
}
