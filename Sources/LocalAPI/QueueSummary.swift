public import Messaging

/// What `GET /v1/queue` answers: messages counted by class and state.
public struct QueueSummary: Codable, Hashable, Sendable {
  /// Every class, in order of priority.
  public var classes: [ClassSummary]
  /// How long the rest of the queue takes at the rate of the last minutes; nil where unknown.
  @Nullable public var drainsInSeconds: Int?

  /// How many messages only a modem or a SIM may send that is not at work.
  public var withoutModem: Int

  /// A summary; classes that are not given are empty.
  public init(
    classes: [ClassSummary] = [],
    drainsInSeconds: Int? = nil,
    withoutModem: Int = 0
  ) {
    self.classes = MessageClass.allCases.map { messageClass in
      classes.first { $0.messageClass == messageClass } ?? ClassSummary(messageClass: messageClass)
    }
    self.drainsInSeconds = drainsInSeconds
    self.withoutModem = withoutModem
  }

  /// The messages of all classes, by state.
  public var states: StateCounts {
    var total = StateCounts()
    for entry in classes {
      for state in MessageState.allCases { total[state] &+= entry.states[state] }
    }
    return total
  }

  /// The age of the oldest message that still waits, whatever its class.
  public var oldestSeconds: Int? { classes.compactMap(\.oldestSeconds).max() }

  private enum CodingKeys: String, CodingKey {
    case classes, states
    case oldestSeconds = "oldest_seconds"
    case drainsInSeconds = "drains_in_seconds"
    case withoutModem = "without_modem"
  }

  /// Reads a summary; `classes` is an object with a member for each class.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let entries = try container.nestedContainer(keyedBy: DynamicKey.self, forKey: .classes)
    var classes: [ClassSummary] = []
    for messageClass in MessageClass.allCases {
      let key = DynamicKey(messageClass.rawValue)
      guard let entry = try entries.decodeIfPresent(ClassEntry.self, forKey: key) else { continue }
      classes.append(ClassSummary(messageClass: messageClass, entry: entry))
    }
    self.init(
      classes: classes,
      drainsInSeconds: try container.decodeIfPresent(Int.self, forKey: .drainsInSeconds),
      withoutModem: try container.decodeIfPresent(Int.self, forKey: .withoutModem) ?? 0
    )
  }

  /// Writes the summary with its totals.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    var entries = container.nestedContainer(keyedBy: DynamicKey.self, forKey: .classes)
    for entry in classes {
      try entries.encode(entry.entry, forKey: DynamicKey(entry.messageClass.rawValue))
    }
    try container.encode(states, forKey: .states)
    try container.encode(oldestSeconds, forKey: .oldestSeconds)
    try container.encode(drainsInSeconds, forKey: .drainsInSeconds)
    try container.encode(withoutModem, forKey: .withoutModem)
  }
}

/// The messages of one class.
public struct ClassSummary: Hashable, Sendable {
  /// The class.
  public var messageClass: MessageClass
  /// Whether somebody paused it: nothing of it is submitted until it is resumed.
  public var isPaused: Bool
  /// How many messages are in each state.
  public var states: StateCounts
  /// How long the oldest message that still waits has waited; nil where none waits.
  public var oldestSeconds: Int?
  /// What the rules keep back; nil where nothing is.
  public var keptBack: KeptBackView?

  /// The messages of one class.
  public init(
    messageClass: MessageClass,
    isPaused: Bool = false,
    states: StateCounts = StateCounts(),
    oldestSeconds: Int? = nil,
    keptBack: KeptBackView? = nil
  ) {
    self.messageClass = messageClass
    self.isPaused = isPaused
    self.states = states
    self.oldestSeconds = oldestSeconds
    self.keptBack = keptBack
  }

  fileprivate init(messageClass: MessageClass, entry: ClassEntry) {
    self.init(
      messageClass: messageClass,
      isPaused: entry.paused,
      states: entry.states,
      oldestSeconds: entry.oldestSeconds,
      keptBack: entry.keptBack
    )
  }

  fileprivate var entry: ClassEntry {
    ClassEntry(
      paused: isPaused,
      states: states,
      oldestSeconds: oldestSeconds,
      keptBack: keptBack
    )
  }
}

/// The JSON of a class, under its name.
private struct ClassEntry: Codable {
  var paused: Bool
  var states: StateCounts
  @Nullable var oldestSeconds: Int?
  @Nullable var keptBack: KeptBackView?

  private enum CodingKeys: String, CodingKey {
    case paused, states
    case oldestSeconds = "oldest_seconds"
    case keptBack = "kept_back"
  }
}

/// How many messages are in each state; an object with a member for each state in JSON.
public struct StateCounts: Codable, Hashable, Sendable {
  private var counts: [Int]

  /// Counts; states that are not given are 0.
  public init(_ counts: KeyValuePairs<MessageState, Int> = [:]) {
    self.counts = Array(repeating: 0, count: MessageState.allCases.count)
    for (state, count) in counts { self[state] = count }
  }

  /// How many messages are in a state.
  public subscript(state: MessageState) -> Int {
    get { MessageState.allCases.firstIndex(of: state).map { counts[$0] } ?? 0 }
    set {
      guard let index = MessageState.allCases.firstIndex(of: state) else { return }
      counts[index] = newValue
    }
  }

  /// Reads the states it knows; the others are 0.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: DynamicKey.self)
    self.init()
    for state in MessageState.allCases {
      self[state] =
        try container.decodeIfPresent(Int.self, forKey: DynamicKey(state.rawValue)) ?? 0
    }
  }

  /// Writes every state, also those at 0.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: DynamicKey.self)
    for state in MessageState.allCases {
      try container.encode(self[state], forKey: DynamicKey(state.rawValue))
    }
  }
}

/// The body of `POST /v1/queue/pause` and `/resume`.
public struct QueueRequest: Codable, Hashable, Sendable {
  /// The class that is meant; all of them where nothing is said.
  public var messageClass: MessageClass?

  /// A request for one class, or for all.
  public init(messageClass: MessageClass? = nil) {
    self.messageClass = messageClass
  }

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case messageClass = "class"
  }

  /// Reads the request and refuses fields it does not know.
  public init(from decoder: any Decoder) throws {
    try decoder.refuseUnknownKeys(beside: CodingKeys.self)
    let container = try decoder.container(keyedBy: CodingKeys.self)
    messageClass = try container.decodeIfPresent(MessageClass.self, forKey: .messageClass)
  }
}
