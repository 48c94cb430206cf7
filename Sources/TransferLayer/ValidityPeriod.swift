/// TP-VP: how long the service centre is to try, 3GPP TS 23.040 §9.2.3.12.
public enum ValidityPeriod: Hashable, Sendable {
  /// One octet, in steps from five minutes to a week, §9.2.3.12.1.
  case relative(UInt8)
  /// Until a moment, §9.2.3.12.2.
  case absolute(ServiceCentreTimeStamp)
  /// Seven octets, kept as they came, §9.2.3.12.3.
  case enhanced(EnhancedValidityPeriod)

  /// The shortest relative period that is not shorter than a duration.
  ///
  /// - Parameter duration: From nothing, which gives five minutes, to 63 weeks, which is also what
  ///   anything longer gives.
  public init(atLeast duration: Duration) {
    let seconds = max(
      0,
      duration.components.seconds + (duration.components.attoseconds > 0 ? 1 : 0)
    )
    // Anything longer than the longest period gives that period; the bound keeps sums in range.
    let minutes = (min(seconds, 64 * 604_800) + 59) / 60
    self = .relative(Self.relativeValue(atLeastMinutes: minutes))
  }

  private static func relativeValue(atLeastMinutes minutes: Int64) -> UInt8 {
    func steps(_ step: Int64) -> Int64 { (minutes + step - 1) / step }
    let value: Int64 =
      switch minutes {
      case ...5: 0
      case ...720: steps(5) - 1
      case ...1440: 143 + (minutes - 720 + 29) / 30
      case ...43_200: 166 + steps(1440)
      default: 192 + steps(10_080)
      }
    return UInt8(clamping: max(value, minutes > 43_200 ? 197 : 0))
  }

  /// How long a relative period is, or an enhanced one that has a length; nil for the others.
  public var duration: Duration? {
    switch self {
    case .relative(let value): Self.duration(ofRelative: value)
    case .absolute: nil
    case .enhanced(let period): period.duration
    }
  }

  static func duration(ofRelative value: UInt8) -> Duration {
    let value = Int64(value)
    return switch value {
    case ...143: .seconds((value + 1) * 300)
    case ...167: .seconds(43_200 + (value - 143) * 1800)
    case ...196: .seconds((value - 166) * 86_400)
    default: .seconds((value - 192) * 604_800)
    }
  }

  /// TP-VPF, 3GPP TS 23.040 §9.2.3.3.
  var format: UInt8 {
    switch self {
    case .relative: 2
    case .absolute: 3
    case .enhanced: 1
    }
  }

  func append(to octets: inout [UInt8]) {
    switch self {
    case .relative(let value): octets.append(value)
    case .absolute(let timeStamp): octets += timeStamp.octets
    case .enhanced(let period): octets += period.octets
    }
  }
}

/// TP-VP in the enhanced format, 3GPP TS 23.040 §9.2.3.12.3, kept as it came.
public struct EnhancedValidityPeriod: Hashable, Sendable {
  /// The seven octets.
  public let octets: [UInt8]

  /// A period from its octets.
  ///
  /// - Parameter octets: Seven octets; missing ones count as 0, further ones are not looked at.
  public init(octets: some Sequence<UInt8>) {
    let octets = Array(octets.prefix(7))
    self.octets = octets + [UInt8](repeating: 0, count: 7 - octets.count)
  }

  /// Whether the service centre is to try only once.
  public var isSingleShot: Bool { octets[0] & 0x40 != 0 }

  /// How long the period is; nil where it has none or its format is reserved.
  public var duration: Duration? {
    // An extended functionality indicator stands between the first octet and the period.
    guard octets[0] & 0x80 == 0 else { return nil }
    switch octets[0] & 0x07 {
    case 1: return ValidityPeriod.duration(ofRelative: octets[1])
    case 2: return octets[1] == 0 ? nil : .seconds(Int64(octets[1]))
    case 3:
      let numbers = octets[1...3].map { Int64($0 & 0x0F) * 10 + Int64($0 >> 4) }
      return .seconds(numbers[0] * 3600 + numbers[1] * 60 + numbers[2])
    default: return nil
    }
  }
}

extension TPDUReader {
  /// TP-VP in the format that TP-VPF gives; nil where it says there is none.
  mutating func validityPeriod(format: UInt8) throws(TPDUError) -> ValidityPeriod? {
    switch format {
    case 2: return .relative(try octet(.validityPeriod))
    case 3: return .absolute(try timeStamp(.validityPeriod))
    case 1: return .enhanced(EnhancedValidityPeriod(octets: octets[try range(7, .validityPeriod)]))
    default: return nil
    }
  }
}
