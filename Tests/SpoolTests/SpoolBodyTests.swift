import Messaging
import Testing

@testable import Spool

@Suite struct SpoolBodyTests {
  private func request(_ headers: String, body: [UInt8]) throws(SpoolFileError) -> MessageRequest {
    let head = "To: +447700900123\n\(headers)\n\n"
    return try SpoolFile(name: "x", octets: Array(head.utf8) + body).requests[0]
  }

  private func content(_ headers: String, _ body: [UInt8]) throws(SpoolFileError) -> MessageContent
  {
    try request(headers, body: body).content
  }

  @Test func `without Alphabet the body is UTF-8`() throws {
    #expect(try content("From: x", Array("Grüße €5 😀".utf8)) == .text("Grüße €5 😀"))
  }

  @Test func `without Alphabet what is not UTF-8 is ISO-8859-15`() throws {
    #expect(try content("From: x", [0x47, 0xFC, 0x20, 0xA4]) == .text("Gü €"))
  }

  @Test(arguments: ["ISO", "Latin", "ANSI", "iso-8859-15"])
  func `ISO is ISO-8859-15, with the euro sign and the letters of Latin-9`(name: String) throws {
    let octets: [UInt8] = [0xA4, 0xA6, 0xA8, 0xB4, 0xB8, 0xBC, 0xBD, 0xBE, 0xE9, 0x41]
    #expect(try content("Alphabet: \(name)", octets) == .text("€ŠšŽžŒœŸéA"))
  }

  @Test func `ISO is believed even where the body would be UTF-8`() throws {
    #expect(try content("Alphabet: ISO", Array("é".utf8)) == .text("Ã©"))
  }

