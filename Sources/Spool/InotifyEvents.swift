import CLinux

/// What the kernel says about the watched directories.
enum SpoolEvent: Hashable {
  /// A file in `outgoing/` was closed by its writer, or moved in.
  case arrived(FileName)
  /// Events were dropped: only reading the directory tells what is there.
  case lost
  /// A watched directory was moved, removed or unmounted, or another took its place.
  case replaced
}

/// Reads the octets that an inotify descriptor gives: `inotify(7)`, `struct inotify_event`.
struct InotifyEvents {
  /// The watch of `outgoing/`; any other watch is of the directory around it.
  let outgoing: Int32

  /// The events in a buffer; an event that is cut short ends them.
  func parse(_ buffer: UnsafeRawBufferPointer) -> [SpoolEvent] {
    var events: [SpoolEvent] = []
    var offset = 0
    while offset + Self.headerSize <= buffer.count {
      let watch = buffer.loadUnaligned(fromByteOffset: offset, as: Int32.self)
      let mask = buffer.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self)
      let length = Int(buffer.loadUnaligned(fromByteOffset: offset + 12, as: UInt32.self))
      let start = offset + Self.headerSize
      guard length <= buffer.count - start else { break }
      let name = buffer[start..<start + length].prefix { $0 != 0 }
      if let event = event(watch, mask, FileName(octets: Array(name))) { events.append(event) }
      offset = start + length
    }
    return events
  }

  private func event(_ watch: Int32, _ mask: UInt32, _ name: FileName) -> SpoolEvent? {
    if mask & UInt32(IN_Q_OVERFLOW) != 0 { return .lost }
    let gone = UInt32(IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT | IN_IGNORED)
    if mask & gone != 0 { return .replaced }
    if watch == outgoing { return name.isUnfinished ? nil : .arrived(name) }
    let isOurs = SpoolDirectories.Name.allCases.contains { FileName($0.rawValue) == name }
    return isOurs ? .replaced : nil
  }

  private static let headerSize = 16
}
