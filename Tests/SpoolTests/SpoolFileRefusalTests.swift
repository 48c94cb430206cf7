import Messaging
import Testing

@testable import Spool

@Suite struct SpoolFileRefusalTests {
  private func refusal(_ text: String, name: String = "x") -> SpoolFileError? {
    do throws(SpoolFileError) {
      _ = try TemporarySpool.file(text, name: name)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    ("", SpoolFileError.empty),
    ("From: x\n\nHello", .noRecipient),
    ("\n\nHello", .noRecipient),
    ("From: x\nToo: +447700900123\n\nHello", .misspelledRecipient(line: 2, name: "Too:")),
    ("To: +447700900123", .noBlankLine),
    ("To: +447700900123\n", .noBlankLine),
    ("To: +447700900123\n\n", .emptyBody),
    ("To: +447700900123\nHello\n\nx", .notAHeader(line: 2, text: "Hello")),
    ("To: +447700900123\nDear Bob: x\n\nx", .notAHeader(line: 2, text: "Dear Bob: x")),
    ("To: +447700900123\nX: \u{1}\n\nx", .controlCharacter(line: 2)),
    ("To: +447700900123\n\nab\0cd", .nullInBody(character: 3)),
    ("To: +447700900123\nHex: yes\nAlphabet: UCS2\n\n00410000", .nullInBody(character: 2)),
  ])
  func `a file without the form of a message is refused`(text: String, fault: SpoolFileError) {
    #expect(refusal(text) == fault)
  }

  @Test(arguments: ["bob", "+44x", "", "+0447700900123", "+", "123456789012345678901"])
  func `what is not a number is refused with its line`(recipient: String) {
    let error = refusal("From: x\nTo: +447700900123,\(recipient)\n\nHello")
    guard case .badRecipient(line: 2, recipient, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test(arguments: ["To: s1234567", "To: 447700900123\nTo_TOA: unknown"])
  func `a long number cannot be dialled as a short code`(headers: String) {
    guard case .badRecipient = refusal("\(headers)\n\nx") else {
      Issue.record("accepted")
      return
    }
  }

  @Test func `a national number without its prefix is refused, for it would go abroad`() {
    guard case .badRecipient(line: 1, _, _) = refusal("To: 7700900123\nTo_TOA: national\n\nx")
    else {
      Issue.record("accepted")
      return
    }
  }

  @Test(arguments: [
    ("Class: 4"), ("Class: urgent"), ("Class:"), ("Validity: 256"), ("Validity: soon"),
    ("Validity: 0 min"), ("Validity: -1"), ("Alphabet: EBCDIC"), ("DCS_hex: 100"),
    ("DCS_hex: x"), ("Replace: 8"), ("UDH-DATA: 0"), ("UDH-DATA:"), ("To_TOA: lunar"),
    ("Duplicates: maybe"), ("Encoding: utf-8"), ("Reference:"), ("Modem:"), ("Queue:"),
    ("Not-Before: tomorrow"), ("Not-Before: 2026-02-30T00:00:00Z"),
  ])
  func `a value that a header cannot have is refused with its line`(header: String) {
    let error = refusal("To: +447700900123\n\(header)\n\nHello")
    guard case .badValue(line: 2, let name, _, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(header.hasPrefix(name))
  }

  @Test(arguments: ["Include: /etc/passwd", "Macro: a=b", "Voicecall: yes", "Text_is_pdu: yes"])
  func `what Hermod does not do is refused with the reason`(header: String) {
    let error = refusal("To: +447700900123\n\(header)\n\nHello")
    guard case .unsupported(line: 2, _, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `a description names the line and what is allowed`() throws {
    let text = try #require(refusal("To: +447700900123\nClass: ott\n\nHello")).description
    #expect(text.hasPrefix("line 2: Class: \"ott\" is not allowed; it must be otp, alert"))
  }

  @Test func `a description has no control characters of the file`() throws {
    let text = try #require(refusal("To: \u{202E}+44\n\nHello")).description
    #expect(text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .format })
  }

  @Test func `a file saved as UTF-16 is refused as such`() {
    #expect(throws: SpoolFileError.wideCharacters) {
      try SpoolFile(name: "x", octets: [0xFF, 0xFE, 0x54, 0x00])
    }
  }

  @Test func `no file that begins like a message makes the parser trap`() throws {
    var random = SystemRandomNumberGenerator()
    let seed = Array("To: +447700900123\nAlphabet: binary\nHex: yes\nUDH: yes\n\n06 05 04".utf8)
    for _ in 0..<5000 {
      var octets = seed
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        octets[Int.random(in: octets.indices, using: &random)] = .random(
          in: 0...255,
          using: &random
        )
      }
      _ = try? SpoolFile(name: "x", octets: Array(octets.prefix(.random(in: 0...octets.count))))
      _ = try? SpoolFile(name: "x.json", octets: octets)
    }
  }
}
