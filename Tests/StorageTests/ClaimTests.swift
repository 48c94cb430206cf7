import Messaging
import QueuePolicy
import Storage
import Testing

@Suite struct ClaimTests {
  @Test func classComesBeforeUrgencyAndUrgencyBeforeAge() async throws {
    let fixture = try await Fixture()
    let marketing = submission(.marketing)
    let old = submission()
    let young = submission()
    let urgent = submission { $0.isUrgent = true }
    let otp = submission(.otp)
    for (index, one) in [marketing, old, young, urgent, otp].enumerated() {
      _ = try await fixture.store.accept(one, at: noon + .seconds(index))
    }
    var order: [MessageID] = []
    while let claimed = try await fixture.store.claim(at: noon + .seconds(10)) {
      order.append(claimed.id)
    }
    #expect(order == [otp.id, urgent.id, old.id, young.id, marketing.id])
  }

  @Test func aClaimedMessageIsNotClaimedTwiceUntilItIsReleased() async throws {
    let fixture = try await Fixture()
    let one = submission()
    _ = try await fixture.store.accept(one)
    #expect(try await fixture.store.claim(1)?.id == one.id)
    #expect(try await fixture.store.claim(2) == nil)
    fixture.store.release(one.id)
    #expect(try await fixture.store.claim(2)?.id == one.id)
  }

  @Test func aCrashGivesAClaimBack() async throws {
    let fixture = try await Fixture()
    let one = submission()
    _ = try await fixture.store.accept(one)
    _ = try await fixture.store.claim()
    #expect(try await fixture.reopened().claim()?.id == one.id)
  }

