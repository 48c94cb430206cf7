public import Messaging

/// The name of a claimed file: the id that was drawn for it, a dot, and the name it was dropped with.
struct ClaimName: Hashable {
  var id: MessageID
  var fileName: String

  init(id: MessageID, fileName: String) {
    self.id = id
    self.fileName = fileName
  }

  /// Reads back the name of a claim; nil where it is none.
  init?(_ text: String) {
    guard let dot = text.firstIndex(of: "."), let id = MessageID(text[..<dot]) else { return nil }
    let name = text[text.index(after: dot)...]
    guard !name.isEmpty else { return nil }
    self.init(id: id, fileName: String(name))
  }

  /// The name inside `.claimed`.
  var text: String { "\(id).\(fileName)" }
}

extension MessageID {
  /// When the id was drawn.
  public var drawnAt: Timestamp {
    Timestamp(milliseconds: digits.prefix(10).reduce(0) { $0 << 5 | Int64($1) })
  }

  /// The id of a member of a file: the id of the file, counted up, so that a replay gives the same.
  ///
  /// - Parameter index: Which member, from 0; the first has the id of the file.
  /// - Returns: The id.
  public func member(_ index: Int) -> MessageID {
    guard index > 0 else { return self }
    var digits = digits
    var carry = index
    // The last sixteen characters are the eighty random bits; the time before them stays.
    for position in digits.indices.suffix(16).reversed() where carry > 0 {
      let sum = carry + Int(digits[position])
      digits[position] = UInt8(sum & 31)
      carry = sum >> 5
    }
    let text = String(decoding: digits.map { Self.characters[Int($0)] }, as: UTF8.self)
    return MessageID(text) ?? self
  }

  /// The values of the twenty-six characters, five bits each.
  private var digits: [UInt8] {
    description.utf8.map { character in
      UInt8(truncatingIfNeeded: Self.characters.firstIndex(of: character) ?? 0)
    }
  }

  private static let characters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
}
