import Messaging
import QueuePolicy
import Storage
import Testing

/// What was sent under a clock that was a month ahead counts from when it is set back, and not until the
/// clock is there again.
@Suite struct UsageCorrectionTests {
  private static let ahead = noon + .seconds(31 * 86_400)
  private static let minute: Duration = .seconds(60)

  /// A gateway that has sent a message to Anna under a clock that was ahead, and has another under the
  /// right one.
  private static func corrected(
    another recipient: PhoneNumber = anna,
    _ change: (inout SendingRules) -> Void
  ) async throws -> Fixture {
    let fixture = try await Fixture()
    var rules = SendingRules()
    change(&rules)
    try await fixture.store.adopt(rules, at: ahead)
    let early = submission(expiresAt: ahead + .seconds(86_400))
    _ = try await fixture.store.accept(early, at: ahead)
    try await fixture.store.submit(early.id, .accepted(messageReference: 1), at: ahead)
    try await fixture.store.clockWentBack(to: noon)
    try await fixture.store.adopt(rules, at: noon)
    let later = submission(to: recipient, expiresAt: noon + .seconds(7 * 86_400))
    _ = try await fixture.store.accept(later, at: noon)
    return fixture
  }

  enum Pace: CaseIterable {
    case gap, perMinute, minimumInterval

    func limit(_ rules: inout SendingRules) {
      switch self {
      case .gap: rules.standardLimits.gap = minute
      case .perMinute: rules.standardLimits.perMinute = 1
      case .minimumInterval:
        var own = ClassRules()
        own.minimumInterval = minute
        rules.classes[.notification] = own
      }
    }
  }

  @Test(arguments: Pace.allCases)
  func `the next message waits its own time`(pace: Pace) async throws {
    let fixture = try await Self.corrected { pace.limit(&$0) }
    #expect(try await fixture.store.claim(at: noon) == nil)
    #expect(try await fixture.store.claim(at: noon + Self.minute) != nil)
  }

  enum Quota: CaseIterable {
    case perDay, recipientsPerDay, budget

    func limit(_ rules: inout SendingRules) {
      switch self {
      case .perDay: rules.standardLimits.perDay = 1
      case .recipientsPerDay: rules.standardLimits.recipientsPerDay = 1
      case .budget:
        rules.prefixes.rules = [PrefixRule(prefix: "+44", cost: Money(units: 1))]
        rules.budget.daily = Money(units: 2)
      }
    }
  }

  @Test(arguments: Quota.allCases)
  func `a quota is used up today, and not every day`(quota: Quota) async throws {
    let fixture = try await Self.corrected(another: ben) { quota.limit(&$0) }
    #expect(try await fixture.store.claim(at: noon) == nil)
    let tomorrow = ZoneOffsets.utc.endOfDay(at: noon)
    #expect(try await fixture.store.claim(at: tomorrow + .seconds(1)) != nil)
  }

  @Test func `the sums of the day have it once`() async throws {
    let fixture = try await Self.corrected { _ in }
    #expect(try await fixture.store.activity(since: noon - .seconds(900)).map(\.sent) == [1])
    #expect(try await fixture.store.activity(since: noon + .seconds(900)).isEmpty)
    #expect(try await fixture.store.traffic(since: noon + .seconds(900)).isEmpty)
  }
}
