internal import ATProtocol
internal import Dispatch
internal import Glibc
internal import LocalAPI
internal import Logging
internal import Messaging
internal import ServiceLifecycle
internal import Spool
internal import Storage
internal import TransferLayer

/// Writes results, delivery reports and received messages into the spool, from the database: what a
/// crash has kept from being written is written at the next start.
struct ResultService: Service {
  let store: MessageStore
  let files: ResultFiles
  let clock: WallClock
  let fleet: FleetDirectory
  let health: StoreHealth
  /// Told of what the event handler is to be called for; nil where there is none.
  let calls: HandlerSignal?
  let logger: Logger
  /// Told when the spool cannot be written.
  var obstacles = SpoolObstacles()
  /// How long a spool that cannot be written is left alone.
  var pause: Duration = .seconds(5)

  /// How many results of each kind are written in one go, with one sync of the file system.
  static let batch = 500
  private static let disk = DispatchQueue(label: "hermod.results")
  /// How long what comes in a stream is gathered, so that many results share one sync.
  private static let pace: Duration = .milliseconds(40)

  func run() async throws {
    let results = store.signals(\.mayHaveResult)
    await cancelWhenGracefulShutdown {
      await writeAll()
      for await _ in results {
        await writeAll()
        // What became due meanwhile has rung again.
        try? await Task.sleep(for: Self.pace)
      }
    }
    // What cannot be written now is written at the next start.
    await writeAll(isLast: true)
  }

  /// What became of one batch.
  private enum Batch {
    /// Nothing more is due.
    case last
    /// More may be due.
    case full
    /// The database did not take it.
    case failed
    /// The spool did not; why.
    case refused(String)
  }

  /// Writes all that is due, batch after batch.
  func writeAll(isLast: Bool = false) async {
    while true {
      switch await writeBatch() {
      case .last: return
      case .full: continue
      case .failed: break
      case .refused(let reason):
        logger.log(
          level: obstacles.note(reason, of: .results) ? .error : .debug,
          "a result cannot be written",
          metadata: ["error": "\(reason)"]
        )
      }
      // Nothing rings when the spool or the database can be written again.
      if isLast { return }
      do {
        try await Task.sleep(for: pause)
      } catch {
        return
      }
    }
  }

  private func writeBatch() async -> Batch {
    do {
      let pending = try await store.pendingResults(limit: Self.batch)
      guard !pending.isEmpty else { return .last }
      let written = try await write(pending)
      obstacles.note(nil, of: .results)
      try await store.resultsWritten(pending, calls: calls == nil ? [] : written)
      if !written.isEmpty { calls?.raise() }
      return pending.count < Self.batch ? .last : .full
    } catch let error as StoreError {
      await health.report(error)
      return error.isFatal || error == .closed ? .last : .failed
    } catch {
      return .refused("\(error)")
    }
  }

  /// - Returns: What the event handler is told of.
  private func write(_ pending: [PendingResult]) async throws -> [HandlerCall] {
    var results: [SpoolResult] = []
    var reports: [ReportFile] = []
    var received: [ReceivedFile] = []
    for item in pending {
      switch item {
      case .message(let detail, _, _): results += result(detail)
      case .report(let detail): reports += report(detail)
      case .inbound(let message): received.append(file(message))
      }
    }
    let paths = try await write(results, reports, received)
    return results.compactMap { call(about: $0, at: paths[$0.id]) }
      + reports.map { call(.report, $0.header, in: .report) }
      + received.map { call(.received, $0.header, in: .incoming) }
  }

  /// Writes on a thread that nobody else waits for: a sync takes as long as the disk does, and the
  /// threads that modems share must not stand still for it.
  ///
  /// - Returns: The paths of the results.
  private func write(
    _ results: [SpoolResult],
    _ reports: [ReportFile],
    _ received: [ReceivedFile]
  ) async throws -> [MessageID: String] {
    let files = files
    let seconds = clock.secondsFromUTC
    return try await withCheckedThrowingContinuation { continuation in
      Self.disk.async {
        continuation.resume(
          with: Result {
            let paths = try files.write(results, secondsFromUTC: seconds)
            try files.write(reports, secondsFromUTC: seconds)
            try files.write(received, secondsFromUTC: seconds)
            return paths
          }
        )
      }
    }
  }

  /// Nothing is called for what lies in `unknown/`: a handler of FAILED may send it again.
  private func call(about result: SpoolResult, at path: String?) -> HandlerCall? {
    guard let path else { return nil }
    switch result.directory {
    case .sent:
      return HandlerCall(
        kind: .sent,
        file: path,
        message: result.id,
        reference: result.messageReference
      )
    case .failed: return HandlerCall(kind: .failed, file: path, message: result.id)
    case .outgoing, .unknown, .incoming, .report, .rejected, .claimed, nil: return nil
    }
  }

