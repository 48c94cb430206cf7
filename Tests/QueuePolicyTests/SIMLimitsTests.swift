import Messaging
import QueuePolicy
import Testing

@Suite struct SIMLimitsTests {
  private let now = moment("2026-05-06T10:00:00Z")

  private func limits(_ change: (inout SIMLimits) -> Void) -> SIMLimits {
    var limits = SIMLimits()
    change(&limits)
    return limits
  }

  private func usage(_ change: (inout SIMUsage) -> Void) -> SIMUsage {
    var usage = SIMUsage()
    usage.firstAt = now - .seconds(400 * 86_400)
    usage.lastAt = now - .seconds(3600)
    change(&usage)
    return usage
  }

  private func room(_ standing: SIMStanding) -> Int? {
    switch standing {
    case .open(let room): room.now
    case .knownRecipients, .stopped: nil
    }
  }

  private func stop(_ standing: SIMStanding) -> SIMStop? {
    switch standing {
    case .open: nil
    case .stopped(let stop), .knownRecipients(_, _, let stop): stop
    }
  }

  @Test func `without limits there is room for everything`() {
    let standing = SIMLimits().standing(
      usage { $0.today = 99_999 },
      isUrgent: false,
      at: now,
      in: paris
    )
    #expect(room(standing) == .max)
    #expect(SIMLimits().isEmpty && SIMPreset.none.limits.isEmpty)
  }

  @Test(
    arguments: [
      // A tenth is kept: of 200 twenty, of 5 none.
      (200, 179, false, 1), (200, 180, false, nil), (200, 180, true, 20), (200, 199, true, 1),
      (200, 200, true, nil), (5, 4, false, 1), (5, 5, false, nil), (5, 5, true, nil),
      (10, 9, false, nil), (10, 9, true, 1),
    ] as [(Int, Int, Bool, Int?)]
  )
  func `a tenth of each quota is kept for otp and alert`(
    quota: Int,
    used: Int,
    isUrgent: Bool,
    left: Int?
  ) {
    let daily = limits { $0.perDay = quota }
    let monthly = limits { $0.perMonth = quota }
    let today = daily.standing(usage { $0.today = used }, isUrgent: isUrgent, at: now, in: paris)
    let month = monthly.standing(
      usage { $0.thisMonth = used },
      isUrgent: isUrgent,
      at: now,
      in: paris
    )
    #expect(room(today) == left)
    #expect(room(month) == left)
    guard left == nil else { return }
    #expect(stop(today)?.until == moment("2026-05-06T22:00:00Z"))
    #expect(stop(month)?.until == moment("2026-05-31T22:00:00Z"))
    #expect(stop(today)?.isQuota == true)
  }

