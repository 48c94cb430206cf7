/// One word of a reply, folded.
struct ReplyWord {
  /// How strongly a word is set apart from the one before it.
  enum Break: UInt8, Comparable {
    case none
    /// A comma, a bracket or an emoji.
    case pause
    /// An exclamation or question mark.
    case exclamation
    /// A full stop.
    case sentence
    /// A new line.
    case line

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// What kinds of letters a word has.
  struct Letters: OptionSet {
    let rawValue: UInt8
    static let latin = Letters(rawValue: 1)
    static let cyrillic = Letters(rawValue: 2)
    static let greek = Letters(rawValue: 4)
    static let digits = Letters(rawValue: 8)
    static let other = Letters(rawValue: 16)
    /// The same letter three times or more in a row.
    static let heldDown = Letters(rawValue: 32)
  }

  /// Where the word lies in the folded text, in UTF-8 octets.
  var range: Range<Int>
  /// How many letters it has.
  var length: Int
  var letters: Letters
  var breakBefore: Break
}

/// A quotation mark, and the word it stands before.
struct QuotationMark {
  var scalar: Unicode.Scalar
  var word: Int
}

/// A reply as the rules see it: folded words, the breaks between them, and the quotation marks.
struct ReplyText {
  /// No more of a reply than this is looked at, in Unicode scalars: STOP does not hide on page 50.
  static let scalarLimit = 8192
  /// No more words than this are kept.
  static let wordLimit = 512

  private(set) var octets: [UInt8] = []
  private(set) var words: [ReplyWord] = []
  private(set) var quotationMarks: [QuotationMark] = []
  /// How many emoji stand before the first quotation mark.
  private var leadingPictographs = 0
  /// How many stand after the last one.
  private var trailingPictographs = 0
  /// Whether an emoji stands outside the quotation marks.
  var hasOuterPictograph: Bool { leadingPictographs &+ trailingPictographs > 0 }
  /// Whether there was more than the limits let in.
  private(set) var isTruncated = false
  /// Whether lines that began with `>` were left out.
  private(set) var hasQuotedLines = false

  private var length = 0
  private var letters: ReplyWord.Letters = []
  private var wordStart = 0
  private var pendingBreak = ReplyWord.Break.none
  private var lastLetter: Unicode.Scalar = "\0"
  private var run = 0
  private var isLineStart = true
  private var isQuotedLine = false
  private var rulerLength = 0

  /// Reads a text.
  init(_ text: String) {
    octets.reserveCapacity(min(text.utf8.count, 512))
    words.reserveCapacity(16)
    let folding = LetterFolding.shared
    var seen = 0
    for scalar in text.unicodeScalars {
      seen &+= 1
      if seen > Self.scalarLimit || words.count >= Self.wordLimit {
        isTruncated = true
        break
      }
      read(scalar, with: folding)
      if isSignatureRuler { break }
    }
    endWord()
  }

  /// The folded text of a word.
  func spelling(of word: ReplyWord) -> String {
    String(decoding: octets[word.range], as: UTF8.self)
  }

  private mutating func read(_ scalar: Unicode.Scalar, with folding: LetterFolding) {
    if isQuotedLine, scalar != "\n", scalar != "\r" { return }
    if isLineStart, words.isEmpty == false || length > 0 { countRuler(scalar) }
    let part = folding.fold(scalar) { letter in add(letter) }
    switch part {
    case .dropped: return
    case .letter: isLineStart = false
    case .character:
      isLineStart = false
      endWord()
    case .space: endWord()
    case .pause: separate(.pause)
    case .pictograph:
      separate(.pause)
      if quotationMarks.isEmpty { leadingPictographs &+= 1 } else { trailingPictographs &+= 1 }
    case .sentenceEnd: separate(.sentence)
    case .exclamation: separate(.exclamation)
    case .quotationMark:
      endWord()
      trailingPictographs = 0
      if quotationMarks.count < Self.wordLimit {
        quotationMarks.append(QuotationMark(scalar: scalar, word: words.count))
      }
    case .ampersand:
      endWord()
      for letter in "and".unicodeScalars { add(letter) }
      endWord()
    case .greaterThan:
      endWord()
      if isLineStart {
        isQuotedLine = true
        hasQuotedLines = true
      }
    case .lineEnd:
      separate(.line)
      isLineStart = true
      isQuotedLine = false
      if rulerLength > 0 { rulerLength = 0 }
    }
  }

  /// Whether the line just read is `--`, under which a signature stands.
  private var isSignatureRuler: Bool { rulerLength < 0 }

  /// Counts the dashes of a line that has nothing else; negative once the line ends that way.
  private mutating func countRuler(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "-", "_", "—", "–", "=": rulerLength &+= 1
    case " ": break
    case "\n", "\r": if rulerLength >= 2 { rulerLength = -1 }
    default: rulerLength = 0
    }
  }

  private mutating func separate(_ strength: ReplyWord.Break) {
    endWord()
    if strength > pendingBreak { pendingBreak = strength }
  }

  private mutating func add(_ letter: Unicode.Scalar) {
    let value = letter.value
    // A character is a word by itself, so whatever was open before it ends here.
    if value >= 0x3041, LetterFolding.isCharacter(letter) { endWord() }
    if length == 0 {
      wordStart = octets.count
      run = 0
    }
    if value < 0x80 {
      octets.append(UInt8(truncatingIfNeeded: value))
      letters.insert(value < 0x3A ? .digits : .latin)
    } else {
      UTF8.encode(letter).map { octets.append(contentsOf: $0) }
      switch value {
      case 0x80..<0x250: letters.insert(.latin)
      case 0x370..<0x400: letters.insert(.greek)
      case 0x400..<0x530: letters.insert(.cyrillic)
      default: letters.insert(.other)
      }
    }
    run = letter == lastLetter && length > 0 ? run &+ 1 : 1
    if run >= 3 { letters.insert(.heldDown) }
    lastLetter = letter
    length &+= 1
  }

  private mutating func endWord() {
    guard length > 0 else { return }
    words.append(
      ReplyWord(
        range: wordStart..<octets.count,
        length: length,
        letters: letters,
        breakBefore: words.isEmpty ? .line : pendingBreak
      )
    )
    length = 0
    letters = []
    pendingBreak = .none
  }
}
