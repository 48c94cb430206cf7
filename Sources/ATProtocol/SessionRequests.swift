import Messaging

// What people and rules want of a modem beside messages, and telephone calls.
extension ModemSession {
  /// Something is wanted; it is done when the wire is free.
  mutating func take(_ request: SessionRequest, _ id: UInt64, _ actions: inout Actions) {
    let canTake: Bool
    switch activity {
    case .closed, .listening, .synchronising, .bringingUp, .ended: canTake = false
    case .idle, .keepingLink, .submitting, .receiving, .polling, .acknowledging, .rejecting,
      .requesting:
      canTake = requests.count < Self.mostRequests && !isFinishing
    }
    guard canTake else {
      actions.append(.answered(id: id, .notReady))
      return
    }
    requests.append((id, request))
    if activity == .idle { becomeIdle(&actions) }
  }

  /// The wire is free for a request.
  mutating func begin(_ exchange: RequestExchange, _ actions: inout Actions) {
    activity = .requesting(exchange)
    send(exchange.command(ModemQuirkTable.quirks(of: facts)), &actions)
  }

  /// The command of a request has ended.
  mutating func advance(
    _ exchange: RequestExchange,
    _ result: CommandResult,
    _ actions: inout Actions
  ) {
    guard let final = result.final else {
      actions.append(.answered(id: exchange.id, .noAnswer))
      activity = .idle
      return recover(&actions)
    }
    switch exchange.request {
    case .command:
      answer(exchange, .command(lines: result.lines, result: final.text), &actions)
    case .service:
      serviceCodeEnded(exchange, final, &actions)
    }
  }

  /// A modem that refuses the text of a code may want its packed septets.
  private mutating func serviceCodeEnded(
    _ exchange: RequestExchange,
    _ final: FinalResult,
    _ actions: inout Actions
  ) {
    var exchange = exchange
    if final == .ok {
      exchange.state = .awaitingString
      activity = .requesting(exchange)
      activityDeadline = now + RequestExchange.networkDeadline
    } else if exchange.state == .command {
      exchange.state = .packedCode
      begin(exchange, &actions)
    } else {
      answer(exchange, .refused(final.text), &actions)
    }
  }

  /// The network has not answered a service code.
  mutating func requestDeadline(_ exchange: RequestExchange, _ actions: inout Actions) {
    answer(exchange, .noAnswer, &actions)
  }

  private mutating func answer(
    _ exchange: RequestExchange,
    _ answer: RequestAnswer,
    _ actions: inout Actions
  ) {
    actions.append(.answered(id: exchange.id, answer))
    becomeIdle(&actions)
  }

  /// Nobody can be served any more.
  mutating func refuseRequests(_ actions: inout Actions) {
    if case .requesting(let exchange) = activity {
      actions.append(.answered(id: exchange.id, .notReady))
    }
    for request in requests { actions.append(.answered(id: request.id, .notReady)) }
    requests = []
  }

  /// A call, or a word of the network.
  mutating func personal(_ result: UnsolicitedResult, _ actions: inout Actions) {
    switch result {
    case .ringing:
      let isNewCall = lastRing.map { now - $0 > Self.longestRingPause } ?? true
      lastRing = now
      if isNewCall {
        // The number comes in the next line, if it comes at all.
        callIsTold = false
      } else {
        tell(callFrom: nil, &actions)
      }
    case .caller(let number):
      tell(callFrom: number, &actions)
    case .serviceString(let string):
      guard case .requesting(let exchange) = activity, case .service = exchange.request else {
        return
      }
      if self.exchange != nil {
        // The network was faster than the modem's OK.
        self.exchange = nil
      }
      answer(exchange, .service(string), &actions)
    case .messageStored, .reportStored, .somethingStored, .messageFollows, .reportFollows,
      .registration, .memoryFull, .booted, .simChanged, .serviceIsUp, .wantsMemoryQuery, .chatter:
      break
    }
  }

  /// Rings that are further apart are two calls.
  private static let longestRingPause: Duration = .seconds(10)

  private mutating func tell(callFrom number: String?, _ actions: inout Actions) {
    guard !callIsTold else { return }
    callIsTold = true
    actions.append(.call(from: number))
    guard settings.rejectsCalls else { return }
    rejectionIsDue = true
    if activity == .idle { becomeIdle(&actions) }
  }
}
