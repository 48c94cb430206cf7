import Messaging
import QueuePolicy
import Testing

let firstSIM = ICCID("8944012345678901001")
let secondSIM = ICCID("8944012345678901002")

func attempt(
  _ segment: Int,
  of concatenation: Int = 0,
  _ outcome: SubmissionOutcome?,
  settlement: AttemptSettlement? = nil,
  reference: UInt8? = nil,
  delivery: DeliveryCategory? = nil,
  sim: ICCID? = firstSIM
) throws -> AttemptFacts {
  AttemptFacts(
    segment: segment,
    concatenation: concatenation,
    iccid: try #require(sim),
    outcome: outcome,
    settlement: settlement,
    messageReference: reference,
    delivery: delivery
  )
}

@Suite struct SubmissionLedgerTests {
  @Test func acceptedSegmentsAddUp() throws {
    var ledger = SubmissionLedger(segmentCount: 3)
    #expect(ledger.nextSegment == 1)
    #expect(!ledger.isPartial)
    ledger.attempts.append(try attempt(1, .accepted(messageReference: 1)))
    #expect(ledger.segments == [.accepted, .unsent, .unsent])
    #expect(ledger.nextSegment == 2)
    #expect(ledger.isPartial)
    #expect(ledger.boundSIM == firstSIM)
    ledger.attempts.append(try attempt(2, .accepted(messageReference: 2)))
    ledger.attempts.append(try attempt(3, .accepted(messageReference: 3)))
    #expect(ledger.isComplete)
    #expect(ledger.nextSegment == nil)
    #expect(!ledger.isPartial)
  }

  @Test func aSegmentInDoubtWithholdsTheRest() throws {
    let ledger = SubmissionLedger(
      segmentCount: 3,
      attempts: [
        try attempt(1, .accepted(messageReference: 1)), try attempt(2, .unknown(.noAnswer)),
      ]
    )
    #expect(ledger.segments == [.accepted, .unknown, .unsent])
    #expect(ledger.nextSegment == nil)
    #expect(ledger.isInDoubt)
    #expect(ledger.hasUnresolvedAttempt)
  }

  @Test func anOpenAttemptWithholdsTheRest() throws {
    let ledger = SubmissionLedger(segmentCount: 2, attempts: [try attempt(1, nil)])
    #expect(ledger.segments == [.submitting, .unsent])
    #expect(ledger.nextSegment == nil)
    #expect(!ledger.isInDoubt)
  }

  @Test(arguments: [
    (AttemptSettlement.provedSent, SegmentState.accepted, false),
    (.declaredSent, .accepted, false),
    (.provedNotSubmitted, .unsent, false),
    (.disregarded, .unsent, true),
  ])
  func settlementsReplaceDoubt(
    settlement: AttemptSettlement,
    state: SegmentState,
    isInDoubt: Bool
  ) throws {
    let ledger = SubmissionLedger(
      segmentCount: 1,
      attempts: [try attempt(1, .unknown(.hangUp), settlement: settlement)]
    )
    #expect(ledger.segments == [state])
    #expect(ledger.isInDoubt == isInDoubt)
    #expect(!ledger.hasUnresolvedAttempt)
  }

  @Test func doubtEndsWhenTheSegmentIsAccepted() throws {
    let ledger = SubmissionLedger(
      segmentCount: 1,
      attempts: [
        try attempt(1, .unknown(.hangUp), settlement: .disregarded),
        try attempt(1, .accepted(messageReference: 9)),
      ]
    )
    #expect(ledger.isComplete)
    #expect(!ledger.isInDoubt)
  }

  @Test func anErrorThatDoesNotTellIsDoubtAndOneThatTellsIsNot() throws {
    let refused = SubmissionOutcome.refused(.cms(code: 22, afterControlZ: .seconds(1)))
    let unclear = SubmissionOutcome.refused(.cms(code: 500, afterControlZ: .seconds(1)))
    #expect(try attempt(1, refused).standing == .refused)
    #expect(try attempt(1, unclear).standing == .unknown)
    #expect(try attempt(1, .notSubmitted(.noPrompt)).standing == .notSubmitted)
  }

