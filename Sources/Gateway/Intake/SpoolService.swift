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
    var submissions: [Submission] = []
    var accepted: [MessageID] = []
    for file in batch {
      do {
        submissions += try file.messages.map { message in
          try submission(message, of: file)
        }
        accepted.append(file.id)
      } catch {
        await reject(file, because: "\(error)")
      }
    }
    guard await keep(submissions) else { return }
    do {
      try await intake.finish(claims: accepted)
    } catch {
      logger.error("a claim cannot be removed", metadata: ["error": "\(error)"])
    }
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
        idempotency: message.idempotencyKey.map {
          IdempotencyKey(key: $0, fingerprint: RequestFingerprint(message.request).text)
        }
      ),
      at: file.receivedAt
    )
  }

  /// Makes submissions durable; while the disk is full, nothing else is taken.
  ///
  /// - Returns: Whether they are durable; not when the gateway is stopping.
  private func keep(_ submissions: [Submission]) async -> Bool {
    while true {
      do {
        _ = try await store.accept(submissions, at: clock.now)
        await health.recovered()
        return true
      } catch {
        await health.report(error)
        if error.isFatal { return false }
      }
      do {
        try await Task.sleep(for: Self.pause)
      } catch {
        return false
      }
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
