import Glibc

/// What crosses the wires of the modems: one JSON object a line, for each piece of a line.
///
/// `time_us` is the system's monotonic clock in microseconds, which other processes can read too.
/// A piece ends with its CR, LF, Ctrl-Z or ESC, or where the bytes at hand end; nothing is held
/// back, so that times and order are those of the wire. Bytes stand for the characters of
/// ISO 8859-1.
struct WireLog {
  private let file: LineFile

  init(path: String) throws(SimulationError) {
    file = try LineFile(path: path)
  }

  func note(_ bytes: [UInt8], _ direction: WireLogEntry.Direction, modem: String) {
    let time = Self.monotonicMicroseconds()
    let pieces = Self.pieces(bytes)
    guard !pieces.isEmpty else { return }
    let lines = pieces.map { piece in
      #"{"time_us":\#(time),"modem":"\#(modem)","direction":"\#(direction.rawValue)","line":""#
        + Self.escaped(piece) + #""}"#
    }
    file.write(lines.joined(separator: "\n").utf8)
  }

  static func monotonicMicroseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
  }

  /// Cuts after each CR, LF, Ctrl-Z and ESC; CR and LF together are one end.
  static func pieces(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    for (index, byte) in bytes.enumerated() {
      let next = index + 1 < bytes.count ? bytes[index + 1] : nil
      let ends = byte == 0x0A || byte == 0x1A || byte == 0x1B || byte == 0x0D && next != 0x0A
      guard ends else { continue }
      pieces.append(bytes[start...index])
      start = index + 1
    }
    if start < bytes.endIndex { pieces.append(bytes[start...]) }
    return pieces
  }

  static func escaped(_ bytes: some Sequence<UInt8>) -> String {
    var text = ""
    for byte in bytes {
      switch byte {
      case 0x22: text += "\\\""
      case 0x5C: text += "\\\\"
      case 0x0D: text += "\\r"
      case 0x0A: text += "\\n"
      case 0x20...0x7E: text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16)
        text += "\\u00" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return text
  }
}
