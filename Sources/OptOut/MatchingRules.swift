import Messaging

/// The rules, in the order in which they are tried.
struct MatchingRules {
  private typealias Item = ReplyBody.Item

  private let body: ReplyBody
  private var items: [ReplyBody.Item] { body.items }
  private var lexicon: Lexicon { body.lexicon }

  init(_ body: ReplyBody) { self.body = body }

  /// What the reply means; `nil` when no rule knows it.
  func reading(_ policy: MatchingPolicy) -> Reading? {
    guard !items.isEmpty else { return nil }
    let whole = wholeReply()
    if let whole, whole.kind != .review { return whole }
    return typo() ?? ownLine() ?? namedSender() ?? phrase() ?? whole ?? doubt()
      ?? contained(policy)
  }
}

// MARK: - Keywords

extension MatchingRules {
  /// Rules 1, 3 and 4: the whole reply is a keyword, perhaps with small words around it.
  private func wholeReply() -> Reading? {
    guard !body.isTruncated else { return nil }
    return answer(items[...]) ?? stop(items[...], allowingWeak: true)
  }

  /// START or HELP: START alone, HELP with courtesy.
  private func answer(_ items: ArraySlice<Item>) -> Reading? {
    guard let first = items.first(where: { $0.entry?.role != .polite })?.entry else { return nil }
    let kind: ReplyVerdict.Kind
    switch first.role {
    case .start: kind = .optIn
    case .help: kind = .help
    case .stop, .marketing, .polite, .particle: return nil
    }
    let fits = items.allSatisfy { item in
      item.entry?.role == first.role || first.role == .help && item.entry?.role == .polite
    }
    guard fits else { return nil }
    return Reading(
      kind: kind,
      language: language(of: first, among: items),
      rule: items.count == 1 ? .wholeBody : .smallWords,
      word: first.spelling,
      isExact: items.count == 1 && items.first?.mending == nil
    )
  }

  /// A stop keyword with nothing but small words, digits and words for marketing around it.
  private func stop(_ items: ArraySlice<Item>, allowingWeak: Bool) -> Reading? {
    guard let keyword = items.first(where: { $0.entry?.role == .stop }), let entry = keyword.entry
    else { return nil }
    var languages = entry.languages
    var marketing: Item?
    for item in items where !item.isNumber {
      guard let other = item.entry else { return nil }
      switch other.role {
      case .stop, .polite: continue
      case .marketing: marketing = marketing ?? item
      case .particle: languages &= other.languages
      // “Tolong” asks for help when it stands alone, and is courtesy beside another keyword.
      case .start, .help: guard isCourtesy(item) else { return nil }
      }
    }
    guard languages != 0 else { return nil }
    let isRepeated = items.allSatisfy { $0.entry?.role == .stop }
    let strongest = items.contains { $0.entry?.role == .stop && isFirm($0.entry) }
    let isMarketing = marketing != nil || entry.isMarketing
    guard strongest || allowingWeak else { return nil }
    var kind = ReplyVerdict.Kind.optOut(isMarketing ? .marketing : .all)
    if !strongest {
      if entry.strength == .doubtful {
        guard items.count == 1 else { return nil }
        kind = .review
      } else if !isRepeated, marketing == nil {
        // “Please cancel” may be an opt-out; “cancel it” is about something else.
        guard !items.contains(where: { $0.entry?.role == .particle }) else { return nil }
        kind = .review
      }
    }
    let word = marketing.map { "\(entry.spelling) \(body.words($0.range).uppercased())" }
    return Reading(
      kind: kind,
      language: language(of: entry, among: items),
      rule: rule(for: keyword, among: items, isRepeated: isRepeated),
      word: word ?? entry.spelling,
      isExact: items.count == 1 && keyword.mending == nil
        || items.count == 2 && marketing != nil && items.first?.range == keyword.range
    )
  }

  private func isCourtesy(_ item: Item) -> Bool {
    lexicon.entries(beginningWith: body.reply.numbers[item.range.lowerBound]).contains {
      $0.role == .polite && $0.words.count == item.range.count
    }
  }

  private func isFirm(_ entry: Lexicon.Entry?) -> Bool {
    switch entry?.strength {
    case .strong, .ordinary: true
    case .weak, .doubtful, nil: false
    }
  }

  private func rule(
    for keyword: Item,
    among items: ArraySlice<Item>,
    isRepeated: Bool
  ) -> MatchingRule {
    switch keyword.mending {
    case .heldDown: .repeatedLetters
    case .lookAlike: .lookAlike
    case .spelledOut, nil:
      if isRepeated || items.count == 1 {
        .wholeBody
      } else {
        items.first?.range == keyword.range ? .firstWord : .smallWords
      }
    }
  }

