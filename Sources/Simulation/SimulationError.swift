/// Why modems cannot be simulated here, or why one cannot do what it is asked.
public enum SimulationError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A call of the operating system failed.
  case system(call: String, path: String, message: String)
  /// The directory is not there and cannot be made.
  case noDirectory(path: String)
  /// No modem has this name.
  case unknownModem(String)
  /// The record has no segment in this place.
  case unknownSegment(Int)
  /// Something else stands where the link to a modem's port should be.
  case notALink(path: String)
  /// The fleet has been shut down.
  case shutDown

  /// What is wrong, in words.
  public var description: String {
    switch self {
    case .system(let call, let path, let message): "\(path): \(call): \(message)"
    case .noDirectory(let path): "the directory \(path) cannot be made"
    case .unknownModem(let name): "there is no modem '\(name)'"
    case .unknownSegment(let sequence): "there is no segment \(sequence) in the record"
    case .notALink(let path): "\(path) is in the way: it is not a symbolic link"
    case .shutDown: "the modems have been shut down"
    }
  }
}
