import Foundation
import Logging
import Testing

@testable import Gateway

@Suite struct PINSourceTests {
  private func modem(file: String? = nil, credential: String? = nil) -> ModemConfiguration {
    var modem = ModemConfiguration(name: "desk", match: .device("/dev/ttyS1"))
    modem.pinFile = file
    modem.pinCredential = credential
    return modem
  }

  @Test func aCredentialIsAFileInTheDirectoryOfSystemd() {
    let source = PINSource(modem(credential: "desk.pin"), credentials: "/run/credentials/hermod")
    #expect(source?.path == "/run/credentials/hermod/desk.pin")
    #expect(PINSource(modem(file: "/etc/pin"), credentials: "/run/x")?.path == "/etc/pin")
    #expect(PINSource(modem(), credentials: "/run/x") == nil)
  }

  @Test(arguments: [
    ("1234\n", "1234"), ("1234\r\nof the desk\n", "1234"), (" 1234 ", "1234"), ("", ""),
  ])
  func thePINStandsOnTheFirstLine(content: String, expected: String) throws {
    let path = NSTemporaryDirectory() + "hermod-pin-" + UUID().uuidString
    try content.write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(PINSource(modem(file: path))?.pin(logger: Logger(label: "test")) == expected)
  }

  @Test func aFileThatIsNotThereGivesNoPIN() {
    let source = PINSource(modem(file: "/nowhere/pin"))
    #expect(source?.pin(logger: Logger(label: "test")) == nil)
  }

  @Test func theTwoPlacesExcludeEachOther() {
    let text = """
      [[modem]]
      name = "desk"
      device = "/dev/ttyS1"
      pin_file = "/etc/pin"
      pin_credential = "desk"
      """
    #expect(throws: ConfigurationError.self) {
      try ConfigurationFile(text: text, file: "h.toml")
    }
  }
}