  /// STOP with two letters swapped or one mistyped, as the whole reply.
  private func typo() -> Reading? {
    guard
      items.count == 1, !body.isTruncated, items[0].entry == nil,
      lexicon.typos.contains(body.spellings[0])
    else { return nil }
    return Reading(kind: .optOut(.all), language: nil, rule: .typo, word: "STOP")
  }

  /// Rule 2: a line of its own, the first sentence if it ends quietly, or the last sentence.
  ///
  /// “Stop! In the name of love” is not one: an exclamation belongs to what follows it.
  private func ownLine() -> Reading? {
    var lines: [ArraySlice<Item>] = []
    var start = 0
    for index in items.indices.dropFirst() where breakBefore(index) == .line {
      lines.append(items[start..<index])
      start = index
    }
    lines.append(items[start...])
    if lines.count > 1 {
      for line in lines {
        if let reading = ownLine(line, isFirst: line.startIndex == 0) { return reading }
      }
    }
    let breaks = items.indices.dropFirst().filter { breakBefore($0) >= .exclamation }
    if let first = breaks.first, breakBefore(first) == .sentence,
      let reading = ownLine(items[..<first], isFirst: true)
    {
      return reading
    }
    guard let last = breaks.last, !body.isTruncated else { return nil }
    return ownLine(items[last...], isFirst: false)
  }

  private func ownLine(_ line: ArraySlice<Item>, isFirst: Bool) -> Reading? {
    guard var reading = stop(line, allowingWeak: false) else { return nil }
    guard isFirst || line.contains(where: { $0.entry?.strength == .strong }) else { return nil }
    reading.rule = .ownLine
    reading.isExact = false
    return reading
  }

  private func breakBefore(_ item: Int) -> ReplyWord.Break {
    body.reply.breaks[items[item].range.lowerBound]
  }

  /// Rule 3: STOP and one word that no table knows, which is taken for the sender's name.
  ///
  /// As in Belgium, a name that is not known stops everything.
  private func namedSender() -> Reading? {
    guard
      items.count == 2, !body.isTruncated, let entry = items[0].entry, entry.role == .stop,
      entry.strength == .strong, entry.languages == Lexicon.everyLanguage, items[0].mending == nil,
      items[1].entry == nil, body.covers[items[1].range.lowerBound] == nil,
      body.reply.numbers[items[1].range.lowerBound] < 0, breakBefore(1) < .exclamation,
      !body.words(items[1].range).hasSuffix("ing")
    else { return nil }
    return Reading(
      kind: .optOut(.all),
      language: nil,
      rule: .firstWord,
      word: entry.spelling
    )
  }

  /// The language of a keyword: its own, or of those that have it the one the small words speak.
  private func language(of entry: Lexicon.Entry, among items: ArraySlice<Item>) -> String? {
    let isUniversal = entry.languages == Lexicon.everyLanguage
    guard isUniversal || entry.languages & (entry.languages &- 1) != 0 else {
      return lexicon.codes[entry.languages.trailingZeroBitCount]
    }
    var votes = Array(repeating: 0, count: lexicon.codes.count)
    for item in items {
      guard
        let other = item.entry, other.role >= .marketing,
        other.languages != Lexicon.everyLanguage
      else { continue }
      for language in votes.indices where other.languages & (1 << UInt64(language & 63)) != 0 {
        votes[language] += other.role == .polite ? 2 : 1
      }
    }
    let candidates = votes.indices.filter { entry.languages & (1 << UInt64($0 & 63)) != 0 }
    let most = candidates.map { votes[$0] }.max() ?? 0
    let winners = candidates.filter { votes[$0] == most }
    // Small words alone, as “me”, belong to too many languages to say which one this is.
    if isUniversal, most == 0 || most == 1 && winners.count > 1 { return nil }
    return winners.first.map { lexicon.codes[$0] }
  }
}

// MARK: - Phrases

