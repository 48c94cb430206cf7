import Messaging
import Testing
import TransferLayer

@testable import ModemModel
@testable import hermod

/// The demonstration must fail when the gateway does: each test breaks one thing.
@Suite struct DemoAuditTests {
  private let wanted = [
    DemoMessage(file: "one", recipient: "+447700900101", text: "One"),
    DemoMessage(file: "two", recipient: "+447700900102", text: "First and second"),
  ]

  private func segment(
    _ text: String,
    to recipient: String,
    by modem: String = "modem1",
    part: AcceptedSegment.Part? = nil
  ) -> AcceptedSegment {
    AcceptedSegment(
      sequence: 1,
      time: Timestamp(milliseconds: 0),
      modem: modem,
      iccid: modem,
      messageReference: 0,
      recipient: recipient,
      rejectDuplicates: false,
      statusReportRequest: true,
      dataCodingScheme: 0,
      part: part,
      text: text,
      transferUnit: "",
      answer: .given,
      answerWithheld: false
    )
  }

  private var record: [AcceptedSegment] {
    [
      segment("One", to: "+447700900101"),
      segment(
        "and second",
        to: "+447700900102",
        by: "modem2",
        part: .init(reference: 7, total: 2, position: 2)
      ),
      segment(
        "First ",
        to: "+447700900102",
        by: "modem2",
        part: .init(reference: 7, total: 2, position: 1)
      ),
      segment("You are unsubscribed.", to: "+447700900101"),
    ]
  }

  private func audit(_ record: [AcceptedSegment]) -> DemoAudit {
    DemoAudit(record, wanted: wanted, modems: ["modem1", "modem2"], stopped: "+447700900101")
  }

  @Test func `A record with every message once and one confirmation has no fault`() {
    let audit = audit(record)
    #expect(audit.faults == [])
    #expect(audit.sentOnce == 2)
    #expect(audit.confirmation == "You are unsubscribed.")
    #expect(audit.shares.map(\.messages) == [2, 1])
    #expect(audit.shares.map(\.segments) == [2, 2])
  }

  @Test func `A message that is not in the record is a fault`() {
    #expect(audit(Array(record.dropFirst())).faults.contains("one was not sent"))
  }

  @Test func `A message that is in the record twice is a fault`() {
    #expect(audit(record + [record[0]]).faults.contains("one was sent 2 times"))
  }

  @Test func `A long message without one of its segments is a fault`() {
    var record = record
    record.remove(at: 1)
    let faults = audit(record).faults
    #expect(faults.contains("part of a message to +447700900102 is missing"))
    #expect(faults.contains("two was not sent"))
  }

  @Test func `A message after STOP is a fault, and so is one to a stranger`() {
    let late = segment("An offer", to: "+447700900101")
    let stray = segment("Hello", to: "+447700900199")
    #expect(
      audit(record + [late, stray]).faults == [
        "nobody asked for the message to +447700900101: An offer",
        "nobody asked for the message to +447700900199: Hello",
      ]
    )
  }

  @Test func `STOP without a confirmation is a fault`() {
    let faults = audit(record.dropLast()).faults
    #expect(faults.contains("+447700900101 got no confirmation of STOP"))
  }

  @Test func `A modem that is left out of the work is a fault`() {
    let record = record.map { segment in
      var segment = segment
      segment.modem = "modem1"
      return segment
    }
    #expect(audit(record).faults == ["modem2 sent only 0 of 4 segments"])
  }

  @Test func `The demonstration has a plain message, a long one, one with emoji and forty more`()
    throws
  {
    let singles = [DemoMessages.plain, DemoMessages.long, DemoMessages.emoji]
    let counts = try singles.map { try MessageSegmentation.segments(text: $0.text).segmentCount }
    #expect(counts == [1, 3, 2])
    #expect(DemoMessages.burst.count == 40)
    let recipients = Set(DemoMessages.wanted.map(\.recipient))
    #expect(recipients.count == DemoMessages.wanted.count)
  }
}
