import Messaging
import ModemModel
import Testing

@Suite struct FaultTests {
  @Test(
    "After Ctrl-Z a fault gives its answer, and the record says whether it was accepted",
    arguments: [
      ("lose-ok", "|+CMGS: 64|", Submission.Answer.okLost),
      ("lose-reference", "|OK|", .referenceLost),
      ("lose-answer", "", .withheld),
      ("split-answer", "|+CMGS: 64||^RSSI: 19||OK|", .given),
      ("reverse-answer", "|OK||+CMGS: 64|", .given),
      ("double-answer", "|+CMGS: 64||OK||+CMGS: 64||OK|", .given),
      ("lose-submission", "", nil),
      ("false-ok", "|OK|", nil),
      ("cms-error 41", "|+CMS ERROR: 41|", nil),
      ("cme-error 30", "|+CME ERROR: 30|", nil),
      ("error", "|ERROR|", nil),
      ("accepted-cms-error 500", "|+CMS ERROR: 500|", .error),
      ("accepted-error", "|ERROR|", .error),
    ]
  )
  func afterControlZ(fault: String, answer: String, accepted: Submission.Answer?) throws {
    var bench = Bench()
    try bench.fault(fault)
    #expect(bench.submit() == answer)
    #expect(bench.record.map(\.answer) == (accepted.map { [$0] } ?? []))
    #expect(bench.record.allSatisfy { $0.answerWithheld == ($0.answer != .given) })
    // Once only, and the modem goes on.
    #expect(bench.submit().hasSuffix("|OK|"))
    #expect(bench.record.last?.answer == .given)
  }

  @Test(
    "A hang-up after Ctrl-Z takes the port away, accepted or not",
    arguments: [
      ("hang-up-after-ctrl-z back 2s", 1), ("hang-up-losing back 2s", 0),
      ("hang-up-under-ctrl-z back 2s", 0),
    ]
  )
  func hangUpAfterControlZ(fault: String, accepted: Int) throws {
    var bench = Bench()
    try bench.fault(fault)
    #expect(bench.submit() == "")
    #expect(bench.hangUps == [0])
    #expect(bench.record.count == accepted)
    bench.wait(.milliseconds(1999))
    #expect(bench.returns == [0])
    bench.wait(.milliseconds(1))
    #expect(bench.returns == [0, 0])
    #expect(bench.type("AT\r") == "AT||OK|")
  }

  @Test(
    "A line that is lost under a submission comes back, and the answer with it",
    arguments: [
      ("relink 5s back 2s", "|+CMGS: 65||OK|", 1),
      ("relink-cms-error 42 5s back 2s", "|+CMS ERROR: 42|", 0),
    ]
  )
  func relink(fault: String, answer: String, accepted: Int) throws {
    var bench = Bench()
    #expect(bench.submit() == "|+CMGS: 64||OK|")
    try bench.fault(fault)
    #expect(bench.submit() == "")
    #expect(bench.hangUps == [0])
    #expect(bench.record.count == 1 + accepted)
    bench.wait(.seconds(2))
    #expect(bench.returns == [0, 0])
    bench.wait(.seconds(4))
    #expect(bench.read() == answer)
    // It has lived on: what was set is set.
    #expect(bench.type("AT\r") == "|OK|")
  }

  @Test func whatIsSaidWhileTheLineIsGoneIsLost() throws {
    var bench = Bench()
    try bench.fault("relink 1s back 2s")
    #expect(bench.submit() == "")
    bench.wait(.seconds(10))
    #expect(bench.read() == "")
    #expect(bench.type("AT\r").hasSuffix("|OK|"))
  }

  @Test func aStrayErrorComesWhileTheModemTakesOtherCommands() throws {
    var bench = Bench()
    try bench.fault("stray-cms-error 42 5s")
    _ = bench.submit()
    #expect(bench.type("AT\r").hasSuffix("|OK|"))
    bench.wait(.seconds(6))
    #expect(bench.read().contains("+CMS ERROR: 42"))
    #expect(bench.record.isEmpty)
  }

  @Test func hangUpBeforeControlZ() throws {
    var bench = Bench()
    try bench.fault("hang-up-before-ctrl-z")
    #expect(bench.type("AT+CMGS=18\r") == "|> ")
    _ = bench.type("00" + Bench.segment().dropLast(1))
    #expect(bench.hangUps.isEmpty)
    _ = bench.type(String(Bench.segment().suffix(1)) + "\u{1A}")
    #expect(bench.hangUps == [0])
    #expect(bench.record.isEmpty)
    bench.wait(.seconds(3600))
    #expect(!bench.world.modems[0].isPresent)
  }

  @Test(
    "At the prompt",
    arguments: [
      ("no-prompt", ""), ("prompt-without-space", "|>"), ("prompt-glued", "|^RSSI: 19> "),
    ]
  )
  func prompt(fault: String, prompt: String) throws {
    var bench = Bench()
    try bench.fault(fault)
    #expect(bench.type("AT+CMGS=18\r") == prompt)
    #expect(bench.type("\u{1B}") == "|OK|")
    #expect(bench.submit() == "|+CMGS: 64||OK|")
  }

  @Test func hangUpBeforeThePrompt() throws {
    var bench = Bench()
    try bench.fault("hang-up-before-prompt")
    #expect(bench.type("AT+CMGS=18\r") == "")
    #expect(bench.hangUps == [0])
  }

  @Test func aLateAnswerKeepsTheModemBusy() throws {
    var bench = Bench()
    try bench.fault("late 70s")
    #expect(bench.submit() == "")
    bench.wait(.seconds(69))
    #expect(bench.type("AT\r") == "")
    bench.wait(.seconds(1))
    #expect(bench.read() == "|+CMGS: 64||OK||OK|")
    #expect(bench.record.first?.answer == .late)
  }

