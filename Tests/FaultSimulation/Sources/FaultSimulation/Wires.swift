internal import ATProtocol
internal import Messaging
internal import ModemModel
internal import QueuePolicy

// What goes between the modems and the gateway.
extension FaultRun {
  /// What the modems and their network do.
  mutating func handle(_ events: [SimulatedWorld.Event]) {
    for event in events {
      switch event {
      case .write(let modem, let octets):
        guard daemon?.seats[modem] != nil else { continue }
        let time = arrival(after: latestToHost[modem])
        latestToHost[modem] = time
        queue.schedule(.toHost(modem, octets, link: links[modem]), at: time)
      case .hangUp(let modem):
        let link = links[modem]
        links[modem] += 1
        queue.schedule(.hangUp(modem, link: link), at: latestToHost[modem])
      case .comeBack, .received: break
      case .accepted(let segment):
        log.note(
          now,
          4,
          "service centre has #\(Oracle.tag(in: segment) ?? -1) "
            + "part \(segment.part?.position ?? 1) from \(segment.modem), "
            + "TP-MR \(segment.messageReference)"
        )
      case .delivered(let modem):
        log.note(now, 5, "\(world.modems[modem].name) has taken a message")
      }
    }
  }

  /// When something that is written now is there: never before what was written earlier.
  private mutating func arrival(after latest: Timestamp) -> Timestamp {
    let delay = Int64.random(in: 0...profile.lineLatency, using: &random)
    return max(latest, now + .milliseconds(delay))
  }

  /// The session writes.
  mutating func write(_ octets: [UInt8], _ modem: Int) {
    checkWrite(octets, modem)
    guard world.modems[modem].isPresent, daemon?.seats[modem]?.link == links[modem] else {
      // A write to a port that is gone fails.
      if let link = daemon?.seats[modem]?.link {
        queue.schedule(.hangUp(modem, link: link), at: now)
      }
      return
    }
    let time = arrival(after: latestToModem[modem])
    latestToModem[modem] = time
    queue.schedule(.toModem(modem, octets, link: links[modem], life: life), at: time)
  }

  mutating func openPort(_ modem: Int) {
    guard let gateway = daemon, gateway.seats[modem] == nil, gateway.isRecovered else { return }
    guard world.modems[modem].isPresent else {
      queue.schedule(.openPort(modem, life: life), at: now + .seconds(2))
      return
    }
    let elapsed = now - gateway.epoch
    let place = identity(modem)
    let expected = daemon?.unresolved.expected(of: place, at: elapsed)
    daemon?.seats[modem] = Seat(
      link: links[modem],
      unresolved: expected?.entry?.attempt,
      mutation: mutation
    )
    log.note(now, 6, "port of \(world.modems[modem].name) opened")
    let answer = expected.map {
      PendingAnswer(token: Seat.pendingToken, remaining: $0.deadline - elapsed)
    }
    tell(modem, .opened(unresolved: answer))
  }

  /// What a modem is known by before it has said anything: its place.
  private func identity(_ modem: Int) -> ModemIdentity {
    ModemIdentity(name: world.modems[modem].name)
  }

  /// The attempts of before whose answers may still come: `UnresolvedAttempts`.
  mutating func expectAnswers() {
    guard let epoch = daemon?.epoch else { return }
    let wait = SubmitDialogue.resultDeadline
    for attempt in disk.visible.unresolved {
      let recording = ClockReading(wall: attempt.recordedAt, uptime: attempt.uptime)
      let remaining = wait - ClockReading(wall: wall, uptime: uptime).time(since: recording)
      let entry = PendingAnswers.Entry(
        attempt: attempt.id,
        modem: ModemIdentity(name: attempt.modem),
        deadline: now - epoch + remaining
      )
      daemon?.unresolved.leave(entry)
    }
  }

  /// What has no answer when its session ends waits for the next on the same modem.
  private mutating func leaveUnanswered(_ modem: Int) {
    guard mutation != .unansweredIsForgotten, let epoch = daemon?.epoch,
      let seat = daemon?.seats[modem], let pending = seat.session.pendingAnswer,
      let attempt = seat.desk.attempt(pending.token)
    else { return }
    let entry = PendingAnswers.Entry(
      attempt: attempt,
      modem: identity(modem),
      deadline: now - epoch + pending.remaining
    )
    daemon?.unresolved.leave(entry)
  }

  /// The session has ended: the port is opened again once all is written down.
  mutating func closeIfDone(_ modem: Int) {
    guard daemon?.seats[modem]?.hasEnded == true, daemon?.seats[modem]?.isLaneBusy == false,
      daemon?.seats[modem]?.lane.isEmpty == true
    else { return }
    leaveUnanswered(modem)
    if let work = daemon?.seats[modem]?.desk.work { release(work.message) }
    daemon?.waiters.removeAll { $0 == modem }
    daemon?.seats[modem] = nil
    deadlines[modem] = nil
    queue.schedule(.openPort(modem, life: life), at: now + .seconds(2))
    serve()
  }
}