  @Test func `UTF-8 that is none is refused with the octet`() {
    #expect(throws: SpoolFileError.bodyNotInAlphabet(alphabet: "UTF-8", octet: 4)) {
      try content("Alphabet: UTF-8", [0x61, 0xC3, 0xA9, 0xFF, 0x62])
    }
  }

  @Test(arguments: ["UCS2", "Unicode", "Chinese"])
  func `UCS2 is big-endian UTF-16 and is sent as UCS-2`(name: String) throws {
    let body: [UInt8] = [0x00, 0x41, 0x20, 0xAC, 0xD8, 0x3D, 0xDE, 0x00, 0x00, 0x0A]
    let request = try request("Alphabet: \(name)", body: body)
    #expect(request.content == .text("A€😀\n"))
    #expect(request.encoding == .ucs2)
  }

  @Test func `UCS2 with half a character is refused with the octet`() {
    let fault = SpoolFileError.bodyNotInAlphabet(alphabet: "UCS2 (big-endian UTF-16)", octet: 3)
    #expect(throws: fault) { try content("Alphabet: UCS2", [0x00, 0x41, 0xDE, 0x00]) }
    #expect(throws: fault) { try content("Alphabet: UCS2", [0x00, 0x41, 0x42]) }
  }

  @Test func `UCS2 is not upset by the line feed of an editor`() throws {
    #expect(try content("Alphabet: UCS2", [0x00, 0x41, 0x0A]) == .text("A"))
  }

  @Test func `GSM is the default alphabet with its extension, 3GPP TS 23.038 §6.2.1`() throws {
    let request = try request("Alphabet: GSM", body: [0x00, 0x11, 0x1B, 0x65, 0x1B, 0x3C, 0x7F])
    #expect(request.content == .text("@_€[à"))
    #expect(request.encoding == .gsm7)
    #expect(throws: SpoolFileError.bodyNotInAlphabet(alphabet: "GSM", octet: 2)) {
      try content("Alphabet: GSM", [0x41, 0x80])
    }
  }

  @Test func `the default alphabet has a character for every code`() throws {
    for octet in UInt8(0)...0x7F where octet != 0x1B {
      guard case .text(let text) = try content("Alphabet: GSM", [0x41, octet, 0x42]) else {
        Issue.record("no text")
        return
      }
      #expect(text.unicodeScalars.count == 3)
    }
  }

  @Test(arguments: [
    ("Hello\n", "Hello"), ("Hello \t\r\n\n", "Hello"), ("\nHello", "\nHello"), (" \n", " \n"),
    ("a\r\nb\r\n", "a\nb"),
  ])
  func `white space at the end is dropped unless nothing else is there`(body: String, text: String)
    throws
  {
    #expect(try content("From: x", Array(body.utf8)) == .text(text))
    #expect(try content("Alphabet: UTF-8", Array(body.utf8)) == .text(text))
    #expect(try content("Alphabet: ISO", Array(body.utf8)) == .text(text))
  }

  @Test func `Binary is an older word for the binary alphabet`() throws {
    #expect(try content("Binary: yes\nUDH: no", [1, 2, 0x0A]) == .data([1, 2, 0x0A]))
  }

  @Test func `binary data begins with its header unless UDH says no`() throws {
    let body: [UInt8] = [0x06, 0x05, 0x04, 0x0B, 0x84, 0x23, 0xF0, 0xAA, 0xBB]
    let request = try request("Alphabet: binary", body: body)
    #expect(request.content == .data([0xAA, 0xBB]))
    #expect(request.transferOptions.userDataHeader == Array(body[1..<7]))
    let plain = try self.request("Alphabet: binary\nUDH: no", body: body)
    #expect(plain.content == .data(body))
    #expect(plain.transferOptions.userDataHeader == [])
  }

  @Test func `UDH-DATA is the header without its length`() throws {
    let request = try request("UDH-DATA: 03 24 01 02\nAlphabet: binary", body: [0xAA])
    #expect(request.transferOptions.userDataHeader == [0x24, 0x01, 0x02])
    #expect(request.content == .data([0xAA]))
  }

  @Test(arguments: ["04 24 01 02", "03 24 02 02", "01 24"])
  func `a user data header that does not hold together is refused`(header: String) {
    do throws(SpoolFileError) {
      _ = try request("UDH-DATA: \(header)", body: [0x41])
      Issue.record("accepted")
    } catch {
      guard case .badUserDataHeader(line: 2, _) = error else {
        Issue.record("\(error)")
        return
      }
    }
  }

  @Test func `data that is too short for its header is refused on the line of the body`() {
    do throws(SpoolFileError) {
      _ = try request("Alphabet: binary", body: [0x06, 0x05])
      Issue.record("accepted")
    } catch {
      #expect(error.line == 4)
    }
  }

  @Test func `a hexadecimal body may have comments, strings and counts`() throws {
    let body = """
      // A comment line

      06 : length
      05 04 # element
      0B 84 23 F0
      01 06
      LENGTH // counted
      AE
      LENGTH
      INLINESTRING:xyz
      STRING:a/b
      """
    let request = try request("Alphabet: binary\nHex: yes", body: Array(body.utf8))
    #expect(request.transferOptions.userDataHeader == [0x05, 0x04, 0x0B, 0x84, 0x23, 0xF0])
    let expected: [UInt8] = [1, 6, 1, 0xAE, 3, 0x78, 0x79, 0x7A, 0, 0x61, 0x2F, 0x62]
    #expect(request.content == .data(expected))
  }

  @Test(arguments: [("0A 0", 5), ("0A\nzz", 6), ("LENGTH\n01", 6)])
  func `a line that is not hexadecimal is refused with its number`(body: String, line: Int) {
    do throws(SpoolFileError) {
      _ = try request("Alphabet: binary\nHex: yes", body: Array(body.utf8))
      Issue.record("accepted")
    } catch {
      guard case .notHexadecimal(line: line, _) = error else {
        Issue.record("\(error)")
        return
      }
    }
  }

  @Test func `hexadecimal UCS2 is text`() throws {
    #expect(try content("Alphabet: UCS2\nHex: yes", Array("0041 20AC".utf8)) == .text("A€"))
  }

  @Test func `a hexadecimal body of comments is empty`() {
    #expect(throws: SpoolFileError.emptyBody) { try content("Hex: yes", Array("# x".utf8)) }
  }
}
