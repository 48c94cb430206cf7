import Messaging

/// All the tables, compiled: words have numbers, and every list is found by its first word.
struct Lexicon: Sendable {
  /// What a run of words is in a reply.
  enum Role: UInt8, Comparable {
    case stop
    case start
    case help
    case marketing
    case polite
    case particle

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// A keyword or a small word.
  struct Entry: Sendable {
    var words: [Int32]
    var role: Role
    var strength: KeywordStrength
    /// The languages that have it, by the index of their table.
    var languages: UInt64
    /// How the table spells it.
    var spelling: String
    var isMarketing: Bool
  }

  /// The bits of all languages: a word that belongs to none.
  static let everyLanguage = UInt64.max

  static let standard = Lexicon(ignoring: [], adding: [])

  /// The codes of the tables, by index.
  private(set) var codes: [String] = []
  private var numbers: [String: Int32] = [:]
  /// The entries that begin with a word, the longest first.
  private var entriesByWord: [[Entry]] = []
  private(set) var patterns: [PhrasePattern] = []
  private var patternsByWord: [[Int32]] = []
  /// Strong keywords of one word by what they look like.
  private var lookAlikes: [String: Int32] = [:]
  /// Misspellings of STOP.
  private(set) var typos: Set<String> = []

  /// Compiles the tables.
  ///
  /// - Parameters:
  ///   - ignored: Keywords to leave out, folded before they are compared.
  ///   - added: Keywords to add.
  init(ignoring ignored: [String], adding added: [AdditionalKeyword]) {
    let left = Set(ignored.map { Self.folded($0) })
    for (index, table) in LanguageTable.all.enumerated() {
      codes.append(table.code)
      add(table, at: index, without: left)
    }
    for keyword in added { add(keyword) }
    for index in entriesByWord.indices {
      entriesByWord[index].sort {
        $0.words.count == $1.words.count
          ? $0.role < $1.role : $0.words.count > $1.words.count
      }
    }
    typos = Typos.ofStop.filter { numbers[$0] == nil }
  }

  /// The number of a folded word; -1 for a word that no table has.
  func number(of word: String) -> Int32 { numbers[word] ?? -1 }

  /// What begins with a word, the longest first.
  func entries(beginningWith number: Int32) -> [Entry] {
    entriesByWord.indices.contains(Int(number)) ? entriesByWord[Int(number)] : []
  }

  /// The phrases that can begin with a word.
  func patterns(beginningWith number: Int32) -> [Int32] {
    patternsByWord.indices.contains(Int(number)) ? patternsByWord[Int(number)] : []
  }

  /// The strong keyword that a word of mixed scripts looks like.
  func lookAlike(of word: String) -> Int32? { lookAlikes[LookAlikes.skeleton(of: word)] }

  /// The strong or ordinary stop keyword that is exactly this one word.
  func stopKeyword(_ number: Int32) -> Entry? {
    entries(beginningWith: number).first {
      $0.words.count == 1 && $0.role == .stop
        && ($0.strength == .strong || $0.strength == .ordinary)
    }
  }

  /// A text folded as a reply is, its words joined by spaces.
  static func folded(_ text: String) -> String {
    let reply = ReplyText(text)
    return reply.words.map { reply.spelling(of: $0) }.joined(separator: " ")
  }
}

extension Lexicon {
  private mutating func add(_ table: LanguageTable, at index: Int, without left: Set<String>) {
    let language = table.code.isEmpty ? Self.everyLanguage : 1 << UInt64(index & 63)
    for (role, keywords) in [
      (Role.stop, table.stop), (.start, table.start), (.help, table.help),
    ] {
      for keyword in keywords where !left.contains(Self.folded(keyword.text)) {
        add(keyword.text, role: role, strength: keyword.strength, language: language)
      }
    }
    for (role, words) in [
      (Role.marketing, table.marketing), (.polite, table.polite), (.particle, table.particles),
    ] {
      for word in words { add(word, role: role, strength: .weak, language: language) }
    }
    for (meaning, phrases) in [
      (PhrasePattern.Meaning.optOut, table.requests),
      (.marketingOptOut, table.marketingRequests), (.complaint, table.complaints),
      (.negation, table.negations), (.innocent, table.innocents),
      (.signature, table.signatures), (.reaction, table.reactions),
      (.attribution, table.attributions),
    ] {
      for phrase in phrases { add(phrase, meaning: meaning, language: index) }
    }
  }

  private mutating func add(_ keyword: AdditionalKeyword) {
    let role: Role
    switch keyword.meaning {
    case .optOut: role = .stop
    case .optIn: role = .start
    case .help: role = .help
    }
    let index = keyword.language.flatMap { codes.firstIndex(of: $0) }
    add(
      keyword.text,
      role: role,
      strength: .weak,
      language: index.map { 1 << UInt64($0 & 63) } ?? Self.everyLanguage,
      isMarketing: keyword.meaning == .optOut(.marketing)
    )
  }

  private mutating func add(
    _ text: String,
    role: Role,
    strength: KeywordStrength,
    language: UInt64,
    isMarketing: Bool = false
  ) {
    let words = number(text)
    guard let first = words.first.map({ Int($0) }) else { return }
    if let same = entriesByWord[first].firstIndex(where: { $0.words == words && $0.role == role }) {
      entriesByWord[first][same].languages |= language
      return
    }
    let spelling = role == .polite || role == .particle ? "" : text
    entriesByWord[first].append(
      Entry(
        words: words,
        role: role,
        strength: strength,
        languages: language,
        spelling: spelling,
        isMarketing: isMarketing
      )
    )
    if role == .stop, strength == .strong, words.count == 1, text.unicodeScalars.count >= 4 {
      let skeleton = LookAlikes.skeleton(of: Self.folded(text))
      if lookAlikes[skeleton] == nil { lookAlikes[skeleton] = words[0] }
    }
  }

  private mutating func add(_ phrase: String, meaning: PhrasePattern.Meaning, language: Int) {
    let pattern = PhrasePattern(phrase, meaning: meaning, language: language) { number($0) }
    let index = Int32(truncatingIfNeeded: patterns.count)
    patterns.append(pattern)
    for word in Set(pattern.firstWords) { patternsByWord[Int(word)].append(index) }
  }

  /// The numbers of the words of a text; new words get new numbers.
  private mutating func number(_ text: String) -> [Int32] {
    let reply = ReplyText(text)
    return reply.words.map { word in
      let spelling = reply.spelling(of: word)
      if let known = numbers[spelling] { return known }
      let new = Int32(truncatingIfNeeded: entriesByWord.count)
      numbers[spelling] = new
      entriesByWord.append([])
      patternsByWord.append([])
      return new
    }
  }
}
