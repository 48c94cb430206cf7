import Messaging

extension ServiceCentreTimeStamp {
  /// A time as ISO 8601 writes it, `2026-11-23T19:04:24+01:00`; fractions of seconds are dropped.
  ///
  /// The offset is kept where it is a multiple of a quarter of an hour and less than 20 hours;
  /// otherwise the time becomes one in UTC.
  ///
  /// - Parameter text: What `Timestamp.init(rfc3339:)` reads; nil for anything else, and for years
  ///   that two digits do not stand for.
  public init?(iso8601 text: String) {
    guard let exact = Timestamp(rfc3339: text) else { return nil }
    let seconds = exact - .milliseconds(((exact.milliseconds % 1000) + 1000) % 1000)
    let offset = Self.offsetInMinutes(text)
    let isKept = offset % 15 == 0 && abs(offset) < 20 * 60
    self.init(seconds, quarterHours: isKept ? offset / 15 : 0)
    guard timestamp == seconds else { return nil }
  }

  /// The offset at the end of a time that could be read: `Z`, or a sign, `hh`, `:` and `mm`.
  private static func offsetInMinutes(_ text: String) -> Int {
    let digits = text.utf8.suffix(6).compactMap { octet in
      0x30...0x39 ~= octet ? Int(octet) - 0x30 : nil
    }
    guard let sign = text.utf8.suffix(6).first, digits.count == 4 else { return 0 }
    let minutes = (digits[0] * 10 + digits[1]) * 60 + digits[2] * 10 + digits[3]
    switch sign {
    case UInt8(ascii: "+"): return minutes
    case UInt8(ascii: "-"): return -minutes
    default: return 0
    }
  }
}
