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
    let pending = pendingAnswer(modem)
    daemon?.seats[modem] = Seat(link: links[modem], unresolved: pending)
    log.note(now, 6, "port of \(world.modems[modem].name) opened")
    let answer = pending.map {
      PendingAnswer(token: UInt64(bitPattern: $0.attempt), remaining: $0.remaining)
    }
    tell(modem, .opened(unresolved: answer))
  }

  /// The attempt of before whose answer may still come on this port: `UnresolvedAttempts`.
  private mutating func pendingAnswer(_ modem: Int) -> (attempt: Int64, remaining: Duration)? {
    let wait = SubmitDialogue.resultDeadline
    let name = world.modems[modem].name
    let wall = wall
    let own = daemon?.unresolved.filter { $0.modem == name } ?? []
    daemon?.unresolved.removeAll { $0.modem == name }
    // By number, not by time: under a clock that was set back an old attempt looks like the last.
    guard let last = own.max(by: { $0.id < $1.id }), last.recordedAt + wait > wall else {
      return nil
    }
    return (last.id, min(last.recordedAt + wait - wall, wait))
  }

  /// The session has ended: the port is opened again once all is written down.
  mutating func closeIfDone(_ modem: Int) {
    guard daemon?.seats[modem]?.hasEnded == true, daemon?.seats[modem]?.isLaneBusy == false,
      daemon?.seats[modem]?.lane.isEmpty == true
    else { return }
    if let work = daemon?.seats[modem]?.desk.work { release(work.message) }
    daemon?.waiters.removeAll { $0 == modem }
    daemon?.seats[modem] = nil
    deadlines[modem] = nil
    queue.schedule(.openPort(modem, life: life), at: now + .seconds(2))
    serve()
  }
}
