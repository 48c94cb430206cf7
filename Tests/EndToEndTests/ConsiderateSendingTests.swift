import Foundation
import Glibc
import Testing

/// The real daemon under limits and rules.
@Suite(.serialized, .ownThreads, .timeLimit(.minutes(2))) struct ConsiderateSendingTests {
  private struct Modem: Decodable {
    let name: String
    let state: String
    let reason: String?
    let until: String?
    let limitPerDay: Int?
    let limitLeft: Int?
    let limits: String?

    private enum CodingKeys: String, CodingKey {
      case name, state, reason, until, limits
      case limitPerDay = "limit_per_day"
      case limitLeft = "limit_left"
    }
  }

  private struct Status: Decodable {
    let modems: [Modem]
  }

  private func modems(_ laboratory: Laboratory) throws -> [Modem] {
    let answer = try laboratory.hermod("status", "--json")
    return try JSONDecoder().decode(Status.self, from: Data(answer.output.utf8)).modems
      .sorted { $0.name < $1.name }
  }

  /// Puts lines into the configuration: before the first modem, and into its table.
  private func configure(_ laboratory: Laboratory, tables: String = "", first: String = "") throws {
    let url = laboratory.directory.appendingPathComponent("hermod.toml")
    let text = try String(contentsOf: url, encoding: .utf8)
    let place = try #require(text.range(of: "[[modem]]\n"))
    try text.replacingCharacters(in: place, with: "\(tables)\n[[modem]]\n\(first)\n")
      .write(to: url, atomically: true, encoding: .utf8)
  }

  @Test func `a SIM with five messages a day sends five, the other carries on, status says so`()
    throws
  {
    let laboratory = try Laboratory(modems: 2)
    try configure(laboratory, first: "per_day = 5")
    try laboratory.start(untilReady: 2)
    let names = try modems(laboratory).map(\.name)
    for number in 0..<16 {
      try laboratory.drop("n\(number)", "To: +44770090\(1000 + number)\n\nmessage \(number)")
    }
    try laboratory.waitForAccepted(16)
    let accepted = try laboratory.record()
    #expect(
      Dictionary(grouping: accepted, by: \.modem).mapValues(\.count).values.sorted() == [5, 11]
    )

    try laboratory.eventually("the limit shows") {
      try modems(laboratory).contains { $0.state == "paused" }
    }
    let limited = try #require(try modems(laboratory).first { $0.limitPerDay == 5 })
    #expect(limited.state == "paused" && limited.limitLeft == 0)
    #expect(limited.reason == "5 of 5 segments today")
    #expect(limited.limits == "5 segments a day")
    #expect(limited.until != nil)
    #expect(try laboratory.hermod("status").output.contains("5 of 5 segments today"))

    // A crash does not make it forget.
    _ = laboratory.end(SIGKILL)
    try laboratory.start(untilReady: 1)
    for number in 0..<4 {
      try laboratory.drop("m\(number)", "To: +44770090\(2000 + number)\n\nmessage")
    }
    try laboratory.waitForAccepted(20)
    let counts = Dictionary(grouping: try laboratory.record(), by: \.modem).mapValues(\.count)
    #expect(counts.values.sorted() == [5, 15])
    #expect(names.count == 2)
  }

  @Test func `quiet hours, denied numbers and hints are seen by whoever sends`() throws {
    let laboratory = try Laboratory(modems: 1)
    // All hours of the day are quiet but a minute at noon.
    try configure(
      laboratory,
      tables: """
        [sending]
        time_zone = "\(Laboratory.timeZone)"
        deny = ["+449"]
        currency = "EUR"
        daily_budget = 0.5
        [class.notification]
        quiet_hours = "12:01-12:00"
        [class.alert]
        opt_out_hint = "Reply STOP to opt out"
        [[prefix]]
        prefix = "+44"
        cost = 0.04
        """
    )
    try laboratory.start(untilReady: 1)
    let dry = try laboratory.hermod("send", "--dry-run", "--json", "+447700900123", "hello")
    #expect(dry.output.contains("waits: quiet hours until"), "\(dry)")
    #expect(dry.output.contains("0.04 EUR"), "\(dry)")
    let denied = try laboratory.hermod("send", "+449098765432", "hello")
    #expect(denied.status != 0)
    #expect(
      (denied.output + denied.error).contains("numbers that begin with +449 are not written to"),
      "\(denied)"
    )
    try laboratory.drop("denied", "To: +449098765432\n\nhello")
    try laboratory.eventually("the result") { laboratory.names(in: "failed") == ["denied"] }
    #expect(try laboratory.file("denied", in: "failed").contains("not written to"))
    let waiting = try laboratory.hermod("send", "+447700900123", "hello")
    let id = try #require(waiting.output.split(separator: " ").first.map(String.init))
    #expect(try laboratory.hermod("message", "show", id).output.contains("quiet hours until"))
    _ = try laboratory.hermod("send", "--class", "alert", "+447700900124", "fire")
    try laboratory.waitForAccepted(1)
    #expect(try laboratory.record().first?.text == "fire\nReply STOP to opt out")
    // What is spent is what was attempted: the one that waits has cost nothing.
    #expect(try laboratory.hermod("status").output.contains("\nspent 0.04 of 0.50 EUR today\n"))
    let status = try laboratory.hermod("status", "--json").output
    #expect(status.contains(#""today":{"budget":0.5,"spent":0.04}"#), "\(status)")
    #expect(status.contains(#""this_month":null"#))
  }
}