extension MatchingRules {
  /// Rule 5: a request in ordinary words, or a complaint beside a keyword.
  private func phrase() -> Reading? {
    var everything: (Range<Int>, Int)?
    var marketing: (Range<Int>, Int)?
    var complaint: (Range<Int>, Int)?
    for start in body.reply.numbers.indices where body.covers[start] == nil {
      for index in lexicon.patterns(beginningWith: body.reply.numbers[start]) {
        let pattern = lexicon.patterns[Int(index)]
        guard let range = range(of: pattern, from: start) else { continue }
        switch pattern.meaning {
        case .optOut: everything = everything ?? (range, pattern.language)
        case .marketingOptOut: marketing = marketing ?? (range, pattern.language)
        case .complaint: complaint = complaint ?? (range, pattern.language)
        case .negation, .innocent, .signature, .reaction, .attribution: continue
        }
      }
    }
    if let (range, language) = marketing, everything.map({ covers(range, $0.0) }) ?? true {
      return reading(.optOut(.marketing), range, language)
    }
    if let (range, language) = everything { return reading(.optOut(.all), range, language) }
    guard let (range, language) = complaint else { return nil }
    let hasKeyword = items.contains { $0.entry?.role == .stop && $0.entry?.strength == .strong }
    let isOptOut = hasKeyword || isStop(beside: range)
    return reading(isOptOut ? .optOut(.all) : .review, range, language)
  }

  /// Whether beside a complaint there is nothing but a keyword and small words: “wrong number, quit”.
  private func isStop(beside complaint: Range<Int>) -> Bool {
    let others = items.filter { !$0.range.overlaps(complaint) }
    return others.contains { $0.entry?.role == .stop && $0.entry?.strength != .doubtful }
      && others.allSatisfy { item in
        switch item.entry?.role {
        case .stop, .polite, .particle: true
        case .start, .help, .marketing, nil: item.isNumber
        }
      }
  }

  private func reading(_ kind: ReplyVerdict.Kind, _ range: Range<Int>, _ language: Int) -> Reading {
    Reading(
      kind: kind,
      language: lexicon.codes[language],
      rule: .phrase,
      word: body.words(range)
    )
  }

  private func covers(_ outer: Range<Int>, _ inner: Range<Int>) -> Bool {
    outer.lowerBound <= inner.lowerBound && inner.upperBound <= outer.upperBound
  }

  private func range(of pattern: PhrasePattern, from start: Int) -> Range<Int>? {
    switch pattern.meaning {
    case .optOut, .marketingOptOut, .complaint: break
    case .negation, .innocent, .signature, .reaction, .attribution: return nil
    }
    guard
      let end = pattern.end(in: body.reply, from: start), end > start,
      body.covers[start..<end].allSatisfy({ $0 == nil }),
      !pattern.beginsSentence || beginsSentence(start),
      !pattern.endsSentence || endsSentence(end)
    else { return nil }
    return start..<end
  }

  /// Courtesy before a phrase is looked at for so many words, not further.
  private static let longestCourtesy = 8

  private func beginsSentence(_ start: Int) -> Bool {
    var index = start
    while index > 0, start - index < Self.longestCourtesy {
      if body.reply.breaks[index] != .none { return true }
      index -= 1
      if !body.isCourtesy[index] { return false }
    }
    return index == 0
  }

  private func endsSentence(_ end: Int) -> Bool {
    var index = end
    while index < body.reply.numbers.count, index - end < Self.longestCourtesy {
      if body.reply.breaks[index] != .none { return true }
      if !body.isCourtesy[index] { return false }
      index += 1
    }
    return index == body.reply.numbers.count && !body.isTruncated
  }
}

// MARK: - Doubt

extension MatchingRules {
  /// An ordinary keyword as the first clause: “uit, ik wil dit niet meer”.
  private func doubt() -> Reading? {
    guard
      items.count > 1, let entry = items[0].entry, entry.role == .stop,
      entry.strength == .ordinary, breakBefore(1) != .none
    else { return nil }
    return Reading(
      kind: .review,
      language: language(of: entry, among: items[...]),
      rule: .contains,
      word: entry.spelling
    )
  }

  /// Rule 7: a strong keyword somewhere.
  private func contained(_ policy: MatchingPolicy) -> Reading? {
    let kind = policy == .contains ? ReplyVerdict.Kind.optOut(.all) : .review
    if let item = items.first(where: { $0.entry?.role == .stop && $0.entry?.strength == .strong }),
      let entry = item.entry
    {
      return Reading(
        kind: kind,
        language: language(of: entry, among: items[...]),
        rule: .contains,
        word: entry.spelling
      )
    }
    guard policy == .contains else { return nil }
    for (word, cover) in body.covers.enumerated() where cover != nil {
      guard
        let entry = lexicon.stopKeyword(body.reply.numbers[word]), entry.strength == .strong
      else { continue }
      return Reading(
        kind: cover == .negated ? .review : kind,
        language: language(of: entry, among: items[...]),
        rule: .contains,
        word: entry.spelling
      )
    }
    return nil
  }
}
