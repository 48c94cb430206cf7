import Messaging
import Storage
import Testing

@testable import Gateway

/// What holds in doubt: the message's own word, then its class's, then `hold`.
@Suite struct DuplicateDefaultTests {
  private static let now = Timestamp(seconds: 1_800_000_000)

  private func policy(
    _ configuration: String,
    _ messageClass: MessageClass?,
    own: DuplicatePolicy? = nil
  ) throws -> DuplicatePolicy {
    let file = try ConfigurationFile(text: configuration, file: "h.toml")
    let rules = file.configuration.sendingRules(at: Self.now)
    let builder = SubmissionBuilder(
      configuration: CurrentConfiguration(file.configuration),
      rules: { rules }
    )
    var request = MessageRequest(recipient: "+447700900123", content: .text("hello"))
    request.messageClass = messageClass
    request.duplicates = own
    var random = SystemRandomNumberGenerator()
    let source = SubmissionBuilder.Source(
      id: MessageID(timestamp: Self.now, using: &random),
      submitter: "test",
      origin: .api
    )
    return try builder.submission(request, from: source, at: Self.now).duplicates
  }

  private static let both = """
    [class.otp]
    duplicates = "avoid"
    [class.notification]
    duplicates = "allow"
    """

  @Test func `without a word anywhere it is held`() throws {
    #expect(try policy("", .otp) == .hold)
    #expect(try policy(Self.both, .marketing) == .hold)
  }

  @Test func `the class speaks where the message does not`() throws {
    #expect(try policy(Self.both, .otp) == .avoid)
    #expect(try policy(Self.both, .notification) == .allow)
    #expect(try policy(Self.both, nil) == .allow, "a message without a class is a notification")
  }

  @Test("the message's own word comes first", arguments: DuplicatePolicy.allCases)
  func ownWord(own: DuplicatePolicy) throws {
    #expect(try policy(Self.both, .otp, own: own) == own)
  }

  @Test func `another word is a fault, with its line`() throws {
    let text = "[class.otp]\nduplicates = \"never\""
    let error = #expect(throws: ConfigurationError.self) {
      try ConfigurationFile(text: text, file: "h.toml")
    }
    let faults = error?.faults.map(\.description) ?? []
    #expect(faults.first?.hasPrefix("h.toml:2: class.otp.duplicates: \"never\" is not") == true)
  }
}
