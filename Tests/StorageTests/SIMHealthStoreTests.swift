import Messaging
import QueuePolicy
import Storage
import Testing

@Suite struct SIMHealthStoreTests {
  @Test func whatSpeaksAgainstASIMIsReadBackAndAClearedOneIsForgotten() async throws {
    let fixture = try await Fixture()
    let histories: [ICCID: SIMHealth] = [
      try serialNumber(1): SIMHealth(
        standing: .quarantined(until: noon, reason: "refused"),
        failures: 1,
        rests: 2,
        barredRecipients: [anna, PhoneNumber(normalForm: "+447700900999")]
      ),
      try serialNumber(2): SIMHealth(
        standing: .paused(until: noon + .seconds(60), reason: "no service")
      ),
      try serialNumber(3): SIMHealth(failures: 2, barredRecipients: [anna]),
    ]
    for (sim, health) in histories { try await fixture.store.keep(health, of: sim) }
    #expect(try await fixture.store.simHealth() == histories)
    try await fixture.store.keep(SIMHealth(), of: serialNumber(1))
    #expect(try await fixture.store.simHealth().count == 2)
  }
}
