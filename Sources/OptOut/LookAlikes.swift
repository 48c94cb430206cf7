/// Letters of different scripts that look the same.
enum LookAlikes {
  /// What a word looks like: letters with a Latin double become that double.
  static func skeleton(of word: String) -> String {
    var skeleton = ""
    for scalar in word.unicodeScalars {
      skeleton.unicodeScalars.append(doubles[scalar] ?? scalar)
    }
    return skeleton
  }

  /// Whether a word can be a disguise: letters of two scripts, or letters and digits.
  static func isSuspicious(_ letters: ReplyWord.Letters, _ word: String) -> Bool {
    let scripts = letters.intersection([.latin, .cyrillic, .greek, .digits])
    return !scripts.isEmpty && scripts.rawValue & (scripts.rawValue &- 1) != 0
      || word.unicodeScalars.contains { disguises.contains($0) }
  }

  /// Cyrillic letters that Russian and Ukrainian do not use, but that look Latin.
  private static let disguises: Set<Unicode.Scalar> = ["ѕ", "ј", "ԁ", "ԛ", "ԝ", "һ"]

  private static let doubles: [Unicode.Scalar: Unicode.Scalar] = [
    // Cyrillic.
    "а": "a", "в": "b", "с": "c", "ԁ": "d", "е": "e", "һ": "h", "н": "h", "і": "i", "ј": "j",
    "к": "k", "м": "m", "о": "o", "р": "p", "ԛ": "q", "ѕ": "s", "т": "t", "у": "y", "ԝ": "w",
    "х": "x", "п": "π",
    // Greek.
    "α": "a", "β": "b", "ε": "e", "η": "h", "ι": "i", "κ": "k", "μ": "m", "ν": "v", "ο": "o",
    "ρ": "p", "τ": "t", "υ": "y", "χ": "x", "ζ": "z",
    // Digits.
    "0": "o", "1": "i", "5": "s", "7": "t",
  ]
}

/// Misspellings of STOP that are not words of their own.
enum Typos {
  /// Two letters swapped, or one key beside the right one on a QWERTY keyboard.
  static let ofStop: Set<String> = {
    let word = Array("stop")
    var typos: Set<String> = []
    for index in 1..<word.count {
      var swapped = word
      swapped.swapAt(index - 1, index)
      typos.insert(String(swapped))
    }
    for (index, letter) in word.enumerated() {
      for neighbour in neighbours[letter] ?? "" {
        var mistyped = word
        mistyped[index] = neighbour
        typos.insert(String(mistyped))
      }
    }
    return typos.subtracting(words)
  }()

  /// The keys beside the keys of STOP.
  private static let neighbours: [Character: String] = [
    "s": "awedzx", "t": "rfgy", "o": "ipkl0", "p": "ol0",
  ]

  /// Among them, words that mean something: English “atop”, Polish “stół”, Danish “stol”.
  private static let words: Set<String> = ["atop", "stol"]
}
