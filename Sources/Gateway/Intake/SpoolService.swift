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

  /// How many messages share one transaction: while it runs, no modem gets an answer.
  private static let portion = 64
  /// How long intake waits before it tries again to accept what the database did not take.
  private static let pause: Duration = .seconds(2)

  func run() async throws {
    let batches = try await intake.start()
    await cancelWhenGracefulShutdown {
      for await batch in batches {
        await accept(batch)
        if Task.isCancelled { return }
      }
    }
    await intake.stop()
  }

  private func accept(_ batch: [ClaimedFile]) async {
    var files: [(file: ClaimedFile, submissions: [Submission])] = []
    // Who opts out here gets none of the messages that were dropped beside.
    for file in batch where !file.optOuts.isEmpty { await optOut(file) }
    for file in batch where file.optOuts.isEmpty {
      do {
        let submissions = try file.messages.map { message throws(RequestFault) in
          try submission(message, of: file)
        }
        files.append((file, submissions))
      } catch {
        await reject(file, because: error.inFile)
      }
    }
    guard var answers = await keep(files.flatMap(\.submissions)) else { return }
    var accepted: [MessageID] = []
    for (file, submissions) in files {
      let own = answers.prefix(submissions.count)
      answers = answers.dropFirst(submissions.count)
      if let reason = Self.complaint(own, about: submissions) {
        await reject(file, because: reason)
      } else {
        accepted.append(file.id)
      }
    }
    await finish(accepted)
  }

  /// What was not kept of a file, in words; nil where all of it was.
  private static func complaint(
    _ answers: ArraySlice<Acceptance>,
    about submissions: [Submission]
  ) -> String? {
    let complaints = zip(submissions, answers).compactMap { submission, answer -> String? in
      let key = submission.idempotency?.key ?? ""
      switch answer {
      case .accepted, .withdrawn, .ruledOut: return nil
      case .alreadyAccepted(let id, _) where id == submission.id: return nil
      case .alreadyAccepted(let id, _):
        return "the message to \(submission.recipient) was accepted before, as \(id), under the "
          + "idempotency key \(key); nothing more is sent"
      case .refused(.conflict):
        return "the message to \(submission.recipient) was not accepted: the idempotency key "
          + "\(key) was used for another message"
      case .refused(.optedOut), .refused(.noConsent):
        return
          "the message to \(submission.recipient) was not accepted: the recipient has opted out"
      }
    }
    return complaints.isEmpty ? nil : complaints.joined(separator: "\n")
  }

  private func submission(
    _ message: Spool.ClaimedMessage,
    of file: ClaimedFile
  ) throws(RequestFault) -> Submission {
    let submitter = "uid:\(file.ownerUserID)"
    return try builder.submission(
      message.request,
      from: SubmissionBuilder.Source(
        id: message.id,
        submitter: submitter,
        origin: .spool(
          name: message.origin.fileName,
          member: message.origin.memberIndex,
          headers: message.origin.headerBlock
        ),
        idempotency: message.idempotencyKey.map { key in
          // Several recipients of one object share its key: they are members of one request.
          let together = file.messages.filter { $0.idempotencyKey == key }
          return IdempotencyKey(
            key: key,
            fingerprint: RequestFingerprint(together.map(\.request)).text,
            member: together.firstIndex { $0.id == message.id } ?? 0
          )
        }
      ),
      at: file.receivedAt
    )
  }

  /// Makes submissions durable, a portion at a time.
  ///
  /// A file of very many does not keep the outcomes of those on the air waiting. A crash between two
  /// portions makes the claim come again.
  ///
  /// - Returns: What became of each; nil when the gateway is stopping.
  private func keep(_ submissions: [Submission]) async -> ArraySlice<Acceptance>? {
    var answers: ArraySlice<Acceptance> = []
    var rest = submissions[...]
    while !rest.isEmpty {
      let portion = Array(rest.prefix(Self.portion))
      let kept = await durable { () async throws(StoreError) in
        try await store.accept(portion, at: clock.now)
      }
      guard let kept else { return nil }
      answers += kept
      rest = rest.dropFirst(Self.portion)
    }
    return answers
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
  private func optOut(_ file: ClaimedFile) async {
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
    guard let changes else { return }
    let added = changes.count(where: \.isNew)
    logger.notice(
      "opt-outs from the spool",
      metadata: ["file": "\(file.name)", "numbers": "\(entries.count)", "new": "\(added)"]
    )
    guard faults.isEmpty else {
      faults.append("the other \(entries.count) numbers of the list have been opted out")
      return await reject(file, because: faults.joined(separator: "\n"))
    }
    await finish([file.id])
  }

  private func finish(_ claims: [MessageID]) async {
    do {
      try await intake.finish(claims: claims)
    } catch {
      logger.error("a claim cannot be removed", metadata: ["error": "\(error)"])
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
