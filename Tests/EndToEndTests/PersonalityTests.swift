import Foundation
import Testing

/// Every make of modem that is known, under its own chatter and with its own habits.
@Suite(.serialized, .ownThreads, .timeLimit(.minutes(4))) struct PersonalityTests {
  static let all = [
    "standard", "huawei", "huawei-e1550", "huawei-e3372", "zte", "quectel", "simcom",
    "simcom-sim800", "sierra", "telit", "wavecom", "cinterion", "ublox", "fibocom",
  ]
  /// Three makes and fewer messages every day; all of it where `HERMOD_LONG` is set.
  static let names = Laboratory.isLong ? all : ["huawei", "zte", "wavecom"]
  static let count = Laboratory.isLong ? 200 : 40

  /// Every tenth message needs two segments.
  static func text(_ number: Int) -> String {
    number.isMultiple(of: 10)
      ? "long \(number) " + String(repeating: "0123456789", count: 18) : "message \(number)"
  }

  @Test(arguments: names)
  func `Messages go out and come in under its own chatter, each once`(personality: String) throws {
    let laboratory = try Laboratory(
      modems: 1,
      options: [
        "--personality", personality, "--prompt-latency", "1ms", "--submit-latency", "4ms",
        "--command-latency", "1ms", "--report-delay", "50ms",
      ]
    )
    try laboratory.start(untilReady: 1)
    let modem = laboratory.firstModem
    let moves = try (0..<Self.count).map { number in
      try laboratory.stage(
        "m\(number)",
        "To: +4477009\(10_000 + number)\nReport: yes\n\n\(Self.text(number))\n"
      )
    }
    for move in moves { try move() }
    for number in 0..<Self.count {
      try laboratory.simulate("receive \(modem) +4477008\(10_000 + number) answer \(number)")
    }
    try laboratory.eventually("a result for each", within: 90) {
      laboratory.names(in: "sent").count == Self.count
    }
    try laboratory.eventually("all that came", within: 90) {
      laboratory.names(in: "incoming").count >= Self.count
    }
    let record = try laboratory.record()
    #expect(record.count == Self.count + Self.count / 10)
    #expect(Set(record.map(\.recipient)).count == Self.count)
    #expect(laboratory.names(in: "incoming").count == Self.count)
    let texts = try laboratory.names(in: "incoming").map { name in
      try laboratory.file(name, in: "incoming").split(separator: "\n").last.map(String.init) ?? ""
    }
    #expect(Set(texts).count == Self.count)
    try laboratory.eventually("no doubt") { laboratory.names(in: "unknown").isEmpty }
    #expect(laboratory.names(in: "failed").isEmpty)
  }
}

extension Laboratory {
  /// The name of the only modem.
  var firstModem: String { modems.first?["name"] as? String ?? "none" }
}
