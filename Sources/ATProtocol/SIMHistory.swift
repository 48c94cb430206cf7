public import Messaging

/// The SIMs that what lies in one modem's own memory may have come to.
///
/// Every SIM that is put in is added. Those before it are forgotten when all that they may have left
/// there is durable.
public struct SIMHistory: Hashable, Sendable {
  /// The SIMs, the latest last.
  public private(set) var sims: [ICCID]

  /// The most SIMs that are remembered.
  static let most = 8

  /// The history of a modem that was never seen.
  ///
  /// - Parameter unknown: What stands for the SIMs that were in it before.
  public init(unknown: ICCID) { sims = [unknown] }

  /// A history as it was written down; nil where that is not one.
  public init?(_ description: String) {
    sims = description.split(separator: " ").compactMap { ICCID(String($0)) }
    if sims.isEmpty { return nil }
  }

  /// A SIM is in the modem.
  public mutating func inserted(_ sim: ICCID) {
    guard sims.last != sim else { return }
    sims.removeAll { $0 == sim }
    sims = sims.suffix(Self.most - 1) + [sim]
  }

  /// Nothing that came to another SIM is left in the modem that is not durable.
  public mutating func settled(_ sim: ICCID) { sims = [sim] }

  /// The SIM besides this one that a message in the modem's memory may have come to; nil where there
  /// is no doubt, the latest where there are several.
  public func other(than sim: ICCID) -> ICCID? { sims.last { $0 != sim } }
}

extension SIMHistory: CustomStringConvertible {
  /// As it is written down: the SIMs, separated by spaces.
  public var description: String { sims.map(\.description).joined(separator: " ") }
}
