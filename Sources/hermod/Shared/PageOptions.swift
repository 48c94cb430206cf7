import ArgumentParser
import LocalAPI

/// Which part of a long list to print.
struct PageOptions: ParsableArguments {
  @Option(help: "How many entries to print, at most \(PageRequest.mostEntries).")
  var limit = PageRequest.defaultLimit

  @Option(help: ArgumentHelp("Go on behind this entry.", valueName: "id"))
  var after: String?

  /// The page.
  var request: PageRequest { PageRequest(limit: limit, after: after) }

  func validate() throws {
    guard (1...PageRequest.mostEntries).contains(limit) else {
      throw ValidationError("--limit must be between 1 and \(PageRequest.mostEntries).")
    }
  }
}
