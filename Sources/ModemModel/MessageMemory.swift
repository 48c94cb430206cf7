/// Where a modem keeps messages, 3GPP TS 27.005 §3.1 `<mem>`.
public enum MemoryName: String, Hashable, Sendable, CaseIterable {
  /// On the SIM.
  case sim = "SM"
  /// In the modem.
  case equipment = "ME"
  /// SIM and modem as one.
  case both = "MT"
  /// Status reports.
  case statusReports = "SR"
  /// Cell broadcasts.
  case broadcast = "BM"
}

/// A message in the modem's memory.
struct StoredMessage: Equatable, Sendable {
  /// `<stat>`, 3GPP TS 27.005 §3.1.
  enum Status: Int, Sendable {
    case receivedUnread = 0
    case receivedRead = 1
    case storedUnsent = 2
    case storedSent = 3
  }

  /// Where it stands on the list.
  var status: Status
  /// The TPDU, without the service centre address.
  var transferUnit: [UInt8]
}

/// One memory: numbered places, some of them taken.
struct MessageMemory: Equatable, Sendable {
  /// The number of the first place: 0 on some modems, 1 on others.
  let firstIndex: Int
  /// How many places there are.
  var capacity: Int
  /// The messages by place; `nil` where a place is free.
  private var places: [StoredMessage?] = []

  init(capacity: Int, firstIndex: Int) {
    self.capacity = capacity
    self.firstIndex = firstIndex
  }

  /// How many places are taken.
  var used: Int { places.reduce(0) { $1 == nil ? $0 : $0 + 1 } }

  /// Whether no place is free.
  var isFull: Bool { used >= capacity }

  /// The taken places in order.
  var messages: [(index: Int, message: StoredMessage)] {
    places.enumerated().compactMap { place, message in
      message.map { (place + firstIndex, $0) }
    }
  }

  /// Whether there is such a place, free or not.
  func contains(_ index: Int) -> Bool {
    index >= firstIndex && index - firstIndex < capacity
  }

  /// Takes the lowest free place; nil where there is none.
  mutating func store(_ message: StoredMessage) -> Int? {
    guard !isFull else { return nil }
    if let free = places.firstIndex(of: nil) {
      places[free] = message
      return free + firstIndex
    }
    places.append(message)
    return places.count - 1 + firstIndex
  }

  /// The message at a place.
  subscript(index: Int) -> StoredMessage? {
    let place = index - firstIndex
    return places.indices.contains(place) ? places[place] : nil
  }

  /// Marks a message as read.
  mutating func markRead(_ index: Int) {
    let place = index - firstIndex
    guard places.indices.contains(place), places[place]?.status == .receivedUnread else { return }
    places[place]?.status = .receivedRead
  }

  /// Frees a place.
  mutating func delete(_ index: Int) {
    let place = index - firstIndex
    guard places.indices.contains(place) else { return }
    places[place] = nil
  }

  /// Frees all places with one of the states.
  mutating func deleteAll(_ states: Set<StoredMessage.Status>) {
    for place in places.indices {
      if let message = places[place], states.contains(message.status) { places[place] = nil }
    }
  }
}
