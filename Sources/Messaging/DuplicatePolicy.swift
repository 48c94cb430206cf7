/// What the sender wants done when nobody can know whether the service centre has a message.
public enum DuplicatePolicy: String, Hashable, Sendable, Codable, CaseIterable {
  /// Keep it as unknown until evidence or an operator decides: the default.
  case hold
  /// Never risk a second copy: after the wait for evidence it rests as unknown (closed).
  case avoid
  /// Send again, marked as a possible duplicate.
  case allow
}
