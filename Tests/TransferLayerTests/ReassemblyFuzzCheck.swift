import Messaging
import TransferLayer

/// What must hold of any segments that are sorted and joined; fuzzing and the tests share it.
enum ReassemblyFuzzCheck {
  /// Sorts the segments that an input stands for, after each of them.
  ///
  /// - Parameter input: Any octets.
  /// - Returns: What did not hold, or nil.
  static func fault(_ input: [UInt8]) -> String? {
    var rest = input[...]
    var segments: [WaitingSegment] = []
    var messages: [PartialMessage] = []
    var now = Timestamp(seconds: 0)
    while segments.count < 40, let control = rest.popFirst(), let part = nextPart(&rest) {
      now = now + .seconds(Int(control) / 4)
      // Some segments are late, some have no stamp.
      let lateness = Duration.seconds(Int(control) * Int(control) / 32)
      let stamp = control % 16 == 15 ? nil : now - lateness
      segments.append(
        WaitingSegment(part: part, serviceCentreTimeStamp: stamp, receivedAt: now)
      )
      let next = PartialMessage.sort(segments)
      if let fault = sortingFault(segments, next, before: messages) { return fault }
      messages = next
    }
    return joiningFault(segments.map(\.part), inputCount: input.count)
  }

  private static func sortingFault(
    _ segments: [WaitingSegment],
    _ messages: [PartialMessage],
    before: [PartialMessage]
  ) -> String? {
    let last = segments.count - 1
    if messages.flatMap(\.places).sorted() != Array(0...last) { return "a segment lost or doubled" }
    let others = messages.map { $0.places.filter { $0 != last } }.filter { !$0.isEmpty }
    if others != before.map(\.places) { return "a new segment changed another message" }
    for message in messages {
      if let fault = mixingFault(message.places.map { segments[$0] }) { return fault }
    }
    guard let gone = messages.first?.places else { return nil }
    let kept = segments.indices.filter { !gone.contains($0) }
    let again = PartialMessage.sort(kept.map { segments[$0] }).map { $0.places.map { kept[$0] } }
    return again == messages.dropFirst().map(\.places) ? nil : "what was given out changed the rest"
  }

  /// What is in one message is of one message.
  private static func mixingFault(_ members: [WaitingSegment]) -> String? {
    for (index, one) in members.enumerated() {
      for other in members[(index + 1)...] {
        guard let first = one.part.concatenation, let second = other.part.concatenation else {
          return "a single segment was joined with another"
        }
        if first.reference != second.reference || first.total != second.total {
          return "segments of other messages were joined"
        }
        if first.sequence > second.sequence { return "segments are out of order" }
        if first.sequence == second.sequence, one.part != other.part {
          return "two contents have one number"
        }
        guard let earlier = one.serviceCentreTimeStamp, let later = other.serviceCentreTimeStamp
        else { continue }
        if later - earlier > PartialMessage.longestSpan
          || earlier - later > PartialMessage.longestSpan
        {
          return "segments of far apart times were joined"
        }
        if first.sequence < second.sequence, earlier - later > PartialMessage.longestStepBack {
          return "a message was joined that went backwards"
        }
      }
    }
    return nil
  }

  /// A segment: reference, total, sequence, coding, length and octets.
  private static func nextPart(_ input: inout ArraySlice<UInt8>) -> MessagePart? {
    guard let reference = input.popFirst(), let total = input.popFirst(),
      let sequence = input.popFirst(), let coding = input.popFirst(), let length = input.popFirst()
    else { return nil }
    let octets = Array(input.prefix(Int(length)))
    input = input.dropFirst(octets.count)
    let place = Concatenation(reference: UInt16(reference), total: total, sequence: sequence)
    let scheme = DataCodingScheme(rawValue: coding)
    return MessagePart(
      SMSDeliver(
        originatingAddress: TPAddress(typeOfNumber: 1, digits: "447700900123"),
        serviceCentreTimeStamp: ServiceCentreTimeStamp(octets: []),
        dataCodingScheme: scheme,
        userDataHeader: UserDataHeader(elements: [
          InformationElement(place), InformationElement(identifier: 0x24, data: [reference]),
          InformationElement(identifier: 0x25, data: [total]),
        ]),
        userData: scheme.isInSeptets ? .septets(octets.map { $0 & 0x7F }) : .octets(octets)
      )
    )
  }

  /// The function without state agrees with itself, and joins no more than it was given.
  private static func joiningFault(_ parts: [MessagePart], inputCount: Int) -> String? {
    let incomplete = Reassembly.joinIncomplete(parts: parts)
    let content: ReceivedContent
    switch Reassembly.join(parts: parts) {
    case .missing(let numbers):
      if numbers.isEmpty || incomplete.missing != numbers { return "other segments are missing" }
      content = incomplete.content
    case .complete(let joined):
      if !incomplete.missing.isEmpty { return "nothing and something is missing" }
      content = joined
    }
    let size = (content.text?.utf8.count ?? 0) + (content.data?.count ?? 0)
    return size <= 4 * inputCount + 4 ? nil : "more was joined than there was"
  }
}
