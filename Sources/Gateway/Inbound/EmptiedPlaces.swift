internal import ATProtocol

/// What is read from a place in a modem's memory is judged after the note that the place was emptied:
/// an equal message that has come there since is another one, and not the first once more.
struct EmptiedPlaces {
  private var notes: [StorageLocation: Task<Void, Never>] = [:]

  /// Notes that a place is empty.
  ///
  /// - Parameters:
  ///   - location: The place.
  ///   - note: Writes it down.
  /// - Returns: The note, which is done when it is written.
  mutating func emptied(
    _ location: StorageLocation,
    _ note: @escaping @Sendable () async -> Void
  ) -> Task<Void, Never> {
    let earlier = notes[location]
    let task = Task {
      await earlier?.value
      await note()
    }
    notes[location] = task
    return task
  }

  /// The last note about a place, which must be written before what lies there now is judged; nil
  /// where there is none.
  func note(of location: StorageLocation?) -> Task<Void, Never>? {
    location.flatMap { notes[$0] }
  }
}
