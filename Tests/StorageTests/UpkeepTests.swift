import Foundation
import GRDB
import Messaging
import QueuePolicy
import Storage
import Testing

@Suite struct BackupTests {
  @Test func aBackupIsWholeAndEverythingInItIsHeld() async throws {
    let fixture = try await Fixture()
    let queued = submission()
    let unknown = submission(duplicates: .allow)
    let sent = submission()
    let open = submission()
    _ = try await fixture.store.accept([queued, unknown, sent, open], at: noon)
    try await fixture.store.submit(sent.id, .accepted(messageReference: 1))
    try await fixture.store.submit(unknown.id, .unknown(.hangUp))
    _ = try await fixture.store.attempt(open.id)
    let target = fixture.directory + "/copy.db"
    try await fixture.store.backup(to: target)
    // The original goes on.
    #expect(try await fixture.store.heldCount() == 0)
    #expect(try await fixture.store.claim()?.id == queued.id)

    let restored = try await MessageStore.open(path: target)
    #expect(try await restored.durability().synchronous == 2)
    #expect(try await restored.check().isEmpty)
    #expect(try await restored.heldCount() == 3)
    let later = noon + .seconds(3600)
    _ = try await restored.recover(at: later)
    _ = try await restored.expire(at: later)
    #expect(try await restored.claim(at: later) == nil)
    let decision = try await restored.recordAttempt(
      AttemptRecord(message: queued.id, segment: 1, modem: "modem1", iccid: try serialNumber()),
      at: later
    )
    #expect(decision == .refused(.superseded))
    // What is accepted from now on is not held.
    let new = submission()
    _ = try await restored.accept(new, at: later)
    #expect(try await restored.claim(at: later)?.id == new.id)
    #expect(try await restored.releaseHeld(queued.id, at: later) == 1)
    #expect(try await restored.claim(at: later)?.id == queued.id)
    #expect(try await restored.releaseHeld(at: later) == 2)
    try await restored.close()
  }

  /// Who says of a held message that it is sent has decided what the others still wait for.
  @Test func whatAnOperatorDecidesIsHeldNoLonger() async throws {
    let fixture = try await Fixture()
    let messages = (0..<5).map { _ in submission() }
    _ = try await fixture.store.accept(messages, at: noon)
    try await fixture.store.submit(messages[0].id, .unknown(.hangUp))
    let target = fixture.directory + "/copy.db"
    try await fixture.store.backup(to: target)
    let restored = try await MessageStore.open(path: target)
    #expect(try await restored.heldCount() == 5)
    // Refused, and so no decision.
    #expect(try await restored.retry(messages[0].id, at: noon) == .refused(.unknown))
    #expect(try await restored.heldCount() == 5)
    _ = try await restored.resolve(messages[0].id, .resend, at: noon)
    _ = try await restored.retry(messages[1].id, at: noon)
    _ = try await restored.cancel(messages[2].id, at: noon)
    #expect(try await restored.heldCount() == 2)
    #expect(try await restored.releaseHeld(messages[2].id, at: noon) == 0)
    let claimed = [try await restored.claim()?.id, try await restored.claim()?.id]
    #expect(Set(claimed) == [messages[0].id, messages[1].id])
    #expect(try await restored.releaseHeld(at: noon) == 2)
    try await restored.close()
  }

  @Test func aBackupNeverReplacesAFile() async throws {
    let fixture = try await Fixture()
    let target = fixture.directory + "/copy.db"
    try "precious".write(toFile: target, atomically: true, encoding: .utf8)
    await #expect(throws: StoreError.self) { try await fixture.store.backup(to: target) }
    #expect(try String(contentsOfFile: target, encoding: .utf8) == "precious")
    await #expect(throws: StoreError.self) {
      try await fixture.store.backup(to: "/nonexistent/copy.db")
    }
  }

  @Test func aBackupIsNobodyElsesBusinessAndLeavesNothingBehind() async throws {
    let fixture = try await Fixture()
    _ = try await fixture.store.accept(submission())
    try await fixture.store.backup(to: fixture.directory + "/copy.db")
    let attributes = try FileManager.default.attributesOfItem(
      atPath: fixture.directory + "/copy.db"
    )
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let names = try FileManager.default.contentsOfDirectory(atPath: fixture.directory)
    #expect(names.filter { $0.hasPrefix("copy") } == ["copy.db"])
  }
}

@Suite struct RetentionTests {
  @Test func whatIsDoneWithIsDeletedInItsTime() async throws {
    let fixture = try await Fixture()
    let done = (0..<450).map { _ in submission() }
    let waiting = submission(expiresAt: noon + .seconds(1_000_000_000))
    let unwritten = submission(origin: .spool(name: "a", member: nil, headers: ""))
    _ = try await fixture.store.accept(done + [waiting, unwritten], at: noon)
    for one in done.prefix(3) {
      try await fixture.store.submit(one.id, .accepted(messageReference: 1))
    }
    for one in done.dropFirst(3) { _ = try await fixture.store.cancel(one.id, at: noon) }
    try await fixture.store.submit(unwritten.id, .accepted(messageReference: 1))
    let retention = Retention()
    let days: Duration = .seconds(90 * 86_400)
    #expect(try await fixture.store.prune(retention, at: noon + days) == 0)
    let later = noon + days + .seconds(1)
    #expect(try await fixture.store.prune(retention, at: later) == 450)
    #expect(try await fixture.store.message(done[0].id) == nil)
    #expect(try await fixture.store.message(waiting.id) != nil)
    #expect(try await fixture.store.message(unwritten.id) != nil)
    #expect(try fixture.peek(Int.self, "SELECT count(*) FROM attempts") == 1)
    #expect(try await fixture.store.check().isEmpty)
    #expect(try await fixture.store.tallies().map(\.count) == [1, 1])
  }

