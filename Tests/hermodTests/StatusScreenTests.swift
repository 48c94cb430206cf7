import Foundation
import Testing

@testable import hermod

/// What `hermod status` looks like, to the last space.
///
/// The screens are in `Screens/`, plain and, for terminals, with ␛ for the escape character;
/// `HERMOD_WRITE_SCREENS=1` writes them anew.
@Suite struct StatusScreenTests {
  private static let directory = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Screens")
  private static let isWriting = ProcessInfo.processInfo.environment["HERMOD_WRITE_SCREENS"] != nil

  private static func text(_ screen: StatusScreen, _ width: Int, isRich: Bool) -> String {
    StatusPage(report: screen.report, style: Fixture.style(width: width, isRich: isRich)).text
  }

  private static func compare(_ text: String, with name: String) throws {
    let file = directory.appendingPathComponent(name)
    if isWriting { try text.write(to: file, atomically: true, encoding: .utf8) }
    #expect(text == (try String(contentsOf: file, encoding: .utf8)), "\(name)")
  }

  @Test(arguments: StatusScreen.allCases, [80, 120])
  func `each state has its screen in a pipe`(screen: StatusScreen, width: Int) throws {
    let text = Self.text(screen, width, isRich: false)
    #expect(!text.contains("\u{1B}"))
    try Self.compare(text, with: "status-\(screen.rawValue)-\(width).txt")
  }

  @Test(arguments: StatusScreen.allCases, [80, 120])
  func `each state has its screen on a terminal`(screen: StatusScreen, width: Int) throws {
    let text = Self.text(screen, width, isRich: true).replacing("\u{1B}", with: "␛")
    try Self.compare(text, with: "status-\(screen.rawValue)-\(width)-terminal.txt")
  }

  @Test(arguments: StatusScreen.allCases, [80, 100, 120])
  func `no line is wider than the terminal`(screen: StatusScreen, width: Int) {
    for isRich in [false, true] {
      let text = Self.text(screen, width, isRich: isRich)
        .replacing(/\u{1B}\[[0-9]*m/, with: "")
      for line in text.split(separator: "\n") {
        #expect(DisplayWidth.of(String(line)) <= width, "\(line)")
      }
    }
  }

  @Test(arguments: [80, 120])
  func `nothing of a modem is left out, whatever the width`(width: Int) {
    let text = Self.text(.limits, width, isRich: false)
    for word in [
      "Vodafone UK …0009", "-71", "paused", "until 4 May 00:00", "200 of 200", " 128 ", " 10 ",
      "0.2",
      "roaming", "1 opt-out today", "640 MB free",
    ] {
      #expect(text.contains(word), "\(word)")
    }
  }
}
