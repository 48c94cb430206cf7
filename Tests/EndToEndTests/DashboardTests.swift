import Foundation
import Glibc
import Testing

/// The dashboard in a real browser, over the real daemon.
@Suite(
  .serialized,
  .ownThreads,
  .timeLimit(.minutes(3)),
  .enabled(
    if: Browser.executable != nil,
    "there is no Chromium on this machine: apt-get install chromium"
  )
)
struct DashboardTests {
  private static let hostile =
    #"<img src=x onerror="document.title='pwned'"><script>alert(1)</script>"#

  private static func laboratory(modems: Int = 3) throws -> (Laboratory, page: String) {
    let port = try WebhookReceiver.freePort()
    let laboratory = try Laboratory(
      modems: modems,
      options: ["--submit-latency", "20ms"],
      tables: "[http]\nlisten = \"127.0.0.1:\(port)\""
    )
    try laboratory.start(untilReady: modems)
    return (laboratory, "http://127.0.0.1:\(port)/")
  }

  private static func token(_ laboratory: Laboratory, _ scope: String) throws -> String {
    let answer = try laboratory.hermod("token", "create", scope, "--scope", scope)
    #expect(answer.status == 0 && answer.output.hasPrefix("hermod_"), "\(answer.error)")
    return answer.output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Logs in with the keyboard alone.
  private static func logIn(_ browser: Browser, _ page: String, _ token: String) throws {
    try browser.open(page)
    try browser.wait(for: "document.activeElement.id === 'token'")
    try browser.type(token)
    try browser.press("Enter")
  }

  private static func go(_ browser: Browser, _ section: String) throws {
    _ = try browser.evaluate("location.hash = '#/\(section)'")
    try browser.wait(for: "document.querySelector('main h1')")
  }

  private static let text = "document.querySelector('main').innerText"

  @Test func `An operator logs in, sees the modems, sends, and follows the message to its end`()
    throws
  {
    let (laboratory, page) = try Self.laboratory()
    let browser = try Browser()
    try browser.resize(1280, 900)
    try Self.logIn(browser, page, "hermod_wrong")
    try browser.wait(for: "document.getElementById('login-error').innerText.includes('opens')")
    try browser.photograph("login")
    try Self.logIn(browser, page, try Self.token(laboratory, "admin"))
    try browser.wait(for: "document.querySelectorAll('article.modem').length === 3")
    try browser.wait(for: "document.getElementById('live').innerText === 'live'")
    #expect(try browser.evaluate("location.href") as? String == page)

    try Self.go(browser, "send")
    _ = try browser.evaluate("document.getElementById('to').focus()")
    try browser.type("+447700900123, 07700 900124")
    try browser.press("Tab")
    try browser.type("Your table is ready 😀")
    try browser.wait(for: "\(Self.text).includes('1 segment, ucs2')")
    try browser.photograph("send")
    for _ in 0..<3 { try browser.press("Tab") }
    #expect(try browser.evaluate("document.activeElement.innerText") as? String == "Send")
    try browser.press("Enter")
    try browser.wait(for: "document.querySelectorAll('main li a.row').length === 2")
    try laboratory.waitForAccepted(2)
    _ = try browser.evaluate("document.querySelector('main li a.row').click()")
    try browser.wait(for: "\(Self.text).includes('attempt 1, segment 1: accepted')")
    #expect(try browser.evaluate("\(Self.text).includes('Your table is ready 😀')") as? Bool == true)
    try browser.photograph("story")
    #expect(browser.complaints.allSatisfy { $0.contains("401") }, "\(browser.complaints)")
  }

  @Test func `Hostile text from a phone stays text, wherever it is shown`() throws {
    let (laboratory, page) = try Self.laboratory(modems: 1)
    let browser = try Browser()
    try browser.resize(1280, 900)
    try Self.logIn(browser, page, try Self.token(laboratory, "admin"))
    try browser.wait(for: "document.getElementById('live').innerText === 'live'")
    #expect(try laboratory.simulate("receive modem1 +447700900555 \(Self.hostile)") == "ok")
    #expect(try laboratory.hermod("send", "+447700900123", Self.hostile).status == 0)
    try browser.wait(for: "\(Self.text).includes('message from +447700900555')")
    for section in ["inbox", "messages"] {
      try Self.go(browser, section)
      try browser.wait(for: "\(Self.text).includes('<img src=x onerror=')")
      #expect(try browser.evaluate("document.querySelectorAll('main img').length") as? Int == 0)
      #expect(try browser.evaluate("document.querySelectorAll('main script').length") as? Int == 0)
    }
    // What the page itself may not do, not even on purpose.
    let forbidden = "(() => { try { document.body.innerHTML = '<b>x</b>'; return false }"
    #expect(try browser.evaluate(forbidden + " catch { return true } })()") as? Bool == true)
    #expect(try browser.evaluate("document.title.includes('pwned')") as? Bool == false)
  }

  @Test func `What happens shows without a reload: a message, a STOP, a modem that is paused`()
    throws
  {
    let (laboratory, page) = try Self.laboratory(modems: 2)
    let browser = try Browser()
    try browser.resize(1280, 1000)
    try Self.logIn(browser, page, try Self.token(laboratory, "admin"))
    try browser.wait(for: "document.getElementById('live').innerText === 'live'")
    #expect(try laboratory.simulate("receive modem1 +447700900555 STOP") == "ok")
    try browser.wait(for: "\(Self.text).includes('+447700900555 opted out')")
    try browser.wait(for: "/Opt-outs today\\s+1\\b/i.test(\(Self.text))")
    _ = try browser.evaluate("document.querySelector('article.modem button').click()")
    try browser.wait(for: "document.querySelector('article.modem .pill').innerText === 'paused'")
    try Self.go(browser, "optouts")
    try browser.wait(for: "\(Self.text).includes('+447700900555')")
    #expect(browser.complaints.isEmpty, "\(browser.complaints)")
  }

  @Test func `A token that may only send is shown what it may do, and no more`() throws {
    let (laboratory, page) = try Self.laboratory(modems: 1)
    let browser = try Browser()
    try browser.resize(1280, 900)
    try Self.logIn(browser, page, try Self.token(laboratory, "submit"))
    try browser.wait(for: "document.querySelectorAll('nav a').length === 2")
    let tabs = try browser.evaluate("document.getElementById('tabs').innerText") as? String
    #expect(tabs?.split(whereSeparator: \.isWhitespace) == ["Messages", "Send"])
    _ = try browser.evaluate("document.getElementById('logout').click()")
    try browser.wait(for: "!document.getElementById('login').hidden")
    #expect(try browser.evaluate("sessionStorage.length") as? Int == 0)
  }

  @Test func `It fits a phone: no section is wider than the screen`() throws {
    let (laboratory, page) = try Self.laboratory()
    for number in 0..<12 {
      try laboratory.drop(
        "m\(number)",
        "To: +4477009001\(10 + number)\nReport: yes\n\nOrder \(number)\n"
      )
    }
    try laboratory.waitForAccepted(12)
    try laboratory.simulate("receive modem1 +447700900555 \(String(repeating: "W", count: 150))")
    try laboratory.simulate("receive modem2 +447700900556 STOP")
    let browser = try Browser()
    try browser.resize(390, 844, isPhone: true)
    try Self.logIn(browser, page, try Self.token(laboratory, "admin"))
    try browser.wait(for: "document.querySelector('.plot svg')")
    for section in ["overview", "messages", "inbox", "optouts", "send"] {
      try Self.go(browser, section)
      try browser.wait(for: "!document.querySelector('main').innerText.includes('undefined')")
      if section == "inbox" { try browser.wait(for: "\(Self.text).includes('WWWW')") }
      let width = try browser.evaluate("document.documentElement.scrollWidth") as? Int
      #expect(width == 390, "\(section)")
      let fits =
        "[...document.querySelectorAll('.scroll')].every(e => e.scrollWidth <= e.clientWidth)"
      #expect(try browser.evaluate(fits) as? Bool == true, "\(section) scrolls sideways")
      try browser.photograph("phone-\(section)")
    }
    try browser.resize(1280, 1180)
    for section in ["overview", "messages", "inbox", "optouts"] {
      try Self.go(browser, section)
      try browser.wait(for: "document.querySelector('main .card')?.innerText.length > 20")
      try browser.photograph("desk-\(section)")
    }
  }
}
