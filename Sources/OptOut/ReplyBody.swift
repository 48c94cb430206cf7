/// The writer's own words, numbered, with what the tables say about them.
struct ReplyBody {
  /// How a word had to be mended to be a keyword.
  enum Mending {
    case spelledOut
    case heldDown
    case lookAlike
  }

  /// A keyword, a small word, a number, or anything else.
  struct Item {
    var range: Range<Int>
    var entry: Lexicon.Entry?
    var isNumber: Bool
    var mending: Mending?
  }

  /// What a phrase around a word says about it.
  enum Cover {
    case negated
    case innocent
  }

  let lexicon: Lexicon
  private(set) var reply: NumberedReply
  private(set) var spellings: [String] = []
  private(set) var items: [Item] = []
  private(set) var covers: [Cover?] = []
  /// Whether each word is courtesy or a number, which phrases may have before and after them.
  private(set) var isCourtesy: [Bool] = []
  /// Whether somebody else's words were left out.
  let hasQuotation: Bool
  let isTruncated: Bool

  private var mendings: [Mending?] = []
  private var isNumber: [Bool] = []

  init(_ string: String, lexicon: Lexicon) {
    self.lexicon = lexicon
    let text = ReplyText(string)
    let all = NumberedReply(
      numbers: text.words.map { lexicon.number(of: text.spelling(of: $0)) },
      breaks: text.words.map(\.breakBefore)
    )
    let own = QuotedText(text, numbered: all, in: lexicon).ownWords()
    hasQuotation = own.count < text.words.count || text.hasQuotedLines
    isTruncated = text.isTruncated
    reply = NumberedReply(numbers: [], breaks: [])
    take(own, of: text, numbered: all)
    joinPieces()
    cover()
    divide()
  }

  /// The words of a range, as the writer's folded text has them.
  func words(_ range: Range<Int>) -> String {
    var text = ""
    for spelling in spellings[range] {
      if !text.isEmpty, !isCharacter(spelling) || !isCharacter(String(text.suffix(1))) {
        text += " "
      }
      text += spelling
    }
    return text
  }

  private func isCharacter(_ word: String) -> Bool {
    word.unicodeScalars.first.map { LetterFolding.isCharacter($0) } ?? false
  }
}

extension ReplyBody {
  private mutating func take(_ own: [Int], of text: ReplyText, numbered all: NumberedReply) {
    var next = 0
    while next < own.count {
      let index = own[next]
      if let (spelling, count) = spelledOut(own[next...], of: text) {
        append(
          spelling,
          number: lexicon.number(of: spelling),
          breakBefore: all.breaks[index],
          mending: .spelledOut
        )
        next += count
        continue
      }
      next += 1
      let word = text.words[index]
      let spelling = text.spelling(of: word)
      let (number, mending) = mended(word, spelling, all.numbers[index])
      append(
        spelling,
        number: number,
        breakBefore: all.breaks[index],
        mending: mending,
        isNumber: word.letters == .digits || word.letters == [.digits, .heldDown]
      )
    }
  }

  private mutating func append(
    _ spelling: String,
    number: Int32,
    breakBefore: ReplyWord.Break,
    mending: Mending?,
    isNumber isDigits: Bool = false
  ) {
    spellings.append(spelling)
    reply.numbers.append(number)
    reply.breaks.append(breakBefore)
    mendings.append(mending)
    isNumber.append(isDigits)
  }

  /// A keyword spelled S T O P, and how many words that takes.
  private func spelledOut(_ own: ArraySlice<Int>, of text: ReplyText) -> (String, Int)? {
    let longest = 16
    var joined = ""
    var count = 0
    var best: (String, Int)?
    for index in own.prefix(longest) {
      let word = text.words[index]
      guard
        word.length == 1, !word.letters.isDisjoint(with: [.latin, .cyrillic, .greek])
      else { break }
      joined += text.spelling(of: word)
      count += 1
      if count >= 3, isKeyword(joined) { best = (joined, count) }
    }
    return best
  }

