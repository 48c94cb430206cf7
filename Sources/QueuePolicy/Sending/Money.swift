/// An amount in the currency that the operator thinks in; it is never converted.
public struct Money: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Ten-thousandths of the unit.
  public var tenThousandths: Int64

  /// Nothing.
  public static let zero = Money(tenThousandths: 0)

  /// An amount.
  public init(tenThousandths: Int64) {
    self.tenThousandths = tenThousandths
  }

  /// An amount in units, rounded to a ten-thousandth; nil where it is negative or past a billion.
  public init?(units: Double) {
    guard units >= 0, units <= 1_000_000_000 else { return nil }
    self.init(tenThousandths: Int64((units * 10_000).rounded()))
  }

  /// The amount in units.
  public var units: Double { Double(tenThousandths) / 10_000 }

  /// The sum of two amounts.
  public static func + (left: Money, right: Money) -> Money {
    Money(tenThousandths: left.tenThousandths + right.tenThousandths)
  }

  /// Whether one amount is smaller than another.
  public static func < (left: Money, right: Money) -> Bool {
    left.tenThousandths < right.tenThousandths
  }

  /// At least two decimals and at most four: `0.07`, `12.50`, `0.0475`.
  public var description: String {
    let sign = tenThousandths < 0 ? "-" : ""
    let (units, rest) = tenThousandths.magnitude.quotientAndRemainder(dividingBy: 10_000)
    var decimals = String(10_000 + rest).dropFirst()
    while decimals.utf8.count > 2, decimals.last == "0" { decimals.removeLast() }
    return "\(sign)\(units).\(decimals)"
  }
}

/// How much all SIMs together may cost; what is nil is not limited.
public struct Budget: Hashable, Sendable {
  /// The most in a day by the gateway's clock.
  public var daily: Money?
  /// The most in a month by the gateway's calendar.
  public var monthly: Money?
  /// What people are told the unit is: `EUR`; empty where it is not said.
  public var currency = ""

  /// No budget.
  public init() {}

  /// An amount with its unit.
  public func text(_ amount: Money) -> String {
    currency.isEmpty ? amount.description : "\(amount) \(currency)"
  }
}
