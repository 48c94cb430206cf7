internal import Messaging
internal import ModemModel
internal import QueuePolicy
internal import TransferLayer

// What `Dispatcher` does: modems pull, and get the best message that is due for their SIM.
extension FaultRun {
  mutating func ask(_ modem: Int) {
    daemon?.waiters.append(modem)
    serve()
  }

  mutating func stopAsking(_ modem: Int) {
    daemon?.waiters.removeAll { $0 == modem }
    tellDesk(modem, .assigned(nil))
  }

  mutating func release(_ message: MessageID) {
    daemon?.leased.removeAll { $0 == message }
    serve()
  }

  /// Offers what is due to each who waits, the least recently used first.
  mutating func serve() {
    guard let gateway = daemon, !gateway.waiters.isEmpty else { return }
    if let until = gateway.blockedUntil, until > now { return wake(at: until) }
    let tables = disk.visible
    for modem in gateway.waiters {
      guard let sim = gateway.seats[modem]?.sim, let leased = daemon?.leased,
        let (message, segment) = tables.claim(sim, leased: leased, mutation, at: wall)
      else { continue }
      daemon?.waiters.removeAll { $0 == modem }
      daemon?.leased.append(message.id)
      let isKnown = message.concatenationReference != nil && message.concatenationSIM == sim
      if message.segmentCount > 1, !isKnown {
        submit(
          StoreRequest(
            verb: .drawReference(message.id, sim),
            reply: .reference(modem: modem, message, segment: segment),
            at: now
          )
        )
      } else {
        assign(message, segment, message.concatenationReference, modem)
      }
    }
    if let next = tables.nextDue(after: wall) { wake(at: next - clockError) }
  }

  private mutating func wake(at time: Timestamp) {
    if let known = daemon?.wakeAt, known > now, known <= time { return }
    daemon?.wakeAt = time
    queue.schedule(.wake(life: life), at: time)
  }

  mutating func drawn(
    _ answer: StoreAnswer,
    _ modem: Int,
    _ message: ModelMessage,
    _ segment: Int
  ) {
    guard daemon?.seats[modem]?.hasEnded == false, case .reference(let reference?) = answer else {
      release(message.id)
      tellDesk(modem, .assigned(nil))
      return
    }
    assign(message, segment, reference, modem)
  }

  private mutating func assign(
    _ message: ModelMessage,
    _ segment: Int,
    _ reference: UInt8?,
    _ modem: Int
  ) {
    log.note(
      now,
      9,
      "\(world.modems[modem].name) gets #\(message.tag) from segment \(segment) "
        + "of \(message.segmentCount)"
    )
    let remaining = message.expiresAt - wall
    guard
      let coding = try? MessageSegmentation.segments(.text(message.text)),
      coding.segmentCount == message.segmentCount
    else { return oracle.fail(.drains, "#\(message.tag) cannot be coded") }
    let submits = coding.submits(
      to: TPAddress(message.recipient),
      reference: UInt16(reference ?? 0),
      options: SubmitOptions(
        protocolIdentifier: 0,
        validityPeriod: message.omitsValidityPeriod ? nil : ValidityPeriod(atLeast: remaining),
        statusReportRequest: true,
        rejectDuplicates: false,
        replyPath: false
      )
    )
    daemon?.seats[modem]?.submits = submits
    tellDesk(
      modem,
      .assigned(
        SubmissionDesk.Work(
          message: message.id,
          segment: segment,
          segmentCount: message.segmentCount
        )
      )
    )
  }
}
