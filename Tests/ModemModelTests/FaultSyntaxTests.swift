import ModemModel
import Testing

@Suite struct FaultSyntaxTests {
  @Test func everyFaultOfTheTableIsRead() throws {
    for row in FaultSyntax.table {
      let text = row.words.replacing("DURATION", with: "2s").replacing(" N", with: " 7")
      guard case .rule = try FaultSyntax.instruction(text) else {
        Issue.record("\(text) is no rule")
        continue
      }
    }
    for row in FaultSyntax.conditions {
      #expect(
        try FaultSyntax.instruction(row.word + " off") == .condition(row.condition, isOn: false)
      )
    }
  }

  @Test func allPartsTogether() throws {
    let instruction = try FaultSyntax.instruction(
      "hang-up-after-ctrl-z every 3 to +447700900123 back 2.5s"
    )
    let rule = FaultRule(
      .hangUpAfterControlZ,
      .every(3),
      recipient: "+447700900123",
      comesBackAfter: .milliseconds(2500)
    )
    #expect(instruction == .rule(rule))
    #expect(
      try FaultSyntax.instruction("lose-ok 2.5%") == .rule(FaultRule(.loseOK, .probability(0.025)))
    )
  }

  @Test(
    "What cannot be read is named",
    arguments: [
      ("", "the name of a fault is missing"),
      ("explode", "'explode' is not a fault or a condition"),
      ("cms-error", "a number is missing"),
      ("cms-error x", "'x' is not a number"),
      ("lose-ok every", "a number is missing"),
      ("lose-ok 101%", "'101%' is not once, always, every N, at N, next N, P%, to, on or back"),
      ("lose-ok back soon", "'soon' is not a length of time such as 80ms, 2.5s or 2min"),
      ("dead maybe", "'maybe' is not on or off"),
    ]
  )
  func errors(text: String, message: String) {
    #expect {
      try FaultSyntax.instruction(text)
    } throws: {
      "\($0)" == message
    }
  }

  @Test(arguments: [
    ("80ms", 80), ("2.5s", 2500), ("2min", 120_000), ("1h", 3_600_000), ("0", 0), ("0.25s", 250),
  ])
  func durations(text: String, milliseconds: Int64) throws {
    #expect(try FaultSyntax.duration(text) == .milliseconds(milliseconds))
  }

  @Test(arguments: ["", "s", "-1s", "1", "1.s2", "1e9s", "99999999999s"])
  func noDurations(text: String) {
    #expect(throws: SyntaxError.self) { try FaultSyntax.duration(text) }
  }

  @Test func customers() throws {
    let rule = try FaultSyntax.customer("+447700900123: STOP please after 2s when special offer")
    #expect(
      rule
        == CustomerRule(
          number: "+447700900123",
          trigger: "special offer",
          answer: "STOP please",
          delay: .seconds(2)
        )
    )
    #expect(
      try FaultSyntax.customer("+447700900123: YES")
        == CustomerRule(number: "+447700900123", answer: "YES")
    )
    #expect(throws: SyntaxError.missing("':' after the number")) {
      try FaultSyntax.customer("STOP")
    }
  }
}