  @Test func optOutsAndTheirHistoryStay() async throws {
    let fixture = try await Fixture()
    _ = try await fixture.store.recordOptOut(.stop(anna))
    try await fixture.store.prune(Retention(), at: noon + .seconds(10_000_000_000))
    #expect(try await fixture.store.optOut(blocking: anna, .otp) != nil)
    #expect(try await fixture.store.optOutHistory(of: anna).count == 1)
  }

  @Test func theFileShrinksInSmallSteps() async throws {
    let fixture = try await Fixture()
    let bulk = (0..<1500).map { _ in
      submission { $0.content = .text(String(repeating: "x", count: 1500)) }
    }
    _ = try await fixture.store.accept(bulk, at: noon)
    for one in bulk { _ = try await fixture.store.cancel(one.id, at: noon) }
    let waiting = (0..<3).map { _ in submission(expiresAt: noon + .seconds(86_400)) }
    _ = try await fixture.store.accept(waiting, at: noon)
    let before = try #require(try fixture.peek(Int.self, "PRAGMA page_count"))
    let store = fixture.store
    let commits = store.commitCount
    let pruning = Task {
      try await store.prune(Retention(messages: .zero), at: noon + .seconds(1))
    }
    // Sending goes on meanwhile: each of these is served between two steps.
    for one in waiting {
      #expect(try await store.claim(at: noon + .seconds(2)) != nil)
      try await store.submit(
        one.id,
        .accepted(messageReference: 1),
        at: noon + .seconds(2)
      )
    }
    let served = store.commitCount - commits
    _ = try await pruning.value
    let steps = store.commitCount - commits
    let after = try #require(try fixture.peek(Int.self, "PRAGMA page_count"))
    print("pruned from \(before) to \(after) pages")
    #expect(after < before / 2)
    // No step is long: it deletes 200 rows or gives 64 pages back, and then others have their turn.
    #expect(steps >= 1500 / 200 + (before - after) / 64)
    #expect(served < steps, "sending waited for the last step")
  }
}

@Suite struct MemoryTests {
  @Test func factsAboutASIMSurviveARestart() async throws {
    let fixture = try await Fixture()
    try await fixture.store.remember("quarantine", "barred", of: try serialNumber(1), at: noon)
    try await fixture.store.remember("rejected PIN", "1234", of: try serialNumber(2), at: noon)
    let reopened = try await fixture.reopened()
    #expect(try await reopened.facts().map(\.value) == ["barred", "1234"])
    try await reopened.remember("quarantine", nil, of: try serialNumber(1), at: noon)
    #expect(try await reopened.facts(of: try serialNumber(1)).isEmpty)
    #expect(try await reopened.facts(of: try serialNumber(2)).map(\.name) == ["rejected PIN"])
  }

  @Test func settingsAreKept() async throws {
    let fixture = try await Fixture()
    try await fixture.store.set("queue paused", "yes")
    #expect(try await fixture.reopened().setting("queue paused") == "yes")
    try await fixture.store.set("queue paused", nil)
    #expect(try await fixture.store.setting("queue paused") == nil)
  }

  @Test func trustInAFirmwareIsEarnedAndKept() async throws {
    let fixture = try await Fixture()
    let firmware = Firmware(manufacturer: "huawei", model: "E173", revision: "11.126")
    for _ in 0..<20 { try await fixture.store.record(.agreed, of: firmware) }
    #expect(!(try await fixture.store.trust(in: firmware).isTrusted))
    #expect(try await fixture.store.record(.advancedUnanswered, of: firmware).isTrusted)
    #expect(try await fixture.reopened().trust(in: firmware).isTrusted)
    var other = firmware
    other.revision = "11.127"
    #expect(!(try await fixture.store.trust(in: other).isTrusted))
    #expect(!(try await fixture.store.record(.disagreed, of: firmware).isTrusted))
  }

  @Test func aClockThatWasAheadKeepsNobodyWaiting() async throws {
    let fixture = try await Fixture()
    let ahead = noon + .seconds(86_400)
    let one = submission(expiresAt: ahead + .seconds(60))
    let scheduled = submission { $0.notBefore = noon + .seconds(2 * 86_400) }
    _ = try await fixture.store.accept([one, scheduled], at: ahead)
    #expect(try await fixture.store.claim(at: noon) == nil)
    #expect(try await fixture.store.clockWentBack(to: noon) == 1)
    #expect(try await fixture.store.claim(at: noon)?.id == one.id)
    #expect(try await fixture.store.claim(at: noon) == nil)
  }
}
