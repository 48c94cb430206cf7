import ATProtocol
import Testing

@Suite struct LineReaderTests {
  /// What is read from octets that come in pieces.
  static func tokens(_ pieces: [[UInt8]], expectingPrompt: Bool = true) -> [LineReader.Token] {
    var reader = LineReader()
    var tokens: [LineReader.Token] = []
    for piece in pieces {
      reader.append(piece)
      while let token = reader.next(expectingPrompt: expectingPrompt) { tokens.append(token) }
    }
    return tokens
  }

  static let dialogues: [(String, [LineReader.Token])] = [
    ("\r\nOK\r\n", [.line("OK")]),
    ("AT\r\r\nOK\r\n", [.line("AT"), .line("OK")]),
    ("OK\rERROR\r", [.line("OK"), .line("ERROR")]),
    ("OK\nERROR\n", [.line("OK"), .line("ERROR")]),
    ("\r\n> ", [.prompt]),
    ("\r\n>", [.prompt]),
    (">> ", [.prompt, .prompt]),
    ("\r\n> +CMTI: \"SM\",1\r\n", [.prompt, .line("+CMTI: \"SM\",1")]),
    ("+CMTI: \"SM\",1\r\n> ", [.line("+CMTI: \"SM\",1"), .prompt]),
    ("a > b\r\n", [.line("a > b")]),
    ("\r\n^RSSI:19> ", [.line("^RSSI:19"), .prompt]),
    ("\r\n+CMTI: \"SM\",1>", [.line("+CMTI: \"SM\",1"), .prompt]),
    ("\r\n+CUSD: 0,\"1 > 0\",15\r\n", [.line("+CUSD: 0,\"1 > 0\",15")]),
    ("\0\0RDY\0\r\n", [.line("RDY")]),
    (
      "^RSSI:19\r\n\r\n+CMGS: 7\r\n\r\nOK\r\n", [.line("^RSSI:19"), .line("+CMGS: 7"), .line("OK")]
    ),
  ]

  @Test(arguments: dialogues)
  func readsLinesAndPrompts(text: String, expected: [LineReader.Token]) {
    #expect(Self.tokens([Array(text.utf8)]) == expected)
  }

  @Test(arguments: dialogues)
  func readsTheSameHoweverItIsCut(text: String, expected: [LineReader.Token]) {
    let octets = Array(text.utf8)
    #expect(Self.tokens(octets.map { [$0] }) == expected)
    for cut in 0...octets.count {
      #expect(Self.tokens([Array(octets[..<cut]), Array(octets[cut...])]) == expected)
    }
  }

  @Test func takesNoPromptThatNobodyExpects() {
    #expect(Self.tokens([Array("> text\r\n".utf8)], expectingPrompt: false) == [.line("> text")])
  }

  @Test func keepsALineBounded() {
    var reader = LineReader()
    for _ in 0..<100 {
      reader.append([UInt8](repeating: 0x41, count: 1000))
      #expect(reader.next(expectingPrompt: false) == nil)
    }
    #expect(reader.pendingOctets == LineReader.longestLine)
    reader.append([0x0D])
    let line = reader.next(expectingPrompt: false)
    #expect(line == .line(String(repeating: "A", count: LineReader.longestLine)))
  }
}