  @Test func deliveryIsRolledUpFromAllSegments() throws {
    let delivered = try attempt(1, .accepted(messageReference: 1), delivery: .delivered)
    let waiting = try attempt(2, .accepted(messageReference: 2))
    let pending = try attempt(2, .accepted(messageReference: 2), delivery: .pending)
    let gaveUp = try attempt(2, .accepted(messageReference: 2), delivery: .gaveUp)
    let second = try attempt(2, .accepted(messageReference: 2), delivery: .delivered)
    func delivery(_ attempts: AttemptFacts...) -> DeliveryCategory? {
      SubmissionLedger(segmentCount: 2, attempts: attempts).delivery
    }
    #expect(delivery(delivered) == nil)
    #expect(delivery(delivered, waiting) == nil)
    #expect(delivery(delivered, pending) == nil)
    #expect(delivery(delivered, gaveUp) == .undeliverable)
    #expect(delivery(delivered, second) == .delivered)
  }

  @Test("a phone puts together what has one reference, so only that adds up")
  func segmentsOfEarlierConcatenatedMessagesDoNotAddUp() throws {
    var ledger = SubmissionLedger(
      segmentCount: 3,
      concatenation: 1,
      attempts: [
        try attempt(1, .accepted(messageReference: 1), delivery: .delivered),
        try attempt(2, .unknown(.hangUp), settlement: .provedSent),
        try attempt(1, of: 1, .accepted(messageReference: 3), sim: secondSIM),
      ]
    )
    #expect(ledger.segments == [.accepted, .unsent, .unsent])
    #expect(ledger.nextSegment == 2)
    #expect(ledger.boundSIM == secondSIM)
    #expect(ledger.isInDoubt)
    ledger.attempts.append(try attempt(3, .unknown(.hangUp)))
    #expect(ledger.hasUnresolvedAttempt)
    #expect(ledger.nextSegment == nil)
    ledger.attempts[3].settlement = .provedSent
    #expect(ledger.isComplete)
    #expect(ledger.segments == [.delivered, .accepted, .accepted])
    #expect(!ledger.isPartial)
  }

  @Test func deliveryOfAnyWholeCopyIsDelivery() throws {
    let ledger = SubmissionLedger(
      segmentCount: 2,
      concatenation: 1,
      attempts: [
        try attempt(1, .accepted(messageReference: 1), delivery: .delivered),
        try attempt(2, .unknown(.hangUp), settlement: .provedSent, delivery: .delivered),
        try attempt(1, of: 1, .accepted(messageReference: 3), delivery: .gaveUp),
        try attempt(2, of: 1, .accepted(messageReference: 4)),
      ]
    )
    #expect(ledger.delivery == .delivered)
  }

  @Test func strangeSegmentNumbersDoNotTrap() throws {
    let ledger = SubmissionLedger(
      segmentCount: 0,
      attempts: [
        try attempt(0, .unknown(.hangUp)), try attempt(.max, .unknown(.hangUp)),
        try attempt(.min, nil),
      ]
    )
    #expect(ledger.segments == [.unsent])
    #expect(!ledger.isInDoubt)
  }
}

@Suite struct DeliveryCategoryTests {
  @Test("TP-ST, 3GPP TS 23.040 §9.2.3.15", arguments: UInt8.min...UInt8.max)
  func everyStatusHasItsCategory(status: UInt8) {
    let expected: DeliveryCategory =
      switch status {
      case 0x00...0x02, 0x10...0x1F: .delivered
      case 0x20...0x3F: .pending
      case 0x40...0x5F: .undeliverable
      default: .gaveUp
      }
    #expect(DeliveryCategory(status: status) == expected)
  }

  @Test func deliveryOutweighsFailureAndAFinalReportAPendingOne() {
    for category in DeliveryCategory.allCases {
      #expect(category.merged(with: .delivered) == .delivered)
      #expect(DeliveryCategory.delivered.merged(with: category) == .delivered)
    }
    #expect(DeliveryCategory.undeliverable.merged(with: .pending) == .undeliverable)
    #expect(DeliveryCategory.pending.merged(with: .gaveUp) == .gaveUp)
    #expect(DeliveryCategory.pending.merged(with: .pending) == .pending)
  }
}
