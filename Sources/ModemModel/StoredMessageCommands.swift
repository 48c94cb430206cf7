import Messaging

/// Listing, reading and deleting: 3GPP TS 27.005 §3.4.2, §3.4.3 and §3.5.4.
extension SimulatedModem {
  mutating func executeList(_ operation: Command.Operation) -> CommandReply {
    if let messageError { return .failed(.messageServiceError(messageError)) }
    let wanted: Int
    switch operation {
    case .read: return .failed(.error)
    case .test:
      return .done([
        settings.textMode
          ? "+CMGL: (\"REC UNREAD\",\"REC READ\",\"STO UNSENT\",\"STO SENT\",\"ALL\")"
          : "+CMGL: (0-4)"
      ])
    case .execute: wanted = 0
    case .set(let values):
      guard let status = listedStatus(values) else {
        return .failed(.messageServiceError(settings.textMode ? 305 : 304))
      }
      wanted = status
    }
    let memory = readingMemory
    let listed = messages(in: memory).filter {
      wanted == 4 || $0.message.status.rawValue == wanted
    }
    var lines: [String] = []
    for (index, message) in listed {
      lines.append(header("+CMGL: \(index),", of: message) + "\r\n" + body(of: message))
      markRead(index, in: memory)
    }
    return .done(lines)
  }

  private func listedStatus(_ values: [Command.Parameter]) -> Int? {
    if settings.textMode {
      guard case .text(let text)? = values.first else { return nil }
      return text == "ALL" ? 4 : Self.statusWords.firstIndex(of: text)
    }
    guard let status = values.number(0), (0...4).contains(status) else { return nil }
    return status
  }

  mutating func executeReadMessage(_ values: [Command.Parameter]) -> CommandReply {
    if let messageError { return .failed(.messageServiceError(messageError)) }
    let memory = readingMemory
    guard let index = values.number(0), let place = place(index, in: memory),
      let message = stores[place.memory]?[place.index]
    else { return .failed(.messageServiceError(321)) }
    markRead(index, in: memory)
    return .done([header("+CMGR: ", of: message) + "\r\n" + body(of: message)])
  }

  mutating func executeDelete(_ operation: Command.Operation) -> CommandReply {
    if let messageError { return .failed(.messageServiceError(messageError)) }
    let memory = readingMemory
    switch operation {
    case .execute, .read:
      return .failed(.error)
    case .test:
      let indexes = messages(in: memory).map { String($0.index) }
      return .done(["+CMGD: (\(indexes.joined(separator: ","))),(0-4)"])
    case .set(let values):
      guard let index = values.number(0) else { return .failed(.messageServiceError(321)) }
      let flag = values.isOmitted(1) ? 0 : values.number(1) ?? -1
      guard (0...4).contains(flag) else { return .failed(.messageServiceError(302)) }
      if flag == 0 {
        guard let place = place(index, in: memory) else {
          return .failed(.messageServiceError(321))
        }
        stores[place.memory]?.delete(place.index)
      } else {
        deleteAll(Self.deletedStates[flag - 1], in: memory)
      }
      return .ok
    }
  }

  /// What the flags 1 to 4 of `+CMGD` delete.
  private static let deletedStates: [Set<StoredMessage.Status>] = [
    [.receivedRead],
    [.receivedRead, .storedSent],
    [.receivedRead, .storedSent, .storedUnsent],
    [.receivedRead, .storedSent, .storedUnsent, .receivedUnread],
  ]

  private static let statusWords = ["REC UNREAD", "REC READ", "STO UNSENT", "STO SENT"]

  private func header(_ start: String, of message: StoredMessage) -> String {
    guard settings.textMode else {
      return start + "\(message.status.rawValue),,\(message.transferUnit.count)"
    }
    let status = "\"\(Self.statusWords[message.status.rawValue])\""
    return start + status + ",\"\(TransferUnits.sender(of: message.transferUnit))\",,"
  }

  private func body(of message: StoredMessage) -> String {
    settings.textMode
      ? TransferUnits.text(of: message.transferUnit) : pduText(message.transferUnit)
  }

  /// A received TPDU with the service centre address before it, as the modem shows it.
  func pduText(_ transferUnit: [UInt8]) -> String {
    (TransferUnits.serviceCentreAddress(sim?.serviceCentre ?? "") + transferUnit).hexadecimal
  }
}
