import Messaging

/// What a line such as `modem2: lose-ok every 10` asks for.
public enum FaultInstruction: Equatable, Sendable {
  /// Something that goes wrong.
  case rule(FaultRule)
  /// A condition, begun or ended.
  case condition(ModemCondition, isOn: Bool)
  /// All faults are forgotten and all conditions end.
  case clear
}

/// What is wrong with a line that describes a fault, a customer or a length of time.
public enum SyntaxError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Nothing where something is needed.
  case missing(String)
  /// A word that means nothing here.
  case unknownWord(String, expected: String)

  /// What is wrong, in words.
  public var description: String {
    switch self {
    case .missing(let what): "\(what) is missing"
    case .unknownWord(let word, let expected): "'\(word)' is not \(expected)"
    }
  }
}

/// How faults, customers and lengths of time are written.
///
/// A fault is `FAULT [VALUE] [WHEN] [to NUMBER] [on COMMAND] [back DURATION]`, where WHEN is `once`, `always`,
/// `every N`, `at N`, `next N` or `P%`. A condition is its name, or its name and `off`.
public enum FaultSyntax {
  /// The faults with what they need and what they do, for the help text.
  public static let table: [(words: String, meaning: String)] = [
    ("no-prompt", "AT+CMGS gets no prompt"),
    ("prompt-without-space", "the prompt is '>' alone"),
    ("prompt-glued", "the prompt follows an unsolicited line on the same line"),
    ("hang-up-before-prompt", "the port hangs up instead of the prompt"),
    ("hang-up-before-ctrl-z", "the port hangs up when the PDU is there and Ctrl-Z is not"),
    ("hang-up-after-ctrl-z", "accepted; the port hangs up without an answer"),
    ("hang-up-losing", "not accepted; the port hangs up after Ctrl-Z"),
    ("hang-up-under-ctrl-z", "not accepted; the port hangs up and the modem never gets Ctrl-Z"),
    ("lose-ok", "accepted; +CMGS comes, OK does not"),
    ("lose-reference", "accepted; OK comes, +CMGS does not"),
    ("lose-answer", "accepted; nothing comes"),
    ("lose-submission", "not accepted; nothing comes"),
    ("false-ok", "not accepted; OK comes without +CMGS"),
    ("cms-error N", "not accepted; +CMS ERROR: N"),
    ("cme-error N", "not accepted; +CME ERROR: N"),
    ("error", "not accepted; ERROR"),
    ("accepted-cms-error N", "accepted; +CMS ERROR: N"),
    ("accepted-error", "accepted; ERROR"),
    ("split-answer", "accepted; an unsolicited line between +CMGS and OK"),
    ("reverse-answer", "accepted; OK comes before +CMGS"),
    ("double-answer", "accepted; +CMGS and OK come twice"),
    ("late DURATION", "accepted; answered late, the modem is busy until then"),
    ("stray DURATION", "accepted; answered late, the modem takes other commands meanwhile"),
    ("stray-cms-error N DURATION", "not accepted; +CMS ERROR: N comes late, as with stray"),
    ("relink DURATION", "accepted; the port goes, the modem lives on and answers late"),
    ("relink-cms-error N DURATION", "not accepted; +CMS ERROR: N comes late, as with relink"),
    ("garbage N", "a command is answered after N random bytes"),
    ("storm N", "a command is answered after N unsolicited lines"),
    ("silence", "a command is not carried out and gets no answer"),
    ("mute", "a command is carried out and gets no answer"),
    ("ignore", "a command is not carried out and gets OK"),
    ("command-cms-error N", "a command gets +CMS ERROR: N"),
    ("command-cme-error N", "a command gets +CME ERROR: N"),
    ("command-error", "a command gets ERROR"),
    ("reset", "the modem starts anew instead of an answer: RDY, echo on, text mode"),
    ("hang-up", "the port hangs up instead of an answer"),
    ("lose-indication", "a message is stored and not announced"),
  ]

  /// The conditions with what they do, for the help text.
  public static let conditions: [(word: String, condition: ModemCondition, meaning: String)] = [
    ("sim-removed", .noSIM, "there is no SIM"),
    ("pin-required", .wantsPIN, "the SIM wants its PIN (1234)"),
    ("puk-required", .wantsPUK, "the SIM wants its PUK"),
    ("not-registered", .notRegistered, "the modem searches for a network"),
    ("registration-denied", .registrationDenied, "the network refuses the SIM"),
    ("storage-full", .storageFull, "the memories take no more messages"),
    ("dead", .dead, "nothing is answered at all"),
  ]

