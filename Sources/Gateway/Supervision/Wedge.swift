// For tests of the watchdog, and not in release builds.
#if DEBUG
  internal import Dispatch
  internal import Foundation
  internal import Glibc
  internal import NIOCore
  internal import Storage

  /// Makes a part of the gateway hang for ever when SIGUSR1 comes, where `HERMOD_TEST_WEDGE` names
  /// one.
  struct Wedge {
    /// What hangs.
    private enum Part: String {
      case eventLoop = "event-loop"
      case database
    }

    private let signals: any DispatchSourceSignal

    /// Nil where the environment names no part.
    init?(loops: any EventLoopGroup, store: MessageStore) {
      let named = ProcessInfo.processInfo.environment["HERMOD_TEST_WEDGE"]
      guard let part = named.flatMap(Part.init) else { return nil }
      signal(SIGUSR1, SIG_IGN)
      signals = DispatchSource.makeSignalSource(signal: SIGUSR1, queue: .global())
      let loop = loops.next()
      signals.setEventHandler {
        switch part {
        case .eventLoop: loop.execute { hang() }
        case .database: store.hold { hang() }
        }
      }
      signals.resume()
    }
  }

  private func hang() -> Never {
    while true { pause() }
  }
#endif