  private func call(
    _ kind: HandlerCall.Kind,
    _ header: ReceivedHeader,
    in directory: SpoolDirectories.Name
  ) -> HandlerCall {
    HandlerCall(
      kind: kind,
      file: files.path(of: header.name, in: directory),
      message: header.id
    )
  }

  private func result(_ detail: MessageDetail) -> [SpoolResult] {
    guard case .spool(let name, let member, let headers) = detail.origin else { return [] }
    let last = detail.attempts.last
    var result = SpoolResult(
      id: detail.id,
      origin: SpoolOrigin(fileName: name, memberIndex: member, headerBlock: headers),
      content: detail.content,
      state: detail.state,
      at: detail.finishedAt ?? clock.now
    )
    result.reason = detail.reason
    result.segments = (detail.acceptedSegments, detail.segmentCount)
    result.language = detail.language
    if detail.isTransliterated {
      result.replaced = [ReplacedCharacter].replaced(in: detail.content).summary
    }
    result.modem = last?.modem
    result.imei = last?.imei
    result.imsi = last.flatMap { fleet.slot(named: $0.modem)?.view.facts.imsi }
    if let last, let ended = last.outcomeAt { result.sendingTime = ended - last.recordedAt }
    if detail.wantsStatusReport { result.messageReference = last?.messageReference }
    return [result]
  }

  private func report(_ detail: MessageDetail) -> [ReportFile] {
    guard let attempt = detail.attempts.last(where: { $0.deliveryStatus != nil }),
      let status = attempt.deliveryStatus
    else { return [] }
    let discharged = attempt.deliveredAt ?? clock.now
    return [
      ReportFile(
        header: header(
          detail.id,
          modem: attempt.modem,
          from: detail.recipient,
          sent: attempt.recordedAt,
          received: discharged
        ),
        message: detail.id,
        messageReference: attempt.messageReference ?? 0,
        discharged: discharged,
        dischargedSecondsFromUTC: clock.secondsFromUTC,
        status: status,
        meaning: "\(DeliveryStatus(rawValue: status))"
      )
    ]
  }

  private func file(_ message: InboundMessage) -> ReceivedFile {
    var file = ReceivedFile(
      header: header(
        message.id,
        modem: message.modem,
        from: message.sender,
        sent: message.serviceCentreTimeStamp ?? message.receivedAt,
        received: message.receivedAt
      ),
      content: message.content
    )
    file.isIncomplete = message.missingParts > 0
    file.answers = message.answers
    return file
  }

  private func header(
    _ id: MessageID,
    modem: String,
    from number: PhoneNumber,
    sent: Timestamp,
    received: Timestamp
  ) -> ReceivedHeader {
    let facts = fleet.slot(named: modem)?.view.facts
    var header = ReceivedHeader(
      id: id,
      modem: modem,
      from: String(number.digits),
      sent: sent,
      sentSecondsFromUTC: clock.secondsFromUTC,
      received: received
    )
    header.typeOfAddress = number.typeOfAddress
    header.serviceCentre = facts?.serviceCentre.map { String($0.drop { $0 == "+" }) }
    header.imsi = facts?.imsi
    header.imei = facts?.imei
    return header
  }
}

extension ResultService {
  /// The results of a gateway.
  init(_ gateway: GatewayCore, _ directories: SpoolDirectories) {
    self.init(
      store: gateway.store,
      files: ResultFiles(directories: directories),
      clock: gateway.clock,
      fleet: gateway.fleet,
      health: gateway.health,
      calls: gateway.initial.spool.eventHandler == nil ? nil : gateway.calls,
      logger: gateway.logger,
      obstacles: gateway.spoolObstacles
    )
  }
}

extension StoreEvent {
  /// Whether a file may be due after this.
  fileprivate var mayHaveResult: Bool {
    switch self {
    case .due, .optOut, .notice: false
    case .message(let change): ResultFolder(change.to) != nil
    case .report, .inbound: true
    }
  }
}

extension PhoneNumber {
  /// The type of address, 3GPP TS 23.040 §9.1.2.5.
  fileprivate var typeOfAddress: UInt8 {
    switch kind {
    case .international: 0x91
    case .dialled: 0x81
    case .alphanumeric: 0xD0
    }
  }
}

extension WallClock {
  /// How far the clock on the wall is ahead of UTC, in seconds.
  var secondsFromUTC: Int {
    var time = time_t(now.milliseconds / 1000)
    var local = tm()
    localtime_r(&time, &local)
    return local.tm_gmtoff
  }
}
