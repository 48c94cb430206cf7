internal import Messaging
internal import ModemModel
internal import QueuePolicy

// What happens to the gateway from outside.
extension FaultRun {
  mutating func perform(_ occasion: FaultProfile.Occasion) {
    log.note(now, 13, "\(occasion)")
    switch occasion {
    case .drop(let tag):
      spool.drop(tag)
      oracle.dropped(tag)
      // inotify tells at once, most of the time.
      if random.chance(90) { queue.schedule(.scan(life: life), at: now + .milliseconds(1)) }
    case .request(let tag):
      oracle.requested(tag)
      request(tag: tag)
    case .crash(let powerLoss): crash(powerLoss: powerLoss)
    case .unplug(let modem, let back):
      handle(world.operate(modem, at: now) { $0.unplug(comesBackAfter: back, at: $1) })
    case .reset(let modem):
      handle(world.operate(modem, at: now) { $0.reset(at: $1) })
    case .loseLine(let modem, let back):
      handle(world.operate(modem, at: now) { $0.loseLine(comesBackAfter: back, at: $1) })
    case .diskFull(let duration):
      isDiskFull = true
      queue.schedule(.diskHasRoom, at: now + duration)
    case .slowDisk(let duration):
      isDiskSlow = true
      queue.schedule(.diskIsFast, at: now + duration)
    case .customer(let number, let text, let modem): customerWrites(number, text, modem)
    case .longReply(let reply): send(reply)
    case .noNetwork(let modem, let duration):
      handle(world.operate(modem, at: now) { $0.set(.notRegistered, true, at: $1) })
      queue.schedule(.networkIsBack(modem), at: now + duration)
    case .swapSIMs(let first, let second): swapSIMs(first, second)
    case .outage(let code, let number): beginOutage(code, number)
    case .setClock(let step):
      clockError += step
      daemon?.wakeAt = nil
      serve()
    case .cancel(let tag):
      oracle.operatorEnds(tag)
      operate(tag) { .cancel($0) }
    case .retry(let tag):
      oracle.operatorResends(tag)
      operate(tag) { .retry($0) }
    case .resolve(let tag, let resolution):
      switch resolution {
      case .sent: oracle.operatorSaysSent(tag)
      case .resend: oracle.operatorResends(tag)
      case .drop: oracle.operatorEnds(tag)
      }
      operate(tag) { .resolve($0, resolution) }
    }
  }

  private mutating func customerWrites(_ number: Int, _ text: String, _ modem: Int) {
    if edition >= .fifth, text.utf8.count > 160 { return writesLong(number, modem) }
    let sender = oracle.people[number].description
    let body = text == "STOP" ? text : "\(text)(\(oracle.customerMessages))"
    oracle.customerWrote(body, sender)
    handle(
      world.operate(at: now) { centre, time in
        centre.send(body, from: sender, to: modem, at: time)
      }
    )
  }

  /// A long message whose parts come one after the other.
  private mutating func writesLong(_ number: Int, _ modem: Int) {
    let tag = 100 + oracle.longReplies.count
    send(
      LongReply(
        tag: tag,
        person: number,
        modem: modem,
        reference: UInt16(tag),
        pace: .zero,
        parts: (0..<2).map { _ in LongReply.Part(arrivals: [.zero]) }
      )
    )
  }

  /// Somebody pulls two modems out, lets their SIMs change places, and plugs them in again.
  private mutating func swapSIMs(_ first: Int, _ second: Int) {
    for modem in [first, second] {
      let pause = Duration.seconds(Int64.random(in: 1...60, using: &random))
      handle(world.operate(modem, at: now) { $0.unplug(comesBackAfter: pause, at: $1) })
    }
    handle(world.exchangeSIMs(first, second, at: now))
  }

  /// Every modem gets the same answer from now on, until the faults end, and nothing else goes wrong with
  /// them: what hangs up is not refused.
  private mutating func beginOutage(_ code: Int, _ number: Int?) {
    let rule = FaultRule(
      .refuse(.messageServiceError(code)),
      .always,
      recipient: number.map { oracle.people[$0].description }
    )
    for modem in world.modems.indices {
      handle(
        world.operate(modem, at: now) { modem, _ in
          modem.removeFaults()
          modem.add(rule)
          return []
        }
      )
    }
  }

  private mutating func operate(_ tag: Int, _ verb: (MessageID) -> StoreVerb) {
    guard daemon?.isRecovered == true,
      let row = disk.visible.messages.first(where: { $0.tag == tag })
    else { return }
    submit(StoreRequest(verb: verb(row.id), reply: .nobody, at: now))
  }

  /// The faults end: from here on everything has to come to rest.
  mutating func heal() {
    log.note(now, 14, "the faults end")
    isHealed = true
    isDiskFull = false
    isDiskSlow = false
    profile.lineLatency = min(profile.lineLatency, 3)
    profile.commitLatency = 1
    for modem in world.modems.indices {
      handle(
        world.operate(modem, at: now) { modem, time in
          modem.removeFaults()
          modem.timing = RadioTiming()
          return modem.set(.notRegistered, false, at: time) + modem.plug(at: time)
        }
      )
    }
    if daemon == nil { queue.schedule(.startGateway, at: now) }
  }

  /// Whether applications have all that is for them.
  private var isFiled: Bool {
    guard edition != .first else { return true }
    return disk.visible.pendingResults.isEmpty && daemon?.isWritingResults == false
      && !folders.visible.contains { $0.folder == .incoming }
  }

  /// Whether nothing is left to do.
  var isAtRest: Bool {
    guard let daemon, daemon.isRecovered, !daemon.writer.isCommitting,
      daemon.writer.waiting.isEmpty, spool.visible == ModelSpool.Entries(),
      world.serviceCentre.waitingCount == 0, oracle.isSatisfied, isFiled, isJoined,
      daemon.seats.allSatisfy({ $0.map { $0.lane.isEmpty && $0.desk.work == nil } ?? false }),
      world.modems.allSatisfy({ $0.storedMessageCount == 0 })
    else { return false }
    return disk.visible.messages.allSatisfy(Oracle.isAtRest)
  }
}
