import Testing

@testable import hermod

/// What may reach the terminal, and how wide it is there.
@Suite struct TerminalTests {
  @Test(arguments: [
    ("plain text, é € 您好 👋", "plain text, é € 您好 👋"),
    ("\u{1B}[2J\u{1B}]0;title\u{07}", #"\u{1B}[2J\u{1B}]0;title\u{7}"#),
    ("a\u{0}b\u{7F}c", #"a\u{0}b\u{7F}c"#),
    ("\u{9B}31m", #"\u{9B}31m"#),
    ("abc\u{202E}txt.exe", #"abc\u{202E}txt.exe"#),
    ("a\u{2066}b\u{2069}\u{200F}", #"a\u{2066}b\u{2069}\u{200F}"#),
    ("tab\there", "tab here"),
    ("👨\u{200D}👩\u{200D}👧", "👨\u{200D}👩\u{200D}👧"),
    ("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
  ])
  func `control characters are shown, not obeyed`(text: String, shown: String) {
    #expect(Escape.visible(text) == shown)
    #expect(Escape.oneLine(text) == shown.replacing("\n", with: "⏎"))
  }

  @Test func `no scalar below U+0100 gets through as a control, and all else stays`() {
    for value in UInt8.min...UInt8.max {
      let scalar = Unicode.Scalar(value)
      let shown = Escape.oneLine(String(scalar)).unicodeScalars
      #expect(shown.allSatisfy { $0.properties.generalCategory != .control }, "\(value)")
      if scalar.properties.generalCategory != .control { #expect(Array(shown) == [scalar]) }
    }
  }

  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("您好", 4), ("👋", 2), ("👨‍👩‍👧", 2),
    ("❤️", 2), ("▂▄▆█", 4), ("…", 1), ("ﾊ", 1), ("ハ", 2), ("한", 2), ("🇫🇷", 2),
  ])
  func `text is as wide as the terminal shows it`(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test func `text is cut between characters, and never wider than asked`() {
    #expect(DisplayWidth.truncate("您好您好", to: 5) == "您好…")
    #expect(DisplayWidth.truncate("您好您好", to: 4) == "您…")
    #expect(DisplayWidth.truncate("您好您好", to: 8) == "您好您好")
    #expect(DisplayWidth.truncate("abc", to: 0) == "")
    for width in 1...12 {
      #expect(DisplayWidth.of(DisplayWidth.truncate("a您b👋c한d", to: width)) <= width)
    }
  }

  @Test func `lines break at spaces, and at line feeds`() {
    #expect(DisplayWidth.wrap("one two three", to: 7) == ["one two", "three"])
    #expect(DisplayWidth.wrap("one\n\ntwo", to: 7) == ["one", "", "two"])
    #expect(DisplayWidth.wrap("extraordinarily long", to: 5) == ["extraordinarily", "long"])
  }

  @Test(arguments: [72, 76, 80, 99, 100, 132, 200])
  func `no line is wider than the terminal`(width: Int) {
    let style = Fixture.style(width: width)
    let screens = [
      StatusPage(report: Fixture.busy, style: style).text,
      StatusPage(report: Fixture.withoutModem, style: style).text,
      MessageTable(list: Fixture.list, style: style).text,
      MessagePage(message: Fixture.story, style: style).text,
    ]
    for line in screens.joined().split(separator: "\n") {
      #expect(DisplayWidth.of(String(line)) <= width, "\(line)")
    }
  }

  @Test func `a name from outside cannot break out of its cell`() {
    var table = Table([.init("NAME"), .init("X")])
    table.add(["a\nb\u{1B}[31m", "1"])
    #expect(
      table.text(Fixture.style(width: 80)) == "NAME           X\na⏎b\\u{1B}[31m  1\n"
    )
  }

  @Test func `a frame covers what was there before, and no more than the screen`() {
    let frame = Repaint.frame("one\ntwo\nthree\n", rows: 3)
    #expect(
      frame.replacing("\u{1B}", with: "␛") == "␛[?2026h␛[Hone␛[K\ntwo␛[K\n␛[J␛[?2026l"
    )
  }

  @Test(arguments: [
    (0, "0 s"), (59, "59 s"), (60, "1 min"), (3599, "59 min"), (3600, "1 h"), (5400, "1 h 30 min"),
    (86_399, "23 h 59 min"), (86_400, "1 d"), (90_000, "1 d 1 h"), (-5, "0 s"),
  ])
  func `spans of time are short`(seconds: Int, text: String) {
    #expect(Style.span(seconds: seconds) == text)
  }
}
