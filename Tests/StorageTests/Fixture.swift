import Foundation
import GRDB
import Messaging
import QueuePolicy
import Storage
import Testing

/// A store in a directory of its own, removed at the end.
final class Fixture: Sendable {
  let directory: String
  let store: MessageStore

  init(rules: MessageRules = MessageRules()) async throws {
    directory = try Self.makeDirectory()
    store = try await MessageStore.open(directory: directory, rules: rules)
  }

  private init(directory: String, rules: MessageRules) async throws {
    self.directory = directory
    store = try await MessageStore.open(directory: directory, rules: rules)
  }

  deinit { try? FileManager.default.removeItem(atPath: directory) }

  static func makeDirectory() throws -> String {
    let directory = NSTemporaryDirectory() + "hermod-store-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: directory,
      withIntermediateDirectories: true
    )
    return directory
  }

  var path: String { directory + "/" + MessageStore.fileName }

  /// Opens the same file once more, beside the first store, as a gateway does after a crash.
  func reopened() async throws -> MessageStore { try await MessageStore.open(directory: directory) }

  /// How another program opens the file: it waits while the store is writing.
  private static var patient: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(30)
    return configuration
  }

  /// Another program that touches the file.
  func tamper(_ sql: String) throws {
    var configuration = Self.patient
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }

  /// How SQLite would answer a query.
  func plan(_ sql: String, _ arguments: StatementArguments = ["", 0, 0]) throws -> [String] {
    let queue = try DatabaseQueue(path: path, configuration: Self.patient)
    defer { try? queue.close() }
    return try queue.read { db in
      let statement = try db.makeStatement(sql: "EXPLAIN QUERY PLAN " + sql)
      return try Row.fetchAll(statement, arguments: arguments).map { $0["detail"] }
    }
  }

  /// A single value, read by another connection.
  func peek<Value: DatabaseValueConvertible>(_ type: Value.Type, _ sql: String) throws -> Value? {
    let queue = try DatabaseQueue(path: path, configuration: Self.patient)
    defer { try? queue.close() }
    return try queue.read { try Value.fetchOne($0, sql: sql) }
  }
}

let noon = Timestamp(seconds: 1_800_000_000)
let anna = PhoneNumber(normalForm: "+447700900001")
let ben = PhoneNumber(normalForm: "+447700900002")

func serialNumber(_ number: Int = 1) throws -> ICCID {
  try #require(ICCID("894401234567890" + String(1000 + number)))
}

func newID(at time: Timestamp = noon) -> MessageID {
  var generator = SystemRandomNumberGenerator()
  return MessageID(timestamp: time, using: &generator)
}

func submission(
  id: MessageID = newID(),
  to recipient: PhoneNumber = anna,
  _ messageClass: MessageClass = .notification,
  segments: Int = 1,
  duplicates: DuplicatePolicy = .hold,
  expiresAt: Timestamp = noon + .seconds(86_400),
  origin: MessageOrigin = .api,
  change: (inout Submission) -> Void = { _ in }
) -> Submission {
  var submission = Submission(
    id: id,
    recipient: recipient,
    messageClass: messageClass,
    content: .text("Hello"),
    encoding: "gsm7",
    segmentCount: segments,
    duplicates: duplicates,
    expiresAt: expiresAt,
    submitter: "uid:1000",
    origin: origin
  )
  change(&submission)
  return submission
}

extension MessageStore {
  /// Accepts one message and gives its name.
  func accept(_ one: Submission, at now: Timestamp = noon) async throws -> Acceptance {
    try #require(try await accept([one], at: now).first)
  }

  func claim(
    _ sim: Int = 1,
    modem: String? = nil,
    at now: Timestamp = noon
  ) async throws -> ClaimedMessage? {
    try await claim(
      Claimant(iccid: try serialNumber(sim), modem: modem ?? "modem\(sim)"),
      at: now
    )
  }

  /// Records an attempt that must be granted.
  func attempt(
    _ id: MessageID,
    segment: Int = 1,
    sim: Int = 1,
    baseline: UInt8? = nil,
    firmware: Firmware? = nil,
    at now: Timestamp = noon
  ) async throws -> AttemptID {
    let decision = try await recordAttempt(
      AttemptRecord(
        message: id,
        segment: segment,
        modem: "modem\(sim)",
        iccid: try serialNumber(sim),
        messageReferenceBaseline: baseline,
        firmware: firmware
      ),
      at: now
    )
    guard case .recorded(let attempt) = decision else {
      Issue.record("the attempt was refused: \(decision)")
      throw StoreError.closed
    }
    return attempt
  }

  /// The whole of an attempt.
  @discardableResult
  func submit(
    _ id: MessageID,
    segment: Int = 1,
    sim: Int = 1,
    baseline: UInt8? = nil,
    _ outcome: SubmissionOutcome,
    at now: Timestamp = noon
  ) async throws -> MessageChange {
    let attempt = try await attempt(id, segment: segment, sim: sim, baseline: baseline, at: now)
    return try await recordOutcome(of: attempt, outcome, at: now, jitter: 0.5)
  }

  func state(_ id: MessageID) async throws -> MessageState? { try await message(id)?.state }
}
