import Messaging
import TransferLayer

/// One input of libFuzzer: a list of segments, given to a buffer one after the other.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var input = UnsafeBufferPointer(start: start, count: count)[...]
  var buffer = ReassemblyBuffer(capacity: 255, maximumAge: .seconds(600))
  var parts: [MessagePart] = []
  var now = Timestamp(seconds: 0)
  while let control = input.popFirst() {
    guard let part = nextPart(&input) else { break }
    parts.append(part)
    now = now + .seconds(Int(control))
    let sender = PhoneNumber(normalForm: control & 1 == 0 ? "+447700900123" : "Hermod")
    let result = buffer.insert(part, sim: control & 2 == 0 ? "A" : "B", sender: sender, at: now)
    precondition(buffer.count <= 255)
    precondition(result.givenUp.allSatisfy { !$0.missing.isEmpty })
  }
  let left = buffer.expire(at: now + .seconds(600))
  precondition(buffer.count == 0 && left.allSatisfy { !$0.missing.isEmpty })
  checkJoining(parts, inputCount: count)
  return 0
}

/// A segment: reference, total, sequence, coding, length and octets.
private func nextPart(_ input: inout Slice<UnsafeBufferPointer<UInt8>>) -> MessagePart? {
  guard let reference = input.popFirst(), let total = input.popFirst(),
    let sequence = input.popFirst(), let scheme = input.popFirst(), let length = input.popFirst()
  else { return nil }
  let octets = Array(input.prefix(Int(length)))
  input = input.dropFirst(octets.count)
  let concatenation = Concatenation(reference: UInt16(reference), total: total, sequence: sequence)
  let scheme8 = DataCodingScheme(rawValue: scheme)
  return MessagePart(
    SMSDeliver(
      originatingAddress: TPAddress(typeOfNumber: 1, digits: "447700900123"),
      serviceCentreTimeStamp: ServiceCentreTimeStamp(octets: []),
      dataCodingScheme: scheme8,
      userDataHeader: UserDataHeader(elements: [
        InformationElement(concatenation), InformationElement(identifier: 0x24, data: [reference]),
        InformationElement(identifier: 0x25, data: [total]),
      ]),
      userData: scheme8.isInSeptets ? .septets(octets.map { $0 & 0x7F }) : .octets(octets)
    )
  )
}

/// The stateless function never joins more than it was given, and says what is missing.
private func checkJoining(_ parts: [MessagePart], inputCount: Int) {
  let content: ReceivedContent
  switch Reassembly.join(parts: parts) {
  case .missing(let numbers):
    precondition(!numbers.isEmpty)
    let incomplete = Reassembly.joinIncomplete(parts: parts)
    precondition(incomplete.missing == numbers)
    content = incomplete.content
  case .complete(let joined):
    precondition(Reassembly.joinIncomplete(parts: parts).missing.isEmpty)
    content = joined
  }
  let size = (content.text?.utf8.count ?? 0) + (content.data?.count ?? 0)
  precondition(size <= 4 * inputCount + 4)
}
