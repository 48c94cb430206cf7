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
    guard !isKnown, mutation == .copiesAreNew || !isCopy(part) else { return }
    if let place = parts.firstIndex(where: { $0.lies(elsewhereThan: part) }) {
      parts[place].part.storage = part.storage
      parts[place].part.index = part.index
      return
    }
    parts.append(ModelInboundPart(part: part, receivedAt: now))
    let waiting = parts.indices.filter { belongs(parts[$0], with: part) }
    let whole = PartJudgement.judge(
      waiting.map { parts[$0].stored },
      isByReference: mutation == .joinByReference
    )
    if let whole { give(out: whole, of: waiting, as: newID, rules, at: now) }
  }

  /// A part of a long message that is there already, in whatever place.
  private func isCopy(_ part: ModelPart) -> Bool {
    guard part.reference != nil else { return false }
    return parts.contains {
      ($0.part.iccid == part.iccid
        || $0.part.modem == part.modem && $0.part.liesInModem && part.liesInModem)
        && $0.part.sender == part.sender
        && $0.part.reference == part.reference && $0.part.isWide == part.isWide
        && $0.part.total == part.total && $0.part.number == part.number
        && $0.part.rawPDU == part.rawPDU
    }
  }

  private mutating func give(
    out whole: PartJudgement,
    of waiting: [Int],
    as id: MessageID,
    _ rules: MessageRules,
    at now: Timestamp
  ) {
    guard let first = whole.used.first.map({ parts[waiting[$0]].part }) else { return }
    inbound.append(
      ModelInbound(id: id, sender: first.sender, text: whole.text, missing: whole.missing)
    )
    for place in whole.used { parts[waiting[place]].message = id }
    if whole.isOptOut { withdraw(first.sender, rules, at: now) }
  }

  /// Whether a part has waited since before a moment.
  func hasParts(before limit: Timestamp) -> Bool {
    parts.contains { $0.message == nil && $0.receivedAt < limit }
  }

  mutating func recordIncomplete(
    before limit: Timestamp,
    _ drawn: DrawnIDs,
    _ rules: MessageRules,
    at now: Timestamp
  ) {
    var ids = drawn
    var seen: Set<Int> = []
    for place in parts.indices
    where parts[place].message == nil && parts[place].receivedAt < limit && !seen.contains(place) {
      let waiting = parts.indices.filter { belongs(parts[$0], with: parts[place].part) }
      seen.formUnion(waiting)
      for message in PartJudgement.overdue(waiting.map { parts[$0].stored }, before: limit) {
        give(out: message, of: waiting, as: ids.next(), rules, at: now)
      }
    }
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

extension ModelInboundPart {
  /// Whether it is a part under another name: `MT` shows what lies in the other memories too.
  fileprivate func lies(elsewhereThan other: ModelPart) -> Bool {
    !isDeleted && part.iccid == other.iccid && part.modem == other.modem
      && part.rawPDU == other.rawPDU && part.storage != other.storage
      && part.storage != "direct" && other.storage != "direct"
      && (part.storage == "MT" || other.storage == "MT")
  }

  fileprivate var stored: StoredPart {
    StoredPart(
      rawPDU: part.rawPDU,
      serviceCentreTimeStamp: part.serviceCentreTimeStamp,
      receivedAt: receivedAt
    )
  }
}

extension ModelPart {
  /// Whether it lies in a memory of the modem, not of the SIM.
  fileprivate var liesInModem: Bool { storage != "SM" && storage != "direct" }
}
