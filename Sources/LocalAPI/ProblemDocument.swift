/// What went wrong with a request, as a problem document (RFC 9457): the body of every answer with
/// a status of 400 or more, and the error that the gateway's operations throw.
public struct ProblemDocument: Error, Codable, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of problem; `type` is `urn:hermod:problem:` and the kind.
  public enum Kind: String, Codable, Hashable, Sendable, CaseIterable {
    /// The request could not be read.
    case malformed
    /// The request was read, and something in it cannot be done.
    case invalid
    /// Nobody knows who asks: a token is missing, or is none.
    case unauthenticated
    /// The user of the peer may not do this.
    case forbidden
    /// There is no such thing.
    case notFound = "not-found"
    /// The thing is there, and does not know this method.
    case methodNotAllowed = "method-not-allowed"
    /// The thing is in a state that does not allow this.
    case conflict
    /// The idempotency key was used with another body.
    case keyReused = "key-reused"
    /// The recipient has opted out.
    case optedOut = "opted-out"
    /// The message is marketing, and no consent of the recipient is recorded.
    case noConsent = "no-consent"
    /// The body is larger than is allowed.
    case tooLarge = "too-large"
    /// Too many requests; come back later.
    case tooMany = "too-many"
    /// The name in the `Host` field is none of this gateway's.
    case misdirected
    /// The gateway itself is at fault.
    case `internal`
    /// This gateway does not do that.
    case notImplemented = "not-implemented"
    /// Nothing can be accepted now; come back later.
    case unavailable

    /// The HTTP status of the kind.
    public var status: Int {
      switch self {
      case .malformed: 400
      case .misdirected: 421
      case .invalid, .optedOut, .noConsent: 422
      case .unauthenticated: 401
      case .forbidden: 403
      case .notFound: 404
      case .methodNotAllowed: 405
      case .conflict, .keyReused: 409
      case .tooLarge: 413
      case .tooMany: 429
      case .internal: 500
      case .notImplemented: 501
      case .unavailable: 503
      }
    }

    /// The kind in a few words.
    public var title: String {
      switch self {
      case .malformed: "The request cannot be read"
      case .invalid: "The request cannot be carried out"
      case .unauthenticated: "A token is needed"
      case .forbidden: "Not allowed"
      case .notFound: "Not found"
      case .methodNotAllowed: "Method not allowed"
      case .conflict: "The state does not allow this"
      case .keyReused: "The idempotency key was used with another body"
      case .optedOut: "The recipient has opted out"
      case .noConsent: "The recipient has not agreed to marketing"
      case .tooLarge: "The body is too large"
      case .tooMany: "Too many requests"
      case .misdirected: "Not a name of this gateway"
      case .internal: "The gateway failed"
      case .notImplemented: "Not implemented"
      case .unavailable: "Nothing can be accepted now"
      }
    }
  }

  /// A URI that names the kind.
  public var type: String
  /// The kind in a few words.
  public var title: String
  /// The HTTP status.
  public var status: Int
  /// What happened this time, and what to do about it.
  public var detail: String
  /// The path of the request.
  public var instance: String?
  /// The field of the body or the query that is at fault.
  public var field: String?

  /// A problem.
  public init(_ kind: Kind, _ detail: String, field: String? = nil) {
    type = Self.prefix + kind.rawValue
    title = kind.title
    status = kind.status
    self.detail = detail
    self.field = field
  }

  /// A problem with one field of a request.
  public static func invalid(field: String, _ detail: String) -> ProblemDocument {
    ProblemDocument(.invalid, "\(field): \(detail)", field: field)
  }

  /// A problem with something that is not there.
  public static func notFound(_ detail: String) -> ProblemDocument {
    ProblemDocument(.notFound, detail)
  }

  /// The kind; nil for a type that this version does not know.
  public var kind: Kind? {
    guard type.hasPrefix(Self.prefix) else { return nil }
    return Kind(rawValue: String(type.dropFirst(Self.prefix.count)))
  }

  /// What happened and what to do about it.
  public var description: String { detail }

  private static let prefix = "urn:hermod:problem:"
}