  @Test func manyModemsAtOnceNeverGetTheSameMessage() async throws {
    let fixture = try await Fixture()
    _ = try await fixture.store.accept((0..<200).map { _ in submission() }, at: noon)
    let claimed = try await withThrowingTaskGroup(of: [MessageID].self) { group in
      for sim in 1...8 {
        group.addTask {
          var own: [MessageID] = []
          while let message = try await fixture.store.claim(sim) { own.append(message.id) }
          return own
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(claimed.count == 200)
    #expect(Set(claimed).count == 200)
  }

  @Test func aMessageIsNotClaimedBeforeItsTime() async throws {
    let fixture = try await Fixture()
    let one = submission { $0.notBefore = noon + .seconds(60) }
    _ = try await fixture.store.accept(one)
    #expect(try await fixture.store.claim(at: noon + .milliseconds(59_999)) == nil)
    let claimant = Claimant(iccid: try serialNumber(), modem: "modem1")
    #expect(try await fixture.store.nextDue([claimant], after: noon) == noon + .seconds(60))
    #expect(try await fixture.store.claim(at: noon + .seconds(60))?.id == one.id)
  }

  @Test func anExpiredMessageIsNotClaimed() async throws {
    let fixture = try await Fixture()
    _ = try await fixture.store.accept(submission(expiresAt: noon + .seconds(60)))
    #expect(try await fixture.store.claim(at: noon + .seconds(60)) == nil)
  }

  @Test func aPinnedMessageGoesToItsModemOnlyAndInItsTurn() async throws {
    let fixture = try await Fixture()
    let pinned = submission { $0.modem = "modem2" }
    let free = submission()
    _ = try await fixture.store.accept(pinned, at: noon)
    _ = try await fixture.store.accept(free, at: noon + .seconds(1))
    let now = noon + .seconds(2)
    #expect(try await fixture.store.claim(1, at: now)?.id == free.id)
    fixture.store.release(free.id)
    #expect(try await fixture.store.claim(2, at: now)?.id == pinned.id)
    #expect(try await fixture.store.claim(1, at: now)?.id == free.id)
    #expect(try await fixture.store.claim(1, at: now) == nil)
  }

  @Test func whatASIMMayNotSendIsLeftToOthers() async throws {
    let fixture = try await Fixture()
    let bulk = submission(.marketing)
    let other = submission(to: ben)
    _ = try await fixture.store.accept([bulk, other], at: noon)
    var claimant = Claimant(
      iccid: try serialNumber(),
      modem: "modem1",
      excludedClasses: [.marketing]
    )
    claimant.isEligible = { $0.recipient != ben }
    #expect(try await fixture.store.claim(claimant, at: noon) == nil)
    #expect(try await fixture.store.claim(2)?.id == other.id)
    #expect(try await fixture.store.claim(2)?.id == bulk.id)
  }

  @Test func aPostponedMessageLosesItsPlace() async throws {
    let fixture = try await Fixture()
    let one = submission()
    _ = try await fixture.store.accept(one)
    _ = try await fixture.store.claim()
    try await fixture.store.postpone(one.id, until: noon + .seconds(600))
    #expect(try await fixture.store.claim() == nil)
    #expect(try await fixture.store.claim(at: noon + .seconds(600))?.id == one.id)
  }

  @Test func aMessageRefusedOnOneSIMIsLeftToAnotherFirst() async throws {
    let fixture = try await Fixture()
    let one = submission()
    _ = try await fixture.store.accept(one)
    _ = try await fixture.store.claim(1)
    let barred = SubmissionOutcome.refused(.cms(code: 8, afterControlZ: .seconds(1)))
    #expect(try await fixture.store.submit(one.id, barred).to == .queued)
    #expect(try await fixture.store.claim(1) == nil)
    #expect(try await fixture.store.claim(2)?.id == one.id)
    fixture.store.release(one.id)
    // Who waits with that SIM is told when the time for others is over.
    let avoiding = Claimant(iccid: try serialNumber(1), modem: "modem1")
    let end = try #require(try await fixture.store.nextDue([avoiding], after: noon))
    #expect(try await fixture.store.claim(1, at: end + .milliseconds(-1)) == nil)
    #expect(try await fixture.store.claim(1, at: end)?.id == one.id)
    fixture.store.release(one.id)
    #expect(try await fixture.store.nextDue([avoiding], after: end) == nil)
    // Where there is no other SIM, the same one tries again after the back-off.
    #expect(try await fixture.store.claim(1, at: noon + .seconds(10))?.id == one.id)
  }
}

@Suite struct ConcatenationReferenceTests {
  @Test("A reference is kept in the row, 3GPP TS 23.040 §9.2.3.24.1")
  func aReferenceIsDrawnOnceForASIM() async throws {
    let fixture = try await Fixture()
    let one = submission(segments: 3)
    _ = try await fixture.store.accept(one)
    let first = try #require(try await fixture.store.claim(1)?.concatenationReference)
    fixture.store.release(one.id)
    #expect(try await fixture.store.claim(1)?.concatenationReference == first)
    fixture.store.release(one.id)
    #expect(try await fixture.reopened().claim(1)?.concatenationReference == first)
  }

  @Test func noReferenceComesTwiceInADayToOneRecipient() async throws {
    let fixture = try await Fixture()
    let now = noon + .seconds(1)
    let messages = (0..<257).map { _ in submission(segments: 2) }
    _ = try await fixture.store.accept(messages, at: noon)
    var drawn: Set<UInt8> = []
    for _ in 0..<256 {
      let claimed = try #require(try await fixture.store.claim(at: now))
      drawn.insert(try #require(claimed.concatenationReference))
    }
    #expect(drawn.count == 256)
    // The last one waits for another SIM, or for tomorrow.
    #expect(try await fixture.store.claim(1, at: now) == nil)
    let elsewhere = try #require(try await fixture.store.claim(2, at: now))
    #expect(elsewhere.concatenationReference != nil)
  }

  @Test func anotherRecipientHasItsOwnReferences() async throws {
    let fixture = try await Fixture()
    _ = try await fixture.store.accept(
      [submission(to: anna, segments: 2), submission(to: ben, segments: 2)],
      at: noon
    )
    let first = try await fixture.store.claim()?.concatenationReference
    let second = try await fixture.store.claim()?.concatenationReference
    #expect(first == second)
  }

  @Test func aReferenceRestsForADay() async throws {
    let fixture = try await Fixture()
    _ = try await fixture.store.accept(submission(segments: 2))
    let first = try await fixture.store.claim()?.concatenationReference
    try fixture.tamper("UPDATE concatenations SET reference = 255")
    let next = submission(segments: 2)
    _ = try await fixture.store.accept(next)
    let second = try await fixture.store.claim()?.concatenationReference
    #expect(first == 1)
    #expect(second == 0)
  }
}
