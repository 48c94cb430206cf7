/// What a token of the HTTP interface allows.
public enum TokenScope: String, Codable, Hashable, Sendable, CaseIterable {
  /// Send, see one's own messages, add opt-outs.
  case submit
  /// See everything, change nothing.
  case read
  /// Everything.
  case admin
}
