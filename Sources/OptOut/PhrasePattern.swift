/// A phrase, compiled to the numbers of its words.
///
/// In the tables a phrase is written as its words; `(a|b c)` is one of several, `[a|b]` may be left
/// out, `_` stands for up to two words, `^` at the beginning says that only courtesy may stand
/// before it in the sentence, and `$` at the end that only courtesy may follow.
struct PhrasePattern {
  /// What a phrase does to a reply.
  enum Meaning: UInt8 {
    case optOut
    case marketingOptOut
    case complaint
    case negation
    case innocent
    case signature
    case reaction
    case attribution
  }

  /// A step of the phrase.
  struct Element {
    /// The ways to take this step, the longest first.
    var alternatives: [[Int32]]
    var isOptional: Bool
    /// How many unknown words may stand here instead.
    var gap: Int
  }

  private static let widestGap = 2

  var elements: [Element]
  var beginsSentence: Bool
  var endsSentence: Bool
  var meaning: Meaning
  var language: Int
}

extension PhrasePattern {
  /// Compiles a phrase.
  ///
  /// - Parameters:
  ///   - notation: The phrase as the table has it.
  ///   - meaning: What it does.
  ///   - language: The index of its table.
  ///   - number: The words of a piece of text, as numbers.
  init(
    _ notation: String,
    meaning: Meaning,
    language: Int,
    number: (String) -> [Int32]
  ) {
    var elements: [Element] = []
    var piece = ""
    var isOptional = false
    var gap = 0
    func literal() {
      let words = number(piece)
      if !words.isEmpty {
        elements.append(Element(alternatives: [words], isOptional: false, gap: 0))
      }
      piece = ""
    }
    for character in notation {
      switch character {
      case "(", "[":
        literal()
        isOptional = character == "["
        gap = 0
      case ")", "]":
        let written = piece.split(separator: "|", omittingEmptySubsequences: false)
        let alternatives = written.map { number(String($0)) }
          .filter { !$0.isEmpty }.sorted { $0.count > $1.count }
        elements.append(
          Element(
            alternatives: alternatives,
            isOptional: isOptional || alternatives.count < written.count,
            gap: gap
          )
        )
        piece = ""
        gap = 0
      case "_": gap = Self.widestGap
      case "^", "$": literal()
      default: piece.append(character)
      }
    }
    literal()
    self.elements = elements
    self.beginsSentence = notation.hasPrefix("^")
    self.endsSentence = notation.hasSuffix("$")
    self.meaning = meaning
    self.language = language
  }

  /// The words that this phrase can begin with.
  var firstWords: [Int32] {
    var words: [Int32] = []
    for element in elements {
      words += element.alternatives.compactMap(\.first)
      if !element.isOptional { break }
    }
    return words
  }

  /// Where this phrase ends if it begins at `start`; `nil` if it does not stand there.
  func end(in reply: NumberedReply, from start: Int) -> Int? {
    match(element: 0, in: reply, at: start, from: start)
  }

  private func match(
    element index: Int,
    in reply: NumberedReply,
    at position: Int,
    from start: Int
  ) -> Int? {
    guard index < elements.count else { return position }
    let element = elements[index]
    for words in element.alternatives
    where reply.has(words, at: position, from: start) {
      if let end = match(
        element: index + 1,
        in: reply,
        at: position + words.count,
        from: start
      ) {
        return end
      }
    }
    guard element.isOptional else { return nil }
    var skipped = 0
    while skipped <= element.gap, skipped == 0 || reply.joins(position + skipped - 1, from: start) {
      if let end = match(element: index + 1, in: reply, at: position + skipped, from: start) {
        return end
      }
      skipped += 1
    }
    return nil
  }
}

/// A reply whose words have become numbers of the lexicon.
struct NumberedReply {
  /// The number of each word; -1 for a word that no table has.
  var numbers: [Int32]
  var breaks: [ReplyWord.Break]

  /// Whether the word at `position` exists and belongs to the sentence of a phrase begun at `start`.
  func joins(_ position: Int, from start: Int) -> Bool {
    position < numbers.count && (position == start || breaks[position] < .exclamation)
  }

  /// Whether `words` stand at `position`, within the sentence of a phrase begun at `start`.
  func has(_ words: [Int32], at position: Int, from start: Int) -> Bool {
    guard position + words.count <= numbers.count else { return false }
    for offset in words.indices {
      guard
        numbers[position + offset] == words[offset], joins(position + offset, from: start)
      else { return false }
    }
    return true
  }
}