  /// Reads a fault, a condition or `clear`.
  ///
  /// - Parameter text: What stands behind the name of the modem.
  /// - Throws: `SyntaxError`, which names the word that is wrong.
  /// - Returns: What is asked for.
  public static func instruction(_ text: some StringProtocol) throws(SyntaxError)
    -> FaultInstruction
  {
    var words = String(text).split(separator: " ").map(String.init)[...]
    guard let name = words.popFirst() else { throw .missing("the name of a fault") }
    if name == "clear" { return .clear }
    if let entry = conditions.first(where: { $0.word == name }) {
      guard let word = words.popFirst() else { return .condition(entry.condition, isOn: true) }
      guard word == "on" || word == "off" else { throw .unknownWord(word, expected: "on or off") }
      return .condition(entry.condition, isOn: word == "on")
    }
    var rule = FaultRule(try fault(name, &words))
    while let word = words.popFirst() {
      try read(word, &words, into: &rule)
    }
    return .rule(rule)
  }

  private static func read(
    _ word: String,
    _ words: inout ArraySlice<String>,
    into rule: inout FaultRule
  ) throws(SyntaxError) {
    switch word {
    case "once": rule.occurrence = .next(1)
    case "always": rule.occurrence = .always
    case "every": rule.occurrence = .every(try number(&words))
    case "at": rule.occurrence = .at(try number(&words))
    case "next": rule.occurrence = .next(try number(&words))
    case "to":
      guard let recipient = words.popFirst() else { throw .missing("the number after 'to'") }
      rule.recipient = recipient
    case "on":
      guard let command = words.popFirst() else { throw .missing("the command after 'on'") }
      rule.command = command
    case "back":
      guard let delay = words.popFirst() else { throw .missing("the duration after 'back'") }
      rule.comesBackAfter = try duration(delay)
    default:
      guard word.hasSuffix("%"), let percentage = decimal(word.dropLast()),
        percentage.value <= 100 * percentage.scale
      else {
        throw .unknownWord(
          word,
          expected: "once, always, every N, at N, next N, P%, to, on or back"
        )
      }
      rule.occurrence = .probability(Double(percentage.value) / Double(percentage.scale) / 100)
    }
  }

  private static func fault(
    _ name: String,
    _ words: inout ArraySlice<String>
  ) throws(SyntaxError) -> Fault {
    switch name {
    case "no-prompt": return .noPrompt
    case "prompt-without-space": return .promptWithoutSpace
    case "prompt-glued": return .promptGlued
    case "hang-up-before-prompt": return .hangUpBeforePrompt
    case "hang-up-before-ctrl-z": return .hangUpBeforeControlZ
    case "hang-up-after-ctrl-z": return .hangUpAfterControlZ
    case "hang-up-losing": return .hangUpLosingSubmission
    case "hang-up-under-ctrl-z": return .hangUpUnderControlZ
    case "lose-ok": return .loseOK
    case "lose-reference": return .loseReference
    case "lose-answer": return .loseAnswer
    case "lose-submission": return .loseSubmission
    case "false-ok": return .falseOK
    case "cms-error": return .refuse(.messageServiceError(try number(&words)))
    case "cme-error": return .refuse(.equipmentError(try number(&words)))
    case "error": return .refuse(.error)
    case "accepted-cms-error": return .refuseAccepted(.messageServiceError(try number(&words)))
    case "accepted-error": return .refuseAccepted(.error)
    case "split-answer": return .splitAnswer
    case "reverse-answer": return .reverseAnswer
    case "double-answer": return .doubleAnswer
    case "late": return .late(try duration(words.popFirst() ?? ""))
    case "stray": return .stray(try duration(words.popFirst() ?? ""))
    case "stray-cms-error":
      let error = FinalResult.messageServiceError(try number(&words))
      return .strayRefusal(try duration(words.popFirst() ?? ""), error)
    case "relink": return .relink(try duration(words.popFirst() ?? ""), refusing: nil)
    case "relink-cms-error":
      let error = FinalResult.messageServiceError(try number(&words))
      return .relink(try duration(words.popFirst() ?? ""), refusing: error)
    case "garbage": return .garbage(try number(&words))
    case "storm": return .storm(try number(&words))
    case "silence": return .silence
    case "mute": return .mute
    case "ignore": return .ignore
    case "command-cms-error": return .refuseCommand(.messageServiceError(try number(&words)))
    case "command-cme-error": return .refuseCommand(.equipmentError(try number(&words)))
    case "command-error": return .refuseCommand(.error)
    case "reset": return .reset
    case "hang-up": return .hangUp
    case "lose-indication": return .loseIndication
    default: throw .unknownWord(name, expected: "a fault or a condition")
    }
  }