  private func isKeyword(_ word: String) -> Bool {
    lexicon.entries(beginningWith: lexicon.number(of: word)).contains {
      $0.role <= .help && $0.words.count == 1
    }
  }

  /// The number of a word, mended if that makes it a keyword.
  private func mended(
    _ word: ReplyWord,
    _ spelling: String,
    _ number: Int32
  ) -> (Int32, Mending?) {
    if number >= 0 { return (number, nil) }
    if word.letters.contains(.heldDown), word.length <= 64 {
      for kept in [1, 2] {
        let known = lexicon.number(of: Self.released(spelling, keeping: kept))
        if known >= 0 { return (known, .heldDown) }
      }
    }
    if word.length <= 16, LookAlikes.isSuspicious(word.letters, spelling),
      let known = lexicon.lookAlike(of: spelling)
    {
      return (known, .lookAlike)
    }
    return (number, nil)
  }

  /// A word with every run of three or more letters cut to `kept`.
  private static func released(_ word: String, keeping kept: Int) -> String {
    var released = String.UnicodeScalarView()
    var run: [Unicode.Scalar] = []
    func flush() { released.append(contentsOf: run.count >= 3 ? run.prefix(kept) : run[...]) }
    for scalar in word.unicodeScalars {
      if scalar != run.first {
        flush()
        run = []
      }
      run.append(scalar)
    }
    flush()
    return String(released)
  }

  /// Joins a short reply that is one keyword in pieces: “un subscribe”, “ST OP”.
  private mutating func joinPieces() {
    guard
      (2...4).contains(spellings.count), !isTruncated,
      reply.breaks.dropFirst().allSatisfy({ $0 < .exclamation })
    else { return }
    let joined = spellings.joined()
    guard
      joined.utf8.count <= 24, let entry = lexicon.stopKeyword(lexicon.number(of: joined)),
      entry.strength == .strong, joined.unicodeScalars.count >= 4
    else { return }
    let first = reply.breaks[0]
    reply = NumberedReply(numbers: [], breaks: [])
    spellings = []
    mendings = []
    isNumber = []
    append(joined, number: entry.words[0], breakBefore: first, mending: .spelledOut)
  }

  /// Marks the words that a phrase takes back, or gives another meaning.
  private mutating func cover() {
    covers = Array(repeating: nil, count: reply.numbers.count)
    for start in reply.numbers.indices {
      for index in lexicon.patterns(beginningWith: reply.numbers[start]) {
        let pattern = lexicon.patterns[Int(index)]
        let cover: Cover
        switch pattern.meaning {
        case .negation: cover = .negated
        case .innocent: cover = .innocent
        case .optOut, .marketingOptOut, .complaint, .signature, .reaction, .attribution: continue
        }
        guard let end = pattern.end(in: reply, from: start) else { continue }
        for word in start..<end where covers[word] != .negated { covers[word] = cover }
      }
    }
  }

  /// Divides the words into keywords, small words and others.
  private mutating func divide() {
    var start = 0
    while start < reply.numbers.count {
      let entry = entry(at: start)
      let end = start + (entry?.words.count ?? 1)
      let isCourteous = entry?.role == .polite || isNumber[start]
      isCourtesy += Array(repeating: isCourteous, count: end - start)
      items.append(
        Item(
          range: start..<end,
          entry: entry,
          isNumber: isNumber[start],
          mending: mendings[start]
        )
      )
      start = end
    }
  }

  private func entry(at start: Int) -> Lexicon.Entry? {
    guard covers[start] == nil else { return nil }
    return lexicon.entries(beginningWith: reply.numbers[start]).first { entry in
      guard start + entry.words.count <= reply.numbers.count else { return false }
      // “Stop. This message …” does not say STOP THIS: a keyword stays within its sentence.
      return entry.words.indices.allSatisfy { offset in
        reply.numbers[start + offset] == entry.words[offset] && covers[start + offset] == nil
          && (offset == 0 || reply.breaks[start + offset] < .exclamation)
      }
    }
  }
}
