internal import GRDB
public import Messaging

/// Whether a number opted out or back in.
public enum OptOutAction: String, Hashable, Sendable, Codable, CaseIterable {
  /// It wants no more messages.
  case optOut
  /// It wants them again.
  case optIn
}

/// One line of the history of opt-outs, which is never changed.
public struct OptOutEntry: Hashable, Sendable {
  /// The number.
  public var number: PhoneNumber
  /// Whether it opted out or in.
  public var action: OptOutAction
  /// What the line covers.
  public var scope: OptOutScope
  /// When.
  public var at: Timestamp
  /// Who did it: the recipient, an operator, an application.
  public var actor: String
  /// The received text, as it came.
  public var text: String?
  /// The rule that the text matched.
  public var rule: String?
  /// The SIM that received it.
  public var iccid: ICCID?
  /// The received message.
  public var inbound: MessageID?
  /// The message that it answered: the last one sent to the number.
  public var answered: MessageID?

  /// A line.
  public init(
    number: PhoneNumber,
    action: OptOutAction,
    scope: OptOutScope = .all,
    at: Timestamp,
    actor: String,
    text: String? = nil,
    rule: String? = nil,
    iccid: ICCID? = nil,
    inbound: MessageID? = nil,
    answered: MessageID? = nil
  ) {
    self.number = number
    self.action = action
    self.scope = scope
    self.at = at
    self.actor = actor
    self.text = text
    self.rule = rule
    self.iccid = iccid
    self.inbound = inbound
    self.answered = answered
  }
}

/// A number that is on the list.
public struct StandingOptOut: Hashable, Sendable {
  /// The number.
  public var number: PhoneNumber
  /// What it refuses.
  public var scope: OptOutScope
  /// Since when.
  public var since: Timestamp
}

/// What a change of the list did.
public struct OptOutChange: Hashable, Sendable {
  /// Whether the list changed; a repeated opt-out only adds to the history.
  public var isNew: Bool
  /// The queued messages and resends that were withdrawn.
  public var withdrawn: [MessageChange]
}

extension StandingOptOut {
  init(_ row: Row) throws {
    self.init(
      number: row.phoneNumber("number"),
      scope: try row.required("scope"),
      since: row.timestamp("since")
    )
  }
}

extension OptOutEntry {
  init(_ row: Row) throws {
    self.init(
      number: row.phoneNumber("number"),
      action: try row.required("action"),
      scope: try row.required("scope"),
      at: row.timestamp("at"),
      actor: row["actor"],
      text: row["text"],
      rule: row["rule"],
      iccid: (row["iccid"] as String?).flatMap { ICCID($0) },
      inbound: (row["inbound"] as String?).flatMap { MessageID($0) },
      answered: (row["answered"] as String?).flatMap { MessageID($0) }
    )
  }
}
