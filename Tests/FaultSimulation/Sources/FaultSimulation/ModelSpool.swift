internal import Messaging
internal import ModemModel

/// The directories of the spool on a disk: entries come and go at once for whoever looks, and are
/// safe from a power cut only when their directory has been synchronized.
struct ModelSpool: Sendable {
  /// One change of a directory.
  enum Change: Equatable, Sendable {
    /// A file was moved from `outgoing` to `.claimed`, under a fresh name.
    case claim(tag: Int, MessageID)
    /// A claim was removed.
    case removal(MessageID)
  }

  /// A claim: the name, and what lies under it.
  struct Claim: Equatable, Sendable {
    let id: MessageID
    let tag: Int
  }

  /// What both directories hold.
  struct Entries: Equatable, Sendable {
    var outgoing: [Int] = []
    var claimed: [Claim] = []

    mutating func apply(_ change: Change) {
      switch change {
      case .claim(let tag, let id):
        outgoing.removeAll { $0 == tag }
        claimed.append(Claim(id: id, tag: tag))
      case .removal(let id):
        claimed.removeAll { $0.id == id }
      }
    }
  }

  private var synced = Entries()
  private var changes: [Change] = []

  /// What a reader sees.
  var visible: Entries {
    changes.reduce(into: synced) { $0.apply($1) }
  }

  /// A producer drops a file and synchronizes its directory, as it must before it forgets the message.
  mutating func drop(_ tag: Int) {
    synced.outgoing.append(tag)
  }

  mutating func change(_ change: Change) {
    changes.append(change)
  }

  /// How many changes there are to synchronize.
  var pending: Int { changes.count }

  /// The first changes are safe now.
  mutating func synchronize(_ count: Int) {
    for change in changes.prefix(count) { synced.apply(change) }
    changes.removeFirst(min(count, changes.count))
  }

  /// The process dies; without power any of the changes may be lost.
  mutating func crash(powerLoss: Bool, using random: inout SplitMix64) {
    for change in changes {
      if powerLoss, Bool.random(using: &random) { continue }
      switch change {
      case .claim(let tag, _) where !synced.outgoing.contains(tag): continue
      case .claim, .removal: synced.apply(change)
      }
    }
    changes = []
  }
}
