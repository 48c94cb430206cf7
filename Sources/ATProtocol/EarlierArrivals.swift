/// Which messages in the modem's own memory may have come to a SIM that was in it before.
///
/// That is all that is found there until the memory has been listed whole with the present SIM, and
/// what was found then until it is durable: read once more, it is as doubtful as it was.
struct EarlierArrivals: Equatable, Sendable {
  /// A memory that has not been listed whole.
  private struct Unseen: Equatable {
    let memory: String
    /// How often that was tried.
    var tries = 0
  }

  private var unseen: [Unseen] = []
  /// Places that were found in doubt, and whose messages are not durable yet.
  private var places: [StorageLocation] = []
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
    for memory in memories where memory != "SM" && !wantsList(of: memory) {
      unseen.append(Unseen(memory: memory))
    }
  }

  /// Whether nothing is left of them that is not durable.
  var isOver: Bool { unseen.isEmpty && places.isEmpty && !isCrowded }

  /// How many places are kept.
  var count: Int { places.count }

  /// Whether a memory is to be listed because nobody knows what it holds.
  func wantsList(of memory: String) -> Bool { unseen.contains { $0.memory == memory } }

  /// A message was found that was not indicated since the SIM is known.
  ///
  /// - Returns: Whether it may have come to a SIM of before.
  mutating func found(at place: StorageLocation) -> Bool {
    guard place.memory != "SM" else { return false }
    guard !places.contains(place) else { return true }
    guard isCrowded || wantsList(of: place.memory) else { return false }
    isCrowded = isCrowded || places.count >= Self.most
    if !isCrowded { places.append(place) }
    return true
  }

  /// The message at a place is durable.
  mutating func stored(at place: StorageLocation) { places.removeAll { $0 == place } }

  /// A memory was listed.
  ///
  /// - Parameters:
  ///   - memory: Which.
  ///   - isWhole: Whether all that lies there was seen.
  mutating func listed(_ memory: String, isWhole: Bool) {
    guard let index = unseen.firstIndex(where: { $0.memory == memory }) else { return }
    unseen[index].tries += 1
    if isWhole || unseen[index].tries >= Self.mostTries { unseen.remove(at: index) }
  }
}
