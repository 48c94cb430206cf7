/// The memories as the commands see them, 3GPP TS 27.005 §3.1 `<mem>`: `MT` is the modem's own and the
/// SIM's in one, with the places of the SIM behind those of the modem.
extension SimulatedModem {
  /// A memory that is part of a named one, and what is added to the numbers of its places there.
  private typealias Part = (memory: MemoryName, offset: Int)

  private func parts(of name: MemoryName) -> [Part] {
    guard name == .both else { return [(name, 0)] }
    return [(.equipment, 0), (.sim, stores[.equipment]?.capacity ?? 0)]
  }

  /// How many places of a memory are taken, and how many there are.
  func fill(of name: MemoryName) -> (used: Int, capacity: Int) {
    let memories = parts(of: name).compactMap { stores[$0.memory] }
    return (memories.reduce(0) { $0 + $1.used }, memories.reduce(0) { $0 + $1.capacity })
  }

  /// The taken places of a memory in order.
  func messages(in name: MemoryName) -> [(index: Int, message: StoredMessage)] {
    parts(of: name).flatMap { part in
      (stores[part.memory]?.messages ?? []).map { ($0.index + part.offset, $0.message) }
    }
  }

  /// Where a place of a memory really is; nil where there is no such place.
  func place(_ index: Int, in name: MemoryName) -> (memory: MemoryName, index: Int)? {
    let part = parts(of: name).first { stores[$0.memory]?.contains(index - $0.offset) ?? false }
    return part.map { ($0.memory, index - $0.offset) }
  }

  /// Marks the message at a place of a memory as read.
  mutating func markRead(_ index: Int, in name: MemoryName) {
    guard let place = place(index, in: name) else { return }
    stores[place.memory]?.markRead(place.index)
  }

  /// Takes the lowest free place of a memory.
  ///
  /// - Returns: Where the message lies; nil where there is no room.
  mutating func store(_ message: StoredMessage, in name: MemoryName) -> (MemoryName, Int)? {
    for part in parts(of: name) {
      if let index = stores[part.memory]?.store(message) { return (part.memory, index) }
    }
    return nil
  }

  /// Frees all places of a memory with one of the states.
  mutating func deleteAll(_ states: Set<StoredMessage.Status>, in name: MemoryName) {
    for part in parts(of: name) { stores[part.memory]?.deleteAll(states) }
  }
}
