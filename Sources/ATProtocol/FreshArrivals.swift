import Messaging

/// Places whose messages were indicated while the SIM in the modem was known: what lies there came to
/// that SIM, wherever the modem keeps it.
struct FreshArrivals: Equatable, Sendable {
  private var card: String?
  private var places: Set<StorageLocation> = []

  /// The most places that are kept.
  static let most = 256

  /// Notes an indication.
  ///
  /// - Parameters:
  ///   - place: The place that it names.
  ///   - card: The SIM that is in the modem; nil while that is not known.
  mutating func note(_ place: StorageLocation, card: String?) {
    guard let card else {
      places.remove(place)
      return
    }
    if self.card != card {
      self.card = card
      places = []
    }
    if places.count < Self.most { places.insert(place) }
  }

  /// The places whose messages came to a SIM.
  func places(of card: String?) -> Set<StorageLocation> {
    card != nil && card == self.card ? places : []
  }
}
