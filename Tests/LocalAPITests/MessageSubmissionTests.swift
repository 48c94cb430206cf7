import FoundationEssentials
import LocalAPI
import Messaging
import Testing

/// The body of `POST /v1/messages`, and what becomes of it.
@Suite struct MessageSubmissionTests {
  private static func read(_ json: String) throws -> MessageSubmission {
    try WireJSON.decode(MessageSubmission.self, from: Data(json.utf8))
  }

  @Test func `every field reaches the request`() throws {
    let requests = try Self.read(
      """
      {"to":["+1","2"],"text":"Hi","class":"otp","validity":90,
       "not_before":"1970-01-01T00:00:01Z","modem":"a","encoding":"ucs2","flash":true,
       "report":false,"duplicates":"avoid","reference":"r","idempotency_key":"k"}
      """
    ).requests()
    #expect(
      requests
        == ["+1", "2"].map { number in
          MessageRequest(
            recipient: number,
            content: .text("Hi"),
            messageClass: .otp,
            validity: .seconds(90),
            notBefore: Timestamp(milliseconds: 1000),
            modem: "a",
            encoding: .ucs2,
            displayClass: 0,
            statusReport: false,
            duplicates: .avoid,
            reference: "r"
          )
        }
    )
  }

  @Test func `data is hexadecimal`() throws {
    let request = try Self.read(#"{"to":"1","data":"00fF10"}"#).requests().first
    #expect(request?.content == .data([0, 255, 16]))
  }

  @Test(arguments: [
    (#"{"to":[],"text":"x"}"#, "to"),
    (#"{"to":"1"}"#, "text"),
    (#"{"to":"1","text":""}"#, "text"),
    (#"{"to":"1","text":"x","data":"00"}"#, "data"),
    (#"{"to":"1","data":""}"#, "data"),
    (#"{"to":"1","data":"0"}"#, "data"),
    (#"{"to":"1","data":"0g"}"#, "data"),
    (#"{"to":"1","text":"x","validity":0}"#, "validity"),
    (#"{"to":"1","text":"x","validity":38102401}"#, "validity"),
    (#"{"to":"1","text":"x","reference":""}"#, "reference"),
    (#"{"to":"1","text":"x","idempotency_key":""}"#, "idempotency_key"),
    (#"{"to":"1","text":"ab\u0000cd"}"#, "text"),
    (#"{"to":"1","text":"x","modem":""}"#, "modem"),
    (#"{"to":"1","text":"x","reference":"a\u0000b"}"#, "reference"),
    (#"{"to":"1","text":"x","idempotency_key":"a\u0000b"}"#, "idempotency_key"),
  ])
  func `what cannot be carried out names its field`(json: String, field: String) throws {
    let submission = try Self.read(json)
    let problem = #expect(throws: ProblemDocument.self) { try submission.requests() }
    #expect(problem?.field == field)
    #expect(problem?.kind == .invalid)
  }

  @Test func `names and lists have limits`() throws {
    let long = String(repeating: "x", count: MessageSubmission.longestName + 1)
    #expect(throws: ProblemDocument.self) {
      try MessageSubmission(to: .one("1"), text: "x", reference: long).requests()
    }
    let many = Array(repeating: "1", count: MessageSubmission.mostRecipients + 1)
    #expect(throws: ProblemDocument.self) {
      try MessageSubmission(to: .many(many), text: "x").requests()
    }
  }

  @Test(arguments: [
    #"{"text":"x"}"#, #"{"to":1,"text":"x"}"#, #"{"to":[1],"text":"x"}"#, #"{"to":null}"#,
    #"{"to":"1","text":7}"#, #"{"to":"1","text":"x","class":"spam"}"#,
    #"{"to":"1","text":"x","clas":"otp"}"#, #"{"to":"1","text":"x","validity":"1h"}"#,
    #"{"to":"1","text":"x","validity":1.5}"#, #"{"to":"1","text":"x","encoding":"8bit"}"#,
    #"{"to":"1","text":"x","not_before":"soon"}"#, #"{"to":"1","text":"x","duplicates":true}"#,
    "[]", "7", "",
  ])
  func `what is not a submission is not read`(json: String) {
    #expect(throws: DecodingError.self) { try Self.read(json) }
  }

  @Test func `the answer is bare for one number, and a list for a list`() throws {
    let id = try #require(MessageID("01J0000000000000000000000Z"))
    let message = SubmittedMessage(id: id, to: "+1", encoding: "gsm7", segments: 1)
    let one = SubmissionAnswer([message], to: .one("1"))
    let many = SubmissionAnswer([message], to: .many(["1"]))
    #expect(one == .one(message))
    #expect(many == .many([message]))
    for answer in [one, many] {
      let data = try WireJSON.encode(answer)
      #expect(try WireJSON.decode(SubmissionAnswer.self, from: data) == answer)
    }
    #expect(
      String(decoding: try WireJSON.encode(one), as: UTF8.self) == """
        {"cost":null,"due_at":null,"encoding":"gsm7","id":"01J0000000000000000000000Z",\
        "language":null,"notes":[],"reason":null,"replaced":[],"segments":1,"state":"queued","to":"+1"}
        """
    )
  }
}
