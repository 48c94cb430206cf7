internal import Logging
internal import Messaging
internal import ServiceLifecycle
internal import Spool
internal import Storage

/// Accepts what applications drop into the spool: a claim is removed only when all of its messages
/// are durable, so that a crash makes it come again under the same ids, and changes nothing.
struct SpoolService: Service {
  let intake: SpoolIntake
  let store: MessageStore
  let builder: SubmissionBuilder
  let clock: WallClock
  let health: StoreHealth
  let logger: Logger

  /// How many messages share one transaction.
  ///
  /// While it runs, no modem gets an answer: about as many as a box of modems has attempts in a commit,
  /// so that intake keeps ahead of the modems and does not hold them up.
  private static let portion = 16
  /// How long intake waits before it tries again to accept what the database did not take.
  private static let pause: Duration = .seconds(2)

  func run() async throws {
    let batches: AsyncStream<[ClaimedFile]>
    do {
      batches = try await intake.start()
    } catch {
      throw DaemonError.spool(detail: "\(error)")
    }
    await cancelWhenGracefulShutdown {
      // Claims of what is durable that could not be removed: one that stays would come again after a
      // restart, perhaps when its messages have been forgotten.
      var unfinished: [MessageID] = []
      for await batch in batches {
        unfinished = await finish(unfinished + accept(batch))
        if Task.isCancelled { break }
      }
      _ = await finish(unfinished)
    }
    await intake.stop()
  }

  /// - Returns: The claims that are done with.
  private func accept(_ batch: [ClaimedFile]) async -> [MessageID] {
    var files: [(file: ClaimedFile, submissions: [Submission])] = []
    var accepted: [MessageID] = []
    // Who opts out here gets none of the messages that were dropped beside.
    for file in batch where !file.optOuts.isEmpty {
      if await optOut(file) { accepted.append(file.id) }
    }
    for file in batch where file.optOuts.isEmpty {
      let reading = FileReading(file, with: builder)
      if let complaint = reading.complaint {
        await reject(file, because: complaint)
      } else {
        files.append((file, reading.submissions))
      }
    }
    for files in files.grouped(by: Self.portion, of: \.submissions.count) {
      let answers = await durable { () async throws(StoreError) in
        try await store.accept(
          together: files.map(\.submissions),
          first: Self.portion,
          at: clock.now
        )
      }
      guard let answers else { return accepted }
      for ((file, submissions), answer) in zip(files, answers) {
        switch answer {
        case .kept:
          guard await keep(submissions.dropFirst(Self.portion)) else { return accepted }
          accepted.append(file.id)
        case .refused(let obstacles):
          await reject(file, because: FileReading.complaint(of: obstacles, to: submissions))
        }
      }
    }
    return accepted
  }

  /// Makes the rest of a large file durable, a portion at a time.
  ///
  /// A file of very many does not keep the outcomes of those on the air waiting. A crash between two
  /// portions makes the claim come again.
  ///
  /// - Returns: Whether it is done; it is not when the gateway is stopping.
  private func keep(_ submissions: ArraySlice<Submission>) async -> Bool {
    var rest = submissions
    while !rest.isEmpty {
      let portion = Array(rest.prefix(Self.portion))
      let kept = await durable { () async throws(StoreError) in
        try await store.accept(portion, at: clock.now)
      }
      guard kept != nil else { return false }
      rest = rest.dropFirst(Self.portion)
    }
    return true
  }

  /// Runs a verb of the store until it succeeds; while the disk is full, nothing else is taken.
  ///
  /// - Returns: Its answer; nil when the gateway is stopping.
  private func durable<Value>(
    _ verb: () async throws(StoreError) -> Value
  ) async -> Value? {
    while true {
      do {
        let value = try await verb()
        await health.recovered()
        return value
      } catch {
        await health.report(error)
        if error.isFatal { return nil }
      }
      do {
        try await Task.sleep(for: Self.pause)
      } catch {
        return nil
      }
    }
  }

  /// Opts the numbers of a list out; those that cannot be read are named, and the others count.
  ///
  /// - Returns: Whether the claim is done with.
  private func optOut(_ file: ClaimedFile) async -> Bool {
    var entries: [OptOutEntry] = []
    var faults: [String] = []
    for row in file.optOuts {
      guard let scope = OptOutScope(rawValue: row.scope ?? OptOutScope.all.rawValue) else {
        faults.append("line \(row.line): the scope must be all or marketing")
        continue
      }
      do {
        entries.append(
          OptOutEntry(
            number: try builder.recipient(row.number),
            action: .optOut,
            scope: scope,
            at: clock.now,
            since: row.since,
            actor: "uid:\(file.ownerUserID)",
            source: .spool,
            text: row.reason
          )
        )
      } catch {
        faults.append("line \(row.line): \(error)")
      }
    }
    let kept = entries
    let changes = await durable { () async throws(StoreError) in
      try await store.recordOptOuts(kept)
    }
    guard let changes else { return false }
    let added = changes.count(where: \.isNew)
    logger.notice(
      "opt-outs from the spool",
      metadata: ["file": "\(file.name)", "numbers": "\(entries.count)", "new": "\(added)"]
    )
    guard faults.isEmpty else {
      faults.append("the other \(entries.count) numbers of the list have been opted out")
      await reject(file, because: faults.joined(separator: "\n"))
      return false
    }
    return true
  }

  /// Removes claims.
  ///
  /// - Returns: Those that could not be removed, to be tried again.
  private func finish(_ claims: [MessageID]) async -> [MessageID] {
    guard !claims.isEmpty else { return [] }
    do {
      try await intake.finish(claims: claims)
      return []
    } catch {
      logger.error("a claim cannot be removed", metadata: ["error": "\(error)"])
      return claims
    }
  }

  private func reject(_ file: ClaimedFile, because reason: String) async {
    do {
      try await intake.reject(claim: file.id, reason: reason)
    } catch {
      logger.error(
        "a file cannot be moved to rejected/",
        metadata: ["file": "\(file.name)", "error": "\(error)"]
      )
    }
  }
}

extension SpoolService {
  /// The intake of a gateway's spool.
  init(_ gateway: GatewayCore, _ directories: SpoolDirectories) {
    let clock = gateway.clock
    let logger = gateway.logger
    let obstacles = gateway.spoolObstacles
    self.init(
      intake: SpoolIntake(
        directories: directories,
        now: { clock.now },
        notify: { notice in
          if obstacles.isNews(notice) { logger.warning("spool: \(notice)") }
        }
      ),
      store: gateway.store,
      builder: SubmissionBuilder(gateway),
      clock: clock,
      health: gateway.health,
      logger: logger
    )
  }
}

extension Array {
  /// Its elements in their order, as few groups as hold no more than a number of parts each, but for
  /// an element that has more by itself.
  fileprivate func grouped(by limit: Int, of parts: (Element) -> Int) -> [[Element]] {
    var groups: [[Element]] = []
    var count = 0
    for element in self {
      count += parts(element)
      if groups.isEmpty || count > limit {
        groups.append([element])
        count = parts(element)
      } else {
        groups[groups.count - 1].append(element)
      }
    }
    return groups
  }
}

extension SpoolObstacles {
  /// Keeps a notice of the intake in mind.
  ///
  /// - Returns: Whether an operator has not read it yet.
  func isNews(_ notice: SpoolNotice) -> Bool {
    switch notice {
    case .paused(let error): note("\(error)", of: .intake)
    case .resumed: note(nil, of: .intake)
    case .rejected, .leftAlone, .reopened, .eventsLost: true
    }
  }
}
