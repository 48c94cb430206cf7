internal import GSMAlphabet
internal import LocalAPI
internal import Messaging
internal import QueuePolicy
internal import Storage
internal import TransferLayer

/// What a request becomes before it is accepted: a number in its normal form, a coding, an end.
///
/// Every way in ends here.
struct SubmissionBuilder: Sendable {
  /// How numbers are read, and what holds where a request does not say.
  let configuration: CurrentConfiguration
  /// The rules of considerate sending that are in force.
  var rules: @Sendable () -> SendingRules = { SendingRules() }

  /// Where a request came from.
  struct Source: Sendable {
    var id: MessageID
    var submitter: String
    var origin: MessageOrigin
    var idempotency: IdempotencyKey?
  }

  /// Makes a submission of a request.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - source: Where it came from.
  ///   - now: The time.
  /// - Returns: The submission.
  /// - Throws: `RequestFault`, which says what is wrong with the request.
  func submission(
    _ request: MessageRequest,
    from source: Source,
    at now: Timestamp
  ) throws(RequestFault) -> Submission {
    let messageClass = request.messageClass ?? .notification
    let recipient = try recipient(request.recipient)
    let rules = rules()
    let request = try hinted(request, messageClass, rules)
    let coding = try coding(request, rules.prefixes.languages(for: recipient))
    var start = max(request.notBefore ?? now, now)
    if request.validity == nil, messageClass != .otp,
      case .deferred(let until, _) = rules.verdict(on: recipient, messageClass, at: start)
    {
      // What waits for the end of quiet hours is worth sending as long as what does not;
      // but for a code, which is worth nothing later.
      start = until
    }
    let validity = request.validity ?? messageClass.defaultValidity
    return Submission(
      id: source.id,
      recipient: recipient,
      messageClass: messageClass,
      content: request.content,
      requestedEncoding: request.encoding,
      encoding: coding.encodingName,
      language: coding.language?.name,
      isTransliterated: coding.isTransliterated,
      segmentCount: coding.segmented.segmentCount,
      displayClass: request.displayClass,
      transferOptions: request.transferOptions,
      wantsStatusReport: request.statusReport ?? configuration.current.gateway.statusReports,
      duplicates: request.duplicates ?? rules[messageClass].duplicates,
      notBefore: request.notBefore,
      expiresAt: start + validity,
      modem: request.modem,
      reference: request.reference,
      submitter: source.submitter,
      origin: source.origin,
      idempotency: source.idempotency,
      isUrgent: request.isUrgent
    )
  }

  /// Reads a number with the gateway's plan.
  func recipient(_ written: String) throws(RequestFault) -> PhoneNumber {
    do {
      return try PhoneNumber(written, in: configuration.current.numberingPlan)
    } catch {
      throw .recipient(written, error)
    }
  }

  /// The request with the hint about opting out that its class must have.
  private func hinted(
    _ request: MessageRequest,
    _ messageClass: MessageClass,
    _ rules: SendingRules
  ) throws(RequestFault) -> MessageRequest {
    guard let hint = rules[messageClass].optOutHint, case .text(let text) = request.content,
      !hint.isIn(text)
    else { return request }
    switch hint.action {
    case .refuse:
      throw .hintMissing(hint)
    case .append:
      var request = request
      request.content = .text(hint.appended(to: text))
      return request
    }
  }

  private func coding(
    _ request: MessageRequest,
    _ languages: [NationalLanguage]
  ) throws(RequestFault) -> MessageCoding {
    let coding: MessageCoding
    do {
      coding = try MessageCoding(
        request.content,
        encoding: request.encoding,
        displayClass: request.displayClass,
        options: request.transferOptions,
        languages: languages,
        transliterates: request.transliterates ?? configuration.current.sending.transliterates
      )
    } catch {
      throw .content(error)
    }
    let count = coding.segmented.segmentCount
    let allowed = configuration.current.gateway.longestMessage
    guard count <= allowed else {
      throw .content(.tooManySegments(needed: count, allowed: allowed))
    }
    return coding
  }
}

extension SubmissionBuilder {
  /// The one way in of a gateway.
  init(_ gateway: GatewayCore) {
    self.init(
      configuration: gateway.configuration,
      rules: { [store = gateway.store] in store.sendingRules }
    )
  }
}

/// What is wrong with a request.
enum RequestFault: Error, CustomStringConvertible {
  /// The number cannot be read.
  case recipient(String, PhoneNumberError)
  /// The content cannot be sent.
  case content(SegmentationError)
  /// The text does not say how to opt out.
  case hintMissing(OptOutHint)

  /// What is wrong and what to do about it.
  var description: String {
    switch self {
    case .recipient(let written, let error): "\"\(written)\": \(error)"
    case .content(let error): "\(error)"
    case .hintMissing(let hint):
      "the text does not say how to opt out: it needs the word \(hint.word), as in \"\(hint.text)\""
    }
  }

  /// The same where it is said of a file.
  var inFile: String {
    switch self {
    case .recipient: "To: \(self)"
    case .content, .hintMissing: description
    }
  }

  /// The field of an API request that is at fault.
  var field: String {
    switch self {
    case .recipient: "to"
    case .content, .hintMissing: "text"
    }
  }
}
