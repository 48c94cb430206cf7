import GSMAlphabet

/// Makes one message of its segments, 3GPP TS 23.040 §9.2.3.24.1.
public enum Reassembly {
  /// What becomes of segments.
  public enum Result: Hashable, Sendable {
    /// All are there.
    case complete(ReceivedContent)
    /// The numbers of those that are not, ascending.
    case missing([UInt8])
  }

  /// Joins segments that belong together, in any order.
  ///
  /// Text is decoded after joining, so that a character that was cut in two comes out whole.
  ///
  /// - Parameter parts: Segments of one message; of two with one number the first is taken. The
  ///   first segment says how many there are; those of another total are not looked at.
  /// - Returns: The content, or what is missing. Without segments nothing is missing.
  public static func join(parts: [MessagePart]) -> Result {
    guard let first = parts.first, let total = first.concatenation?.total else {
      return .complete(content(Array(parts.prefix(1))))
    }
    let ordered = inOrder(parts, total: total)
    let missing = (1...total).filter { ordered[Int($0)] == nil }
    guard missing.isEmpty else { return .missing(missing) }
    return .complete(content(ordered.compactMap { $0 }))
  }

  /// Joins what is there of a message whose other segments are no longer waited for.
  ///
  /// - Parameter parts: Segments of one message.
  /// - Returns: The content of those that are there, in order, and the numbers of the others.
  public static func joinIncomplete(
    parts: [MessagePart]
  ) -> (content: ReceivedContent, missing: [UInt8]) {
    guard let first = parts.first, let total = first.concatenation?.total else {
      return (content(Array(parts.prefix(1))), [])
    }
    let ordered = inOrder(parts, total: total)
    var result = ReceivedContent()
    // Across a gap nothing is joined: the halves of a character would not be of one character.
    for run in ordered.dropFirst().split(separator: nil) {
      append(content(run.compactMap { $0 }), to: &result)
    }
    return (result, (1...total).filter { ordered[Int($0)] == nil })
  }

  /// The parts at their numbers, from 1.
  private static func inOrder(_ parts: [MessagePart], total: UInt8) -> [MessagePart?] {
    var ordered = [MessagePart?](repeating: nil, count: Int(total) + 1)
    for part in parts {
      guard let place = part.concatenation, place.total == total else { continue }
      if ordered[Int(place.sequence)] == nil { ordered[Int(place.sequence)] = part }
    }
    return ordered
  }

  private static func content(_ parts: [MessagePart]) -> ReceivedContent {
    var result = ReceivedContent()
    var index = 0
    while index < parts.count {
      let coding = parts[index].coding
      var units: [UInt8] = []
      while index < parts.count, parts[index].coding == coding {
        units += parts[index].units
        index += 1
      }
      append(content(units, coding), to: &result)
    }
    return result
  }

  private static func content(_ units: [UInt8], _ coding: MessagePart.Coding) -> ReceivedContent {
    switch coding {
    case .septets(let tables): ReceivedContent(text: tables.text(of: units))
    case .ucs2: ReceivedContent(text: UCS2.text(of: units))
    case .data: ReceivedContent(data: units)
    }
  }

  private static func append(_ content: ReceivedContent, to result: inout ReceivedContent) {
    if let text = content.text { result.text = (result.text ?? "") + text }
    if let data = content.data { result.data = (result.data ?? []) + data }
  }
}
