import ArgumentParser

/// A span of time as people write it: `30s`, `10min`, `2h`, `1d`, `1h30min`; bare numbers are
/// seconds.
struct TimeSpan: Hashable, ExpressibleByArgument {
  var seconds: Int

  init(seconds: Int) {
    self.seconds = seconds
  }

  init?(argument: String) {
    var total = 0
    var rest = argument.lowercased().filter { $0 != " " }[...]
    guard !rest.isEmpty else { return nil }
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(digits.count)
      let unit = rest.prefix { $0.isLetter }
      rest = rest.dropFirst(unit.count)
      guard let number = Int(digits), let factor = Self.seconds(in: unit) else { return nil }
      let (product, overflow) = number.multipliedReportingOverflow(by: factor)
      let (sum, carry) = total.addingReportingOverflow(product)
      guard !overflow, !carry else { return nil }
      total = sum
    }
    seconds = total
  }

  private static func seconds(in unit: Substring) -> Int? {
    switch unit {
    case "", "s", "sec", "second", "seconds": 1
    case "m", "min", "minute", "minutes": 60
    case "h", "hour", "hours": 3600
    case "d", "day", "days": 86_400
    case "w", "week", "weeks": 604_800
    default: nil
    }
  }
}
