import Messaging

/// The short message commands that end at once: 3GPP TS 27.005 §3.
extension SimulatedModem {
  /// Why messages cannot be reached, 3GPP TS 27.005 §3.2.5; nil where they can.
  var messageError: Int? {
    switch simError {
    case nil: nil
    case 10?: 310
    case 11?: 311
    case 12?: 316
    default: 314
    }
  }

  mutating func executeMessage(_ command: Command) -> CommandReply? {
    switch (command.name, command.operation) {
    case ("+CMGF", let operation): return executeFormat(operation)
    case ("+CSMS", let operation): return executeMessageService(operation)
    case ("+CPMS", let operation): return executeMemories(operation)
    case ("+CNMI", let operation): return executeIndications(operation)
    case ("+CSCA", let operation): return executeServiceCentre(operation)
    case ("+CMMS", let operation):
      return personality.keepsLink ? executeMoreMessages(operation) : nil
    case ("+CGSMS", .set), ("+CSDH", .set), ("+CSMP", .set): return .ok
    case ("+CGSMS", .read): return .done(["+CGSMS: 1"])
    case ("+CMGS", .set(let values)): return startSubmission(values)
    case ("+CMGS", .test): return .ok
    case ("+CMGS", _): return .failed(.messageServiceError(304))
    case ("+CMGL", let operation): return executeList(operation)
    case ("+CMGR", .set(let values)): return executeReadMessage(values)
    case ("+CMGR", .test): return .ok
    case ("+CMGD", let operation): return executeDelete(operation)
    case ("+CNMA", let operation):
      return personality.acknowledges ? executeAcknowledgement(operation) : nil
    default: return nil
    }
  }

  private mutating func executeFormat(_ operation: Command.Operation) -> CommandReply {
    switch operation {
    case .execute: return .failed(.error)
    case .read: return .done(["+CMGF: \(settings.textMode ? 1 : 0)"])
    case .test: return .done(["+CMGF: " + offer([0, 1])])
    case .set(let values):
      guard let format = values.number(0), format <= 1 else {
        return .failed(.messageServiceError(303))
      }
      settings.textMode = format == 1
      return .ok
    }
  }

  private mutating func executeMessageService(_ operation: Command.Operation) -> CommandReply {
    switch operation {
    case .execute: return .failed(.error)
    case .read: return .done(["+CSMS: \(settings.messageService),1,1,1"])
    case .test:
      return .done(["+CSMS: " + offer(personality.messageServices)])
    case .set(let values):
      guard let service = values.number(0), personality.messageServices.contains(service) else {
        return .failed(.messageServiceError(303))
      }
      settings.messageService = service
      return .done(["+CSMS: 1,1,1"])
    }
  }

  /// Values as the answer to a test command shows them.
  private func offer(_ values: [Int]) -> String {
    if personality.offersRanges, values.count > 1, let first = values.first, let last = values.last
    {
      return "(\(first)-\(last))"
    }
    return "(" + values.map(String.init).joined(separator: ",") + ")"
  }

  // MARK: - Memories, 3GPP TS 27.005 §3.2.2

  private mutating func executeMemories(_ operation: Command.Operation) -> CommandReply {
    if let messageError { return .failed(.messageServiceError(messageError)) }
    switch operation {
    case .execute:
      return .failed(.error)
    case .test:
      let lists = personality.memories.map { list in
        "(" + list.map { "\"\($0.rawValue)\"" }.joined(separator: ",") + ")"
      }
      let offer = lists.joined(separator: ",")
      return .done(["+CPMS: " + (personality.bracketsMemoryOffer ? "(\(offer))" : offer)])
    case .read:
      quietChatter()
      return .done(["+CPMS: " + memoryFill(named: !personality.omitsMemoryNames)])
    case .set(let values):
      return selectMemories(values)
    }
  }

  private mutating func selectMemories(_ values: [Command.Parameter]) -> CommandReply {
    let isComplete = values.count == settings.memories.count
    guard values.count <= settings.memories.count, isComplete || !personality.wantsAllMemories
    else { return .failed(.messageServiceError(302)) }
    var memories = settings.memories
    for place in values.indices where !values.isOmitted(place) {
      guard case .text(let text) = values[place], let memory = MemoryName(rawValue: text),
        personality.memories[place].contains(memory)
      else { return .failed(.messageServiceError(302)) }
      memories[place] = memory
    }
    settings.memories = memories
    return .done(["+CPMS: " + memoryFill(named: false)])
  }

  private func memoryFill(named: Bool) -> String {
    settings.memories.map { name in
      let (used, capacity) = fill(of: name)
      let fill = "\(used),\(capacity)"
      return named ? "\"\(name.rawValue)\",\(fill)" : fill
    }.joined(separator: ",")
  }

  /// The name of the memory that is listed, read and deleted from: `<mem1>`.
  var readingMemory: MemoryName { settings.memories.first ?? .sim }

  /// The name of the memory that takes what comes in: `<mem3>`, or `<mem1>` where there is none.
  var receivingMemory: MemoryName {
    settings.memories.count > 2 ? settings.memories[2] : readingMemory
  }

  // MARK: - New message indications, 3GPP TS 27.005 §3.4.1

  private mutating func executeIndications(_ operation: Command.Operation) -> CommandReply {
    switch operation {
    case .execute:
      return .failed(.error)
    case .read:
      return .done(["+CNMI: " + settings.indications.map(String.init).joined(separator: ",")])
    case .test:
      let lists = personality.indicationValues.map { values in
        "(" + values.map(String.init).joined(separator: ",") + ")"
      }
      return .done(["+CNMI: " + (personality.indicationOffer ?? lists.joined(separator: ","))])
    case .set(let values):
      guard (1...5).contains(values.count) else { return .failed(.messageServiceError(303)) }
      var indications = settings.indications
      for place in values.indices where !values.isOmitted(place) {
        guard let value = values.number(place), personality.indicationValues[place].contains(value)
        else { return .failed(.messageServiceError(303)) }
        indications[place] = value
      }
      settings.indications = indications
      return .ok
    }
  }

  private mutating func executeServiceCentre(_ operation: Command.Operation) -> CommandReply {
    if let messageError { return .failed(.messageServiceError(messageError)) }
    switch operation {
    case .execute: return .failed(.error)
    case .test: return .ok
    case .read:
      let number = sim?.serviceCentre ?? ""
      return .done([number.isEmpty ? "+CSCA: \"\",129" : "+CSCA: \"+\(number)\",145"])
    case .set(let values):
      guard let number = values.text(0) else { return .failed(.messageServiceError(304)) }
      sim?.serviceCentre = String(number.drop { $0 == "+" })
      return .ok
    }
  }

  /// `+CMMS`, 3GPP TS 27.005 §3.5.6.
  private mutating func executeMoreMessages(_ operation: Command.Operation) -> CommandReply {
    switch operation {
    case .execute: return .failed(.error)
    case .read:
      dropLinkIfIdle()
      return .done(["+CMMS: \(settings.moreMessages)"])
    case .test: return .done(["+CMMS: (0-2)"])
    case .set(let values):
      guard let mode = values.number(0), (0...2).contains(mode) else {
        return .failed(.messageServiceError(303))
      }
      settings.moreMessages = mode
      return .ok
    }
  }
}
