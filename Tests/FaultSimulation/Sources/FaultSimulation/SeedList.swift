/// The seeds that once broke a promise, as `Seeds.txt` keeps them.
public enum SeedList {
  /// One of them.
  public struct Entry: Equatable, Sendable, CustomStringConvertible {
    /// What was simulated when it broke a promise.
    public var edition: Edition
    /// The seed.
    public var seed: UInt64

    /// A seed of an edition.
    public init(edition: Edition = .current, seed: UInt64) {
      self.edition = edition
      self.seed = seed
    }

    /// `EDITION/SEED`, or the seed alone for what is simulated today; nil for anything else.
    public init?(_ word: some StringProtocol) {
      let numbers = word.split(separator: "/").map { UInt64($0) }
      guard let last = numbers.last, let seed = last else { return nil }
      self.init(seed: seed)
      guard numbers.count > 1 else { return }
      guard numbers.count == 2, let edition = numbers[0].flatMap({ Edition(rawValue: Int($0)) })
      else { return nil }
      self.edition = edition
    }

    /// `EDITION/SEED`.
    public var description: String { "\(edition.rawValue)/\(seed)" }
  }

  /// The seeds in a text: the first word of each line.
  public static func seeds(in text: String) -> [Entry] {
    text.split(separator: "\n").compactMap { line in
      line.split(separator: " ").first.flatMap { Entry($0) }
    }
  }
}
