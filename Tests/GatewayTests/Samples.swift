import Foundation
import Messaging
import Storage
import Testing

@testable import Gateway

extension MessageStore {
  /// Accepts a message as an application hands it in, now and for an hour.
  ///
  /// - Returns: Its name.
  @discardableResult
  func acceptSample(
    _ messageClass: MessageClass = .notification,
    text: String = "hello"
  ) async throws -> MessageID {
    let clock = WallClock()
    let submission = Submission(
      id: clock.newID(),
      recipient: PhoneNumber(normalForm: "+447700900123"),
      messageClass: messageClass,
      content: .text(text),
      encoding: "gsm7",
      expiresAt: clock.now + .seconds(3600),
      submitter: "test",
      origin: .api
    )
    _ = try await accept([submission], at: clock.now)
    return submission.id
  }
}

extension WebhookConfiguration {
  /// A webhook whose receiver listens nowhere; its secret lies in a directory that is made for it.
  static func unheard(of event: String, in directory: String) throws -> WebhookConfiguration {
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    let secret = directory + "/secret"
    try "correct horse battery staple\n".write(toFile: secret, atomically: true, encoding: .utf8)
    let file = try ConfigurationFile(
      text: """
        [[webhook]]
        name = "shop"
        url = "http://127.0.0.1:9/"
        secret_file = "\(secret)"
        events = ["\(event)"]
        timeout = 1
        """,
      file: "h.toml"
    )
    return try #require(file.configuration.webhooks.first)
  }
}
