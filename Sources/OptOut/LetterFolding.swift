/// What one Unicode scalar is for the reader of a reply.
struct FoldedScalar {
  /// The part a scalar plays in a reply.
  enum Part: UInt8 {
    /// Nothing: a mark, a format or a control character.
    case dropped
    /// Between words: white space, an apostrophe, a hyphen.
    case space
    /// Between words, with a small pause: a comma, a bracket, a symbol, an emoji.
    case pause
    /// Between sentences.
    case sentenceEnd
    /// Between sentences, with force: an exclamation or a question mark.
    case exclamation
    /// Between lines.
    case lineEnd
    /// An opening or closing quotation mark.
    case quotationMark
    /// A letter or a digit of a word.
    case letter
    /// A character that is a word by itself: Han, kana, Hangul.
    case character
    /// `&`, which is read as the word “and”.
    case ampersand
    /// `>`, which quotes a line when it begins one.
    case greaterThan
    /// An emoji or another pictograph.
    case pictograph
  }

  var part: Part
  var start: UInt16
  var count: UInt8
}

/// Folds letters: case, width, style and diacritics go, and what only handwriting tells apart.
///
/// The keywords pass through the same folding as the replies, never one side alone: taking the
/// vowel signs off a Hindi reply but not off the keyword would lose the word.
struct LetterFolding: Sendable {
  static let shared = LetterFolding()

  private static let ranges: [Range<UInt32>] = [
    0..<0xA00, 0x1E00..<0x2100, 0x3000..<0x3100, 0xFF00..<0xFFF0,
  ]

  /// The folding of the scalars in `ranges`, one range after the other.
  private let table: [FoldedScalar]
  /// The folded scalars that `table` points into.
  private let scalars: [Unicode.Scalar]

  private init() {
    var table: [FoldedScalar] = []
    var scalars: [Unicode.Scalar] = []
    for range in Self.ranges {
      for value in range {
        guard let scalar = Unicode.Scalar(value) else { continue }
        let (part, folded) = Self.fold(scalar)
        table.append(
          FoldedScalar(
            part: part,
            start: UInt16(truncatingIfNeeded: scalars.count),
            count: UInt8(truncatingIfNeeded: folded.count)
          )
        )
        scalars += folded
      }
    }
    self.table = table
    self.scalars = scalars
  }

  /// Folds one scalar and hands each letter that comes of it to `append`.
  func fold(_ scalar: Unicode.Scalar, append: (Unicode.Scalar) -> Void) -> FoldedScalar.Part {
    let value = scalar.value
    var index = Int(value)
    if value >= 0xA00 {
      switch value {
      case 0x1E00..<0x2100: index = Int(value) - 0x1E00 + 0xA00
      case 0x3000..<0x3100: index = Int(value) - 0x3000 + 0xD00
      case 0xFF00..<0xFFF0: index = Int(value) - 0xFF00 + 0xE00
      default: return foldRare(scalar, append: append)
      }
    }
    guard index < table.count else { return .dropped }
    let entry = table[index]
    let start = Int(entry.start)
    for offset in 0..<Int(entry.count) { append(scalars[start + offset]) }
    return entry.part
  }

  private func foldRare(
    _ scalar: Unicode.Scalar,
    append: (Unicode.Scalar) -> Void
  ) -> FoldedScalar.Part {
    switch scalar.value {
    case 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0x3400...0x4DBF:
      append(scalar)
      return .character
    case 0x1F1E6...0x1F1FF, 0x1F300...0x1FAFF: return .pictograph
    default:
      let (part, folded) = Self.fold(scalar)
      for scalar in folded { append(scalar) }
      return part
    }
  }
}

