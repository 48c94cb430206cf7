import ATProtocol
import Messaging
import Testing

@Suite struct SubmitDialogueTests {
  static func run(_ inputs: [SubmitDialogue.Input]) -> [SubmitDialogue.Action] {
    var dialogue = SubmitDialogue()
    return inputs.flatMap { dialogue.receive($0, elapsed: .seconds(2)) }
  }

  static func outcome(_ inputs: [SubmitDialogue.Input]) -> SubmissionOutcome? {
    for case .finish(let outcome) in run(inputs) { return outcome }
    return nil
  }

  @Test func withholdsControlZUntilTheAttemptIsRecorded() {
    #expect(!Self.run([.prompt]).contains(.writeControlZ))
    #expect(Self.run([.prompt, .recorded]).contains(.writeControlZ))
    #expect(
      Self.outcome([.prompt, .recorded, .reference(7), .final(.ok)])
        == .accepted(messageReference: 7)
    )
  }

  static let outcomes: [([SubmitDialogue.Input], SubmissionOutcome)] = [
    // Before Ctrl-Z the service centre certainly has nothing.
    ([.deadline, .final(.ok)], .notSubmitted(.noPrompt)),
    ([.deadline, .deadline], .notSubmitted(.noPrompt)),
    ([.hangUp], .notSubmitted(.hangUp)),
    ([.reset], .notSubmitted(.modemReset)),
    ([.final(.cms(304))], .refused(.cms(code: 304, afterControlZ: nil))),
    ([.prompt, .recordRefused(.optedOut), .final(.ok)], .notSubmitted(.optedOut)),
    ([.prompt, .hangUp, .recorded], .notSubmitted(.hangUp)),
    ([.prompt, .reset, .recorded], .notSubmitted(.modemReset)),
    ([.prompt, .deadline, .recorded], .notSubmitted(.notRecorded)),
    ([.prompt, .abandon, .recorded], .notSubmitted(.shutdown)),
    ([.prompt, .final(.cms(500)), .recorded], .refused(.cms(code: 500, afterControlZ: nil))),
    // After it only a reference is proof, and only a coded error is a refusal.
    ([.prompt, .recorded, .final(.ok)], .unknown(.noReference)),
    ([.prompt, .recorded, .deadline], .unknown(.noAnswer)),
    ([.prompt, .recorded, .hangUp], .unknown(.hangUp)),
    ([.prompt, .recorded, .reset], .unknown(.modemReset)),
    ([.prompt, .recorded, .abandon], .unknown(.interrupted)),
    ([.prompt, .recorded, .final(.error)], .refused(.bare(afterControlZ: .seconds(2)))),
    ([.prompt, .recorded, .final(.cms(21))], .refused(.cms(code: 21, afterControlZ: .seconds(2)))),
    ([.prompt, .recorded, .reference(9), .hangUp], .accepted(messageReference: 9)),
    ([.prompt, .recorded, .reference(9), .deadline], .accepted(messageReference: 9)),
    ([.prompt, .recorded, .reference(9), .final(.error)], .accepted(messageReference: 9)),
  ]

  @Test(arguments: outcomes)
  func outcomeFollowsFromWhatHappened(
    inputs: [SubmitDialogue.Input],
    expected: SubmissionOutcome
  ) {
    #expect(Self.outcome(inputs) == expected)
  }

  static let alphabet: [SubmitDialogue.Input] = [
    .prompt, .reference(1), .final(.ok), .final(.cms(500)), .recorded, .recordRefused(.optedOut),
    .deadline, .hangUp, .reset, .abandon,
  ]

  /// Every sequence of inputs up to this length is tried.
  static let depth = 6

  @Test func everySequenceOfInputsKeepsThePromises() {
    var tried = 0
    var path: [SubmitDialogue.Input] = []
    func explore(_ dialogue: SubmitDialogue, _ seen: Seen) {
      tried += 1
      guard path.count < Self.depth else { return }
      for input in Self.alphabet {
        var next = dialogue
        var after = seen
        path.append(input)
        if case .recorded = input, seen.recordAsked { after.recorded = true }
        for action in next.receive(input) { after.take(action, path) }
        explore(next, after)
        path.removeLast()
      }
    }
    explore(SubmitDialogue(), Seen())
    #expect(tried == (0...Self.depth).reduce(0) { $0 + Int(pow(10, $1)) })
  }

  private func pow(_ base: Int, _ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }

  /// What has been seen on one path, checked against the promises.
  struct Seen {
    var recordAsked = false
    var recorded = false
    var controlZ = 0
    var finished = 0

    mutating func take(_ action: SubmitDialogue.Action, _ path: [SubmitDialogue.Input]) {
      if finished > 0 { Issue.record("an action after the end: \(path)") }
      switch action {
      case .writePDUAndRecord:
        recordAsked = true
      case .writeControlZ:
        controlZ += 1
        if !recorded { Issue.record("Ctrl-Z without a record: \(path)") }
        if controlZ > 1 { Issue.record("Ctrl-Z twice: \(path)") }
      case .writeEscape:
        if controlZ > 0 { Issue.record("ESC after Ctrl-Z: \(path)") }
      case .setDeadline:
        break
      case .finish(let outcome):
        finished += 1
        switch outcome {
        case .notSubmitted:
          if controlZ > 0 { Issue.record("not submitted, after Ctrl-Z: \(path)") }
        case .unknown:
          if controlZ == 0 { Issue.record("unknown, before Ctrl-Z: \(path)") }
        case .accepted:
          if !path.contains(.reference(1)) { Issue.record("accepted without proof: \(path)") }
        case .refused:
          break
        }
      }
    }
  }
}
