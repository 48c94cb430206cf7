/// Messages of a class that the rules of considerate sending keep back: quiet hours, caps, budgets.
public struct KeptBackView: Codable, Hashable, Sendable {
  /// How many there are; they are among the queued ones.
  public var count: Int
  /// When the first of them may leave.
  public var until: WireTime
  /// Why the first of them waits, in words.
  @Nullable public var reason: String?

  /// Messages that are kept back.
  public init(count: Int, until: WireTime, reason: String? = nil) {
    self.count = count
    self.until = until
    self.reason = reason
  }
}
