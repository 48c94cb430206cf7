internal import Glibc
import Messaging

/// The claim protocol: rename to a fresh id, make the rename durable, read.
///
/// Everything here is synchronous; the order of the steps is what makes it safe, not the caller.
struct SpoolClaims {
  let directories: OpenDirectories
  let limits: SpoolLimits

  /// A name in `outgoing/`, and whether it was seen by an event or by a scan.
  struct Candidate {
    var name: FileName
    /// Whether the file must have been left alone for a while, because nobody said it is finished.
    var mustBeSettled: Bool
    /// Whether it is looked at before those that are not.
    var isUrgent = false
  }

  /// What became of some candidates.
  struct Round {
    var files: [ClaimedFile] = []
    var claims: [ClaimName] = []
    var notices: [SpoolNotice] = []
    /// The soonest that a file which is still too young is worth looking at again.
    var settledAt: Timestamp?
    /// Candidates that were not looked at, because the batch is full.
    var rest: ArraySlice<Candidate> = []
  }

  /// A file that is in `.claimed` and open.
  struct Held {
    var claim: ClaimName
    var file: Descriptor
    var status: FileStatus
  }

  /// Claims what may be claimed; one pair of syncs for all of it.
  func claim(_ candidates: [Candidate], now: Timestamp) throws(SpoolError) -> Round {
    var round = Round()
    var held: [Held] = []
    var rejections: [Rejection] = []
    var size: Int64 = 0
    var rest = candidates[...]
    while let candidate = rest.first, held.count < limits.batchFiles, size < limits.batchOctets {
      do throws(SpoolError) {
        switch try inspect(candidate, now, &round) {
        case .passed: break
        case .refused(let reason): rejections.append(refusal(candidate.name, reason, now))
        case .acceptable(let file, let status):
          if let claimed = try take(candidate.name, file, status, now) {
            held.append(claimed)
            size += status.size
          }
        }
      } catch {
        guard error.isOutOfDescriptors, !held.isEmpty else {
          throw error
        }
        break
      }
      rest = rest.dropFirst()
    }
    round.rest = rest
    try sync(held)
    rejections += try read(held, &round)
    round.notices += try Rejector(directories: directories).reject(rejections)
    return round
  }

  /// Reads claims that an earlier run has left.
  func replay(_ names: [FileName]) throws(SpoolError) -> Round {
    var round = Round()
    var held: [Held] = []
    var rejections: [Rejection] = []
    for name in names {
      guard let text = name.accepted ?? claimText(name), let claim = ClaimName(text) else {
        round.notices.append(.leftAlone(name: ".claimed/\(name.shown)", reason: "not a claim"))
        continue
      }
      guard let status = try directories[.claimed].status(of: text) else { continue }
      let (file, error) = status.kind == .regular ? directories[.claimed].open(text) : (nil, 0)
      if let file {
        held.append(Held(claim: claim, file: file, status: status))
      } else {
        let reason = fault(status, "") ?? "cannot be opened: \(String(cString: strerror(error)))"
        rejections.append(rejection(claim, reason))
      }
    }
    // The crash may have come before the syncs: if the rename were lost after the message is stored,
    // the file would be back under its old name and get a second id.
    try sync(held)
    rejections += try read(held, &round)
    round.notices += try Rejector(directories: directories).reject(rejections)
    return round
  }

  /// Makes the renames durable: in both directories, once for all of them.
  private func sync(_ held: [Held]) throws(SpoolError) {
    guard !held.isEmpty else { return }
    try directories[.outgoing].sync()
    try directories[.claimed].sync()
  }

  /// The name of a claim is longer than that of a file.
  private func claimText(_ name: FileName) -> String? {
    let prefix = 27
    guard name.octets.count > prefix else { return nil }
    let file = FileName(octets: Array(name.octets.dropFirst(prefix)))
    return file.accepted.map { String(decoding: name.octets.prefix(prefix), as: UTF8.self) + $0 }
  }
}

extension SpoolClaims {
  private enum Verdict {
    case passed
    case refused(String)
    case acceptable(Descriptor, FileStatus)
  }

  private func inspect(_ candidate: Candidate, _ now: Timestamp, _ round: inout Round)
    throws(SpoolError) -> Verdict
  {
    let outgoing = directories[.outgoing]
    guard !candidate.name.isUnfinished else { return .passed }
    guard let status = try outgoing.status(of: candidate.name) else { return .passed }
    guard status.kind != .directory else {
      let reason = "it is a directory; only files are taken"
      round.notices.append(.leftAlone(name: candidate.name.shown, reason: reason))
      return .passed
    }
    guard let name = candidate.name.accepted else {
      return .refused("its name may have only \(FileName.allowed)")
    }
    if let fault = fault(status, name) { return .refused(fault) }
    // A file too short for any message has been created and not yet written.
    if candidate.mustBeSettled || status.size < limits.shortestFile {
      let age = abs(now.milliseconds - status.modified)
      guard age >= limits.settleTime.wholeMilliseconds else {
        let settled = Timestamp(milliseconds: now.milliseconds - age) + limits.settleTime
        round.settledAt = min(round.settledAt ?? settled, settled)
        return .passed
      }
    }
    let (file, error) = outgoing.open(name)
    guard let file else {
      switch error {
      case ENOENT: return .passed
      case ELOOP: return .refused("it is a symbolic link; links are never followed")
      case EACCES, EPERM: return .refused(unreadable(status))
      default: throw .system(operation: "open", path: "\(outgoing.path)/\(name)", number: error)
      }
    }
    let opened = try outgoing.status(of: file)
    if let fault = fault(opened, name) { return .refused(fault) }
    return .acceptable(file, opened)
  }

