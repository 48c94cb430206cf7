internal import ATProtocol
internal import Foundation
internal import LocalAPI
internal import Logging
internal import Messaging
internal import Storage

// Status, modems and the queue.
extension GatewayControl {
  func status() async throws -> StatusReport {
    let modems = try await modems()
    let obstacle = await obstacle()
    var (state, reasons) = Self.judge(modems, obstacle: obstacle)
    let others =
      spoolObstacles.reasons + [try await heldReason()].compactMap(\.self)
      + (try await webhookReasons())
    if state == .ok, !others.isEmpty { state = .degraded }
    reasons += others
    return StatusReport(
      state: state,
      reasons: reasons,
      version: facts.version,
      startedAt: WireTime(facts.startedAt),
      queue: try await queue(),
      modems: modems,
      discovery: DiscoveryView(
        udev: facts.usesDiscovery,
        lookedFor: facts.lookedFor,
        ignored: fleet.notices.map { .init(device: $0.device, reason: $0.reason) }
      ),
      optOutsToday: try await optOutsToday(),
      spending: try await spending(),
      disk: DiskView(directory: facts.stateDirectory)
    )
  }

  /// What keeps everything from being sent.
  private func obstacle() async -> String? {
    do {
      // Whoever asks must not be told that all is well until the next message fails.
      try await store.checkOptOutList()
    } catch {
      await health.report(error)
      return "\(error)"
    }
    return await dispatcher.obstacle
  }

  private func optOutsToday() async throws -> Int {
    let start = clock.startOfDay
    return try await stored { () async throws(StoreError) in
      try await store.optOutCount(since: start)
    }
  }

  /// Down when nothing can be sent, degraded when something needs a person.
  private static func judge(
    _ modems: [ModemView],
    obstacle: String?
  ) -> (StatusReport.State, [String]) {
    if let obstacle { return (.down, [obstacle]) }
    guard !modems.isEmpty else { return (.down, ["there is no modem"]) }
    let troubled = modems.filter { !$0.state.isAtWork }
    let reasons = troubled.map { modem in
      "\(modem.name) is \(modem.state.rawValue)" + (modem.reason.map { ": \($0)" } ?? "")
    }
    if troubled.isEmpty { return (.ok, []) }
    return (troubled.count == modems.count ? .down : .degraded, reasons)
  }

  func modems() async throws -> [ModemView] {
    let start = clock.startOfDay
    let activity = try await stored { () async throws(StoreError) in
      try await store.activity(since: start)
    }
    var views: [ModemView] = []
    for slot in fleet.all {
      let view = slot.view
      let own = activity.filter { $0.modem == view.name }
      var shown = ModemView(
        view,
        sent: own.reduce(0) { $0 + $1.sent },
        failed: own.reduce(0) { $0 + $1.failed }
      )
      if let iccid = view.facts.sim, let overview = try await overview(of: iccid, in: view.name) {
        shown.show(overview)
      }
      if let firmware = view.facts.firmware {
        let trust = try await stored { () async throws(StoreError) in
          try await store.trust(in: firmware)
        }
        shown.firmware = FirmwareView(firmware, trust)
      }
      views.append(shown)
    }
    return views
  }

  private func overview(
    of iccid: ICCID,
    in modem: String
  ) async throws(ProblemDocument) -> SIMOverview? {
    let now = clock.now
    return try await stored { () async throws(StoreError) in
      try await store.overview(of: iccid, in: modem, at: now)
    }
  }

  private func slot(_ name: String) throws(ProblemDocument) -> ModemSlot {
    guard let slot = fleet.slot(named: name) else {
      throw .notFound(fleet.absence(of: name))
    }
    return slot
  }

  func pauseModem(
    named name: String,
    _ request: PauseRequest,
    by submitter: Submitter
  ) async throws -> ModemView {
    let slot = try slot(name)
    if let until = request.until, until.timestamp <= clock.now {
      throw ProblemDocument.invalid(field: "until", "lies in the past")
    }
    let pause = ModemPause(reason: request.reason, until: request.until?.timestamp)
    logger.notice("modem paused", metadata: ["modem": "\(name)", "by": "\(submitter.account)"])
    try await stored { () async throws(StoreError) in try await slot.pause(pause) }
    return try await view(of: name)
  }

  func resumeModem(named name: String, by submitter: Submitter) async throws -> ModemView {
    let slot = try slot(name)
    logger.notice("modem resumed", metadata: ["modem": "\(name)", "by": "\(submitter.account)"])
    try await stored { () async throws(StoreError) in try await slot.resume() }
    return try await view(of: name)
  }

  func resetModem(named name: String, by submitter: Submitter) async throws -> ModemView {
    let slot = try slot(name)
    logger.notice("modem reset", metadata: ["modem": "\(name)", "by": "\(submitter.account)"])
    guard slot.restart() else {
      throw ProblemDocument(.conflict, "\(name) has no open port: there is nothing to reset")
    }
    return try await view(of: name)
  }

  func sendUSSD(
    _ request: USSDRequest,
    toModem name: String,
    by submitter: Submitter
  ) async throws -> USSDAnswer {
    let slot = try slot(name)
    guard let code = ServiceCode(request.code) else {
      throw ProblemDocument.invalid(
        field: "code",
        "digits, *, # and letters only, 1 to 182 of them"
      )
    }
    switch await slot.answer(to: .service(code), within: Self.requestDeadline) {
    case .service(let string):
      switch string.status {
      case .complete, .wantsAnswer, .ended, .otherClient:
        return USSDAnswer(text: string.readable, expectsAnswer: string.status == .wantsAnswer)
      case .notSupported:
        throw ProblemDocument(.conflict, "the network does not know \(request.code)")
      case .timedOut:
        throw ProblemDocument(.unavailable, "the network took too long")
      }
    case .command(_, let result), .refused(let result):
      throw ProblemDocument(.conflict, "the modem refused the code: \(result)")
    case .noAnswer:
      throw ProblemDocument(.unavailable, "the network did not answer")
    case .notReady:
      throw ProblemDocument(.unavailable, "\(name) is not ready")
    }
  }

