/// Which messages in the modem's own memory may have come to a SIM that was in it before.
///
/// That is all that is found there until the memory has been listed whole with the present SIM, and
/// what was found then until it is durable: read once more, it is as doubtful as it was.
struct EarlierArrivals: Equatable, Sendable {
  /// The memories that have not been listed whole, and how often each was tried.
  private var unseen: [String: Int]
  /// Places that were found in doubt, and whose messages are not durable yet.
  private var places: Set<StorageLocation> = []
  /// There were more of them than are kept.
  private var isCrowded = false

  /// After this many vain tries a memory counts as one that cannot be listed.
  static let mostTries = 3
  /// The most places that are kept.
  static let most = 1024

  /// What lay in the modem when its session began.
  ///
  /// - Parameter memories: Those that are going to be listed.
  init(memories: [String]) {
    let own = memories.filter { $0 != "SM" }
    unseen = Dictionary(own.map { ($0, 0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether nothing is left of them that is not durable.
  var isOver: Bool { unseen.isEmpty && places.isEmpty && !isCrowded }

  /// How many places are kept.
  var count: Int { places.count }

  /// Whether a memory is to be listed because nobody knows what it holds.
  func wantsList(of memory: String) -> Bool { unseen[memory] != nil }

  /// A message was found that was not indicated since the SIM is known.
  ///
  /// - Returns: Whether it may have come to a SIM of before.
  mutating func found(at place: StorageLocation) -> Bool {
    guard place.memory != "SM" else { return false }
    guard isCrowded || unseen[place.memory] != nil || places.contains(place) else { return false }
    isCrowded = isCrowded || places.count >= Self.most
    if !isCrowded { places.insert(place) }
    return true
  }

  /// The message at a place is durable.
  mutating func stored(at place: StorageLocation) { places.remove(place) }

  /// A memory was listed.
  ///
  /// - Parameters:
  ///   - memory: Which.
  ///   - isWhole: Whether all that lies there was seen.
  mutating func listed(_ memory: String, isWhole: Bool) {
    guard let tries = unseen[memory] else { return }
    unseen[memory] = isWhole || tries + 1 >= Self.mostTries ? nil : tries + 1
  }
}