  @Test func `recipients have quotas too, and those who are known already go on`() {
    let limits = limits { $0.recipientsPerMonth = 250 }
    let few = limits.standing(
      usage { $0.recipientsThisMonth = 224 },
      isUrgent: false,
      at: now,
      in: paris
    )
    #expect(room(few) == .max)
    let many = limits.standing(
      usage { $0.recipientsThisMonth = 225 },
      isUrgent: false,
      at: now,
      in: paris
    )
    guard case .knownRecipients(_, let since, let stop) = many else {
      Issue.record("\(many)")
      return
    }
    #expect(since == moment("2026-04-30T22:00:00Z"))
    #expect(stop.reason == "225 of 250 recipients this month; the rest is kept for otp and alert")
    #expect(
      room(
        limits.standing(usage { $0.recipientsThisMonth = 225 }, isUrgent: true, at: now, in: paris)
      )
        == .max
    )
  }

  @Test func `the limit of a minute gives way as the minute passes`() {
    let limits = limits { $0.perMinute = 3 }
    func standing(_ ages: [Int]) -> SIMStanding {
      let times = ages.map { now - .seconds($0) }
      return limits.standing(usage { $0.lastMinute = times }, isUrgent: true, at: now, in: paris)
    }
    #expect(room(standing([])) == .max)
    #expect(room(standing([50])) == 2)
    #expect(room(standing([50, 10])) == 1)
    #expect(stop(standing([50, 10, 5]))?.until == now + .seconds(10))
    #expect(stop(standing([50, 10, 5]))?.isQuota == false)
    // A clock that was put back by an hour does not stop the SIM for an hour.
    #expect(stop(standing([-3600, -3600, -3600]))?.until == now + .seconds(60))
  }

  @Test func `the gap varies by its jitter, and a restart does not draw it anew`() {
    let limits = limits {
      $0.gap = .seconds(6)
      $0.gapJitter = 50
    }
    var pauses: Set<Int64> = []
    for offset in 0..<500 {
      let last = now - .milliseconds(offset)
      let standing = limits.standing(usage { $0.lastAt = last }, isUrgent: true, at: now, in: paris)
      guard let until = stop(standing)?.until else {
        Issue.record("no gap after \(offset) ms")
        continue
      }
      let pause = until - last
      #expect(pause >= .seconds(3) && pause <= .seconds(9))
      pauses.insert(pause.wholeMilliseconds / 1000)
      #expect(
        limits.standing(usage { $0.lastAt = last }, isUrgent: true, at: now, in: paris) == standing
      )
    }
    #expect(pauses.count >= 6)
    let later = limits.standing(
      usage { $0.lastAt = now - .seconds(9) },
      isUrgent: true,
      at: now,
      in: paris
    )
    #expect(room(later) == .max)
  }

  @Test func `a new SIM is warmed up, day by day`() {
    let limits = limits {
      $0.perDay = 200
      $0.warmUpDays = 4
    }
    let quotas = (0...5).map { days in
      limits.leftToday(
        usage { $0.firstAt = now - .seconds(days * 86_400) },
        at: now,
        in: paris
      )
    }
    #expect(quotas == [40, 80, 120, 160, 200, 200])
    #expect(limits.leftToday(SIMUsage(), at: now, in: paris) == 40)
    let spent = limits.standing(
      usage {
        $0.firstAt = now
        $0.today = 40
      },
      isUrgent: true,
      at: now,
      in: paris
    )
    #expect(stop(spent)?.reason == "40 of 40 segments today (the SIM is being warmed up)")
  }

  @Test func `the presets are those of the operators, and what is set goes before them`() {
    #expect(SIMPreset.proximus.limits.perDay == 500)
    #expect(SIMPreset.proximus.limits.perMonth == 10_000)
    #expect(SIMPreset.proximus.limits.recipientsPerMonth == 250)
    #expect(SIMPreset.france.limits.recipientsPerMonth == 200)
    #expect(SIMPreset.europe.limits.recipientsPerMonth == 99)
    #expect(SIMPreset.eastern.limits.perDay == 100)
    #expect(SIMPreset.ctia.limits.perMinute == 15)
    #expect(SIMPreset.ctia.limits.perDay == 1000)
    let careful = SIMPreset.careful.limits
    #expect(careful.gap == .seconds(6) && careful.gapJitter == 50 && careful.perMinute == 8)
    #expect(careful.perDay == 200 && careful.recipientsPerMonth == 200)
    let own = limits { $0.perDay = 50 }.completed(from: careful)
    #expect(own.perDay == 50 && own.perMinute == 8)
    for preset in SIMPreset.allCases where preset != .none { #expect(!preset.limits.isEmpty) }
  }

  @Test func `the limits of a SIM are those of its serial number, else its modem, else all`() throws
  {
    let serialNumber = "8944110068020000014"
    let sim = try #require(ICCID(serialNumber))
    var rules = SendingRules()
    rules.standardLimits.perDay = 1
    #expect(rules.limits(of: sim, in: "a").perDay == 1)
    rules.limitsByModem["a"] = limits { $0.perDay = 2 }
    #expect(rules.limits(of: sim, in: "a").perDay == 2)
    rules.limitsBySIM[sim] = limits { $0.perDay = 3 }
    #expect(rules.limits(of: sim, in: "b").perDay == 3)
  }
}
