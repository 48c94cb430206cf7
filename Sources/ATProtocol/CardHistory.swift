public import Messaging

/// The SIMs that what lies in one modem's own memory may have come to.
///
/// Every SIM that is put in is added. Those before it are forgotten when all that they may have left
/// there is durable.
public struct CardHistory: Hashable, Sendable {
  /// The SIMs, the latest last.
  public private(set) var cards: [ICCID]

  /// The most SIMs that are remembered.
  static let most = 8

  /// The history of a modem that was never seen.
  ///
  /// - Parameter unknown: What stands for the SIMs that were in it before.
  public init(unknown: ICCID) { cards = [unknown] }

  /// A history as it was written down; nil where that is not one.
  public init?(_ description: String) {
    cards = description.split(separator: " ").compactMap { ICCID(String($0)) }
    if cards.isEmpty { return nil }
  }

  /// A SIM is in the modem.
  public mutating func inserted(_ card: ICCID) {
    guard cards.last != card else { return }
    cards.removeAll { $0 == card }
    cards = cards.suffix(Self.most - 1) + [card]
  }

  /// Nothing that came to another SIM is left in the modem that is not durable.
  public mutating func settled(_ card: ICCID) { cards = [card] }

  /// The SIM besides this one that a message in the modem's memory may have come to; nil where there
  /// is no doubt, the latest where there are several.
  public func other(than card: ICCID) -> ICCID? { cards.last { $0 != card } }
}

extension CardHistory: CustomStringConvertible {
  /// As it is written down: the SIMs, separated by spaces.
  public var description: String { cards.map(\.description).joined(separator: " ") }
}
