/// What an opt-out covers.
public enum OptOutScope: String, Hashable, Sendable, Codable, CaseIterable {
  /// Every message: what a bare STOP means.
  case all
  /// Only messages of the class `marketing`: what STOP PROMO or STOP MARKETING means.
  case marketing
}
