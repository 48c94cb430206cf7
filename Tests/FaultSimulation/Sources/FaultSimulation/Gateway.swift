internal import ATProtocol
internal import Messaging
internal import ModemModel
internal import QueuePolicy

// The gateway as a whole: its start, its end, its spool and its upkeep.
extension FaultRun {
  mutating func startGateway() {
    guard daemon == nil else { return }
    log.note(now, 11, "the gateway starts")
    life += 1
    while flushes.count <= life { flushes.append(true) }
    daemon = Daemon(
      epoch: now,
      seats: world.modems.map { _ in nil },
      unresolved: PendingAnswers(lateAnswerTime: SessionSettings().lateAnswerTime)
    )
    if life == 1 {
      for known in profile.acquaintances {
        let verb = StoreVerb.remember(known.firmware, known.trust)
        submit(StoreRequest(verb: verb, reply: .nobody, at: now))
      }
    }
    submit(StoreRequest(verb: .recover, reply: .recovery, at: now))
  }

  mutating func recovered() {
    daemon?.isRecovered = true
    expectAnswers()
    for modem in world.modems.indices {
      let delay = Int64.random(in: 0...800, using: &random)
      queue.schedule(.openPort(modem, life: life), at: now + .milliseconds(delay))
    }
    // Claims that a crash left are replayed under their ids.
    for claim in spool.visible.claimed { accept(claim) }
    scan()
    writeResults()
    queue.schedule(.upkeep(life: life), at: now + .seconds(5))
  }

  /// The process is killed, or the power fails.
  mutating func crash(powerLoss: Bool) {
    guard daemon != nil, !isHealed else { return }
    log.note(now, 12, powerLoss ? "the power fails" : "the gateway is killed")
    let batch = daemon?.writer.batch ?? []
    daemon = nil
    if powerLoss { boots += 1 }
    deadlines = deadlines.map { _ in nil }
    inputs = []
    flushes[life] = random.chance(50)
    if disk.crash(powerLoss: powerLoss, using: &random) { remember(batch) }
    spool.crash(powerLoss: powerLoss, using: &random)
    folders.crash(powerLoss: powerLoss, using: &random)
    let pause = Duration.milliseconds(Int64.random(in: 100...90_000, using: &random))
    if powerLoss, random.chance(50) {
      for modem in world.modems.indices {
        handle(world.operate(modem, at: now) { $0.unplug(comesBackAfter: pause, at: $1) })
      }
    }
    queue.schedule(.startGateway, at: now + pause)
  }

  mutating func scan() {
    guard daemon?.isRecovered == true else { return }
    let files = spool.visible.outgoing
    guard !files.isEmpty else { return }
    var claims: [ModelSpool.Claim] = []
    for tag in files {
      let claim = ModelSpool.Claim(id: MessageID(timestamp: now, using: &random), tag: tag)
      spool.change(.claim(tag: tag, claim.id))
      claims.append(claim)
    }
    if mutation == .noDirectorySynchronization {
      for claim in claims { accept(claim) }
      return
    }
    let time = now + .milliseconds(Int64.random(in: 0...profile.commitLatency, using: &random))
    queue.schedule(
      .claimsSynchronized(count: spool.pending, claims: claims, life: life),
      at: time
    )
  }

  mutating func claimsSynchronized(_ count: Int, _ claims: [ModelSpool.Claim]) {
    spool.synchronize(count)
    for claim in claims { accept(claim) }
  }

  private mutating func accept(_ claim: ModelSpool.Claim) {
    let verb = StoreVerb.accept(submission(claim.tag, id: claim.id, hasKey: false))
    submit(StoreRequest(verb: verb, reply: .claim(claim.id), at: now))
  }

  /// A client asks, and asks again until it has an answer: with the same key.
  mutating func request(tag: Int) {
    guard !oracle.isAnswered(tag) else { return }
    queue.schedule(.request(tag: tag), at: now + .seconds(7))
    guard daemon?.isRecovered == true else { return }
    let id = MessageID(timestamp: now, using: &random)
    let verb = StoreVerb.accept(submission(tag, id: id, hasKey: true))
    submit(StoreRequest(verb: verb, reply: .client(tag: tag), at: now))
  }

  private func submission(_ tag: Int, id: MessageID, hasKey: Bool) -> ModelSubmission {
    let product = profile.products[tag]
    let validity = min(
      product.validity,
      product.messageClass == .otp ? .seconds(600) : .seconds(86_400)
    )
    return ModelSubmission(
      id: id,
      tag: tag,
      recipient: oracle.people[product.recipient],
      messageClass: product.messageClass,
      text: Oracle.text(tag, segments: product.segmentCount),
      segmentCount: product.segmentCount,
      duplicates: product.duplicates,
      expiresAt: wall + validity,
      hasKey: hasKey,
      name: product.name ?? "\(tag)"
    )
  }

  /// What is due by the clock, and what inotify missed.
  mutating func upkeep() {
    queue.schedule(.upkeep(life: life), at: now + .seconds(10))
    if disk.visible.isSomethingOverdue(at: wall) {
      submit(StoreRequest(verb: .expire, reply: .nobody, at: now))
    }
    let limit = wall - Self.partWait
    if edition >= .fifth, disk.visible.hasParts(before: limit) {
      let verb = StoreVerb.recordIncomplete(before: limit, seed: random.next())
      submit(StoreRequest(verb: verb, reply: .nobody, at: now))
    }
    scan()
    writeResults()
  }

  /// How long missing parts of a received message are waited for.
  private static let partWait: Duration = .seconds(600)

  /// Whether no part waits for others; in earlier editions none came so late.
  var isJoined: Bool {
    edition < .fifth || disk.visible.parts.allSatisfy { $0.message != nil }
  }
}

extension ModelTables {
  fileprivate func isSomethingOverdue(at now: Timestamp) -> Bool {
    messages.contains { message in
      switch message.state {
      case .queued:
        message.expiresAt <= now || (message.resumeBy.map { $0 <= now } ?? false)
      case .unknown: message.decideAt.map { $0 <= now } ?? false
      case .sent: message.reportBy.map { $0 <= now } ?? false
      case .submitting, .delivered, .undelivered, .failed, .withdrawn, .cancelled, .expired,
        .closed:
        false
      }
    }
  }
}
