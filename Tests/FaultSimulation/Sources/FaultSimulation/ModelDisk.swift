internal import ModemModel

/// The disk under the model store: what is synchronized survives a power cut, what is only written
/// survives a killed process, and of the rest some part may.
struct ModelDisk: Sendable {
  /// What a power cut leaves in any case.
  private var synced = ModelTables()
  /// Commits that are written but not synchronized, in order: a power cut leaves some first ones.
  private var written: [ModelTables] = []
  /// A commit under way: nobody has been told of it, and a crash leaves it or does not.
  private var inFlight: ModelTables?

  /// What a reader sees.
  var visible: ModelTables { written.last ?? synced }

  /// What a power cut leaves for certain: a commit that nobody has been told of does not count.
  var durable: ModelTables { synced }

  mutating func begin(_ tables: ModelTables) { inFlight = tables }

  /// The commit under way is through.
  ///
  /// - Parameter synchronizes: Whether the write-ahead log is synchronized before anybody is told:
  ///   `synchronous=FULL`.
  mutating func finish(synchronizes: Bool) {
    guard let tables = inFlight else { return }
    inFlight = nil
    if synchronizes {
      synced = tables
      written = []
    } else {
      written.append(tables)
      // A checkpoint comes now and then, and synchronizes.
      if written.count >= 12 { checkpoint() }
    }
  }

  private mutating func checkpoint() {
    synced = visible
    written = []
  }

  /// The process dies, with or without the power.
  ///
  /// - Returns: Whether the commit under way had come through.
  mutating func crash(powerLoss: Bool, using random: inout SplitMix64) -> Bool {
    var hasComeThrough = false
    if let tables = inFlight, Bool.random(using: &random) {
      written.append(tables)
      hasComeThrough = true
    }
    inFlight = nil
    let survivors = powerLoss ? Int.random(in: 0...written.count, using: &random) : written.count
    hasComeThrough = hasComeThrough && survivors == written.count
    if survivors > 0 { synced = written[survivors - 1] }
    written = []
    return hasComeThrough
  }
}
