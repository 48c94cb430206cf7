import Messaging
import Testing

@testable import Spool

/// Behind a long line, a file that is urgent is looked at first.
@Suite struct UrgencyTests {
  @Test(arguments: [
    ("To: +44\nClass: otp\n\nx", true), ("class:ALERT\r\nTo: +44\r\n\r\nx", true),
    ("To: +44\nClass: marketing\n\nx", false), ("To: +44\n\nClass: otp\n", false),
    ("To: +44\nClass: 0\n\nx", false), ("", false), ("Class: otp", true),
  ])
  func `the class among the headers tells`(text: String, isUrgent: Bool) {
    #expect(Urgency.isUrgent(Array(text.utf8)[...], isJSON: false) == isUrgent)
  }

  @Test(arguments: [
    (#"{"to":"+44","class":"otp","text":"x"}"#, true), (#"[{"class": "alert"}]"#, true),
    (#"{"to":"+44","text":"otp"}"#, false),
  ])
  func `the class in a JSON file tells`(text: String, isUrgent: Bool) {
    #expect(Urgency.isUrgent(Array(text.utf8)[...], isJSON: true) == isUrgent)
  }

  @Test func `the urgent come first, each kind in its order, and what is put back stays in front`()
  {
    func candidate(_ name: String, isUrgent: Bool = false) -> SpoolClaims.Candidate {
      .init(name: FileName(name), mustBeSettled: false, isUrgent: isUrgent)
    }
    var names = WaitingNames()
    for name in ["a", "b", "c"] { names.append(candidate(name)) }
    for name in ["x", "y"] { names.append(candidate(name, isUrgent: true)) }
    #expect(names.count == 5)
    let taken = names.take(3)
    #expect(taken.map(\.name.shown) == ["x", "y", "a"])
    names.putBack(taken.dropFirst())
    #expect(names.take(10).map(\.name.shown) == ["y", "a", "b", "c"])
    #expect(names.count == 0)
  }

  @Test func `an otp behind thousands of files is in the next batch`() async throws {
    let spool = try TemporarySpool()
    let intake = spool.intake()
    let batches = try await intake.start()
    for number in 0..<2000 { try spool.drop("bulk\(number)") }
    try spool.drop("code", "To: +447700900123\nClass: otp\n\n123456")
    var iterator = batches.makeAsyncIterator()
    var before = 0
    while let batch = await iterator.next() {
      await Task.yield()
      try await intake.finish(claims: batch.map(\.id))
      if batch.contains(where: { $0.name == "code" }) { break }
      before += batch.count
    }
    // What was taken before its event was read, and no more: without the glance, all 2000.
    #expect(before < 1000, "\(before) files went first")
    await intake.stop()
  }
}
