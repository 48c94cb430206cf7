extension String {
  /// The place of the first NUL (U+0000), in characters from 1; nil where there is none.
  ///
  /// No phone shows it, and what keeps text as C does, as databases do, loses everything behind it: a text
  /// that has one is refused where it comes in.
  public var placeOfNull: Int? {
    unicodeScalars.firstIndex(of: "\0").map {
      unicodeScalars.distance(from: startIndex, to: $0) + 1
    }
  }

  /// The text with U+FFFD, which stands for what cannot be shown, in place of every NUL.
  public var withoutNull: String {
    guard utf8.contains(0) else { return self }
    var scalars = UnicodeScalarView()
    for scalar in unicodeScalars { scalars.append(scalar == "\0" ? "\u{FFFD}" : scalar) }
    return String(scalars)
  }
}
