internal import LocalAPI
internal import Messaging
internal import Storage

// Opt-outs and the inbox.
extension GatewayControl {
  func inbox(_ filter: InboxFilter) async throws -> Inbox {
    let sender = try filter.from.map { written throws(ProblemDocument) in try self.sender(written) }
    var after = filter.page.after.flatMap { MessageID($0) }
    var found: [InboundMessage] = []
    while found.count < filter.page.limit {
      let before = after
      let page = try await stored { () async throws(StoreError) in
        try await store.inbox(limit: filter.page.limit, after: before)
      }
      found += page.filter { sender == nil || $0.sender == sender }
      guard page.count == filter.page.limit, sender != nil, let last = page.last else { break }
      after = last.id
    }
    let messages = found.prefix(filter.page.limit).map { InboundMessageView($0) }
    return Inbox(
      messages: messages,
      next: messages.count == filter.page.limit ? messages.last?.id : nil,
      from: sender?.description
    )
  }

  /// Whom a message came from, as people write it: a number, or the name that some senders have.
  private func sender(_ written: String) throws(ProblemDocument) -> PhoneNumber {
    guard written.contains(where: \.isLetter) else { return try number(written) }
    return PhoneNumber(normalForm: written)
  }

  func optOuts(_ page: PageRequest) async throws -> OptOutList {
    let found = try await stored { () async throws(StoreError) in
      try await store.optOuts(
        limit: page.limit,
        after: page.after.map { PhoneNumber(normalForm: $0) }
      )
    }
    return OptOutList(
      optOuts: found.map { OptOutView($0) },
      next: found.count >= page.limit ? found.last?.number.description : nil
    )
  }

  func optOut(of written: String) async throws -> OptOutCheck {
    let number = try number(written)
    let standing = try await stored { () async throws(StoreError) in
      try await store.optOuts(of: number)
    }
    return OptOutCheck(number: number.description, optOuts: standing.map { OptOutView($0) })
  }

  func addOptOut(
    of written: String,
    _ request: OptOutRequest,
    by submitter: Submitter
  ) async throws -> OptOutCheck {
    guard let scope = OptOutScope(rawValue: request.scope ?? OptOutScope.all.rawValue) else {
      throw ProblemDocument.invalid(field: "scope", "must be all or marketing")
    }
    try await record(.optOut, scope, written, request, by: submitter)
    return try await optOut(of: written)
  }

  func removeOptOut(of written: String, by submitter: Submitter) async throws -> OptOutCheck {
    guard try await optOut(of: written).optedOut else {
      throw ProblemDocument.notFound("\(try number(written)) has not opted out")
    }
    try await record(.optIn, .all, written, OptOutRequest(), by: submitter)
    return try await optOut(of: written)
  }

  private func record(
    _ action: OptOutAction,
    _ scope: OptOutScope,
    _ written: String,
    _ request: OptOutRequest,
    by submitter: Submitter
  ) async throws {
    if let since = request.since?.timestamp, since > clock.now {
      throw ProblemDocument.invalid(field: "since", "lies in the future")
    }
    let source = request.source.flatMap(OptOutSource.init(rawValue:)) ?? .api
    let entry = OptOutEntry(
      number: try number(written),
      action: action,
      scope: scope,
      at: clock.now,
      since: request.since?.timestamp,
      actor: submitter.account,
      source: source,
      text: request.reason
    )
    _ = try await stored { () async throws(StoreError) in
      // A list may be imported again and again: it changes nothing the second time.
      try await store.recordOptOut(entry, onlyIfNew: source == .imported)
    }
  }

  func optOutHistory(of written: String) async throws -> OptOutHistory {
    let number = try number(written)
    let entries = try await stored { () async throws(StoreError) in
      try await store.optOutHistory(of: number)
    }
    return OptOutHistory(
      number: number.description,
      entries: entries.map { OptOutHistory.Entry($0) }
    )
  }
}

extension OptOutView {
  fileprivate init(_ standing: StandingOptOut) {
    self.init(
      number: standing.number.description,
      scope: standing.scope.rawValue,
      since: WireTime(standing.since),
      source: standing.source.rawValue,
      detail: standing.detail
    )
  }
}

extension OptOutHistory.Entry {
  fileprivate init(_ entry: OptOutEntry) {
    // The rule and the word that matched are kept as one: no rule's name has a colon.
    let matched = entry.rule?.split(separator: ":", maxSplits: 1).map { String($0) }
    self.init(
      at: WireTime(entry.at),
      action: entry.action.wireName,
      scope: entry.scope.rawValue,
      source: entry.source.rawValue,
      detail: entry.text,
      by: entry.actor,
      since: entry.since.map { WireTime($0) },
      rule: matched?.first,
      word: matched?.dropFirst().first.map { String($0.drop { $0 == " " }) },
      iccid: entry.iccid?.description,
      inbound: entry.inbound?.description,
      answered: entry.answered?.description
    )
  }
}

extension OptOutAction {
  /// The name in the API.
  fileprivate var wireName: String {
    switch self {
    case .optOut: "opt-out"
    case .optIn: "opt-in"
    case .consent: "consent"
    case .consentWithdrawn: "consent-withdrawn"
    }
  }
}