extension LetterFolding {
  /// Folds one scalar by its properties: the slow way, for the table and for rare scalars.
  private static func fold(_ scalar: Unicode.Scalar) -> (FoldedScalar.Part, [Unicode.Scalar]) {
    if let part = separators[scalar] { return (part, []) }
    if let letter = enclosedLetter(scalar) { return (.letter, [letter]) }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .surrogate, .privateUse, .unassigned:
      return (.dropped, [])
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: return (.space, [])
    default: break
    }
    var folded: [Unicode.Scalar] = []
    for part in scalar.compatibilityDecomposition {
      for lower in part.properties.lowercaseMapping.unicodeScalars {
        // `İ` becomes `i` and a dot above: the mark goes here.
        if isLetter(lower) { folded += substitutes[lower] ?? [lower] }
      }
    }
    if let first = folded.first {
      return (isCharacter(first) ? .character : .letter, folded)
    }
    if hangulFillers.contains(scalar) { return (.dropped, []) }
    switch properties.generalCategory {
    case .dashPunctuation, .connectorPunctuation: return (.space, [])
    case .otherSymbol, .modifierSymbol: return (.pictograph, [])
    default: return (.pause, [])
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber,
      .letterNumber, .spacingMark:
      !hangulFillers.contains(scalar)
    case .modifierLetter:
      // The Arabic tatweel only stretches a word; a prolonged kana is a letter.
      scalar == "\u{30FC}"
    default: false
    }
  }

  static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3041...0x30FF, 0x31F0...0x31FF, 0x3400...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0x1100...0x11FF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// The letter of a squared or circled sign that has no compatibility decomposition, as in 🆂🆃🅾🅿.
  private static func enclosedLetter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x1F150...0x1F169: Unicode.Scalar(scalar.value - 0x1F150 + 0x61)
    case 0x1F170...0x1F189: Unicode.Scalar(scalar.value - 0x1F170 + 0x61)
    default: nil
    }
  }

  /// Letters without a decomposition that keyboards, handsets and writers exchange.
  private static let substitutes: [Unicode.Scalar: [Unicode.Scalar]] = [
    "ı": ["i"], "đ": ["d"], "ð": ["d"], "ł": ["l"], "ø": ["o"], "ß": ["s", "s"],
    "æ": ["a", "e"], "œ": ["o", "e"], "þ": ["t", "h"], "ŋ": ["n"], "ς": ["σ"], "ё": ["е"],
    "ґ": ["г"],
    // Persian and Urdu keyboards, and what writers of Arabic interchange at the end of a word.
    "\u{6CC}": ["\u{64A}"], "\u{649}": ["\u{64A}"], "\u{6A9}": ["\u{643}"],
    "\u{629}": ["\u{647}"], "\u{6C1}": ["\u{647}"],
  ]

  private static let hangulFillers: Set<Unicode.Scalar> = [
    "\u{115F}", "\u{1160}", "\u{3164}", "\u{FFA0}",
  ]

  private static let separators: [Unicode.Scalar: FoldedScalar.Part] = {
    var parts: [Unicode.Scalar: FoldedScalar.Part] = [
      "\t": .space, " ": .space, "&": .ampersand, "＆": .ampersand, ">": .greaterThan,
      "＞": .greaterThan, "\u{2800}": .space, "=": .space, "*": .space, "~": .space, "|": .space,
      "#": .space, "+": .space, "^": .space, "`": .space,
    ]
    for scalar in "\n\u{0B}\u{0C}\r\u{85}\u{2028}\u{2029}".unicodeScalars {
      parts[scalar] = .lineEnd
    }
    for scalar in ".;…。．｡؛।".unicodeScalars { parts[scalar] = .sentenceEnd }
    for scalar in "!?！？¡¿؟‼⁉❗❓❕❔".unicodeScalars { parts[scalar] = .exclamation }
    for scalar in "\"“”„‟«»「」『』〝〞＂".unicodeScalars { parts[scalar] = .quotationMark }
    for scalar in "'’‘‛ʼʹ´＇′-‐‑".unicodeScalars { parts[scalar] = .space }
    return parts
  }()
}
