import Messaging
import QueuePolicy
import Testing

private typealias Desk = SubmissionDesk<Int>

@Suite struct SubmissionDeskTests {
  private let id: MessageID
  private let other: MessageID

  init() {
    var random = SystemRandomNumberGenerator()
    id = MessageID(timestamp: Timestamp(seconds: 1), using: &random)
    other = MessageID(timestamp: Timestamp(seconds: 2), using: &random)
  }

  private func work(_ segment: Int = 1, of count: Int = 1) -> Desk.Work {
    Desk.Work(message: id, segment: segment, segmentCount: count)
  }

  @Test func `A ready modem asks once, and submits what it gets`() {
    var desk = Desk()
    #expect(desk.receive(.ready) == [.ask])
    #expect(desk.receive(.ready) == [])
    #expect(desk.receive(.assigned(work())) == [.submit(token: 1, work())])
    #expect(desk.work == work())
  }

  @Test func `The next segment follows an accepted one at once, and the last ends the message`() {
    var desk = Desk()
    _ = desk.receive(.ready)
    _ = desk.receive(.assigned(work(1, of: 2)))
    _ = desk.receive(.recorded(token: 1, 11))
    #expect(
      desk.receive(.finished(token: 1, .accepted(messageReference: 7)))
        == [
          .recordOutcome(11, .accepted(messageReference: 7)),
          .submit(token: 2, work(2, of: 2)),
        ]
    )
    _ = desk.receive(.recorded(token: 2, 12))
    #expect(
      desk.receive(.finished(token: 2, .accepted(messageReference: 8)))
        == [.recordOutcome(12, .accepted(messageReference: 8))]
    )
    #expect(desk.work == nil)
  }

  @Test func `A segment of unknown outcome withholds the rest, and late proof finds its attempt`() {
    var desk = Desk()
    _ = desk.receive(.ready)
    _ = desk.receive(.assigned(work(1, of: 3)))
    _ = desk.receive(.recorded(token: 1, 11))
    #expect(
      desk.receive(.finished(token: 1, .unknown(.noAnswer)))
        == [.recordOutcome(11, .unknown(.noAnswer))]
    )
    #expect(desk.work == nil)
    #expect(
      desk.receive(.lateProof(token: 1, messageReference: 9))
        == [.recordProof(11, messageReference: 9)]
    )
  }

  @Test func `What was refused before the record counts, what never began does not`() {
    let refusal = SubmissionOutcome.refused(.cms(code: 302, afterControlZ: nil))
    for (outcome, counts) in [
      (refusal, true), (.notSubmitted(.noPrompt), true), (.notSubmitted(.hangUp), false),
      (.notSubmitted(.optedOut), false), (.notSubmitted(.shutdown), false),
    ] as [(SubmissionOutcome, Bool)] {
      var desk = Desk()
      _ = desk.receive(.ready)
      _ = desk.receive(.assigned(work()))
      let expected: Desk.Action = counts ? .recordFailure(work(), outcome) : .giveBack(id)
      #expect(desk.receive(.finished(token: 1, outcome)) == [expected])
    }
  }

  @Test func `A message that comes when the modem can take none is given back`() {
    var desk = Desk()
    _ = desk.receive(.ready)
    #expect(desk.receive(.notReady) == [.stopAsking])
    #expect(desk.receive(.assigned(work())) == [.giveBack(id)])
    #expect(desk.receive(.ready) == [.ask])
    #expect(desk.receive(.paused) == [.stopAsking])
    #expect(desk.receive(.assigned(nil)) == [])
    #expect(desk.receive(.resumed) == [.ask])
  }

  @Test func `Two answers for two attempts leave both unknown, and only those two`() {
    var desk = Desk()
    for token in 1...2 as ClosedRange<UInt64> {
      _ = desk.receive(.ready)
      _ = desk.receive(.assigned(work()))
      _ = desk.receive(.recorded(token: token, Int(token) + 10))
      let outcome: SubmissionOutcome =
        token == 1 ? .unknown(.noAnswer) : .accepted(messageReference: 8)
      _ = desk.receive(.finished(token: token, outcome))
    }
    #expect(desk.receive(.conflictingAnswers(older: 1, newer: 7)) == [])
    #expect(desk.receive(.conflictingAnswers(older: 7, newer: 2)) == [])
    #expect(
      desk.receive(.conflictingAnswers(older: 1, newer: 2))
        == [.recordConflict(older: 11, newer: 12)]
    )
  }

  @Test func `An attempt of before is known by its name`() {
    var desk = Desk(unresolved: (token: 40, attempt: 4))
    #expect(
      desk.receive(.lateProof(token: 40, messageReference: 1))
        == [.recordProof(4, messageReference: 1)]
    )
    _ = desk.receive(.ready)
    #expect(desk.receive(.assigned(work())) == [.submit(token: 1, work())])
    #expect(desk.attempt(40) == 4)
    #expect(desk.attempt(1) == nil)
  }

  @Test func `Proof of an attempt that is not known yet is kept until it is`() {
    var desk = Desk()
    #expect(desk.receive(.lateProof(token: 40, messageReference: 9)) == [])
    #expect(
      desk.receive(.identified(token: 40, 4)) == [.recordProof(4, messageReference: 9)]
    )
    #expect(desk.receive(.identified(token: 40, 4)) == [])
    #expect(
      desk.receive(.lateProof(token: 40, messageReference: 9))
        == [.recordProof(4, messageReference: 9)]
    )
  }

  /// Every sequence of inputs to some depth: a message is in one hand, and ends in one way.
  @Test func `No order of events loses a message, or has two in hand`() {
    var visited = 0
    func explore(_ desk: Desk, _ inHand: MessageID?, _ isAsked: Bool, _ depth: Int) {
      visited += 1
      guard depth > 0 else { return }
      var inputs: [Desk.Input] = [
        .ready, .notReady, .paused, .resumed, .recorded(token: 1, 1), .recorded(token: 2, 2),
        .finished(token: 1, .accepted(messageReference: 1)),
        .finished(token: 2, .accepted(messageReference: 2)),
        .finished(token: 1, .unknown(.noAnswer)), .finished(token: 2, .notSubmitted(.noPrompt)),
        .conflictingAnswers(older: 1, newer: 2),
      ]
      if isAsked { inputs += [.assigned(nil), .assigned(work(1, of: 2))] }
      for input in inputs {
        var next = desk
        var held = inHand
        var asked = isAsked
        if case .assigned(let work) = input {
          #expect(held == nil || work == nil, "asked while a message was in hand")
          held = work?.message ?? held
          asked = false
        }
        var ends = 0
        for action in next.receive(input) {
          switch action {
          case .ask:
            #expect(!asked && held == nil)
            asked = true
          case .giveBack, .recordFailure:
            ends += 1
          case .recordOutcome(_, let outcome):
            if case .accepted = outcome { continue }
            ends += 1
          case .submit(_, let work): #expect(work.message == held)
          case .recordConflict(let older, let newer): #expect(older != newer)
          case .stopAsking, .recordProof: break
          }
        }
        #expect(ends <= 1)
        if next.work == nil, held != nil { held = nil }
        explore(next, held, asked, depth - 1)
      }
    }
    explore(Desk(), nil, false, 5)
    #expect(visited > 50_000)
  }
}
