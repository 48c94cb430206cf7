import LocalAPI
import Testing

@testable import hermod

/// The screen of `hermod modem show`.
@Suite struct ModemPageTests {
  private static func page(_ firmware: FirmwareView?) -> String {
    let modem = ModemView(name: "m", state: .ready, firmware: firmware)
    return ModemPage(modem: modem, style: Fixture.style(width: 100)).text
  }

  static let trusts: [(FirmwareView, String)] = [
    (Fixture.firmware(), "waits for evidence: the SIM's last reference was right 0 of 20 times"),
    (
      Fixture.firmware(agreements: 20),
      "waits for evidence: the SIM's last reference has not been seen to move without an answer"
    ),
    (
      Fixture.firmware(agreements: 31, advances: 1),
      "settled by the SIM's last reference (EF-SMSS)"
    ),
    (
      Fixture.firmware(agreements: 31, disagreements: 1, advances: 1),
      "waits for evidence: the SIM's last reference was wrong once"
    ),
    (
      Fixture.firmware(disagreements: 4),
      "waits for evidence: the SIM's last reference was wrong 4 times"
    ),
  ]

  @Test(arguments: trusts)
  func `it tells what an attempt without an answer waits for`(
    firmware: FirmwareView,
    words: String
  ) {
    let lines = Self.page(firmware).split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("doubt") && $0.hasSuffix(words) }, "\(lines)")
    #expect(lines.contains { $0.hasPrefix("modem") && $0.hasSuffix("Quectel EC25") })
    #expect(lines.contains { $0.hasPrefix("firmware") && $0.hasSuffix("EC25EFAR06A06M4G") })
  }

  @Test func `a modem that does not say what it runs has no such lines`() {
    let page = Self.page(nil)
    #expect(!page.contains("doubt"))
    #expect(!page.contains("firmware"))
  }
}
