import GSMAlphabet
import Messaging
import QueuePolicy
import Testing

@Suite struct SendingRulesTests {
  private let now = moment("2026-05-06T10:00:00Z")

  @Test(
    arguments: [
      ([], [], "+33612345678", true), ([], ["+33"], "+33612345678", false),
      ([], ["+339"], "+33612345678", true), (["+44"], [], "+33612345678", false),
      (["+44", "+33"], [], "+33612345678", true), (["+33"], ["+3361"], "+33612345678", false),
      (["+3361"], ["+33"], "+33612345678", true), (["+33"], ["+33"], "+33612345678", false),
      ([], ["+33"], "33612", true), ([], ["8"], "82222", false), (["+33"], [], "82222", false),
    ] as [([String], [String], String, Bool)]
  )
  func `of the prefixes that fit a number the longest decides`(
    allowed: [String],
    denied: [String],
    number: String,
    isAllowed: Bool
  ) {
    var prefixes = PrefixRules()
    prefixes.allowed = allowed
    prefixes.denied = denied
    #expect((prefixes.verdict(on: PhoneNumber(normalForm: number)) == .allowed) == isAllowed)
  }

  @Test func `premium numbers are known`() {
    var prefixes = PrefixRules()
    prefixes.denied = PremiumPrefixes.all
    for number in ["+33899123456", "+19005551234", "+449098765432", "+97912345678"] {
      #expect(prefixes.verdict(on: PhoneNumber(normalForm: number)) != .allowed)
    }
    for number in ["+33612345678", "+447700900123", "+12025550123", "+4915112345678"] {
      #expect(prefixes.verdict(on: PhoneNumber(normalForm: number)) == .allowed)
    }
  }

