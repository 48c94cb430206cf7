public import Messaging

/// What became of a message that came from the spool.
public struct SpoolResult: Hashable, Sendable {
  /// The message.
  public var id: MessageID
  /// Where it came from.
  public var origin: SpoolOrigin
  /// What was sent, or was to be sent.
  public var content: MessageContent
  /// Where it is in its life; it decides the directory.
  public var state: MessageState
  /// Why it is there, in words; nil where nothing went wrong.
  public var reason: String?
  /// The segments that the service centre has, of all.
  public var segments: (sent: Int, total: Int)? {
    get { segmentCounts.map { ($0[0], $0[1]) } }
    set { segmentCounts = newValue.map { [$0.sent, $0.total] } }
  }
  /// The language whose shift tables it is coded with; nil where none are used.
  public var language: String?
  /// Which characters look-alikes stand for in what is sent, in words; nil for none.
  public var replaced: String?
  /// The modem that sent it, or tried.
  public var modem: String?
  /// The subscriber (IMSI) that it was sent with.
  public var imsi: String?
  /// The serial number of the modem (IMEI).
  public var imei: String?
  /// When it reached the state.
  public var at: Timestamp
  /// How long the submission took.
  public var sendingTime: Duration?
  /// TP-MR (3GPP TS 23.040 §9.2.3.6) of the last segment; only where a status report was asked for.
  public var messageReference: UInt8?

  private var segmentCounts: [Int]?

  /// A result; what is not known is left out.
  public init(
    id: MessageID,
    origin: SpoolOrigin,
    content: MessageContent,
    state: MessageState,
    at: Timestamp
  ) {
    self.id = id
    self.origin = origin
    self.content = content
    self.state = state
    self.at = at
  }

  /// The directory of its result file; nil while there is no result.
  public var directory: SpoolDirectories.Name? {
    switch ResultFolder(state) {
    case nil: nil
    case .sent: .sent
    case .failed: .failed
    case .unknown: .unknown
    }
  }
}

/// Writes the files that tell applications what happened.
///
/// Each is whole or not there. Writing one again, as after a crash, gives the same file and not a
/// second one; a result that comes late takes the place of the earlier one in another directory.
public struct ResultFiles: Sendable {
  private let directories: SpoolDirectories
  private static let resultDirectories: [SpoolDirectories.Name] = [.sent, .failed, .unknown]

  /// A writer into a spool.
  public init(directories: SpoolDirectories) {
    self.directories = directories
  }

  /// Writes results; when it returns they are durable.
  ///
  /// - Parameters:
  ///   - results: What to write; a message without a result yet is passed over.
  ///   - secondsFromUTC: How far the gateway's clock on the wall is ahead of UTC.
  /// - Returns: The path of each file, by message.
  /// - Throws: `SpoolError`; some of the results may be written then, and writing all again is safe.
  @discardableResult
  public func write(
    _ results: [SpoolResult],
    secondsFromUTC: Int
  ) throws(SpoolError) -> [MessageID: String] {
    let open = try directories.refreshed()
    var paths: [MessageID: String] = [:]
    for directory in Self.resultDirectories {
      var files: [DurableFile] = []
      var names: Set<String> = []
      for result in results where result.directory == directory {
        let octets = ResultText(result, secondsFromUTC: secondsFromUTC).octets
        let name = try name(of: result, in: open[directory], taken: names)
        names.insert(name)
        paths[result.id] = path(of: name, in: directory)
        files.append(
          DurableFile(name: name, temporaryName: ".\(result.id).tmp", octets: octets)
        )
      }
      try DurableFiles.write(files, in: open[directory])
    }
    try removeEarlier(results, open)
    return paths
  }

  /// The path of a file in one of the directories.
  ///
  /// - Parameters:
  ///   - name: The name of the file.
  ///   - directory: The directory.
  /// - Returns: The path, from the one of the spool.
  public func path(of name: String, in directory: SpoolDirectories.Name) -> String {
    directories.path + "/" + directory.rawValue + "/" + name
  }

  /// Writes received messages into `incoming/`; when it returns they are durable.
  ///
  /// - Parameters:
  ///   - messages: What was received.
  ///   - secondsFromUTC: How far the gateway's clock on the wall is ahead of UTC.
  /// - Throws: `SpoolError`; writing all again is safe.
  public func write(_ messages: [ReceivedFile], secondsFromUTC: Int) throws(SpoolError) {
    try write(messages, into: .incoming) { message in
      (message.header.name, Array(message.text(secondsFromUTC: secondsFromUTC).utf8))
    }
  }

  /// Writes status reports into `report/`; when it returns they are durable.
  ///
  /// - Parameters:
  ///   - reports: What was reported.
  ///   - secondsFromUTC: How far the gateway's clock on the wall is ahead of UTC.
  /// - Throws: `SpoolError`; writing all again is safe.
  public func write(_ reports: [ReportFile], secondsFromUTC: Int) throws(SpoolError) {
    try write(reports, into: .report) { report in
      (report.header.name, Array(report.text(secondsFromUTC: secondsFromUTC).utf8))
    }
  }

  private func write<Item>(
    _ items: [Item],
    into directory: SpoolDirectories.Name,
    _ file: (Item) -> (name: String, octets: [UInt8])
  ) throws(SpoolError) {
    let open = try directories.refreshed()
    let files = items.map { item in
      let (name, octets) = file(item)
      return DurableFile(name: name, temporaryName: ".\(name).tmp", octets: octets)
    }
    try DurableFiles.write(files, in: open[directory])
  }
}

/// The names of results.
extension ResultFiles {
  /// The name of the dropped file; with the id behind it where another message has that name.
  private func name(of result: SpoolResult, in directory: DirectoryFiles, taken: Set<String>)
    throws(SpoolError) -> String
  {
    let plain = result.origin.resultName
    let marked = "\(plain).\(result.id)"
    if try directory.status(of: marked) != nil { return marked }
    if taken.contains(plain) { return marked }
    if try directory.status(of: plain) == nil { return plain }
    return try isResult(plain, of: result.id, in: directory) ? plain : marked
  }

  /// Takes away the results that the messages had in other directories, durably: a file that a power
  /// cut brings back into `failed/` is sent again by whoever resends what lies there.
  private func removeEarlier(_ results: [SpoolResult], _ open: OpenDirectories)
    throws(SpoolError)
  {
    for name in Self.resultDirectories {
      var hasChanged = false
      for result in results where result.directory != nil && result.directory != name {
        let plain = result.origin.resultName
        for candidate in [plain, "\(plain).\(result.id)"]
        where try isResult(candidate, of: result.id, in: open[name]) {
          try open[name].remove(candidate)
          hasChanged = true
        }
      }
      if hasChanged { try open[name].sync() }
    }
  }

  /// Whether a file is the result of a message: it has its `Id:` among its headers.
  private func isResult(_ name: String, of id: MessageID, in directory: DirectoryFiles)
    throws(SpoolError) -> Bool
  {
    guard let file = directory.open(name).file else { return false }
    guard try directory.status(of: file).kind == .regular,
      let octets = try directory.read(file, name: name, limit: 1 << 20),
      let text = try? SpoolText(octets)
    else { return false }
    return text.headers.contains { $0.key == "id" && $0.value == id.description }
  }
}
