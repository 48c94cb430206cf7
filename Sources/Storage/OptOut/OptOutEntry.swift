internal import GRDB
public import Messaging

/// What a line of the history says.
public enum OptOutAction: String, Hashable, Sendable, Codable, CaseIterable {
  /// The number wants no more messages.
  case optOut
  /// It wants them again: its opt-outs are lifted.
  case optIn
  /// Its owner has agreed to marketing, in another way than by an SMS.
  case consent
  /// That agreement is taken back.
  case consentWithdrawn
}

/// The way by which a line of the history came in.
public enum OptOutSource: String, Hashable, Sendable, Codable, CaseIterable {
  /// An SMS from the number itself.
  case sms
  /// A person or an application, through the local API or the command line.
  case api
  /// A list that was imported.
  case imported = "import"
  /// A file in the spool.
  case spool
}

/// One line of the history of opt-outs, which is never changed.
public struct OptOutEntry: Hashable, Sendable {
  /// The number.
  public var number: PhoneNumber
  /// Whether it opted out or in.
  public var action: OptOutAction
  /// What the line covers.
  public var scope: OptOutScope
  /// When it was recorded.
  public var at: Timestamp
  /// Since when it has held, where that was before it was recorded: in a list from elsewhere.
  public var since: Timestamp?
  /// Who did it: the recipient, an operator, an application.
  public var actor: String
  /// The way by which it came in.
  public var source: OptOutSource
  /// The received text, as it came, or the reason that somebody gave.
  public var text: String?
  /// The rule that the text matched, and the word: `whole-body: STOP`.
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
    since: Timestamp? = nil,
    actor: String,
    source: OptOutSource? = nil,
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
    self.since = since
    self.actor = actor
    self.source = source ?? (inbound == nil ? .api : .sms)
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
  /// The way by which it came in last.
  public var source: OptOutSource
  /// What the person wrote, or why somebody added it.
  public var detail: String?
}

/// A number whose owner has agreed to marketing.
public struct StandingConsent: Hashable, Sendable {
  /// The number.
  public var number: PhoneNumber
  /// Since when.
  public var since: Timestamp
  /// The way by which it came in last.
  public var source: OptOutSource
  /// What the person wrote, or how the agreement was given.
  public var detail: String?
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
      since: row.timestamp("since"),
      source: try row.required("source"),
      detail: row["text"]
    )
  }
}

extension StandingConsent {
  init(_ row: Row) throws {
    self.init(
      number: row.phoneNumber("number"),
      since: row.timestamp("since"),
      source: try row.required("source"),
      detail: row["text"]
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
      since: row.optionalTimestamp("since"),
      actor: row["actor"],
      source: try row.required("source"),
      text: row["text"],
      rule: row["rule"],
      iccid: (row["iccid"] as String?).flatMap { ICCID($0) },
      inbound: (row["inbound"] as String?).flatMap { MessageID($0) },
      answered: (row["answered"] as String?).flatMap { MessageID($0) }
    )
  }
}
