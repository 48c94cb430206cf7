import ArgumentParser
import Foundation
import LocalAPI
import Messaging

/// `hermod send`.
struct SendCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "send",
    abstract: "Send a text message to one or many numbers.",
    usage: "hermod send <number> ... [<text>] [options]",
    discussion: """
      The last argument is the text, unless it is a phone number (it begins with + or has nine \
      digits or more); without a text, or with "-", it is read from standard input.

      Examples:
        hermod send +447700900123 "Your table is ready"
        hermod send --class otp --wait +447700900123 "Your code is 123456"
        hermod send +447700900123 +447700900124 < newsletter.txt

      Exit codes: 0 accepted (with --wait: sent); 1 refused, failed, or the recipient has opted \
      out; 3 accepted, but the outcome is not known: do not resend; 75 nothing was accepted.
      """
  )

  @OptionGroup var client: ClientOptions

  @Argument(help: "Whom it goes to, and what to say.")
  var numbersAndText: [String] = []

  @Option(help: "The text, where the last argument is a number too.")
  var text: String?

  @Option(name: .customLong("class"), help: "otp, alert, notification (the default) or marketing.")
  var messageClass: MessageClass?

  @Option(help: "How long it is worth sending: 30s, 10min, 2h, 1d.")
  var validity: TimeSpan?

  @Option(help: "When to send it: 18:30, \"2026-05-03 18:30\", +20min, or RFC 3339.")
  var at: String?

  @Option(help: "The only modem that may send it.")
  var modem: String?

  @Option(help: "Your own name for it, shown wherever the message is.")
  var reference: String?

  @Option(
    help: ArgumentHelp(
      "What makes a repeated command the same request: it is accepted once. (default: random)",
      valueName: "key"
    )
  )
  var idempotencyKey: String?

  @Flag(
    inversion: .prefixedNo,
    help: "Whether “ ” – … and the like may become look-alikes where that saves segments."
  )
  var transliterate: Bool?

  @Flag(help: "Say what would happen: encoding, segments, rules. Nothing is sent.")
  var dryRun = false

  @Flag(help: "Wait until it is sent, or certainly not.")
  var wait = false

  @Flag(help: "Wait until it is delivered, or certainly not; needs status reports.")
  var waitDelivered = false

  @Option(help: "How long to wait at most; the message's own validity ends the wait too.")
  var timeout: TimeSpan?

  func validate() throws {
    _ = try SendArguments(numbersAndText, text: text)
  }

  func run() async throws {
    let parts = try SendArguments(numbersAndText, text: text)
    let submission = MessageSubmission(
      to: parts.numbers.count == 1 ? .one(parts.numbers[0]) : .many(parts.numbers),
      text: try parts.text ?? Self.textFromInput(),
      messageClass: messageClass,
      validity: validity.map(\.seconds),
      notBefore: try at.map { try SendTime.read($0, now: Date(), timeZone: .current) },
      modem: modem,
      transliterate: transliterate,
      reference: reference,
      idempotencyKey: idempotencyKey ?? "send-" + UUID().uuidString.lowercased()
    )
    try await client.withClient { client in
      if dryRun { return try await tryOut(submission, client) }
      try await send(submission, client)
    }
  }

  private func tryOut(_ submission: MessageSubmission, _ client: GatewayClient) async throws {
    let answer = try await client.tryOut(submission)
    self.client.print(answer) { SubmissionPage(messages: $0.messages, style: $1).dryRun }
    try Self.end(answer.value.messages.map(\.state), whileWaiting: false)
  }

  private func send(_ submission: MessageSubmission, _ client: GatewayClient) async throws {
    let answer = try await Self.submit(submission, client)
    let messages = answer.value.messages
    guard wait || waitDelivered else {
      self.client.print(answer) { SubmissionPage(messages: $0.messages, style: $1).accepted }
      return try Self.end(messages.map(\.state), whileWaiting: false)
    }
    let notes = SubmissionPage(messages: messages, style: .ofStandardOutput()).waitingNotes
    if !self.client.json { StandardError.write(notes) }
    // What was not kept has come to its end already.
    let refused = messages.filter { $0.id == nil }
    let ids = messages.compactMap(\.id)
    let waiting = OutcomeWait(
      client: client,
      ids: ids,
      untilDelivered: waitDelivered,
      timeout: timeout.map { .seconds($0.seconds) },
      showsProgress: StandardError.isTerminal && !self.client.json
    )
    let outcomes = ids.isEmpty ? [] : try await waiting.run()
    if self.client.json {
      StandardOutput.write(
        line: String(decoding: try WireJSON.encode(MessageList(messages: outcomes)), as: UTF8.self)
      )
    } else {
      let style = Style.ofStandardOutput()
      StandardOutput.write(SubmissionPage(messages: refused, style: style).accepted)
      for message in outcomes { StandardOutput.write(line: MessageLine.text(message, style)) }
    }
    // The time may be over before anything was heard of a message: it is accepted, and no more.
    let silent = Array(repeating: MessageState.queued, count: ids.count - outcomes.count)
    try Self.end(refused.map(\.state) + outcomes.map(\.state) + silent, whileWaiting: true)
  }

  /// Hands the messages in; where no answer came, nobody knows whether they were accepted.
  private static func submit(
    _ submission: MessageSubmission,
    _ client: GatewayClient
  ) async throws -> Answer<SubmissionAnswer> {
    do {
      return try await client.submit(submission)
    } catch {
      guard case .noAnswer(let socket, let reason) = error else { throw error }
      throw CommandFailure(
        "the daemon at \(socket) took the message and did not answer: \(reason); to find out, run "
          + "the same command with --idempotency-key \(submission.idempotencyKey ?? ""): it is "
          + "accepted once, however often it is asked",
        exitCode: ExitStatus.unknown
      )
    }
  }

  private static func end(_ states: [MessageState], whileWaiting: Bool) throws {
    let code = OutcomeExit.code(of: states, whileWaiting: whileWaiting)
    if code != 0 { throw ExitCode(code) }
  }

  private static func textFromInput() throws -> String {
    if StandardInput.isTerminal {
      StandardError.write("Type the text; end it with Ctrl-D on a line of its own.\n")
    }
    var text = try StandardInput.text(limit: 64 * 1024)
    if text.hasSuffix("\r\n") || text.hasSuffix("\n") { text.removeLast() }
    guard !text.isEmpty else {
      throw CommandFailure(
        "there is no text to send: write it behind the numbers, or give it on standard input",
        exitCode: ExitStatus.badData
      )
    }
    return text
  }
}
