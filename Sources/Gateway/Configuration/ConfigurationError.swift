/// What is wrong with a configuration file; all of it at once.
public struct ConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// One thing that is wrong, and where.
  public struct Fault: Hashable, Sendable, CustomStringConvertible {
    /// The file, as it was named.
    public var file: String
    /// The line, from 1; nil where the whole file is meant.
    public var line: Int?
    /// The key, for instance `modem[0].baud`; nil where the fault is not in a value.
    public var key: String?
    /// What is wrong, and what is allowed.
    public var problem: String

    /// `FILE:LINE: KEY: PROBLEM`.
    public var description: String {
      let place = line.map { "\(file):\($0)" } ?? file
      return key.map { "\(place): \($0): \(problem)" } ?? "\(place): \(problem)"
    }
  }

  /// The faults, in the order of their lines; never empty.
  public var faults: [Fault]

  /// A line for each fault.
  public var description: String {
    faults.map(\.description).joined(separator: "\n")
  }
}
