import Messaging
import QueuePolicy
import Storage
import Testing

@Suite struct OptOutTests {
  @Test func aNumberGoesOnTheListAndComesOff() async throws {
    let fixture = try await Fixture()
    #expect(try await fixture.store.optOut(blocking: anna, .otp) == nil)
    #expect(try await fixture.store.recordOptOut(.stop(anna)).isNew)
    #expect(!(try await fixture.store.recordOptOut(.stop(anna)).isNew))
    #expect(try await fixture.store.optOut(blocking: anna, .otp)?.since == noon)
    #expect(try await fixture.store.optOut(blocking: ben, .otp) == nil)
    #expect(try await fixture.store.recordOptOut(.start(anna)).isNew)
    #expect(try await fixture.store.optOut(blocking: anna, .otp) == nil)
    #expect(
      try await fixture.store.optOutHistory(of: anna).map(\.action)
        == [.optIn, .optOut, .optOut]
    )
  }

  @Test func anOptOutOfMarketingWithdrawsMarketingOnly() async throws {
    let fixture = try await Fixture()
    let bulk = submission(.marketing)
    let otp = submission(.otp)
    _ = try await fixture.store.accept([bulk, otp], at: noon)
    let change = try await fixture.store.recordOptOut(.stop(anna, scope: .marketing))
    #expect(change.withdrawn.map(\.id) == [bulk.id])
    #expect(try await fixture.store.optOut(blocking: anna, .marketing) != nil)
    #expect(try await fixture.store.optOut(blocking: anna, .otp) == nil)
  }

  @Test func theListComesInPages() async throws {
    let fixture = try await Fixture()
    let numbers = (1...5).map { PhoneNumber(normalForm: "+44770090000\($0)") }
    for number in numbers.reversed() { _ = try await fixture.store.recordOptOut(.stop(number)) }
    let first = try await fixture.store.optOuts(limit: 3)
    #expect(first.map(\.number) == Array(numbers.prefix(3)))
    let rest = try await fixture.store.optOuts(limit: 3, after: first.last?.number)
    #expect(rest.map(\.number) == Array(numbers.suffix(2)))
  }

  @Test func theHistoryCannotBeChanged() async throws {
    let fixture = try await Fixture()
    _ = try await fixture.store.recordOptOut(.stop(anna))
    #expect(throws: (any Error).self) { try fixture.tamper("DELETE FROM opt_out_history") }
    #expect(throws: (any Error).self) {
      try fixture.tamper("UPDATE opt_out_history SET actor = 'nobody'")
    }
    #expect(try await fixture.store.optOutHistory(of: anna).count == 1)
  }

  @Test func aListThatCannotBeReadIsAnErrorAndNotAnEmptyList() async throws {
    let fixture = try await Fixture()
    try fixture.tamper("DROP TABLE opt_outs")
    do {
      _ = try await fixture.store.optOut(blocking: anna, .otp)
      Issue.record("the list was read")
    } catch {
      guard case .optOutListUnreadable = error else {
        Issue.record("another error: \(error)")
        return
      }
    }
  }

  @Test func aPageNeverPartsTheEntriesOfANumber() async throws {
    let fixture = try await Fixture()
    for scope in OptOutScope.allCases {
      for number in [anna, ben] {
        _ = try await fixture.store.recordOptOut(.stop(number, scope: scope))
      }
    }
    let first = try await fixture.store.optOuts(limit: 1)
    #expect(first.map(\.number) == [anna, anna])
    let second = try await fixture.store.optOuts(limit: 3, after: anna)
    #expect(second.map(\.number) == [ben, ben])
  }

  @Test func aListThatIsImportedAgainChangesNothing() async throws {
    let fixture = try await Fixture()
    var entry = OptOutEntry.stop(anna)
    entry.source = .imported
    entry.since = noon + .seconds(-86_400)
    entry.text = "from the shop"
    #expect(try await fixture.store.recordOptOut(entry, onlyIfNew: true).isNew)
    #expect(!(try await fixture.store.recordOptOut(entry, onlyIfNew: true).isNew))
    #expect(try await fixture.store.optOutHistory(of: anna).count == 1)
    let standing = try #require(try await fixture.store.optOuts(of: anna).first)
    #expect(standing.since == noon + .seconds(-86_400))
    #expect(standing.source == .imported)
    #expect(standing.detail == "from the shop")
  }

  @Test func aNumberThatOptsOutTwiceCountsOnce() async throws {
    let fixture = try await Fixture()
    let start = noon + .seconds(-1)
    for action in [OptOutAction.optOut, .optOut, .optIn] {
      let entry = OptOutEntry(number: anna, action: action, at: noon, actor: "uid:0")
      _ = try await fixture.store.recordOptOut(entry)
    }
    #expect(try await fixture.store.optOutCount(since: start) == 1)
    let entry = OptOutEntry(number: ben, action: .optOut, at: noon, actor: "uid:0")
    _ = try await fixture.store.recordOptOut(entry)
    #expect(try await fixture.store.optOutCount(since: start) == 2)
    #expect(try await fixture.store.optOutCount(since: noon + .seconds(1)) == 0)
  }
}

