public import Messaging
internal import ModemModel

/// Where a file for applications belongs.
public enum ModelFolder: String, Equatable, Sendable, CaseIterable {
  /// The service centre has the message.
  case sent
  /// It certainly does not have the whole of it.
  case failed
  /// Nobody knows.
  case unknown
  /// Delivery reports.
  case report
  /// Received messages.
  case incoming

  /// The folder of a result; nil while the message is on its way.
  public init?(_ state: MessageState) {
    switch ResultFolder(state) {
    case nil: return nil
    case .sent: self = .sent
    case .failed: self = .failed
    case .unknown: self = .unknown
    }
  }

  /// Those of results.
  static let results: [ModelFolder] = [.sent, .failed, .unknown]
}

/// The directories for applications on a disk: a file that was renamed into place is there at once
/// for whoever looks, and safe from a power cut when its directory has been synchronized.
struct ModelFolders: Sendable {
  /// A file: what it is about, and under which name it lies.
  struct File: Equatable, Sendable {
    let folder: ModelFolder
    let name: String
    let id: MessageID
    var state: MessageState?
  }

  /// One change of a directory.
  enum Change: Equatable, Sendable {
    /// A file was renamed into place; what lay there under its name is gone.
    case writing(File)
    case removal(ModelFolder, name: String)
  }

  private var synced: [File] = []
  private var changes: [Change] = []

  /// What a reader sees.
  private(set) var visible: [File] = []

  /// How many changes there are to synchronize.
  var pending: Int { changes.count }

  mutating func change(_ change: Change) {
    changes.append(change)
    Self.apply(change, to: &visible)
  }

  /// The first changes are safe now.
  mutating func synchronize(_ count: Int) {
    for change in changes.prefix(count) { Self.apply(change, to: &synced) }
    changes.removeFirst(min(count, changes.count))
  }

  /// The process dies; without power any of the changes may be lost.
  mutating func crash(powerLoss: Bool, using random: inout SplitMix64) {
    for change in changes {
      if powerLoss, Bool.random(using: &random) { continue }
      Self.apply(change, to: &synced)
    }
    changes = []
    visible = synced
  }

  private static func apply(_ change: Change, to files: inout [File]) {
    switch change {
    case .writing(let file):
      files.removeAll { $0.folder == file.folder && $0.name == file.name }
      files.append(file)
    case .removal(let folder, let name):
      files.removeAll { $0.folder == folder && $0.name == name }
    }
  }
}