  @Test func aStrayAnswerComesBetweenOthers() throws {
    var bench = Bench()
    try bench.fault("stray 70s")
    #expect(bench.submit() == "")
    #expect(bench.type("AT\r") == "|OK|")
    bench.wait(.seconds(70))
    #expect(bench.read() == "|+CMGS: 64||OK|")
  }

  @Test func silenceIsNoAnswerAndTheNextCommandGetsOne() throws {
    var bench = Bench()
    try bench.fault("silence")
    #expect(bench.type("AT+CSQ\r") == "")
    #expect(bench.type("AT\r") == "|OK|")
  }

  @Test(
    "A fault of one command leaves the others alone",
    arguments: [
      ("silence on +CMGF", "", "|+CMGF: 0||OK|"),
      ("mute on +CMGF", "", "|+CMGF: 1||OK|"),
      ("ignore on +CMGF", "|OK|", "|+CMGF: 0||OK|"),
      ("command-cms-error 515 on +CMGF", "|+CMS ERROR: 515|", "|+CMGF: 0||OK|"),
      ("command-cme-error 14 on +CMGF", "|+CME ERROR: 14|", "|+CMGF: 0||OK|"),
      ("command-error on +CMGF", "|ERROR|", "|+CMGF: 0||OK|"),
    ]
  )
  func ofOneCommand(fault: String, answer: String, after: String) throws {
    var bench = Bench()
    try bench.fault(fault)
    #expect(bench.type("AT\r") == "|OK|")
    #expect(bench.type("AT+CMGF=1\r") == answer)
    #expect(bench.type("AT+CMGF?\r") == after)
  }

  @Test func aResetForgetsEchoAndFormat() throws {
    var bench = Bench()
    try bench.fault("reset")
    #expect(bench.type("AT+CMGS=18\r") == "|RDY|")
    #expect(bench.type("AT+CMGF?\r") == "AT+CMGF?||+CMGF: 1||OK|")
  }

  @Test func aStormComesBeforeTheAnswer() throws {
    var bench = Bench()
    try bench.fault("storm 500")
    let answer = bench.type("AT\r")
    #expect(answer.components("^RSSI:") == 500)
    #expect(answer.hasSuffix("|OK|"))
  }

  @Test func garbageComesBeforeTheAnswer() throws {
    var bench = Bench()
    try bench.fault("garbage 64")
    let answer = bench.type("AT\r")
    #expect(answer.utf8.count > 64)
    #expect(answer.hasSuffix("|OK|"))
  }

  @Test func aDeadModemSaysNothing() throws {
    var bench = Bench()
    try bench.fault("dead")
    #expect(bench.type("AT\r") == "")
    try bench.fault("dead off")
    #expect(bench.type("AT\r") == "|OK|")
  }

  @Test func aPulledOutModemLosesItsSubmissionOrNotByChance() {
    var accepted = 0
    for seed in 0..<40 {
      var bench = Bench(timing: RadioTiming(submission: Latency(.seconds(2))))
      for _ in 0..<seed { _ = bench.type("AT+CUSD=0\r") }
      bench.world = SimulatedWorld(modems: [
        SimulatedModem(
          name: "modem1",
          imei: "352999010000013",
          sim: .numbered(1),
          timing: RadioTiming(submission: Latency(.seconds(2))),
          seed: UInt64(seed)
        )
      ])
      bench.operate { $0.plug(at: $1) }
      _ = bench.type("ATE0;+CMGF=0\r")
      _ = bench.submit()
      bench.operate { $0.unplug(comesBackAfter: nil, at: $1) }
      bench.wait(.seconds(5))
      accepted += bench.record.count
      #expect(bench.record.allSatisfy { $0.answer == .withheld })
    }
    #expect((5...35).contains(accepted))
  }

  @Test(
    "A fault strikes when it is said to",
    arguments: [
      ("lose-reference once", "x....."), ("lose-reference next 2", "xx...."),
      ("lose-reference at 3", "..x..."), ("lose-reference every 2", ".x.x.x"),
      ("lose-reference always", "xxxxxx"), ("lose-reference 0%", "......"),
      ("lose-reference 100%", "xxxxxx"),
      ("lose-reference always to +447700900123", "xxxxxx"),
      ("lose-reference always to +447700900999", "......"),
    ]
  )
  func occurrence(fault: String, pattern: String) throws {
    var bench = Bench()
    try bench.fault(fault)
    let seen = (0..<6).map { _ in bench.submit().contains("+CMGS") ? "." : "x" }.joined()
    #expect(seen == pattern)
  }

  @Test func chanceIsTheSameForTheSameSeed() throws {
    func run() throws -> [Bool] {
      var bench = Bench()
      try bench.fault("lose-reference 30%")
      return (0..<100).map { _ in bench.submit().contains("+CMGS") }
    }
    let first = try run()
    #expect(first == (try run()))
    #expect((10...50).contains(first.filter { !$0 }.count))
  }

  @Test func theReferenceOfAnUnansweredAttemptIsUsedUp() throws {
    var bench = Bench()
    try bench.fault("lose-submission")
    _ = bench.submit()
    #expect(bench.type("AT+CRSM=176,28483,0,0,2\r") == "|+CRSM: 144,0,\"40FF\"||OK|")
  }
}

extension String {
  /// How often a piece of text occurs.
  fileprivate func components(_ piece: String) -> Int {
    ranges(of: piece).count
  }
}