  func sendCommand(
    _ request: ATRequest,
    toModem name: String,
    by submitter: Submitter
  ) async throws -> ATAnswer {
    let slot = try slot(name)
    guard configuration.current.gateway.allowATCommands else {
      throw ProblemDocument(
        .forbidden,
        "commands are not allowed: set allow_at_commands = true in [gateway]"
      )
    }
    guard let command = OperatorCommand(request.command) else {
      throw ProblemDocument.invalid(
        field: "command",
        "one command that begins with AT, printable, without ; and none that submits or unlocks"
      )
    }
    logger.notice(
      "AT command of a person",
      metadata: [
        "modem": "\(name)", "by": "\(submitter.account)",
        "command": "\(WireMask.masked(command.text))",
      ]
    )
    switch await slot.answer(to: .command(command), within: Self.requestDeadline) {
    case .command(let lines, let result): return ATAnswer(lines: lines, result: result)
    case .refused(let result): return ATAnswer(lines: [], result: result)
    case .service, .noAnswer:
      throw ProblemDocument(.unavailable, "\(name) did not answer")
    case .notReady:
      throw ProblemDocument(.unavailable, "\(name) is not ready")
    }
  }

  func traceModem(named name: String) async throws -> AsyncStream<TraceLine> {
    try slot(name).trace.stream()
  }

  /// How long an answer to a person may take: a message in flight comes first.
  private static let requestDeadline: Duration = .seconds(250)

  private func view(of name: String) async throws -> ModemView {
    guard let view = try await modem(named: name) else {
      throw ProblemDocument.notFound(fleet.absence(of: name))
    }
    return view
  }

  func queue() async throws -> QueueSummary {
    let tallies = try await stored { () async throws(StoreError) in try await store.tallies() }
    let paused = await dispatcher.paused
    let now = clock.now
    let keptBack = try await stored { () async throws(StoreError) in
      try await store.keptBack(at: now)
    }
    let classes = MessageClass.allCases.map { messageClass in
      var summary = ClassSummary(
        messageClass: messageClass,
        isPaused: paused.contains(messageClass),
        keptBack: keptBack.first { $0.messageClass == messageClass }.map { KeptBackView($0) }
      )
      for tally in tallies where tally.messageClass == messageClass {
        summary.states[tally.state] = tally.count
        guard tally.state == .queued, let oldest = tally.oldestAcceptedAt else { continue }
        summary.oldestSeconds = Int((now - oldest).components.seconds)
      }
      return summary
    }
    let stranded = try await stranded()
    return QueueSummary(
      classes: classes,
      drainsInSeconds: drain(of: classes, without: stranded),
      withoutModem: stranded.values.reduce(0, +)
    )
  }

  func pauseQueue(
    _ messageClass: MessageClass?,
    by submitter: Submitter
  ) async throws -> QueueSummary {
    note("queue paused", messageClass, submitter)
    for each in messageClass.map({ [$0] }) ?? MessageClass.allCases {
      await dispatcher.pause(each)
      try await stored { () async throws(StoreError) in
        try await pauses.set(isPaused: true, each)
      }
    }
    return try await queue()
  }

  func resumeQueue(
    _ messageClass: MessageClass?,
    by submitter: Submitter
  ) async throws -> QueueSummary {
    note("queue resumed", messageClass, submitter)
    for each in messageClass.map({ [$0] }) ?? MessageClass.allCases {
      await dispatcher.resume(each)
      try await stored { () async throws(StoreError) in
        try await pauses.set(isPaused: false, each)
      }
    }
    return try await queue()
  }

  private func note(_ event: Logger.Message, _ messageClass: MessageClass?, _ by: Submitter) {
    let what = messageClass?.rawValue ?? "all"
    logger.notice(event, metadata: ["class": "\(what)", "by": "\(by.account)"])
  }
}

extension KeptBackView {
  fileprivate init(_ tally: KeptBackTally) {
    self.init(count: tally.count, until: WireTime(tally.until), reason: tally.reason)
  }
}

extension ModemView {
  /// A modem, as the API shows it.
  init(_ view: ModemSlot.View, sent: Int, failed: Int) {
    self.init(
      name: view.name,
      state: view.condition.state,
      reason: view.condition.reason,
      reasonCode: view.condition.code,
      until: view.condition.until.map { WireTime($0) },
      imei: view.facts.imei,
      iccid: view.facts.iccid,
      imsi: view.facts.imsi,
      number: view.facts.ownNumber,
      serviceCentre: view.facts.serviceCentre,
      operator: view.facts.operatorName,
      signalDBm: view.facts.signal,
      registration: view.facts.registration?.word,
      device: view.device,
      sentToday: sent,
      failedToday: failed,
      perMinute: view.perMinute,
      isQuarantined: view.isQuarantined
    )
  }
}

extension DiskView {
  /// The file system that a directory lies on; nil where it cannot be asked.
  fileprivate init?(directory: String) {
    guard
      let facts = try? FileManager.default.attributesOfFileSystem(forPath: directory),
      let free = facts[.systemFreeSize] as? NSNumber,
      let total = facts[.systemSize] as? NSNumber
    else { return nil }
    self.init(path: directory, freeBytes: free.int64Value, totalBytes: total.int64Value)
  }
}
