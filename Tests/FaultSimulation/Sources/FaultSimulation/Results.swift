internal import Messaging
internal import ModemModel
internal import QueuePolicy

// What `ResultService` and `ResultFiles` do: write what is due from the database, make it durable, take
// earlier results away, make that durable, and confirm.
extension FaultRun {
  /// How far the writing of a batch of files has come.
  enum WritingStage: Sendable {
    /// The files are in place; their directories are being synchronized.
    case written
    /// Earlier results are taken away; their directories are being synchronized.
    case tidied
  }

  mutating func writeResults() {
    guard edition != .first, daemon?.isRecovered == true, daemon?.isWritingResults == false else {
      return
    }
    let tables = disk.visible
    let pending = tables.pendingResults
    guard !pending.isEmpty else { return }
    daemon?.isWritingResults = true
    for result in pending { write(result, tables) }
    if mutation == .confirmBeforeSynchronization {
      return confirm(pending)
    }
    later(.written, pending)
  }

  private mutating func later(_ stage: WritingStage, _ pending: [ModelResult]) {
    let pause = Duration.milliseconds(Int64.random(in: 0...profile.commitLatency, using: &random))
    queue.schedule(
      .filesSynchronized(stage, count: folders.pending, pending, life: life),
      at: now + pause
    )
  }

  mutating func filesSynchronized(_ stage: WritingStage, _ count: Int, _ pending: [ModelResult]) {
    folders.synchronize(count)
    switch stage {
    case .written:
      for result in pending { removeEarlier(result) }
      if mutation == .removalNotSynchronized { return confirm(pending) }
      later(.tidied, pending)
    case .tidied:
      confirm(pending)
    }
  }

  private mutating func confirm(_ pending: [ModelResult]) {
    submit(StoreRequest(verb: .resultsWritten(pending), reply: .results, at: now))
  }

  private mutating func write(_ result: ModelResult, _ tables: ModelTables) {
    let file: ModelFolders.File
    switch result.kind {
    case .result(let state):
      guard let folder = ModelFolder(state), let place = tables.place(of: result.id) else { return }
      let name = name(tables.messages[place], in: folder)
      file = ModelFolders.File(folder: folder, name: name, id: result.id, state: state)
    case .report(let state):
      let name = "\(result.id)"
      file = ModelFolders.File(folder: .report, name: name, id: result.id, state: state)
    case .inbound:
      file = ModelFolders.File(folder: .incoming, name: "\(result.id)", id: result.id)
    }
    log.note(now, 15, "\(file.folder)/\(file.name) is written for \(file.id)")
    folders.change(.writing(file))
  }

  /// The name of the dropped file; with the id behind it where another message has that name.
  private func name(_ message: ModelMessage, in folder: ModelFolder) -> String {
    let marked = "\(message.name).\(message.id)"
    if mutation == .plainResultNames { return message.name }
    let there = folders.visible.filter { $0.folder == folder }
    if there.contains(where: { $0.name == marked }) { return marked }
    let holder = there.first { $0.name == message.name }
    return holder.map { $0.id == message.id } ?? true ? message.name : marked
  }

  private mutating func removeEarlier(_ result: ModelResult) {
    guard case .result(let state) = result.kind, let folder = ModelFolder(state) else { return }
    for file in folders.visible
    where ModelFolder.results.contains(file.folder) && file.folder != folder && file.id == result.id
    {
      folders.change(.removal(file.folder, name: file.name))
    }
  }

  // MARK: - The application

  /// An application takes what lies in `incoming/`, and removes it when it has done with it.
  mutating func consume() {
    queue.schedule(.consume, at: now + .seconds(20))
    for file in folders.visible where file.folder == .incoming {
      oracle.consumed(file.id)
      // What it removes it does not synchronize: after a power cut it may see it again.
      folders.change(.removal(.incoming, name: file.name))
    }
  }

  // MARK: - The judge

  mutating func judgeFiles(_ tables: ModelTables) {
    guard edition != .first else { return }
    for message in tables.messages where !message.hasKey {
      let results = folders.visible.filter {
        $0.id == message.id && ModelFolder.results.contains($0.folder)
      }
      if results.map(\.folder) != ModelFolder(message.state).map({ [$0] }) ?? [] {
        let found = results.map { "\($0.folder)/\($0.name)" }
        oracle.fail(.results, "#\(message.tag) is \(message.state), with \(found)")
      }
      let reports = folders.visible.filter { $0.id == message.id && $0.folder == .report }
      let isReported = message.state == .delivered || message.state == .undelivered
      if reports.map(\.state) != (isReported ? [message.state] : []) {
        oracle.fail(.results, "#\(message.tag) is \(message.state), reported \(reports)")
      }
    }
    for message in tables.inbound where !oracle.handedOut.contains(message.id) {
      oracle.fail(.consumed, "\"\(message.text)\" never came to the application")
    }
    for id in oracle.handedOut where !tables.inbound.contains(where: { $0.id == id }) {
      oracle.fail(.consumed, "the application got \(id), which is not there")
    }
  }
}
