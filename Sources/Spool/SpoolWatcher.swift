import CLinux
internal import Dispatch
internal import Glibc

/// Watches `outgoing/`, and the directory around it for somebody replacing `outgoing/`.
///
/// It sleeps in the kernel until there is an event, and hands over all that there are at once.
final class SpoolWatcher {
  private let source: any DispatchSourceRead

  /// Begins to watch.
  ///
  /// - Parameters:
  ///   - directories: What to watch.
  ///   - queue: Where `receive` is called.
  ///   - receive: Takes the events, in their order.
  /// - Throws: `SpoolError` where the kernel does not watch.
  init(
    _ directories: OpenDirectories,
    on queue: DispatchQueue,
    receive: @escaping @Sendable ([SpoolEvent]) -> Void
  ) throws(SpoolError) {
    let number = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard number >= 0 else { throw .last("watch", directories.root.path) }
    let descriptor = Descriptor(number)
    let arrivals = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO)
    let own = UInt32(IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR)
    let outgoing = try Self.watch(directories[.outgoing], descriptor, arrivals | own)
    _ = try Self.watch(directories.root, descriptor, UInt32(IN_CREATE | IN_MOVED_TO) | own)
    let events = InotifyEvents(outgoing: outgoing)
    let source = DispatchSource.makeReadSource(fileDescriptor: number, queue: queue)
    source.setEventHandler {
      let arrived = Self.read(descriptor, events)
      if !arrived.isEmpty { receive(arrived) }
    }
    // The handler holds the descriptor, so that it outlives the source.
    source.setCancelHandler { withExtendedLifetime(descriptor) {} }
    self.source = source
    source.activate()
  }

  deinit {
    source.cancel()
  }

  /// Watches the directory itself that is open, whatever its path leads to by now.
  private static func watch(_ directory: DirectoryFiles, _ descriptor: Descriptor, _ mask: UInt32)
    throws(SpoolError) -> Int32
  {
    let path = "/proc/self/fd/\(directory.descriptor.number)"
    let watch = inotify_add_watch(descriptor.number, path, mask)
    guard watch >= 0 else { throw .last("watch", directory.path) }
    return watch
  }

  /// What is there to read, up to a limit: the rest wakes the source again.
  private static func read(_ descriptor: Descriptor, _ events: InotifyEvents) -> [SpoolEvent] {
    withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 8) { buffer in
      let count = Glibc.read(descriptor.number, buffer.baseAddress, buffer.count)
      guard count > 0 else { return [] }
      return events.parse(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
  }
}
