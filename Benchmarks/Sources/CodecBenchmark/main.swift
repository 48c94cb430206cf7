import GSMAlphabet
import Glibc
import TransferLayer

// Segments a second on one core: a full segment of 160 characters of the GSM 7-bit alphabet, from
// text to the octets of an SMS-SUBMIT, and from the octets of an SMS-DELIVER to text.

/// The processor time that this process has had: what other processes take does not count.
func processorTime() -> Duration {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}

/// Runs work for about a second of processor time, three times, and prints the best rate.
func measure(_ name: String, _ work: () throws -> Int) throws {
  var best = 0.0
  for _ in 0..<3 {
    var count = 0
    var check = 0
    let start = processorTime()
    var elapsed = Duration.zero
    repeat {
      for _ in 0..<10_000 { check &+= try work() }
      count += 10_000
      elapsed = processorTime() - start
    } while elapsed < .seconds(1)
    precondition(check != 0)
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    best = max(best, Double(count) / seconds)
  }
  let padding = String(repeating: " ", count: max(0, 34 - name.count))
  print("\(name)\(padding)\(Int(best)) a second")
}

struct NoSegment: Error {}

let text = String(
  ("The quick brown fox jumps over the lazy dog; 0123456789 @$_!? and so on, until there is no "
    + "room left in this one segment, which has one hundred and sixty characters.....")
    .prefix(160)
)
let accented = String(String(repeating: "Vår gås är ö; ", count: 12).prefix(160))
let recipient = TPAddress(typeOfNumber: 1, digits: "447700900123")
let time = ServiceCentreTimeStamp(octets: [0x62, 0x11, 0x32, 0x91, 0x40, 0x42, 0x40])

for (name, text) in [("ASCII", text), ("accented", accented)] {
  guard let septets = DefaultAlphabet.septets(of: text), septets.count == 160 else {
    throw NoSegment()
  }
  let deliver = SMSDeliver(
    originatingAddress: recipient,
    serviceCentreTimeStamp: time,
    userData: .septets(septets)
  ).encoded()
  try measure("encode, \(name)") {
    guard let septets = DefaultAlphabet.septets(of: text) else { throw NoSegment() }
    return SMSSubmit(destinationAddress: recipient, userData: .septets(septets)).encoded().count
  }
  try measure("decode, \(name)") {
    guard case .deliver(let deliver) = try TPDU(decoding: deliver, direction: .mobileTerminated),
      let text = deliver.text
    else { throw NoSegment() }
    return text.utf8.count
  }
  try measure("segment and encode, \(name)") {
    try MessageSegmentation.segments(text: text).submits(to: recipient, reference: 1)
      .reduce(0) { $0 + $1.encoded().count }
  }
}
