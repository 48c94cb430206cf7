import LocalAPI
import Messaging
import Testing

@testable import hermod

/// The opt-out list as CSV (RFC 4180).
@Suite struct OptOutRowsTests {
  @Test func `numbers, scopes and reasons are read, with the lines they stand on`() throws {
    let text =
      "\u{FEFF}number,scope,reason,since,source\r\n"
      + "+447700900001\r\n"
      + "\r\n"
      + "# a comment\r\n"
      + " +447700900002 , marketing ,\"said \"\"no\"\", twice\",x,y\r\n"
      + "\"+447700900003\",,\"two\nlines\"\r\n"
      + "+447700900004"
    #expect(
      try OptOutRows.read(text) == [
        .init(line: 2, number: "+447700900001"),
        .init(
          line: 5,
          number: "+447700900002",
          scope: "marketing",
          reason: "said \"no\", twice"
        ),
        .init(line: 6, number: "+447700900003", reason: "two\nlines"),
        .init(line: 8, number: "+447700900004"),
      ]
    )
  }

  @Test func `a quoted field that does not end names its line`() {
    let error = #expect(throws: CommandFailure.self) {
      try OptOutRows.read("+1\n\"+2,all\n+3\n")
    }
    #expect(error?.description.hasPrefix("line 2:") == true)
    #expect(error?.exitCode == ExitStatus.badData)
  }

  @Test(arguments: ["plain", "a,b", "a\"b", "two\nlines", "=HYPERLINK(1)", "@x", ""])
  func `what is exported can be imported`(detail: String) throws {
    let optOut = OptOutView(
      number: "+447700900001",
      scope: "all",
      since: Fixture.time(secondsAgo: 0),
      source: "sms",
      detail: detail
    )
    let line = OptOutRows.line(optOut)
    let row = try #require(try OptOutRows.read(OptOutRows.heading + "\n" + line + "\n").first)
    #expect(row.number == optOut.number)
    #expect(row.scope == optOut.scope)
    let isFormula = detail.first == "=" || detail.first == "@"
    #expect(row.reason ?? "" == (isFormula ? "'" : "") + detail)
  }
}
