/// The seeds that once broke a promise, as `Seeds.txt` keeps them.
public enum SeedList {
  /// The seeds in a text: the first word of each line that does not begin with `#`.
  public static func seeds(in text: String) -> [UInt64] {
    text.split(separator: "\n").compactMap { line in
      line.split(separator: " ").first.flatMap { UInt64($0) }
    }
  }
}
