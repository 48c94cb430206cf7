import Foundation
import Messaging
import QueuePolicy
import Storage
import Testing

import struct ModemModel.SplitMix64

extension SplitMix64 {
  fileprivate mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &self) < percent
  }
}

/// The store in the hands of unreliable modems and of a process that is killed at any moment.
///
/// What the service centre has is known here, and is the judge.
private struct World {
  /// What the service centre has of one attempt.
  struct Copy {
    let message: MessageID
    let segment: Int
    let recipient: PhoneNumber
    let reference: UInt8
    let sim: Int
    let at: Timestamp
  }

  let seed: UInt64
  var random: SplitMix64
  let fixture: Fixture
  var store: MessageStore
  var now = noon
  var serviceCentre: [Copy] = []
  var lastReference: [Int: UInt8] = [1: 250, 2: 10]
  var messages: [Submission] = []
  var optedOutAt: [PhoneNumber: Timestamp] = [:]
  var resentByOperator: Set<MessageID> = []
  var declaredSent: Set<MessageID> = []

  init(seed: UInt64) async throws {
    self.seed = seed
    random = SplitMix64(seed: seed)
    fixture = try await Fixture()
    store = fixture.store
  }

  mutating func run(steps: Int) async throws {
    for _ in 0..<steps { try await step() }
    // The faults end, and time goes on until everything rests.
    for _ in 0..<20 {
      now = now + .seconds(400)
      _ = try await store.expire(at: now)
      for sim in 1...2 {
        while let claimed = try await store.claim(sim, at: now) {
          guard try await submit(claimed, sim, isHealed: true) else { break }
        }
      }
    }
    try await judge()
  }

  private mutating func step() async throws {
    switch Int.random(in: 0..<12, using: &random) {
    case 0...3: try await accept()
    case 4...7:
      let sim = Int.random(in: 1...2, using: &random)
      if let claimed = try await store.claim(sim, at: now) {
        _ = try await submit(claimed, sim, isHealed: false)
      }
    case 8: try await crash()
    case 9: try await evidence()
    case 10:
      now = now + .seconds(Int.random(in: 0...700, using: &random))
      _ = try await store.expire(at: now)
    default: try await people()
    }
    now = now + .seconds(1)
  }

  private mutating func accept() async throws {
    let one = submission(
      id: MessageID(timestamp: now, using: &random),
      to: random.chance(70) ? anna : ben,
      segments: Int.random(in: 1...3, using: &random),
      duplicates: DuplicatePolicy.allCases.randomElement(using: &random) ?? .hold,
      expiresAt: now + .seconds(random.chance(20) ? 300 : 6000)
    )
    if case .accepted = try await store.accept(one, at: now) { messages.append(one) }
  }

  /// Submits the segments of a message one after the other, as a modem does.
  ///
  /// - Returns: Whether the modem may go on.
  private mutating func submit(
    _ claimed: ClaimedMessage,
    _ sim: Int,
    isHealed: Bool
  ) async throws -> Bool {
    var segment = claimed.nextSegment
    while true {
      let baseline = lastReference[sim] ?? 0
      let decision = try await store.recordAttempt(
        AttemptRecord(
          message: claimed.id,
          segment: segment,
          modem: "modem\(sim)",
          iccid: try serialNumber(sim),
          messageReferenceBaseline: random.chance(80) ? baseline : nil
        ),
        at: now
      )
      guard case .recorded(let attempt) = decision else { return true }
      let isTaken = isHealed || random.chance(60)
      let reference = baseline &+ 1
      if isTaken {
        lastReference[sim] = reference
        serviceCentre.append(
          Copy(
            message: claimed.id,
            segment: segment,
            recipient: claimed.recipient,
            reference: reference,
            sim: sim,
            at: now
          )
        )
      }
      if !isHealed, random.chance(10) {
        try await crash()
        return false
      }
      let change = try await store.recordOutcome(
        of: attempt,
        outcome(isTaken, reference, isHealed),
        at: now,
        jitter: 0.5
      )
      guard change.continues else { return true }
      if !isHealed, random.chance(10) {
        store.release(claimed.id)
        return true
      }
      segment += 1
    }
  }

  private mutating func outcome(
    _ isTaken: Bool,
    _ reference: UInt8,
    _ isHealed: Bool
  ) -> SubmissionOutcome {
    if !isHealed, random.chance(25) {
      return [
        .unknown(.noAnswer), .unknown(.hangUp),
        .refused(.cms(code: 500, afterControlZ: .seconds(2))),
        .refused(.cms(code: 38, afterControlZ: .seconds(31))),
        .refused(.bare(afterControlZ: .seconds(1))),
      ].randomElement(using: &random) ?? .unknown(.noAnswer)
    }
    if isTaken { return .accepted(messageReference: reference) }
    return [
      .refused(.cms(code: 42, afterControlZ: .seconds(1))),
      .refused(.cms(code: 8, afterControlZ: .seconds(1))),
      .refused(.cms(code: 1, afterControlZ: .seconds(1))),
      .notSubmitted(.noPrompt),
    ].randomElement(using: &random) ?? .notSubmitted(.noPrompt)
  }

