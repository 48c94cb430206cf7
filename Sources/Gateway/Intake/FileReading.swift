internal import Messaging
internal import Spool
internal import Storage

/// What a claimed file asks for: its messages as they are handed to the store, or what is wrong with it.
///
/// One bad message refuses the file; all that are bad are named by their places in it.
struct FileReading {
  /// The messages, in the order of the file; of no use where there is a complaint.
  private(set) var submissions: [Submission] = []
  /// What is wrong with the file; nil where nothing is.
  private(set) var complaint: String?

  init(_ file: ClaimedFile, with builder: SubmissionBuilder) {
    var complaints: [String] = []
    let keys = Self.keys(of: file)
    for (message, key) in zip(file.messages, keys) {
      let source = SubmissionBuilder.Source(
        id: message.id,
        submitter: "uid:\(file.ownerUserID)",
        origin: .spool(
          name: message.origin.fileName,
          member: message.origin.memberIndex,
          headers: message.origin.headerBlock
        ),
        idempotency: key
      )
      do {
        submissions.append(
          try builder.submission(message.request, from: source, at: file.receivedAt)
        )
      } catch {
        complaints.append(Self.place(message.origin.memberIndex) + error.inFile)
      }
    }
    if !complaints.isEmpty { complaint = complaints.joined(separator: "\n") }
  }

  /// Several recipients of one object share its key: they are members of one request.
  private static func keys(of file: ClaimedFile) -> [IdempotencyKey?] {
    let together = Dictionary(grouping: file.messages.filter { $0.idempotencyKey != nil }) {
      $0.idempotencyKey ?? ""
    }
    let fingerprints = together.mapValues { RequestFingerprint($0.map(\.request)).text }
    var members: [String: Int] = [:]
    return file.messages.map { message in
      guard let key = message.idempotencyKey, let fingerprint = fingerprints[key] else {
        return nil
      }
      let member = members[key, default: 0]
      members[key] = member + 1
      return IdempotencyKey(key: key, fingerprint: fingerprint, member: member)
    }
  }

  /// Why nothing of a file was accepted, in words.
  ///
  /// - Parameters:
  ///   - obstacles: What stands in the way of each message; nil where nothing does.
  ///   - submissions: The messages.
  /// - Returns: A line for each, and what became of the others.
  static func complaint(of obstacles: [Acceptance?], to submissions: [Submission]) -> String {
    var lines = zip(submissions, obstacles).compactMap { submission, obstacle in
      obstacle.flatMap { words(for: $0, submission) }.map { place(of: submission) + $0 }
    }
    if submissions.count > lines.count {
      lines.append("nothing of the file was accepted: correct it and drop it again")
    }
    return lines.joined(separator: "\n")
  }

  private static func words(for obstacle: Acceptance, _ submission: Submission) -> String? {
    let key = submission.idempotency?.key ?? ""
    switch obstacle {
    case .accepted, .withdrawn, .ruledOut: return nil
    case .alreadyAccepted(let id, _):
      return "the message to \(submission.recipient) was accepted before, as \(id), under the "
        + "idempotency key \(key); nothing more is sent"
    case .refused(.conflict):
      return "the message to \(submission.recipient) was not accepted: the idempotency key "
        + "\(key) was used for another message"
    case .refused(.optedOut), .refused(.noConsent):
      return "the message to \(submission.recipient) was not accepted: the recipient has opted out"
    }
  }

  private static func place(of submission: Submission) -> String {
    switch submission.origin {
    case .spool(_, let member, _): place(member)
    case .api: ""
    }
  }

  private static func place(_ member: Int?) -> String {
    member.map { "message \($0) (from 0): " } ?? ""
  }
}
