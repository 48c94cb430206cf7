public import Messaging
internal import QueuePolicy

/// Something that a file is due for.
public struct ModelResult: Equatable, Sendable {
  /// What the file says.
  public enum Kind: Equatable, Sendable {
    /// The result of a dropped file, as things were.
    case result(MessageState)
    /// The delivery report of a dropped file, as things were.
    case report(MessageState)
    /// A received message.
    case inbound
  }

  /// The message.
  public var id: MessageID
  /// What the file says.
  public var kind: Kind
}

// What files are due, as `Results` and `Transitions` do it in `Storage`.
extension ModelTables {
  /// What files are still to be written: results, then reports, then received messages.
  var pendingResults: [ModelResult] {
    var pending: [ModelResult] = []
    for message in messages
    where message.isResultDue && ModelFolder(message.state) != nil {
      pending.append(ModelResult(id: message.id, kind: .result(message.state)))
    }
    for message in messages where message.isReportDue {
      pending.append(ModelResult(id: message.id, kind: .report(message.state)))
    }
    for message in inbound where message.isFileDue {
      pending.append(ModelResult(id: message.id, kind: .inbound))
    }
    return pending
  }

  /// Confirms that files are written and durable.
  mutating func resultsWritten(_ written: [ModelResult]) {
    for one in written {
      switch one.kind {
      case .result(let state):
        guard let place = place(of: one.id), let folder = ModelFolder(state) else { continue }
        messages[place].resultWritten = folder
        let present = messages[place].state
        let isSettled = ModelFolder(present).map { $0 == folder } ?? true
        messages[place].isResultDue = present != state && !isSettled
      case .report(let state):
        guard let place = place(of: one.id) else { continue }
        messages[place].isReportDue = messages[place].state != state
      case .inbound:
        guard let place = inbound.firstIndex(where: { $0.id == one.id }) else { continue }
        inbound[place].isFileDue = false
      }
    }
  }
}

extension ModelMessage {
  /// A result is due, unless one lies where it belongs.
  mutating func oweResult() {
    isResultDue = !hasKey && (resultWritten == nil || ModelFolder(state) != resultWritten)
  }
}
