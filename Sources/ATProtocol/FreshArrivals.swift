import Messaging

/// Places whose messages were indicated while the SIM in the modem was known: what lies there came to
/// that SIM, wherever the modem keeps it.
struct FreshArrivals: Equatable, Sendable {
  private var sim: String?
  private var places: Set<StorageLocation> = []

  /// The most places that are kept.
  static let most = 256

  /// Notes an indication.
  ///
  /// - Parameters:
  ///   - place: The place that it names.
  ///   - sim: The SIM that is in the modem; nil while that is not known.
  mutating func note(_ place: StorageLocation, sim: String?) {
    guard let sim else {
      places.remove(place)
      return
    }
    if self.sim != sim {
      self.sim = sim
      places = []
    }
    if places.count < Self.most { places.insert(place) }
  }

  /// The places whose messages came to a SIM.
  func places(of sim: String?) -> Set<StorageLocation> {
    sim != nil && sim == self.sim ? places : []
  }
}
