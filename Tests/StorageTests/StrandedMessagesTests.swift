import Messaging
import QueuePolicy
import Storage
import Testing

/// What waits for a modem or a SIM that is not at work: nobody can say when that is sent.
@Suite struct StrandedMessagesTests {
  @Test func `what is for a modem that is not there is counted by class`() async throws {
    let fixture = try await Fixture()
    let offers = [
      submission(.marketing) { $0.modem = "gone" }, submission(.marketing) { $0.modem = "gone" },
      submission(.otp) { $0.modem = "gone" }, submission(.otp) { $0.modem = "here" },
      submission(.otp),
      submission(.otp) {
        $0.modem = "gone"
        $0.notBefore = noon + .seconds(600)
      },
    ]
    _ = try await fixture.store.accept(offers, at: noon)
    let store = fixture.store
    #expect(
      try await store.strandedCounts(without: ["here"], [], at: noon) == [.marketing: 2, .otp: 1]
    )
    #expect(try await store.strandedCounts(without: ["here", "gone"], [], at: noon) == [:])
    #expect(
      try await store.strandedCounts(without: ["gone"], [], at: noon + .seconds(600)) == [.otp: 1]
    )
  }

  @Test func `what is for the modems of a prefix waits for one of them`() async throws {
    let fixture = try await Fixture()
    var rules = SendingRules()
    rules.prefixes.rules = [PrefixRule(prefix: "+44", modems: ["front", "back"])]
    try await fixture.store.adopt(rules, at: noon)
    _ = try await fixture.store.accept([submission(.otp)], at: noon)
    let store = fixture.store
    #expect(try await store.strandedCounts(without: ["other"], [], at: noon) == [.otp: 1])
    #expect(try await store.strandedCounts(without: ["other", "back"], [], at: noon) == [:])
  }
}
