import Messaging
import QueuePolicy
import Storage
import Testing

@Suite struct SIMHealthStoreTests {
  @Test func whatSpeaksAgainstASIMIsReadBackAndAClearedOneIsForgotten() async throws {
    let fixture = try await Fixture()
    let histories: [ICCID: SIMHealth] = [
      try card(1): SIMHealth(
        standing: .quarantined(until: noon, reason: "refused"),
        failures: 1,
        rests: 2,
        barredRecipients: [anna, PhoneNumber(normalForm: "+447700900999")]
      ),
      try card(2): SIMHealth(standing: .paused(until: noon + .seconds(60), reason: "no service")),
      try card(3): SIMHealth(failures: 2, barredRecipients: [anna]),
    ]
    for (card, health) in histories { try await fixture.store.keep(health, of: card) }
    #expect(try await fixture.store.simHealth() == histories)
    try await fixture.store.keep(SIMHealth(), of: card(1))
    #expect(try await fixture.store.simHealth().count == 2)
  }
}
