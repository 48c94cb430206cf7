/// Finds what in a reply are somebody else's words, and what is only a signature.
struct QuotedText {
  private let text: ReplyText
  private let reply: NumberedReply
  private let lexicon: Lexicon

  /// A quotation needs this many words to be an original, not a word in quotes for emphasis.
  private static let fewestWords = 3
  /// And this many letters.
  private static let fewestLetters = 8
  /// A whole quotation may begin after this many words of a reaction.
  private static let longestReaction = 6

  init(_ text: ReplyText, numbered reply: NumberedReply, in lexicon: Lexicon) {
    self.text = text
    self.reply = reply
    self.lexicon = lexicon
  }

  /// The words that are the writer's own, as indexes.
  func ownWords() -> [Int] {
    let all = 0..<signatureStart()
    guard text.quotationMarks.count > 0 else { return Array(all) }
    let quotations = quotations()
    guard !quotations.isEmpty else { return Array(all) }
    let own = all.filter { index in !quotations.contains { $0.contains(index) } }
    if own.allSatisfy(isPolite), !text.hasOuterPictograph { return Array(all) }
    return own
  }

  private func isPolite(_ index: Int) -> Bool {
    lexicon.entries(beginningWith: reply.numbers[index]).contains {
      $0.role == .polite && $0.words.count == 1
    }
  }

  /// The ranges of words that quote an original.
  private func quotations() -> [Range<Int>] {
    let marks = text.quotationMarks
    guard let first = marks.first, let last = marks.last else { return [] }
    if isReaction(before: first.word) {
      let closes = marks.count > 1 && last.word > first.word
      return [first.word..<(closes ? last.word : text.words.count)]
    }
    let whole = first.word..<max(first.word, last.word)
    if first.word <= Self.longestReaction, last.word == text.words.count, isOriginal(whole) {
      return [whole]
    }
    var ranges: [Range<Int>] = []
    var index = 0
    while index + 1 < marks.count {
      let range = marks[index].word..<max(marks[index].word, marks[index + 1].word)
      if isOriginal(range) {
        ranges.append(range)
        index += 2
      } else {
        index += 1
      }
    }
    return ranges
  }

  private func isOriginal(_ range: Range<Int>) -> Bool {
    range.count >= Self.fewestWords
      && text.words[range].reduce(0, { $0 &+ $1.length }) >= Self.fewestLetters
  }

  /// Whether the words before the quotation are those of a reaction: “Liked”, “A aimé”.
  private func isReaction(before end: Int) -> Bool {
    guard end > 0, end <= Self.longestReaction else { return false }
    return lexicon.patterns(beginningWith: reply.numbers[0]).contains { index in
      let pattern = lexicon.patterns[Int(index)]
      return pattern.meaning == .reaction && pattern.end(in: reply, from: 0) == end
    }
  }

  /// Where the signature or a quoted original below the reply begins.
  private func signatureStart() -> Int {
    for start in reply.numbers.indices {
      for index in lexicon.patterns(beginningWith: reply.numbers[start]) {
        let pattern = lexicon.patterns[Int(index)]
        switch pattern.meaning {
        case .signature where pattern.end(in: reply, from: start) != nil: return start
        case .attribution where pattern.end(in: reply, from: start) != nil:
          if let line = attributionLine(endingAt: start) { return line }
        case .optOut, .marketingOptOut, .complaint, .negation, .innocent, .signature, .reaction,
          .attribution:
          continue
        }
      }
    }
    return reply.numbers.count
  }

  /// Where the line “On 5 May 2026 at 12:03 ACME wrote:” begins, if this is one.
  private func attributionLine(endingAt word: Int) -> Int? {
    guard word + 1 == reply.breaks.count || reply.breaks[word + 1] == .line else { return nil }
    var start = word
    while start > 0, reply.breaks[start] != .line { start -= 1 }
    let hasDate = text.words[start...word].contains { $0.letters.contains(.digits) }
    return hasDate && word - start >= Self.fewestWords ? start : nil
  }
}
