internal import LocalAPI
internal import Messaging
internal import Storage

// Consents to marketing.
extension GatewayControl {
  func consents(_ page: PageRequest) async throws -> ConsentList {
    let found = try await stored { () async throws(StoreError) in
      try await store.consents(
        limit: page.limit,
        after: page.after.map { PhoneNumber(normalForm: $0) }
      )
    }
    return ConsentList(
      consents: found.map { ConsentView($0) },
      next: found.count == page.limit ? found.last?.number.description : nil
    )
  }

  func consent(of written: String) async throws -> ConsentCheck {
    let number = try number(written)
    let standing = try await stored { () async throws(StoreError) in
      try await store.consent(of: number)
    }
    return ConsentCheck(
      number: number.description,
      consent: standing.map { ConsentView($0) }
    )
  }

  func addConsent(
    of written: String,
    _ request: ConsentRequest,
    by submitter: Submitter
  ) async throws -> ConsentCheck {
    try await record(.consent, written, request, by: submitter)
  }

  func removeConsent(of written: String, by submitter: Submitter) async throws -> ConsentCheck {
    try await record(.consentWithdrawn, written, ConsentRequest(), by: submitter)
  }

  private func record(
    _ action: OptOutAction,
    _ written: String,
    _ request: ConsentRequest,
    by submitter: Submitter
  ) async throws -> ConsentCheck {
    let now = clock.now
    if let since = request.since?.timestamp, since > now {
      throw ProblemDocument.invalid(field: "since", "lies in the future")
    }
    let entry = OptOutEntry(
      number: try number(written),
      action: action,
      scope: .marketing,
      at: now,
      since: request.since?.timestamp,
      actor: submitter.account,
      source: request.source.flatMap(OptOutSource.init(rawValue:)) ?? .api,
      text: request.reason
    )
    _ = try await stored { () async throws(StoreError) in
      try await store.recordOptOut(entry, onlyIfNew: true)
    }
    return try await consent(of: written)
  }
}

extension ConsentView {
  fileprivate init(_ standing: StandingConsent) {
    self.init(
      number: standing.number.description,
      since: WireTime(standing.since),
      source: standing.source.rawValue,
      detail: standing.detail
    )
  }
}
