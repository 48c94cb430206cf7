import Messaging
import QueuePolicy
import Storage
import Testing

/// What `status` says of messages that the rules keep back.
@Suite struct KeptBackTests {
  private func rules(_ text: String) throws -> SendingRules {
    var rules = SendingRules()
    var own = ClassRules()
    let hours = try #require(DailyHours(text))
    own.quietHours.ordinary = hours
    rules.classes[.marketing] = own
    return rules
  }

  @Test func `what waits for the end of quiet hours is counted, until they end`() async throws {
    let fixture = try await Fixture()
    try await fixture.store.adopt(try rules("07:00-09:00"), at: noon)
    let offers = [submission(.marketing), submission(.marketing)]
    _ = try await fixture.store.accept(offers + [submission(.otp)], at: noon)
    let end = noon + .seconds(3600)
    let found = try await fixture.store.keptBack(at: noon)
    #expect(found.map(\.messageClass) == [.marketing])
    #expect(found.map(\.count) == [2])
    #expect(found.map(\.until) == [end])
    #expect(found.map(\.reason) == ["quiet hours until 2027-01-15 09:00 (UTC)"])
    #expect(try await fixture.store.keptBack(at: end) == [])
  }

  @Test func `what is cancelled is kept back no more`() async throws {
    let fixture = try await Fixture()
    try await fixture.store.adopt(try rules("07:00-09:00"), at: noon)
    let offer = submission(.marketing)
    _ = try await fixture.store.accept(offer, at: noon)
    _ = try await fixture.store.cancel(offer.id, at: noon)
    #expect(try await fixture.store.keptBack(at: noon) == [])
  }

  @Test func `what its sender has scheduled is not kept back`() async throws {
    let fixture = try await Fixture()
    let later = submission(.marketing) { $0.notBefore = noon + .seconds(1800) }
    _ = try await fixture.store.accept(later, at: noon)
    #expect(try await fixture.store.keptBack(at: noon) == [])
  }
}
