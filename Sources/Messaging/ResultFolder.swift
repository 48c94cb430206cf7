/// Where the result of a dropped file belongs.
public enum ResultFolder: String, Hashable, Sendable, Codable, CaseIterable {
  /// The service centre has the message.
  case sent
  /// It certainly does not have the whole of it.
  case failed
  /// Nobody knows.
  case unknown

  /// The folder of a state; nil while the message is on its way.
  public init?(_ state: MessageState) {
    switch state {
    case .queued, .submitting: return nil
    case .sent, .delivered, .undelivered: self = .sent
    case .failed, .withdrawn, .cancelled, .expired: self = .failed
    case .unknown, .closed: self = .unknown
    }
  }
}
