public import Messaging

/// What a file of the spool asks for: one message, or several.
public struct SpoolFile: Hashable, Sendable {
  /// One message of a file.
  public struct Member: Hashable, Sendable {
    /// What is to be sent.
    public var request: MessageRequest
    /// The headers that a result file repeats, a line each, without a blank line at the end.
    public var headerBlock: String
    /// The key of a message of a `.json` file, where it has one.
    public var idempotencyKey: String?
  }

  /// The messages: one for each recipient, in the order of the file.
  public var members: [Member]
  /// The numbers that opt out; only a list of those has any, and it has no messages.
  public var optOuts: [OptOutFile.Row] = []

  /// The messages without what belongs to the file.
  public var requests: [MessageRequest] {
    members.map(\.request)
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - name: The file's name: one that ends in `.json` is JSON, one that ends in `.optout` is a list
  ///     of numbers that opt out.
  ///   - octets: What is in it.
  /// - Throws: `SpoolFileError`, which names the line and the fault.
  public init(name: String, octets: [UInt8]) throws(SpoolFileError) {
    if name.lowercased().hasSuffix(".optout") {
      members = []
      optOuts = try Self.optOuts(octets)
    } else if name.lowercased().hasSuffix(".json"), !Self.looksLikeResult(octets) {
      members = try SpoolJSON.members(octets)
    } else {
      members = try SpoolText(octets).members()
    }
  }

  private static func optOuts(_ octets: [UInt8]) throws(SpoolFileError) -> [OptOutFile.Row] {
    let list: OptOutFile
    do {
      list = try OptOutFile(String(decoding: octets, as: UTF8.self))
    } catch {
      throw .badOptOutList("\(error)")
    }
    guard !list.rows.isEmpty else { throw .badOptOutList("there is no number in it") }
    return list.rows
  }

  /// Whether a `.json` file is a result file of Hermod, put back: those begin with headers.
  private static func looksLikeResult(_ octets: [UInt8]) -> Bool {
    octets.starts(with: "To:".utf8)
  }
}

extension SpoolText {
  /// The messages that the headers and the body ask for.
  func members() throws(SpoolFileError) -> [SpoolFile.Member] {
    let wishes = headers.withoutResults
    var reading = HeaderReading()
    for header in wishes {
      guard let known = SpoolHeader(rawValue: header.key) else { continue }
      try reading.read(known, header)
    }
    let recipients = try reading.recipients()
    guard !recipients.isEmpty else { throw missingRecipient(wishes) }
    guard let body else { throw .noBlankLine }
    guard !body.isEmpty else { throw .emptyBody }
    let template = try reading.request(body: body, bodyLine: bodyLine)
    // A header that stood at the start of the data stands among the headers of the result.
    let elements = template.transferOptions.userDataHeader
    let given: [SpoolHeader] = [.userDataHeader, .userDataHeaderDump]
    let isGiven = wishes.contains { header in given.contains { $0.rawValue == header.key } }
    let added =
      elements.isEmpty || isGiven
      ? "" : "\nUDH-DATA: \(([UInt8(truncatingIfNeeded: elements.count)] + elements).hexadecimal)"
    return recipients.map { recipient in
      var request = template
      request.recipient = recipient
      return SpoolFile.Member(
        request: request,
        headerBlock: block(wishes, recipient: recipient, isOnly: recipients.count == 1) + added
      )
    }
  }

  /// The headers for one of the recipients: its own `To:` in the place of the first.
  private func block(_ headers: [Header], recipient: String, isOnly: Bool) -> String {
    guard !isOnly else { return headers.map(\.text).joined(separator: "\n") }
    let isRecipient = { (header: Header) in header.key == SpoolHeader.to.rawValue }
    let first = headers.firstIndex(where: isRecipient)
    return headers.indices.compactMap { index -> String? in
      if index == first { return "To: \(recipient)" }
      return isRecipient(headers[index]) ? nil : headers[index].text
    }.joined(separator: "\n")
  }

  private func missingRecipient(_ headers: [Header]) -> SpoolFileError {
    let likely = headers.first { header in
      SpoolHeader(rawValue: header.key) == nil
        && ["t", "tp", "too", "ot", "tos", "two", "recipient", "recipients", "phone", "number"]
          .contains(header.key)
    }
    guard let likely else { return .noRecipient }
    return .misspelledRecipient(line: likely.line, name: likely.name + ":")
  }
}
