public import Messaging

/// A date and time as the service centre writes it, kept as it came, 3GPP TS 23.040 §9.2.3.11.
///
/// A semi-octet that is no decimal digit reads as 0, as the clause asks.
public struct ServiceCentreTimeStamp: Hashable, Sendable {
  /// The seven octets, the first in the highest of the low 56 bits.
  private let packed: UInt64

  /// A time stamp from its octets.
  ///
  /// - Parameter octets: Seven octets; missing ones count as 0, further ones are not looked at.
  public init(octets: some Sequence<UInt8>) {
    var packed: UInt64 = 0
    var count = 0
    for octet in octets.prefix(7) {
      packed = packed << 8 | UInt64(octet)
      count += 1
    }
    self.packed = packed << UInt64(8 * (7 - count))
  }

  /// A moment, in local time.
  ///
  /// - Parameters:
  ///   - timestamp: The moment; only the year's last two digits go over the wire.
  ///   - quarterHours: How far local time is ahead of UTC, in quarters of an hour, -79 to 79.
  public init(_ timestamp: Timestamp, quarterHours: Int = 0) {
    let offset = min(max(quarterHours, -79), 79)
    let local = CivilTime(timestamp, secondsFromUTC: offset * 900)
    let sign: UInt8 = offset < 0 ? 0x08 : 0
    self.init(octets: [
      Self.semiOctets(local.year), Self.semiOctets(local.month), Self.semiOctets(local.day),
      Self.semiOctets(local.hour), Self.semiOctets(local.minute), Self.semiOctets(local.second),
      Self.semiOctets(abs(offset)) | sign,
    ])
  }

  private static func semiOctets(_ value: Int) -> UInt8 {
    let value = UInt8(clamping: abs(value) % 100)
    return (value % 10) << 4 | value / 10
  }

  /// The seven octets.
  public var octets: [UInt8] { (0..<7).map { octet($0) } }

  private func octet(_ index: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: packed >> UInt64(8 * (6 - index)))
  }

  /// The two digits of an octet, the first of them in the low semi-octet.
  private func number(_ index: Int, mask: UInt8 = 0x0F) -> Int {
    let octet = octet(index)
    let tens = octet & mask
    let units = octet >> 4
    return Int(tens > 9 ? 0 : tens) * 10 + Int(units > 9 ? 0 : units)
  }

  /// The year; the two digits on the wire stand for 1990 to 2089.
  public var year: Int { number(0) + (number(0) < 90 ? 2000 : 1900) }
  /// The month, 1 to 12 if this is a date.
  public var month: Int { number(1) }
  /// The day of the month, from 1.
  public var day: Int { number(2) }
  /// The hour, 0 to 23 if this is a time.
  public var hour: Int { number(3) }
  /// The minute, 0 to 59 if this is a time.
  public var minute: Int { number(4) }
  /// The second, 0 to 59 if this is a time.
  public var second: Int { number(5) }
  /// How far local time is ahead of UTC, in quarters of an hour; negative west of Greenwich.
  public var quarterHours: Int {
    let value = number(6, mask: 0x07)
    return octet(6) & 0x08 == 0 ? value : -value
  }

  /// Whether there is such a date and time.
  public var isValid: Bool { timestamp != nil }

  /// The moment, or nil where there is no such date and time.
  public var timestamp: Timestamp? {
    guard second < 60,
      let local = CivilTime.timestamp((year, month, day), (hour, minute, second, 0))
    else { return nil }
    return local - .seconds(quarterHours * 900)
  }

  /// ISO 8601 with offset, as `2026-11-23T19:04:24+01:00`; nil where there is no such time.
  public var iso8601: String? {
    guard isValid else { return nil }
    let offset = abs(quarterHours) * 15
    let date = [month, day].map(Self.twoDigits).joined(separator: "-")
    let time = [hour, minute, second].map(Self.twoDigits).joined(separator: ":")
    let zone = [offset / 60, offset % 60].map(Self.twoDigits).joined(separator: ":")
    return "\(year)-\(date)T\(time)\(quarterHours < 0 ? "-" : "+")\(zone)"
  }

  private static func twoDigits(_ value: Int) -> String {
    value < 10 ? "0\(value)" : "\(value)"
  }
}

extension TPDUReader {
  mutating func timeStamp(_ field: TPDUField) throws(TPDUError) -> ServiceCentreTimeStamp {
    let range = try range(7, field)
    let timeStamp = ServiceCentreTimeStamp(octets: octets[range])
    if !timeStamp.isValid { warnings.append(.notATime(field: field, offset: range.lowerBound)) }
    return timeStamp
  }
}
