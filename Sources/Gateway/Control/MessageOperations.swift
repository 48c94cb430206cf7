internal import LocalAPI
internal import Logging
internal import Messaging
internal import Storage

// Messages: POST, GET and DELETE /v1/messages.
extension GatewayControl {
  func submit(
    _ submission: MessageSubmission,
    by submitter: Submitter
  ) async throws -> [SubmittedMessage] {
    let submissions = try submissions(submission, by: submitter)
    let now = clock.now
    let answers = try await stored { () async throws(StoreError) in
      try await store.accept(submissions, at: now)
    }
    // One recipient that may not be written to is the whole answer; among many it is a line of it.
    if submissions.count == 1, let answer = answers.first, case .refused(let refusal) = answer {
      throw problem(refusal, submissions[0])
    }
    if submissions.count == 1, case .ruledOut(nil, let reason) = answers.first {
      throw ProblemDocument.invalid(field: "to", reason)
    }
    var messages = zip(submissions, answers).map(SubmittedMessage.init)
    guard let place = messages.firstIndex(where: { $0.state == .queued }) else { return messages }
    let notes = await waitingNotes(for: submissions[place])
    for index in messages.indices where messages[index].state == .queued {
      messages[index].notes += notes
    }
    return messages
  }

  func tryOut(
    _ submission: MessageSubmission,
    by submitter: Submitter
  ) async throws -> [SubmittedMessage] {
    let submissions = try submissions(submission, by: submitter)
    guard let first = submissions.first else { return [] }
    let notes = await waitingNotes(for: first)
    var answers: [SubmittedMessage] = []
    for submission in submissions { answers.append(try await preview(submission, notes)) }
    return answers
  }

  private func submissions(
    _ submission: MessageSubmission,
    by submitter: Submitter
  ) throws(ProblemDocument) -> [Submission] {
    let now = clock.now
    let requests = try submission.requests()
    let fingerprint = RequestFingerprint(requests).text
    var submissions: [Submission] = []
    for (place, request) in requests.enumerated() {
      let source = SubmissionBuilder.Source(
        id: clock.newID(),
        submitter: submitter.account,
        origin: .api,
        idempotency: submission.idempotencyKey.map {
          IdempotencyKey(
            key: $0,
            fingerprint: fingerprint,
            member: place
          )
        }
      )
      do {
        submissions.append(try builder.submission(request, from: source, at: now))
      } catch {
        throw .invalid(field: error.field, "\(error)")
      }
    }
    return submissions
  }

  private func problem(
    _ refusal: AcceptanceRefusal,
    _ submission: Submission
  ) -> ProblemDocument {
    switch refusal {
    case .optedOut:
      ProblemDocument(
        .optedOut,
        "\(submission.recipient) has opted out; nothing was accepted",
        field: "to"
      )
    case .noConsent:
      ProblemDocument(
        .noConsent,
        "no consent of \(submission.recipient) to marketing is recorded; nothing was accepted",
        field: "to"
      )
    case .conflict:
      ProblemDocument(
        .keyReused,
        "this idempotency key was used for another message",
        field: "idempotency_key"
      )
    }
  }

  func messages(_ filter: LocalAPI.MessageFilter) async throws -> MessageList {
    let recipient = try filter.to.map { written throws(ProblemDocument) in try number(written) }
    let after = filter.page.after.flatMap { MessageID($0) }
    let states: [MessageState?] = filter.states.isEmpty ? [nil] : filter.states
    var found: [MessageDetail] = []
    for state in states {
      let wanted = Storage.MessageFilter(
        state: state,
        recipient: recipient,
        submitter: filter.submitter
      )
      found += try await stored { () async throws(StoreError) in
        try await store.messages(wanted, limit: filter.page.limit, after: after)
      }
    }
    if states.count > 1 {
      found.sort { $0.id > $1.id }
    }
    let page = Array(found.prefix(filter.page.limit))
    return MessageList(
      messages: page.map { MessageView($0) },
      next: page.count == filter.page.limit ? page.last?.id.description : nil
    )
  }

  func message(_ id: MessageID) async throws -> MessageView? {
    let detail = try await stored { () async throws(StoreError) in try await store.message(id) }
    return detail.map { MessageView($0, withHistory: true) }
  }

  func cancelMessage(_ id: MessageID, by submitter: Submitter) async throws -> MessageView {
    let now = clock.now
    let result = try await stored { () async throws(StoreError) in
      try await store.cancel(id, by: submitter.account, at: now)
    }
    return try await view(of: id, after: result, "cancelled", by: submitter)
  }

  func retryMessage(_ id: MessageID, by submitter: Submitter) async throws -> MessageView {
    let now = clock.now
    let result = try await stored { () async throws(StoreError) in
      try await store.retry(id, by: submitter.account, at: now)
    }
    return try await view(of: id, after: result, "tried again", by: submitter)
  }

  func resolveMessage(
    _ id: MessageID,
    as resolution: LocalAPI.Resolution,
    by submitter: Submitter
  ) async throws -> MessageView {
    let now = clock.now
    let decision: Storage.Resolution =
      switch resolution {
      case .sent: .sent
      case .resend: .resend
      case .close: .drop
      }
    let result = try await stored { () async throws(StoreError) in
      try await store.resolve(id, decision, by: submitter.account, at: now)
    }
    return try await view(of: id, after: result, "resolved", by: submitter)
  }

  private func view(
    of id: MessageID,
    after result: OperationResult,
    _ verb: String,
    by submitter: Submitter
  ) async throws -> MessageView {
    switch result {
    case .done(let change):
      logger.info(
        "message \(verb)",
        metadata: [
          "id": "\(id)", "by": "\(submitter.account)", "state": "\(change.to.rawValue)",
        ]
      )
    case .refused(let state):
      throw ProblemDocument(.conflict, "a message that is \(state.rawValue) cannot be \(verb)")
    case .optedOut:
      throw ProblemDocument(.optedOut, "the recipient has opted out")
    case .notFound:
      throw ProblemDocument.notFound("there is no message \(id)")
    }
    guard let view = try await message(id) else {
      throw ProblemDocument.notFound("there is no message \(id)")
    }
    return view
  }
}
