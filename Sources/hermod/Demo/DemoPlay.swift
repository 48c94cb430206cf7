import Foundation
import LocalAPI
import Messaging
import ModemModel
import Simulation

/// The demonstration, act by act; each act waits for what must come of it, and says what is missing
/// where it does not come.
struct DemoPlay {
  let stage: DemoStage
  var screen: DemoScreen
  private var faults: [String] = []
  private var workTime = Duration.zero

  /// The customer who answers the first message with STOP, a few messages later.
  static let customer = CustomerRule(
    number: DemoMessages.plain.recipient,
    answer: "STOP",
    delay: .seconds(4)
  )

  init(on stage: DemoStage, screen: DemoScreen) {
    self.stage = stage
    self.screen = screen
  }

  /// Plays all acts.
  ///
  /// - Returns: What came of it.
  /// - Throws: `CommandFailure` where the gateway ended; `CancellationError`.
  mutating func perform() async throws -> DemoSummary {
    try await bringUp()
    try drop()
    try await watch()
    try await stop()
    try await sendAfterStop()
    let audit = DemoAudit(
      try await stage.fleet.record(),
      wanted: DemoMessages.wanted,
      modems: stage.modems,
      stopped: DemoMessages.plain.recipient
    )
    return DemoSummary(
      wanted: DemoMessages.wanted.count,
      delivered: stage.directory.files(in: "report").count,
      seconds: Double(workTime.components.seconds)
        + Double(workTime.components.attoseconds / 1_000_000_000_000_000) / 1000,
      audit: audit,
      faults: faults + audit.faults
    )
  }

  // MARK: - The acts

  private mutating func bringUp() async throws {
    let began = ContinuousClock.now
    let count = stage.modems.count
    screen.quote(["hermod daemon --config \(stage.directory.configuration)"])
    let isReady = try await until(.seconds(20)) { play in
      guard let modems = try await play.stage.status()?.modems else { return false }
      return modems.filter { $0.state == .ready }.count == count
    }
    guard isReady else {
      throw CommandFailure(
        "the modems are not ready after 20 s; the log of the gateway says last:\n"
          + stage.directory.lastLogLines,
        exitCode: ExitStatus.internal
      )
    }
    screen.done(
      "The gateway runs and has brought up \(count) simulated modems, in "
        + "\(Self.seconds(.now - began))"
    )
  }

  private mutating func drop() throws {
    let singles = [DemoMessages.plain, DemoMessages.long, DemoMessages.emoji]
    for message in singles + DemoMessages.burst { try stage.directory.drop(message) }
    screen.done(
      "Dropped a plain file, a long one, one with emoji and a burst of "
        + "\(DemoMessages.burst.count) into outgoing/"
    )
  }

  private mutating func watch() async throws {
    let began = ContinuousClock.now
    let wanted = DemoMessages.wanted
    let isAllSent = try await until(.seconds(60)) { play in
      guard let board = try await play.stage.board(total: wanted.count) else { return false }
      play.screen.show(board)
      return board.sent >= wanted.count
    }
    workTime = .now - began
    if isAllSent {
      // The last phones still have to say that they have their message.
      let isDelivered = try await until(.seconds(15)) { play in
        guard let board = try await play.stage.board(total: wanted.count) else { return false }
        play.screen.show(board)
        return board.delivered >= wanted.count && board.queued == 0
      }
      if !isDelivered { faults.append("not every message was reported as delivered") }
    }
    screen.release()
    let sent = stage.directory.files(in: "sent")
    for message in wanted where !sent.contains(message.file) {
      faults.append("\(message.file) is not in sent/")
    }
    if isAllSent { screen.done("All \(wanted.count) files are in sent/") }
  }

  private mutating func stop() async throws {
    let number = DemoMessages.plain.recipient
    let isOptedOut = try await until(.seconds(15)) { play in
      try await play.stage.client.optOut(of: number).value.optedOut
    }
    guard isOptedOut else { return faults.append("STOP from \(number) was not heeded") }
    // Nothing is on its way any more once the confirmation is sent.
    let isConfirmed = try await until(.seconds(15)) { play in
      try await play.stage.fleet.record().filter { $0.recipient == number }.count == 2
    }
    if !isConfirmed { faults.append("STOP from \(number) was not confirmed") }
    screen.done("\(number) answered \"STOP\" while the burst was on its way, and has opted out:")
    screen.quote(
      try await stage.fleet.record().filter { $0.recipient == number }.suffix(1).map {
        "\($0.modem) to \($0.recipient): \($0.text ?? "")"
      }
    )
  }

  private mutating func sendAfterStop() async throws {
    let message = DemoMessages.afterStop
    try stage.directory.drop(message)
    let file = "failed/" + message.file
    let isRefused = try await until(.seconds(10)) { play in
      play.stage.directory.header("Reason", of: file) != nil
    }
    let reason = stage.directory.header("Reason", of: file) ?? ""
    if isRefused, stage.directory.header("State", of: file) == MessageState.withdrawn.rawValue {
      screen.done("The next file to that number is refused:")
      screen.quote(["\(file): \(reason)"])
    } else {
      faults.append("the file to the number that opted out is not in failed/")
    }
    let answer = try await DemoProcess.run(
      ["send", "--socket", stage.directory.socket, message.recipient, message.text],
      output: stage.directory.path + "/send.log"
    )
    guard answer.exitCode == ExitStatus.no else {
      let fault = "hermod send to the number that opted out ended with \(answer.exitCode), not 1"
      return faults.append(fault)
    }
    screen.done("hermod send \(message.recipient) \"\(message.text)\" exits \(answer.exitCode):")
    screen.quote([answer.text])
  }

  // MARK: - Waiting

  /// Waits until something is so, and looks again and again.
  private mutating func until(
    _ limit: Duration,
    _ isFulfilled: (inout DemoPlay) async throws -> Bool
  ) async throws -> Bool {
    let deadline = ContinuousClock.now + limit
    while try await !isFulfilled(&self) {
      guard .now < deadline else { return false }
      try await Task.sleep(for: screen.interval)
    }
    return true
  }

  static func seconds(_ time: Duration) -> String {
    let tenths = time / .milliseconds(100)
    return "\(Int(tenths) / 10).\(Int(tenths) % 10) s"
  }
}
