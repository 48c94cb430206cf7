internal import Messaging
internal import QueuePolicy

// Received messages, as `InboundTable` does it in `Storage` with the judgement of `ReplyJudge`.
extension ModelTables {
  mutating func record(
    _ part: ModelPart,
    newID: MessageID,
    _ rules: MessageRules,
    at now: Timestamp
  ) {
    let isKnown = parts.contains {
      !$0.isDeleted && $0.part.storage == part.storage && $0.part.index == part.index
        && $0.part.rawPDU == part.rawPDU
        && ($0.part.iccid == part.iccid || $0.part.modem == part.modem && part.liesInModem)
    }
    guard !isKnown else { return }
    parts.append(ModelInboundPart(part: part))
    let waiting = parts.indices.filter { belongs(parts[$0], with: part) }
    guard let whole = PartJudgement.judge(waiting.map { parts[$0].part.rawPDU }) else { return }
    inbound.append(ModelInbound(id: newID, sender: part.sender, text: whole.text))
    for place in whole.used { parts[waiting[place]].message = newID }
    if whole.isOptOut { withdraw(part.sender, rules, at: now) }
  }

  private func belongs(_ other: ModelInboundPart, with part: ModelPart) -> Bool {
    guard other.message == nil, other.part.iccid == part.iccid else { return false }
    if let reference = part.reference {
      return other.part.sender == part.sender && other.part.reference == reference
        && other.part.total == part.total && other.part.isWide == part.isWide
    }
    return !other.isDeleted && other.part.storage == part.storage
      && other.part.index == part.index && other.part.rawPDU == part.rawPDU
  }

  private mutating func withdraw(
    _ number: PhoneNumber,
    _ rules: MessageRules,
    at now: Timestamp
  ) {
    if !optedOut.contains(number) { optedOut.append(number) }
    for place in messages.indices where messages[place].recipient == number {
      switch messages[place].state {
      case .queued, .unknown: apply(.optedOut, to: place, rules, at: now)
      case .submitting, .sent, .delivered, .undelivered, .failed, .withdrawn, .cancelled,
        .expired, .closed:
        break
      }
    }
  }

  mutating func recordDeleted(_ iccid: ICCID, modem: String, storage: String, index: Int) {
    for place in parts.indices {
      let part = parts[place].part
      guard part.storage == storage, part.index == index,
        part.liesInModem ? part.modem == modem : part.iccid == iccid
      else { continue }
      parts[place].isDeleted = true
    }
  }
}

extension ModelPart {
  /// Whether it lies in a memory of the modem, not of the SIM.
  fileprivate var liesInModem: Bool { storage != "SM" && storage != "direct" }
}
