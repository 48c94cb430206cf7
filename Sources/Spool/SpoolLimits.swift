/// How much the spool takes at once, and how long it waits.
public struct SpoolLimits: Hashable, Sendable {
  /// The most octets of a file with headers.
  public var fileOctets: Int64 = 64 * 1024
  /// The most octets of a `.json` file.
  public var jsonOctets: Int64 = 16 * 1024 * 1024
  /// The most files of a batch.
  public var batchFiles = 256
  /// A batch takes no further file once it has this many octets: in memory they are many times as
  /// many, where files hold thousands of messages.
  public var batchOctets: Int64 = 512 * 1024
  /// How long a file that no event named must have been left alone.
  public var settleTime: Duration = .seconds(10)
  /// How often the whole directory is read for what no event named.
  public var scanInterval: Duration = .seconds(10)
  /// The most names that wait for the gateway; beyond, the directory itself is the queue.
  public var waitingNames = 65_536

  /// A file shorter than this cannot hold a recipient and a text: its writer is not done.
  let shortestFile: Int64 = 8

  /// The limits of a production spool.
  public init() {}

  /// The most octets of a file with a name.
  func size(of name: String) -> Int64 {
    let name = name.lowercased()
    return name.hasSuffix(".json") || name.hasSuffix(".optout") ? jsonOctets : fileOctets
  }
}
