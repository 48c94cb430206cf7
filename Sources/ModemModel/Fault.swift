import Messaging

/// Something that goes wrong in or around a modem.
public enum Fault: Equatable, Sendable {
  /// `AT+CMGS` gets no prompt; ESC is still answered.
  case noPrompt
  /// The prompt is `>` alone, without the space.
  case promptWithoutSpace
  /// The prompt follows an unsolicited line without a line end between them.
  case promptGlued
  /// The port hangs up instead of giving the prompt.
  case hangUpBeforePrompt
  /// The port hangs up when the PDU is there and Ctrl-Z is not.
  case hangUpBeforeControlZ

  /// The service centre accepts; Ctrl-Z is written and the port hangs up.
  case hangUpAfterControlZ
  /// The port hangs up after Ctrl-Z and the service centre never gets the message.
  case hangUpLosingSubmission
  /// The port hangs up under Ctrl-Z, and the modem itself never gets it.
  case hangUpUnderControlZ
  /// Accepted; `+CMGS` comes, `OK` does not.
  case loseOK
  /// Accepted; `OK` comes, `+CMGS` does not.
  case loseReference
  /// Accepted; nothing comes.
  case loseAnswer
  /// Not accepted; nothing comes.
  case loseSubmission
  /// Not accepted; `OK` comes without `+CMGS`.
  case falseOK
  /// Not accepted; this comes.
  case refuse(FinalResult)
  /// Accepted, and yet this comes.
  case refuseAccepted(FinalResult)
  /// Accepted; an unsolicited line comes between `+CMGS` and `OK`.
  case splitAnswer
  /// Accepted; `OK` comes before `+CMGS`.
  case reverseAnswer
  /// Accepted; `+CMGS` and `OK` come twice.
  case doubleAnswer
  /// Accepted; the answer comes this much later and the modem is busy until then.
  case late(Duration)
  /// Accepted; the answer comes this much later, and the modem takes other commands meanwhile.
  case stray(Duration)
  /// Not accepted; this comes this much later, and the modem takes other commands meanwhile.
  case strayRefusal(Duration, FinalResult)
  /// The port goes away after Ctrl-Z and the modem lives on: accepted, or refused with this, and the
  /// answer comes this much later, on the port that is back by then and where commands are taken.
  case relink(Duration, refusing: FinalResult?)

  /// A command line gets random bytes before its answer, so many.
  case garbage(Int)
  /// A command line gets unsolicited lines before its answer, so many.
  case storm(Int)
  /// A command line is not carried out and gets no answer.
  case silence
  /// A command line is carried out and gets no answer.
  case mute
  /// A command line is not carried out and gets `OK`.
  case ignore
  /// A command line is not carried out and gets this.
  case refuseCommand(FinalResult)
  /// The modem starts anew instead of answering: boot lines, echo on, settings forgotten.
  case reset
  /// The port hangs up instead of an answer.
  case hangUp

  /// A message is stored and `+CMTI` or `+CDSI` is not sent.
  case loseIndication
}

/// Where in the dialogue a fault can strike.
public enum FaultSite: Hashable, Sendable, CaseIterable {
  /// A command line has come.
  case commandLine
  /// `AT+CMGS` is about to give the prompt.
  case prompt
  /// The whole PDU has come, Ctrl-Z has not.
  case transferUnit
  /// Ctrl-Z has come and the PDU is sound.
  case submission
  /// A stored message is about to be announced.
  case indication
}

extension Fault {
  /// Where in the dialogue it strikes.
  public var site: FaultSite {
    switch self {
    case .garbage, .storm, .silence, .mute, .ignore, .refuseCommand, .reset, .hangUp: .commandLine
    case .noPrompt, .promptWithoutSpace, .promptGlued, .hangUpBeforePrompt: .prompt
    case .hangUpBeforeControlZ: .transferUnit
    case .hangUpAfterControlZ, .hangUpLosingSubmission, .hangUpUnderControlZ, .loseOK,
      .loseReference, .loseAnswer,
      .loseSubmission, .falseOK, .refuse, .refuseAccepted, .splitAnswer, .reverseAnswer,
      .doubleAnswer, .late, .stray, .strayRefusal, .relink:
      .submission
    case .loseIndication: .indication
    }
  }
}

/// When a fault strikes, counted over the chances that it has.
public enum Occurrence: Equatable, Sendable {
  /// Each time.
  case always
  /// The next so many times.
  case next(Int)
  /// This time only, counted from 1.
  case at(Int)
  /// Each time whose number divides by this.
  case every(Int)
  /// By chance, 0 to 1.
  case probability(Double)
}

/// A fault, when it strikes, and for how long.
public struct FaultRule: Equatable, Sendable {
  /// What goes wrong.
  public var fault: Fault
  /// When.
  public var occurrence: Occurrence
  /// Only for messages to this number (digits, with or without `+`); nil for all.
  public var recipient: String?
  /// Only for command lines with this in them; nil for all.
  public var command: String?
  /// How long the modem stays away after a hang-up; nil: until it is plugged in again.
  public var comesBackAfter: Duration?

  /// A rule.
  public init(
    _ fault: Fault,
    _ occurrence: Occurrence = .next(1),
    recipient: String? = nil,
    command: String? = nil,
    comesBackAfter: Duration? = nil
  ) {
    self.fault = fault
    self.occurrence = occurrence
    self.recipient = recipient
    self.command = command
    self.comesBackAfter = comesBackAfter
  }
}

/// The faults that a modem has before it, and how often each had its chance.
struct FaultPlan: Equatable, Sendable {
  private struct Entry: Equatable, Sendable {
    var rule: FaultRule
    var chances = 0
    var isSpent = false
  }

  private var entries: [Entry] = []

  /// Adds a rule; earlier ones go first where two would strike at once.
  mutating func add(_ rule: FaultRule) {
    entries.removeAll { $0.isSpent }
    entries.append(Entry(rule: rule))
  }

  /// Forgets all rules.
  mutating func removeAll() {
    entries = []
  }

  /// The rule that strikes here and now, if any; all rules of the site count the chance.
  mutating func strike(
    _ site: FaultSite,
    recipient: String? = nil,
    command: String? = nil,
    using random: inout SplitMix64
  ) -> FaultRule? {
    var struck: FaultRule?
    for index in entries.indices where entries[index].rule.fault.site == site {
      guard !entries[index].isSpent else { continue }
      if let wanted = entries[index].rule.recipient {
        guard let recipient, Self.digits(wanted) == Self.digits(recipient) else { continue }
      }
      if let wanted = entries[index].rule.command {
        guard let command, command.uppercased().contains(wanted.uppercased()) else { continue }
      }
      entries[index].chances += 1
      guard Self.strikes(&entries[index], using: &random) else { continue }
      if struck == nil { struck = entries[index].rule }
    }
    return struck
  }

  private static func strikes(_ entry: inout Entry, using random: inout SplitMix64) -> Bool {
    switch entry.rule.occurrence {
    case .always:
      return true
    case .next(let count):
      entry.isSpent = entry.chances >= count
      return entry.chances <= count
    case .at(let ordinal):
      entry.isSpent = entry.chances >= ordinal
      return entry.chances == ordinal
    case .every(let step):
      return step > 0 && entry.chances % step == 0
    case .probability(let probability):
      return Double.random(in: 0..<1, using: &random) < probability
    }
  }

  private static func digits(_ number: String) -> Substring {
    number.hasPrefix("+") ? number.dropFirst() : number[...]
  }
}
