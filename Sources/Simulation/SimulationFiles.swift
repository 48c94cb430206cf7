import Foundation
public import ModemModel

/// The record of the service centre, as `--record` writes it.
public enum RecordFile {
  /// Reads a record; it may be read while the modems go on.
  ///
  /// - Parameter path: The file.
  /// - Returns: What the service centre has accepted, in order.
  /// - Throws: An error of the file system or of the decoder.
  public static func read(_ path: String) throws -> [AcceptedSegment] {
    try JSONLines.read(path)
  }
}

/// A piece of what crossed the wires, as `--wire` writes it.
public struct WireLogEntry: Decodable, Equatable, Sendable {
  /// Whither the bytes went.
  public enum Direction: String, Decodable, Sendable {
    /// From the program that has the port open.
    case toModem = "to-modem"
    /// To the program that has the port open.
    case toHost = "to-host"
  }

  /// The monotonic clock of the system (`CLOCK_MONOTONIC`), microseconds.
  public let timeMicroseconds: Int64
  /// The modem.
  public let modem: String
  /// Whither the bytes went.
  public let direction: Direction
  /// The bytes as characters of ISO 8859-1, with the CR, LF, Ctrl-Z or ESC that ends them.
  public let line: String

  /// The names in JSON.
  public enum CodingKeys: String, CodingKey {
    /// The monotonic clock.
    case timeMicroseconds = "time_us"
    /// The modem.
    case modem
    /// Whither the bytes went.
    case direction
    /// The bytes.
    case line
  }

  /// Reads a log; it may be read while the modems go on.
  ///
  /// - Parameter path: The file.
  /// - Returns: The pieces, in order.
  /// - Throws: An error of the file system or of the decoder.
  public static func read(_ path: String) throws -> [WireLogEntry] {
    try JSONLines.read(path)
  }
}

private enum JSONLines {
  static func read<Line: Decodable>(_ path: String) throws -> [Line] {
    let decoder = JSONDecoder()
    return try Data(contentsOf: URL(fileURLWithPath: path)).split(separator: 0x0A).map {
      try decoder.decode(Line.self, from: Data($0))
    }
  }
}
