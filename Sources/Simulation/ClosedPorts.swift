import CLinux
import Dispatch
import Glibc
import SerialIO
import Synchronization

/// Lets a port be opened again whose program was killed.
///
/// A program keeps others out with TIOCEXCL. A real port forgets that when it is closed; a
/// pseudo-terminal does not, because its other side stays open.
final class ClosedPorts {
  private let terminals: WatchedTerminals
  private let source: any DispatchSourceRead

  /// Nil where the kernel has no more watches: then a port is only free after its program closed it
  /// in good order.
  init?() {
    let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else { return nil }
    let terminals = WatchedTerminals(descriptor)
    let queue = DispatchQueue(label: "closed ports")
    source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
    source.setEventHandler { terminals.read() }
    source.setCancelHandler { close(descriptor) }
    source.activate()
    self.terminals = terminals
  }

  deinit { source.cancel() }

  /// Watches a port until its terminal is gone.
  func watch(_ terminal: PseudoTerminal) { terminals.add(terminal) }
}

/// The terminals by their watches (`inotify(7)`).
private final class WatchedTerminals: Sendable {
  private struct Watched {
    weak var terminal: PseudoTerminal?
  }

  private let descriptor: CInt
  private let watched = Mutex<[CInt: Watched]>([:])

  init(_ descriptor: CInt) { self.descriptor = descriptor }

  func add(_ terminal: PseudoTerminal) {
    // Under the lock, so that an event finds its entry.
    watched.withLock { watched in
      let watch = inotify_add_watch(descriptor, terminal.path, UInt32(IN_CLOSE))
      if watch >= 0 { watched[watch] = Watched(terminal: terminal) }
    }
  }

  func read() {
    withUnsafeTemporaryAllocation(byteCount: 16_384, alignment: 8) { buffer in
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      guard count > 0 else { return }
      // Without names, since no directory is watched: all events have the same size.
      for offset in stride(from: 0, through: count - Self.eventSize, by: Self.eventSize) {
        let watch = buffer.loadUnaligned(fromByteOffset: offset, as: CInt.self)
        let mask = buffer.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self)
        closed(watch, isLast: mask & UInt32(IN_IGNORED) != 0)
      }
    }
  }

  private func closed(_ watch: CInt, isLast: Bool) {
    let terminal = watched.withLock { watched in
      isLast ? watched.removeValue(forKey: watch)?.terminal : watched[watch]?.terminal
    }
    terminal?.admitPrograms()
  }

  private static let eventSize = MemoryLayout<inotify_event>.size
}