  @Test func `a message costs its segments at the price of the longest prefix`() throws {
    var prefixes = PrefixRules()
    #expect(!prefixes.hasCosts)
    prefixes.standardCost = try #require(Money(units: 0.2))
    prefixes.rules = [
      PrefixRule(prefix: "+33", cost: Money(units: 0.0475)),
      PrefixRule(prefix: "+336", modems: ["a"]),
      PrefixRule(prefix: "+3361", cost: Money(units: 0)),
    ]
    #expect(prefixes.cost(to: japaneseNumber, segments: 3).description == "0.60")
    #expect(
      prefixes.cost(to: PhoneNumber(normalForm: "+33700000000"), segments: 2).description == "0.095"
    )
    #expect(prefixes.cost(to: frenchNumber, segments: 2) == .zero)
    #expect(prefixes.route(to: frenchNumber)?.modems == ["a"])
    #expect(prefixes.route(to: japaneseNumber) == nil)
  }

  @Test func `the longest prefix that says so decides which shift tables may be used`() {
    var prefixes = PrefixRules()
    #expect(prefixes.languages(for: frenchNumber).isEmpty)
    prefixes.rules = [
      PrefixRule(prefix: "+33", languages: [.portuguese]),
      PrefixRule(prefix: "+336", modems: ["a"]),
      PrefixRule(prefix: "+81", languages: [.portuguese]),
      PrefixRule(prefix: String(japaneseNumber.description.prefix(4)), languages: []),
    ]
    #expect(prefixes.languages(for: frenchNumber) == [.portuguese])
    #expect(prefixes.languages(for: japaneseNumber).isEmpty)
    #expect(prefixes.languages(for: PhoneNumber(normalForm: "+4477")).isEmpty)
  }

  @Test(arguments: [
    (0.07, "0.07"), (12.5, "12.50"), (0.0475, "0.0475"), (3, "3.00"), (0.00001, "0.00"),
  ])
  func `amounts are read and written`(units: Double, text: String) {
    #expect(Money(units: units)?.description == text)
  }

  @Test func `an amount that makes no sense is none`() {
    #expect(Money(units: -1) == nil && Money(units: .nan) == nil && Money(units: 1e12) == nil)
  }

  @Test func `a cap counts in any stretch of its length`() {
    var rules = SendingRules()
    var marketing = ClassRules()
    marketing.perRecipientDay = 2
    marketing.perRecipientWeek = 3
    rules.classes[.marketing] = marketing
    func verdict(_ hours: [Int]) -> RuleVerdict {
      rules.verdict(on: .marketing, after: hours.map { now - .seconds($0 * 3600) }, at: now)
    }
    func until(_ verdict: RuleVerdict) -> Timestamp? {
      if case .deferred(let until, _) = verdict { return until }
      return nil
    }
    #expect(verdict([]) == .allowed)
    #expect(verdict([1]) == .allowed)
    #expect(until(verdict([1, 5])) == now + .seconds(19 * 3600))
    #expect(verdict([1, 24]) == .allowed)
    #expect(until(verdict([1, 30, 40])) == now + .seconds((7 * 24 - 40) * 3600))
    #expect(rules.verdict(on: .otp, after: [now, now, now], at: now) == .allowed)
  }

  @Test func `a minimum interval keeps the next message back`() {
    var rules = SendingRules()
    rules.classes[.marketing] = ClassRules()
    rules.classes[.marketing]?.minimumInterval = .seconds(3600)
    let early = rules.verdict(on: .marketing, after: [now - .seconds(600)], at: now)
    guard case .deferred(let until, let reason) = early else {
      Issue.record("\(early)")
      return
    }
    #expect(until == now + .seconds(3000))
    #expect(
      reason.hasPrefix("the minimum interval for marketing messages to one recipient, until 20")
    )
    #expect(rules.verdict(on: .marketing, after: [now - .seconds(3600)], at: now) == .allowed)
  }

  @Test func `a budget is kept to the last tenth, and that for otp and alert`() throws {
    var rules = SendingRules()
    rules.budget.daily = Money(units: 10)
    rules.budget.currency = "EUR"
    let cost = try #require(Money(units: 0.5))
    func verdict(_ spent: Double, isUrgent: Bool = false, cost: Money) -> RuleVerdict {
      let spent = Money(units: spent) ?? .zero
      return rules.verdict(onCost: cost, isUrgent: isUrgent, spent: (spent, spent), at: now)
    }
    #expect(verdict(8.5, cost: cost) == .allowed)
    guard case .deferred(let until, let reason) = verdict(8.6, cost: cost) else {
      Issue.record("the budget was not kept")
      return
    }
    #expect(until == moment("2026-05-07T00:00:00Z"))
    #expect(reason.hasPrefix("the budget of the day is used up (8.60 EUR of 10.00 EUR), until"))
    #expect(verdict(9.5, isUrgent: true, cost: cost) == .allowed)
    #expect(verdict(9.6, isUrgent: true, cost: cost) != .allowed)
    #expect(verdict(99, cost: .zero) == .allowed)
  }

  @Test func `quiet hours bind the classes that have them, by the recipient's clock`() throws {
    var rules = SendingRules()
    rules.calendar = SendingCalendar(home: paris, zones: ["81": tokyo])
    rules.classes[.marketing] = ClassRules()
    rules.classes[.marketing]?.quietHours.ordinary = DailyHours("21:00-08:00")
    let evening = moment("2026-05-06T13:00:00Z")
    #expect(rules.verdict(on: frenchNumber, .marketing, at: evening) == .allowed)
    #expect(
      rules.verdict(on: japaneseNumber, .marketing, at: evening)
        == .deferred(
          until: moment("2026-05-06T23:00:00Z"),
          reason: "quiet hours until 2026-05-07 08:00 (Asia/Tokyo)"
        )
    )
    #expect(rules.verdict(on: japaneseNumber, .otp, at: evening) == .allowed)
  }

  @Test(arguments: [
    ("20% off", false), ("20% off. Reply STOP to opt out", true), ("Answer stop!", true),
    ("stopped", false), ("STOP au 36111", true), ("nonstop flights", false),
  ])
  func `a text has a hint where the word stands by itself`(text: String, isThere: Bool) {
    #expect(OptOutHint(text: "Reply STOP to opt out").isIn(text) == isThere)
  }

  @Test func `a hint stands on a line of its own`() {
    let hint = OptOutHint(text: "Reply STOP to opt out")
    #expect(hint.appended(to: "20% off") == "20% off\nReply STOP to opt out")
    #expect(hint.appended(to: "20% off\n") == "20% off\nReply STOP to opt out")
    #expect(hint.isIn(hint.appended(to: "x")))
  }

  @Test func `of two verdicts the stricter holds`() {
    let soon = RuleVerdict.deferred(until: now, reason: "a")
    let late = RuleVerdict.deferred(until: now + .seconds(1), reason: "b")
    let never = RuleVerdict.refused(reason: "c")
    #expect(soon.and(late) == late && late.and(soon) == late)
    #expect(late.and(never) == never && never.and(late) == never)
    #expect(RuleVerdict.allowed.and(soon) == soon && soon.and(.allowed) == soon)
  }
}
