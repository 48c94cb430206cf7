public import Messaging

/// Segments that wait for others of their message; of limited size and age.
public struct ReassemblyBuffer: Hashable, Sendable {
  /// What the segments of one message have in common.
  public struct Key: Hashable, Sendable {
    /// The SIM that received them, by ICCID.
    public var sim: String
    /// Who sent them.
    public var sender: PhoneNumber
    /// The concatenation reference.
    public var reference: UInt16
    /// How wide the reference is.
    public var width: Concatenation.Width
    /// How many segments there are.
    public var total: UInt8

    /// What a segment has in common with the others of its message.
    public init(sim: String, sender: PhoneNumber, concatenation: Concatenation) {
      self.sim = sim
      self.sender = sender
      reference = concatenation.reference
      width = concatenation.width
      total = concatenation.total
    }
  }

  /// What is there of a message that is given up.
  public struct Incomplete: Hashable, Sendable {
    /// What its segments have in common.
    public let key: Key
    /// What those say that are there.
    public let content: ReceivedContent
    /// The numbers of the others, ascending.
    public let missing: [UInt8]
  }

  /// What became of a segment.
  public enum Outcome: Hashable, Sendable {
    /// It waits for those of these numbers.
    case waiting(missing: [UInt8])
    /// The same segment is there already.
    case duplicate
    /// It was the last one, or the only one.
    case complete(ReceivedContent)
  }

  private struct Entry: Hashable {
    var key: Key
    var since: Timestamp
    var parts: [MessagePart]
  }

  /// How many segments are kept at most.
  public let capacity: Int
  /// How long a message waits for its segments after the first of them.
  public let maximumAge: Duration
  /// Oldest first.
  private var entries: [Entry] = []

  /// A buffer with nothing in it.
  ///
  /// - Parameters:
  ///   - capacity: How many segments are kept at most; at least 255, so that any message has room.
  ///   - maximumAge: How long a message waits for its segments after the first of them.
  public init(capacity: Int = 4096, maximumAge: Duration = .seconds(600)) {
    self.capacity = max(capacity, 255)
    self.maximumAge = maximumAge
  }

  /// How many segments are waiting.
  public var count: Int { entries.reduce(0) { $0 + $1.parts.count } }

  /// Takes up a segment.
  ///
  /// A segment with the number of one that is there but other content belongs to a later message
  /// with the same reference: the earlier one is given up.
  ///
  /// - Parameters:
  ///   - part: The segment.
  ///   - sim: The SIM that received it, by ICCID.
  ///   - sender: Who sent it.
  ///   - now: When it was received.
  /// - Returns: What became of it, and the messages that are given up for it.
  public mutating func insert(
    _ part: MessagePart,
    sim: String,
    sender: PhoneNumber,
    at now: Timestamp
  ) -> (outcome: Outcome, givenUp: [Incomplete]) {
    var givenUp = expire(at: now)
    guard let place = part.concatenation, place.total > 1 else {
      if case .complete(let content) = Reassembly.join(parts: [part]) {
        return (.complete(content), givenUp)
      }
      return (.waiting(missing: []), givenUp)
    }
    let key = Key(sim: sim, sender: sender, concatenation: place)
    var index = entries.firstIndex { $0.key == key }
    if let found = index,
      let same = entries[found].parts.first(where: {
        $0.concatenation?.sequence == place.sequence
      })
    {
      if same == part { return (.duplicate, givenUp) }
      givenUp.append(remove(at: found))
      index = nil
    }
    if let index {
      entries[index].parts.append(part)
    } else {
      entries.append(Entry(key: key, since: now, parts: [part]))
    }
    let outcome = outcome(at: index ?? entries.count - 1)
    while count > capacity { givenUp.append(remove(at: 0)) }
    return (outcome, givenUp)
  }

  private mutating func outcome(at index: Int) -> Outcome {
    switch Reassembly.join(parts: entries[index].parts) {
    case .missing(let numbers): return .waiting(missing: numbers)
    case .complete(let content):
      entries.remove(at: index)
      return .complete(content)
    }
  }

  /// Gives up the messages that have waited long enough.
  ///
  /// - Parameter now: The time.
  /// - Returns: What is there of them, oldest first.
  public mutating func expire(at now: Timestamp) -> [Incomplete] {
    var givenUp: [Incomplete] = []
    while let oldest = entries.first, now - oldest.since >= maximumAge {
      givenUp.append(remove(at: 0))
    }
    return givenUp
  }

  private mutating func remove(at index: Int) -> Incomplete {
    let entry = entries.remove(at: index)
    let (content, missing) = Reassembly.joinIncomplete(parts: entry.parts)
    return Incomplete(key: entry.key, content: content, missing: missing)
  }
}
