import LocalAPI

/// Writes a list of the gateway to standard output, page by page: as CSV, or a line of JSON for each
/// entry.
struct ListExport {
  let client: ClientOptions

  /// Writes all entries.
  ///
  /// - Parameters:
  ///   - page: Asks for a page: its entries, and after which the next one begins.
  ///   - row: An entry as the list of opt-outs shows it, which is what CSV has columns for.
  /// - Throws: What the gateway answers.
  func run<Entry: Encodable>(
    _ page: (GatewayClient, PageRequest) async throws -> (entries: [Entry], next: String?),
    row: (Entry) -> OptOutView
  ) async throws {
    try await client.withClient { gateway in
      if !client.json { StandardOutput.write(line: OptOutRows.heading) }
      var request = PageRequest(limit: PageRequest.mostEntries)
      while true {
        let (entries, next) = try await page(gateway, request)
        for entry in entries {
          StandardOutput.write(
            line: client.json
              ? String(decoding: try WireJSON.encode(entry), as: UTF8.self)
              : OptOutRows.line(row(entry))
          )
        }
        guard let next else { return }
        request.after = next
      }
    }
  }
}
