/// A character of a text that a look-alike stands for in what is sent.
public struct ReplacedCharacter: Codable, Hashable, Sendable {
  /// The character, a code point.
  public var from: String
  /// Its look-alike; empty where it is left out.
  public var to: String
  /// How often it is replaced.
  public var count: Int

  /// A replaced character.
  public init(from: String, to: String, count: Int) {
    self.from = from
    self.to = to
    self.count = count
  }

  /// The character and its look-alike, in words: `“ as "`.
  var words: String {
    switch to {
    case "": "\(Self.visible(from)) left out"
    case " ": "\(Self.visible(from)) as a space"
    case "\n": "\(Self.visible(from)) as a line break"
    default: "\(Self.visible(from)) as \(to)"
    }
  }

  /// What has no look of its own is named.
  private static func visible(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator:
        "U+" + String(scalar.value + 0x10000, radix: 16, uppercase: true).dropFirst()
      default: String(scalar)
      }
    }.joined()
  }
}

extension [ReplacedCharacter] {
  /// What was replaced, for people: `3 characters: “ as ", … as ...`; nil where nothing was.
  public var summary: String? {
    guard !isEmpty else { return nil }
    let count = reduce(0) { $0 + $1.count }
    let list = map { $0.words }.joined(separator: ", ")
    return "\(count) \(count == 1 ? "character" : "characters"): \(list)"
  }
}
