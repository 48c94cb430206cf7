internal import Messaging
internal import QueuePolicy

// What `GroupCommit` does: one writer; what waits while a commit is under way shares the next one.
extension FaultRun {
  mutating func submit(_ request: StoreRequest) {
    guard daemon != nil else { return }
    let timed = StoreRequest(verb: request.verb, reply: request.reply, at: wall)
    daemon?.writer.waiting.append(timed)
    commit()
  }

  private mutating func commit() {
    guard let writer = daemon?.writer, !writer.isCommitting, !writer.waiting.isEmpty else { return }
    daemon?.writer.waiting = []
    daemon?.writer.isCommitting = true
    var tables = disk.visible
    var batch: [(request: StoreRequest, answer: StoreAnswer)] = []
    for request in writer.waiting {
      // What happened on the air gets the room that is kept for it, as long as that lasts.
      let hasRoom = !isDiskFull || request.verb.isEssential && random.chance(80)
      let answer =
        hasRoom ? store.perform(request.verb, on: &tables, at: request.at) : .failed
      batch.append((request, answer))
    }
    tables.commits += 1
    daemon?.writer.batch = batch
    disk.begin(tables)
    queue.schedule(.committed(life: life), at: now + commitTime())
  }

  private mutating func commitTime() -> Duration {
    if isDiskSlow { return .seconds(Int64.random(in: 1...45, using: &random)) }
    return .milliseconds(Int64.random(in: 0...profile.commitLatency, using: &random))
  }

  mutating func committed() {
    guard let batch = daemon?.writer.batch else { return }
    disk.finish(synchronizes: mutation != .noSynchronization)
    daemon?.writer.batch = []
    daemon?.writer.isCommitting = false
    let tables = disk.visible
    oracle.noteOptOuts(tables)
    for (request, answer) in batch {
      log.note(now, 10, "stored \(request.verb) -> \(answer)")
      if answer == .failed { daemon?.blockedUntil = now + .seconds(5) }
    }
    remember(batch)
    for (request, answer) in batch { reply(to: request, answer) }
    commit()
    serve()
    writeResults()
  }

  /// Keeps the verbs that are in the database now.
  mutating func remember(_ batch: [(request: StoreRequest, answer: StoreAnswer)]) {
    guard keepsHistory else { return }
    for (request, answer) in batch where answer != .failed {
      history.append(FaultReport.Step(verb: request.verb, at: request.at, answer: answer))
    }
  }

  private mutating func reply(to request: StoreRequest, _ answer: StoreAnswer) {
    let hasFailed = answer == .failed
    switch request.reply {
    case .nobody:
      break
    case .recovery:
      if hasFailed { return again(request) }
      recovered()
    case .client(let tag):
      if !hasFailed { oracle.answered(tag, answer) }
    case .claim(let id):
      if hasFailed { return again(request) }
      spool.change(.removal(id))
    case .reference(let modem, let message, let segment):
      drawn(answer, modem, message, segment)
    case .attempt(let modem, let token):
      if answer.isRefusal, let message = request.verb.message { release(message) }
      recorded(answer, token, modem)
      laneIsFree(modem)
    case .outcome(let modem, let message):
      // An outcome that is known must not be lost because the disk was full for a while.
      if hasFailed, request.verb.isEssential { return again(request) }
      outcomeStored(answer, message)
      laneIsFree(modem)
    case .results:
      daemon?.isWritingResults = false
    case .received(let modem, let link, let pdu):
      received(modem, link, pdu, isDurable: !hasFailed)
    }
  }

  private mutating func again(_ request: StoreRequest) {
    let later = StoreRequest(verb: request.verb, reply: request.reply, at: now + .seconds(2))
    queue.schedule(.again(later, life: life), at: now + .seconds(2))
  }

  /// The lease goes unless the next segment follows at once.
  private mutating func outcomeStored(_ answer: StoreAnswer, _ message: MessageID?) {
    guard let message else { return }
    if case .changed(let change?) = answer, change.continues { return }
    release(message)
  }
}

extension StoreAnswer {
  fileprivate var isRefusal: Bool {
    switch self {
    case .refused: true
    case .accepted, .optedOut, .reference, .recorded, .changed, .done, .failed: false
    }
  }
}

extension StoreVerb {
  fileprivate var message: MessageID? {
    switch self {
    case .recordAttempt(let attempt): attempt.message
    case .accept, .drawReference, .recordFailedAttempt, .recordOutcome, .recordEvidence,
      .recordConflict, .recordReference, .remember, .resultsWritten, .recordReport, .recordInbound,
      .recordIncomplete, .recordDeleted, .expire, .recover, .cancel, .retry, .resolve:
      nil
    }
  }
}