  /// What is wrong with a file apart from its content; nil where nothing is.
  private func fault(_ status: FileStatus, _ name: String) -> String? {
    switch status.kind {
    case .symbolicLink: return "it is a symbolic link; links are never followed"
    case .fifo, .socket, .device, .directory:
      return "it is a \(status.kind.rawValue); only plain files are taken"
    case .regular: break
    }
    guard status.linkCount <= 1 else {
      return "it is a hard link: the file has \(status.linkCount) names; copy it instead"
    }
    let limit = limits.size(of: name)
    guard status.size <= limit else {
      return "it has \(status.size) octets; the most is \(limit) (.json: \(limits.jsonOctets))"
    }
    return nil
  }

  private func unreadable(_ status: FileStatus) -> String {
    let mode = String(status.permissions, radix: 8)
    return "the daemon may not read it (mode \(mode), owner \(status.owner)): chmod g+r it, or "
      + "chmod 640, before it is moved into outgoing/"
  }

  /// Moves an inspected file to `.claimed`; nil where it is gone.
  ///
  /// There nobody can touch its name any more; if it is another file than the inspected one, what
  /// was moved is inspected in its place.
  func take(_ name: FileName, _ file: Descriptor, _ status: FileStatus, _ now: Timestamp)
    throws(SpoolError) -> Held?
  {
    let claim = ClaimName(id: newID(now), fileName: name.tamed)
    let claimed = directories[.claimed]
    guard try directories[.outgoing].move(name, to: claimed, as: claim.text) else { return nil }
    guard let moved = try claimed.status(of: claim.text) else { return nil }
    guard !moved.isSame(as: status) else { return Held(claim: claim, file: file, status: status) }
    guard moved.kind == .regular, let other = claimed.open(claim.text).file else {
      // Not a file that can be read: `read` finds the fault in its status.
      return Held(claim: claim, file: file, status: moved)
    }
    return Held(claim: claim, file: other, status: try claimed.status(of: other))
  }

  /// Reads and parses claims; gives back those to be refused.
  func read(_ held: [Held], _ round: inout Round) throws(SpoolError) -> [Rejection] {
    var rejections: [Rejection] = []
    for entry in held {
      let name = entry.claim.fileName
      if let fault = fault(entry.status, name) {
        rejections.append(rejection(entry.claim, fault))
        continue
      }
      let limit = limits.size(of: name)
      guard
        let octets = try directories[.claimed].read(entry.file, name: name, limit: Int(limit))
      else {
        rejections.append(rejection(entry.claim, "it has more than \(limit) octets"))
        continue
      }
      do throws(SpoolFileError) {
        let file = try SpoolFile(name: name, octets: octets)
        round.files.append(claimed(entry.claim, file, owner: entry.status.owner))
        round.claims.append(entry.claim)
      } catch {
        rejections.append(rejection(entry.claim, error.description))
      }
    }
    return rejections
  }

  private func claimed(_ claim: ClaimName, _ file: SpoolFile, owner: UInt32) -> ClaimedFile {
    let isOnly = file.members.count == 1
    let messages = file.members.enumerated().map { index, member in
      ClaimedMessage(
        id: claim.id.member(index),
        request: member.request,
        origin: SpoolOrigin(
          fileName: claim.fileName,
          memberIndex: isOnly ? nil : index,
          headerBlock: member.headerBlock
        ),
        idempotencyKey: member.idempotencyKey
      )
    }
    return ClaimedFile(
      id: claim.id,
      name: claim.fileName,
      receivedAt: claim.id.drawnAt,
      ownerUserID: owner,
      messages: messages,
      optOuts: file.optOuts
    )
  }

  /// A claim that is to be refused.
  func rejection(_ claim: ClaimName, _ reason: String) -> Rejection {
    Rejection(
      directory: directories[.claimed],
      name: FileName(claim.text),
      original: FileName(claim.fileName),
      mark: claim.id.description,
      reason: reason
    )
  }

  private func refusal(_ name: FileName, _ reason: String, _ now: Timestamp) -> Rejection {
    Rejection(
      directory: directories[.outgoing],
      name: name,
      original: name,
      mark: newID(now).description,
      reason: reason
    )
  }

  private func newID(_ now: Timestamp) -> MessageID {
    var random = SystemRandomNumberGenerator()
    return MessageID(timestamp: now, using: &random)
  }
}