  /// The process is killed and started again.
  private mutating func crash() async throws {
    store = try await fixture.reopened()
    _ = try await store.recover(at: now)
  }

  /// A status report for something that the service centre has, or the truth from the SIM.
  private mutating func evidence() async throws {
    if random.chance(60), let copy = serviceCentre.randomElement(using: &random) {
      let record = StatusReportRecord(
        iccid: try serialNumber(copy.sim),
        recipient: copy.recipient,
        messageReference: copy.reference,
        status: random.chance(70) ? 0 : 0x46,
        serviceCentreTimeStamp: copy.at,
        rawPDU: [copy.reference] + Array(copy.message.description.utf8)
      )
      _ = try await store.recordReport(record, at: now)
      return
    }
    for open in try await store.unresolvedAttempts() {
      // The SIM is read before anything else is sent from it.
      guard let baseline = open.messageReferenceBaseline, random.chance(50) else { continue }
      let sim = open.iccid == (try serialNumber(1)) ? 1 : 2
      guard serviceCentre.last(where: { $0.sim == sim })?.at ?? noon <= open.recordedAt else {
        continue
      }
      let isThere = serviceCentre.contains {
        $0.message == open.message && $0.segment == open.segment && $0.at == open.recordedAt
      }
      _ = try await store.recordEvidence(
        .lastUsedReference(
          isThere ? baseline &+ 1 : baseline,
          iccid: open.iccid,
          firmwareIsTrusted: true
        ),
        about: open.id,
        at: now
      )
    }
  }

  private mutating func people() async throws {
    guard let one = messages.randomElement(using: &random) else { return }
    switch Int.random(in: 0..<10, using: &random) {
    case 0...3:
      _ = try await store.cancel(one.id, at: now)
    case 4, 5:
      let resolution = Resolution.allCases.randomElement(using: &random) ?? .drop
      if case .done = try await store.resolve(one.id, resolution, at: now) {
        if resolution == .resend { resentByOperator.insert(one.id) }
        if resolution == .sent { declaredSent.insert(one.id) }
      }
    case 6, 7:
      if case .done = try await store.retry(one.id, at: now) { resentByOperator.insert(one.id) }
    case 8:
      if optedOutAt[ben] == nil {
        optedOutAt[ben] = now
        let stop = OptOutEntry(number: ben, action: .optOut, at: now, actor: "recipient")
        _ = try await store.recordOptOut(stop)
      }
    default:
      break
    }
  }

  private func judge() async throws {
    #expect(try await store.check().isEmpty, "seed \(seed)")
    for one in messages {
      let detail = try #require(try await store.message(one.id))
      let copies = (1...one.segmentCount).map { segment in
        serviceCentre.count { $0.message == one.id && $0.segment == segment }
      }
      let note: Comment = "seed \(seed) \(detail.state) \(copies) \(detail)"
      let most = copies.max() ?? 0
      // No silent duplicate.
      if most > 1 { #expect(detail.isPossibleDuplicate, note) }
      if one.duplicates == .avoid, !resentByOperator.contains(one.id) {
        #expect(most <= 1, note)
      }
      // Honest states.
      switch detail.state {
      case .sent, .delivered, .undelivered:
        if !declaredSent.contains(one.id) { #expect(copies.allSatisfy { $0 > 0 }, note) }
      case .failed, .withdrawn, .cancelled, .expired:
        #expect(copies.contains(0), note)
        #expect(detail.acceptedSegments == copies.count { $0 > 0 }, note)
      case .unknown, .closed:
        break
      case .queued, .submitting:
        // Accepted means kept, and nothing is left lying.
        Issue.record("still on its way: \(note)")
      }
    }
    if let stop = optedOutAt[ben] {
      #expect(!serviceCentre.contains { $0.recipient == ben && $0.at > stop }, "seed \(seed)")
    }
  }
}

@Suite struct StoreSimulationTests {
  /// `HERMOD_SEEDS=1-500` runs more of them.
  private static var seeds: ClosedRange<UInt64> {
    let bounds = (ProcessInfo.processInfo.environment["HERMOD_SEEDS"] ?? "1-12")
      .split(separator: "-").compactMap { UInt64($0) }
    guard let first = bounds.first, let last = bounds.last, first <= last else { return 1...12 }
    return first...last
  }

  @Test func thePromisesHoldUnderFaults() async throws {
    var ends: [MessageState: Int] = [:]
    var copies = 0
    for seed in Self.seeds {
      var world = try await World(seed: seed)
      try await world.run(steps: 60)
      for one in world.messages {
        ends[try #require(try await world.store.state(one.id)), default: 0] += 1
      }
      copies += world.serviceCentre.count
    }
    let summary = MessageState.allCases.map { "\($0) \(ends[$0] ?? 0)" }
    print("seeds \(Self.seeds): \(copies) segments taken; \(summary.joined(separator: ", "))")
    // A run that never gets anywhere proves nothing.
    for state in [MessageState.sent, .delivered, .failed, .unknown, .closed, .cancelled] {
      #expect(ends[state, default: 0] > 0)
    }
  }
}
