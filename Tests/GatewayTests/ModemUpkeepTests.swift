import ATProtocol
import Testing

@testable import Gateway

/// What keeps a modem going: its speed, the rungs of its recovery, what its network says of money.
@Suite struct ModemUpkeepTests {
  private static func end(
    _ failure: SessionFailure?,
    wasReady: Bool = false,
    hasRestarted: Bool = false
  ) -> ModemDriver.End {
    ModemDriver.End(failure: failure, wasReady: wasReady, hasRestarted: hasRestarted)
  }

  @Test
  func `The usual speeds are tried in turn, the configured one first, until something answers`() {
    var speeds = LineSpeeds(configured: 19_200, isAutomatic: true)
    var tried = [speeds.current]
    for _ in 0..<7 {
      speeds.note(Self.end(.noAnswer(command: "AT")))
      tried.append(speeds.current)
    }
    #expect(tried == [19_200, 115_200, 9600, 38_400, 57_600, 230_400, 460_800, 19_200])
    speeds.note(Self.end(.noAnswer(command: "AT+CSQ"), wasReady: true))
    speeds.note(Self.end(.hangUp))
    #expect(speeds.current == 19_200)
  }

  @Test func `Where the speed means nothing it stays as it is`() {
    var speeds = LineSpeeds(configured: 115_200, isAutomatic: false)
    speeds.note(Self.end(.noAnswer(command: "AT")))
    #expect(speeds.current == 115_200)
  }

  @Test func `A modem is started anew after two failures, at most once an hour`() {
    let start = ContinuousClock.now
    var ladder = RecoveryLadder()
    ladder.ended(Self.end(.noAnswer(command: "AT")), at: start)
    #expect(!ladder.mayRestart(at: start))
    ladder.ended(Self.end(.noAnswer(command: "AT")), at: start)
    #expect(ladder.mayRestart(at: start))
    ladder.ended(Self.end(.restarting, hasRestarted: true), at: start)
    #expect(!ladder.mayRestart(at: start + .seconds(3599)))
    #expect(ladder.mayRestart(at: start + .seconds(3600)))
    ladder.ended(Self.end(nil, wasReady: true), at: start)
    #expect(ladder.failures == 0)
    #expect(!ladder.mayRestart(at: start + .seconds(3600)))
  }

  @Test func `A modem that keeps failing climbs although it was ready, an absent one does not`() {
    var ladder = RecoveryLadder()
    ladder.ended(Self.end(.keepsFailing, wasReady: true), at: .now)
    #expect(ladder.failures == 1)
    ladder.couldNotOpen(isAbsent: false)
    #expect(ladder.failures == 2)
    ladder.couldNotOpen(isAbsent: true)
    #expect(ladder.failures == 0)
  }

  static let balances: [(String, Double?)] = [
    ("Balance: 5.00 GBP", 5), ("Guthaben 12,50 EUR", 12.5), ("Saldo: -3,20", -3.2),
    ("You have 7 pounds until 2026-01-01", 7), ("Your balance is nil", nil), ("", nil),
  ]

  @Test(arguments: balances)
  func `A balance is the first number, with either decimal sign`(answer: String, balance: Double?) {
    #expect(BalanceRule(code: "*100#").balance(in: answer) == balance)
  }

  @Test func `A pattern of one's own finds the number that counts`() {
    var rule = BalanceRule(code: "*100#")
    rule.pattern = "Main: ([0-9.]+)"
    #expect(rule.balance(in: "Bonus: 9.00 Main: 0.40") == 0.4)
    #expect(rule.balance(in: "Bonus: 9.00") == nil)
  }

  static let strings: [(String?, codingScheme: Int?, String?)] = [
    ("Balance: 5.00 GBP", 15, "Balance: 5.00 GBP"),
    ("00420061006C0061006E00630065", 72, "Balance"),
    ("0042006100720020201320AC", 17, "Bar –€"),
    ("42616C616E6365", 68, "Balance"),
    ("AA180C3602", 15, "*100#"), ("1234", 15, "1234"), ("*100#", 15, "*100#"), (nil, nil, nil),
    ("ABCDEFG", 15, "ABCDEFG"),
  ]

  @Test(arguments: strings)
  func `What the network says is read in every coding`(
    text: String?,
    codingScheme: Int?,
    readable: String?
  ) {
    let string = ServiceString(status: .complete, text: text, codingScheme: codingScheme)
    #expect(string.readable == readable)
  }
}
