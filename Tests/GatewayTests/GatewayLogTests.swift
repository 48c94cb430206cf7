import Foundation
import Logging
import Testing

@testable import Gateway

/// The lines of the log: one for each event, and nobody's number in them.
@Suite struct GatewayLogTests {
  private final class Lines: @unchecked Sendable {
    private let lock = NSLock()
    private var held: [String] = []

    func add(_ line: String) { lock.withLock { held.append(line) } }
    var all: [String] { lock.withLock { held } }
  }

  private func logger(
    _ lines: Lines,
    level: Logger.Level? = nil,
    form: GatewayLog.Form = .journal
  ) -> (Logger, GatewayLog) {
    let log = GatewayLog(.init(), fixedLevel: level, form: form) { lines.add($0) }
    return (Logger(label: "test") { _ in GatewayLogHandler(log) }, log)
  }

  @Test func `the journal gets a priority, the message and its facts, on one line`() {
    let lines = Lines()
    let (logger, _) = logger(lines)
    logger.warning("it is\nbroken", metadata: ["modem": "front", "reason": "no \"SIM\""])
    logger.error("worse")
    logger.debug("not asked for")
    #expect(
      lines.all == [
        #"<4>it is\nbroken modem=front reason="no \"SIM\"""# + "\n", "<3>worse\n",
      ]
    )
  }

  @Test func `elsewhere a line begins with the time and the level`() throws {
    let lines = Lines()
    let (logger, _) = logger(lines, form: .terminal)
    logger.notice("ready")
    let line = try #require(lines.all.first)
    #expect(line.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ notice ready\n/) != nil)
  }

  @Test func `numbers are masked until the configuration says otherwise`() {
    let lines = Lines()
    let (logger, log) = logger(lines)
    logger.info("call from +447700900123", metadata: ["to": "+4917012345"])
    var section = GatewayConfiguration.LogSection()
    section.showsNumbers = true
    log.follow(section)
    logger.info("call from +447700900123")
    #expect(
      lines.all == [
        "<6>call from +4477…23 to=+4917…45\n", "<6>call from +447700900123\n",
      ]
    )
  }

  @Test(arguments: [
    ("AT+CMGS=23", "AT+CMGS=23"), ("+44", "+44"), ("a + b", "a + b"), ("+", "+"),
    ("+1234567+7654321", "+1234…67+7654…21"), ("", ""),
  ])
  func `only numbers are masked`(text: String, masked: String) {
    #expect(LogText.masked(text) == masked)
  }

  @Test
  func `a reload changes the level of loggers that are there, unless the command line said it`() {
    let lines = Lines()
    let (logger, log) = logger(lines)
    let (fixed, fixedLog) = self.logger(lines, level: .error)
    var section = GatewayConfiguration.LogSection()
    section.level = .debug
    log.follow(section)
    fixedLog.follow(section)
    logger.debug("one")
    fixed.warning("two")
    #expect(lines.all == ["<7>one\n"])
  }
}
