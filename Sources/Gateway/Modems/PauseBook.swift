internal import Foundation
internal import Messaging
internal import Storage
internal import Synchronization

/// Why a modem sends nothing, and until when.
struct ModemPause: Sendable, Equatable, Codable {
  var reason: String?
  var until: Timestamp?
}

/// Which modems and classes somebody has paused; it outlives the daemon.
final class PauseBook: Sendable {
  private struct Pages {
    var modems: [String: ModemPause] = [:]
    var classes: Set<MessageClass> = []
  }

  private let store: MessageStore
  private let pages = Mutex(Pages())

  private static let modemPrefix = "pause.modem."
  private static let classPrefix = "pause.class."

  /// A book over a store; nothing is paused until it was read.
  init(store: MessageStore) {
    self.store = store
  }

  /// Reads what was paused when the gateway ran last.
  ///
  /// - Throws: `StoreError`.
  func read() async throws(StoreError) {
    let modems = try await store.settings(beginningWith: Self.modemPrefix)
    let classes = try await store.settings(beginningWith: Self.classPrefix)
    pages.withLock { pages in
      for (name, value) in modems {
        let pause = try? JSONDecoder().decode(ModemPause.self, from: Data(value.utf8))
        pages.modems[String(name.dropFirst(Self.modemPrefix.count))] = pause ?? ModemPause()
      }
      pages.classes = Set(
        classes.keys.compactMap {
          MessageClass(rawValue: String($0.dropFirst(Self.classPrefix.count)))
        }
      )
    }
  }

  /// The pause of a modem; nil where it may send.
  func pause(of modem: String) -> ModemPause? {
    pages.withLock { $0.modems[modem] }
  }

  /// The classes that are held back.
  var classes: Set<MessageClass> { pages.withLock { $0.classes } }

  /// Pauses a modem, or lets it send again; in force at once.
  func note(_ pause: ModemPause?, of modem: String) {
    pages.withLock { $0.modems[modem] = pause }
  }

  /// Makes what was noted of a modem outlive the daemon.
  ///
  /// - Throws: `StoreError`.
  func keep(_ pause: ModemPause?, of modem: String) async throws(StoreError) {
    let text = pause.flatMap { try? JSONEncoder().encode($0) }
    try await store.set(
      Self.modemPrefix + modem,
      text.map { String(decoding: $0, as: UTF8.self) }
    )
  }

  /// Holds a class back, or sends it again.
  ///
  /// - Throws: `StoreError`; it is in force all the same, until the daemon ends.
  func set(isPaused: Bool, _ messageClass: MessageClass) async throws(StoreError) {
    pages.withLock { pages in
      if isPaused {
        pages.classes.insert(messageClass)
      } else {
        pages.classes.remove(messageClass)
      }
    }
    try await store.set(Self.classPrefix + messageClass.rawValue, isPaused ? "1" : nil)
  }

  /// The modems whose pause is over.
  func over(at now: Timestamp) -> [String] {
    pages.withLock { pages in
      pages.modems.filter { $0.value.until.map { $0 <= now } ?? false }.keys.sorted()
    }
  }

  /// When the next pause ends; nil where none ends by itself.
  var nextEnd: Timestamp? {
    pages.withLock { $0.modems.values.compactMap(\.until).min() }
  }
}