  private static func number(_ words: inout ArraySlice<String>) throws(SyntaxError) -> Int {
    guard let word = words.popFirst() else { throw .missing("a number") }
    guard word.count <= 9, word.allSatisfy(\.isASCIIDigit), let value = Int(word) else {
      throw .unknownWord(word, expected: "a number")
    }
    return value
  }

  /// Reads a length of time: `80ms`, `2.5s`, `2min`, `1h`, or `0`.
  ///
  /// - Parameter text: A decimal number and its unit.
  /// - Throws: `SyntaxError.unknownWord` where it is none.
  /// - Returns: The length of time.
  public static func duration(_ text: some StringProtocol) throws(SyntaxError) -> Duration {
    let units: [(suffix: String, milliseconds: Int64)] = [
      ("ms", 1), ("min", 60_000), ("s", 1000), ("h", 3_600_000),
    ]
    if text == "0" { return .zero }
    for unit in units where text.hasSuffix(unit.suffix) {
      guard let decimal = decimal(text.dropLast(unit.suffix.count)) else { break }
      return .milliseconds(decimal.value * unit.milliseconds / decimal.scale)
    }
    throw .unknownWord(String(text), expected: "a length of time such as 80ms, 2.5s or 2min")
  }

  /// Reads a length of time or two with a dash between them: `2s` or `2s-3s`.
  ///
  /// - Parameter text: One or two lengths of time.
  /// - Throws: `SyntaxError.unknownWord` where it is none.
  /// - Returns: The bounds.
  public static func latency(_ text: some StringProtocol) throws(SyntaxError) -> Latency {
    let parts = String(text).split(separator: "-")
    guard let first = parts.first, parts.count <= 2 else {
      throw .unknownWord(String(text), expected: "a length of time, or two with '-' between them")
    }
    let minimum = try duration(first)
    return Latency(minimum, to: parts.count == 2 ? try duration(parts[1]) : minimum)
  }

  /// Reads octets in hex.
  ///
  /// - Parameter text: Pairs of hexadecimal digits.
  /// - Returns: The octets; nil where the text is something else.
  public static func octets(_ text: some StringProtocol) -> [UInt8]? {
    [UInt8](hexadecimal: text.utf8)
  }

  /// A decimal number as a whole number of its last place.
  private static func decimal(_ text: some StringProtocol) -> (value: Int64, scale: Int64)? {
    let parts = String(text).split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count <= 2, !whole.isEmpty,
      parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) })
    else { return nil }
    let fraction = parts.count == 2 ? parts[1] : ""
    guard whole.count + fraction.count <= 9, let value = Int64(String(whole) + String(fraction))
    else { return nil }
    return (value, (0..<fraction.count).reduce(1) { scale, _ in scale * 10 })
  }

  /// Reads a customer: `NUMBER: ANSWER [after DURATION] [when TEXT]`, TEXT to the end of the line.
  ///
  /// - Parameter text: The customer's number, answer, delay and trigger.
  /// - Throws: `SyntaxError`, which names what is missing.
  /// - Returns: The rule.
  public static func customer(_ text: String) throws(SyntaxError) -> CustomerRule {
    guard let colon = text.firstIndex(of: ":") else { throw .missing("':' after the number") }
    let number = text[..<colon].filter { $0 != " " }
    var rest = text[text.index(after: colon)...].drop { $0 == " " }
    var rule = CustomerRule(number: number, answer: "")
    if let range = firstRange(of: " when ", in: rest) {
      rule.trigger = String(rest[range.upperBound...])
      rest = rest[..<range.lowerBound]
    }
    if let range = firstRange(of: " after ", in: rest) {
      rule.delay = try duration(rest[range.upperBound...].filter { $0 != " " })
      rest = rest[..<range.lowerBound]
    }
    rule.answer = String(rest)
    guard !number.isEmpty else { throw .missing("the customer's number") }
    guard !rule.answer.isEmpty else { throw .missing("what the customer answers") }
    return rule
  }

  private static func firstRange(of word: String, in text: Substring) -> Range<Substring.Index>? {
    var start = text.startIndex
    while start < text.endIndex {
      if text[start...].hasPrefix(word) {
        return start..<text.index(start, offsetBy: word.count)
      }
      start = text.index(after: start)
    }
    return nil
  }
}
