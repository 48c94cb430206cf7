import Messaging
import QueuePolicy

/// A moment as RFC 3339 writes it.
func moment(_ text: String) -> Timestamp {
  guard let moment = Timestamp(rfc3339: text) else { preconditionFailure(text) }
  return moment
}

/// Paris in 2026: clocks go forward on 29 March and back on 25 October.
let paris = ZoneOffsets(
  name: "Europe/Paris",
  secondsFromUTC: 3600,
  changes: [
    .init(at: moment("2026-03-29T01:00:00Z"), secondsFromUTC: 7200),
    .init(at: moment("2026-10-25T01:00:00Z"), secondsFromUTC: 3600),
  ]
)
/// A zone that never sets its clocks.
let tokyo = ZoneOffsets(name: "Asia/Tokyo", secondsFromUTC: 9 * 3600)
/// A zone behind UTC whose clocks are set at midnight.
let santiago = ZoneOffsets(
  name: "America/Santiago",
  secondsFromUTC: -3 * 3600,
  changes: [
    .init(at: moment("2026-04-05T03:00:00Z"), secondsFromUTC: -4 * 3600),
    .init(at: moment("2026-09-06T04:00:00Z"), secondsFromUTC: -3 * 3600),
  ]
)
let frenchNumber = PhoneNumber(normalForm: "+33612345678")
let japaneseNumber = PhoneNumber(normalForm: "+819012345678")
let britishNumber = PhoneNumber(normalForm: "+447700900123")