@Suite struct ConsentTests {
  private func consent(_ number: PhoneNumber, _ action: OptOutAction = .consent) -> OptOutEntry {
    OptOutEntry(number: number, action: action, at: noon, actor: "uid:0", text: "on paper")
  }

  @Test func marketingNeedsAConsentWhereItIsRequired() async throws {
    let fixture = try await Fixture()
    let store = fixture.store
    let (unasked, alert) = (submission(.marketing), submission(.alert))
    #expect(try await store.accept(submission(.marketing)) != .refused(.noConsent))
    try await store.requireConsent(true)
    #expect(try await store.accept(unasked) == .refused(.noConsent))
    #expect(try await store.accept(alert) == .accepted(alert.id))
    #expect(try await store.recordOptOut(consent(anna)).isNew)
    #expect(try await store.accept(unasked) == .accepted(unasked.id))
    #expect(try await store.consent(of: anna)?.detail == "on paper")
    #expect(try await store.consents(limit: 10).map(\.number) == [anna])
    let reopened = try await fixture.reopened()
    #expect(try await reopened.accept(submission(to: ben, .marketing)) == .refused(.noConsent))
  }

  @Test func aFileWithoutConsentHasItsResult() async throws {
    let fixture = try await Fixture()
    try await fixture.store.requireConsent(true)
    let one = submission(
      .marketing,
      origin: .spool(name: "offer", member: nil, headers: "To: +447700900001")
    )
    #expect(try await fixture.store.accept(one) == .withdrawn(one.id))
    let reason = try await fixture.store.message(one.id)?.reason
    #expect(reason == "no consent of the recipient to marketing is recorded")
  }

  @Test func aConsentThatIsTakenBackWithdrawsMarketing() async throws {
    let fixture = try await Fixture()
    let store = fixture.store
    try await store.requireConsent(true)
    _ = try await store.recordOptOut(consent(anna))
    let (offer, alert) = (submission(.marketing), submission(.alert))
    _ = try await store.accept([offer, alert], at: noon)
    let change = try await store.recordOptOut(consent(anna, .consentWithdrawn))
    #expect(change.withdrawn.map(\.id) == [offer.id])
    #expect(try await store.consent(of: anna) == nil)
    #expect(try await store.state(alert.id) == .queued)
    #expect(
      try await store.optOutHistory(of: anna).map(\.action) == [.consentWithdrawn, .consent]
    )
  }

  @Test func whatIsQueuedWhenConsentBecomesRequiredIsRefusedAtItsAttempt() async throws {
    let fixture = try await Fixture()
    let offer = submission(.marketing)
    _ = try await fixture.store.accept(offer)
    try await fixture.store.requireConsent(true)
    let decision = try await fixture.store.recordAttempt(
      AttemptRecord(message: offer.id, segment: 1, modem: "modem1", iccid: try serialNumber()),
      at: noon
    )
    #expect(decision == .refused(.optedOut))
    #expect(try await fixture.store.state(offer.id) == .withdrawn)
  }

  @Test func onlyTheOwnerOfANumberConsentsByOptingIn() async throws {
    let fixture = try await Fixture()
    _ = try await fixture.store.recordOptOut(.start(anna))
    #expect(try await fixture.store.consent(of: anna) == nil)
    var sms = OptOutEntry.start(anna)
    sms.source = .sms
    _ = try await fixture.store.recordOptOut(sms)
    #expect(try await fixture.store.consent(of: anna)?.source == .sms)
    _ = try await fixture.store.recordOptOut(.stop(anna, scope: .marketing))
    #expect(try await fixture.store.consent(of: anna) == nil)
  }

  @Test func aRecordedConsentLiftsNoOptOut() async throws {
    let fixture = try await Fixture()
    _ = try await fixture.store.recordOptOut(.stop(anna))
    _ = try await fixture.store.recordOptOut(consent(anna))
    #expect(try await fixture.store.accept(submission(.marketing)) == .refused(.optedOut))
  }
}

extension MessageStore {
  /// What keeps messages of a class from a number.
  func optOut(
    blocking number: PhoneNumber,
    _ messageClass: MessageClass
  ) async throws(StoreError) -> StandingOptOut? {
    try await optOuts(of: number).first { $0.scope == .all || messageClass == .marketing }
  }
}
