/// A file that is moved to `rejected/`, and why.
struct Rejection {
  /// The directory that it is in.
  var directory: DirectoryFiles
  /// Its name there.
  var name: FileName
  /// The name that it was dropped with.
  var original: FileName
  /// What tells it from another of that name.
  var mark: String
  /// What is wrong with it.
  var reason: String
}

/// Moves files to `rejected/` and puts a `.reason` beside each.
struct Rejector {
  let directories: OpenDirectories

  /// Moves the files; the reason is durable before its file is moved.
  ///
  /// A crash in between leaves the file where it was, to be read and refused again.
  func reject(_ rejections: [Rejection]) throws(SpoolError) -> [SpoolNotice] {
    guard !rejections.isEmpty else { return [] }
    let rejected = directories[.rejected]
    var taken: Set<String> = []
    var planned: [(rejection: Rejection, name: String)] = []
    for rejection in rejections {
      let plain = rejection.original.tamed
      let isFree = try rejected.status(of: plain) == nil && !taken.contains(plain)
      let name = isFree ? plain : "\(plain).\(rejection.mark)"
      taken.insert(name)
      planned.append((rejection, name))
    }
    try DurableFiles.write(
      planned.map { rejection, name in
        DurableFile(
          name: "\(name).reason",
          temporaryName: ".\(rejection.mark).reason",
          octets: Array(text(rejection).utf8)
        )
      },
      in: rejected
    )
    var notices: [SpoolNotice] = []
    for (rejection, name) in planned {
      if try rejection.directory.move(rejection.name, to: rejected, as: name) {
        notices.append(.rejected(name: rejection.original.shown, reason: rejection.reason))
      } else {
        try rejected.remove("\(name).reason")
      }
    }
    try rejected.sync()
    return notices
  }

  private func text(_ rejection: Rejection) -> String {
    """
    File: \(rejection.original.shown)
    Reason: \(rejection.reason)

    Nothing of it was sent. Correct the file and move it back to outgoing/; this note may be deleted.

    """
  }
}
