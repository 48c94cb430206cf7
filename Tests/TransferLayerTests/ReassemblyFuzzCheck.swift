import Messaging
import TransferLayer

/// What must hold of any segments that are joined; fuzzing and the tests share it.
enum ReassemblyFuzzCheck {
  /// Gives the segments that an input stands for to a buffer, one after the other.
  ///
  /// - Parameter input: Any octets.
  /// - Returns: What did not hold, or nil.
  static func fault(_ input: [UInt8]) -> String? {
    var rest = input[...]
    var buffer = ReassemblyBuffer(capacity: 255, maximumAge: .seconds(600))
    var parts: [MessagePart] = []
    var now = Timestamp(seconds: 0)
    while let control = rest.popFirst(), let part = nextPart(&rest) {
      parts.append(part)
      now = now + .seconds(Int(control))
      let sender = PhoneNumber(normalForm: control & 1 == 0 ? "+447700900123" : "Hermod")
      let result = buffer.insert(part, sim: control & 2 == 0 ? "A" : "B", sender: sender, at: now)
      if buffer.count > 255 { return "the buffer holds more than its capacity" }
      if result.givenUp.contains(where: \.missing.isEmpty) { return "a whole message given up" }
    }
    let left = buffer.expire(at: now + .seconds(600))
    if buffer.count != 0 { return "something outlived its age" }
    if left.contains(where: \.missing.isEmpty) { return "a whole message was left" }
    return joiningFault(parts, inputCount: input.count)
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
