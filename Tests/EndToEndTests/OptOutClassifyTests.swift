import Foundation
import Testing

/// `hermod optout classify`, by the real binary.
@Suite(.ownThreads, .timeLimit(.minutes(2))) struct OptOutClassifyTests {
  private struct Answer {
    let status: Int32
    let output: String
    let error: String

    var lines: [String] { output.split(separator: "\n").map { String($0) } }
  }

  /// The binary stands beside the test bundle.
  private static var hermod: URL {
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("hermod")
  }

  private func classify(_ arguments: [String], input: Data = Data()) throws -> Answer {
    let process = Process()
    process.executableURL = Self.hermod
    process.arguments = ["optout", "classify"] + arguments
    let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = stderr
    try process.run()
    try stdin.fileHandleForWriting.write(contentsOf: input)
    try stdin.fileHandleForWriting.close()
    let output = stdout.fileHandleForReading.readDataToEndOfFile()
    let error = stderr.fileHandleForReading.readDataToEndOfFile()
    process.awaitExit()
    return Answer(
      status: process.terminationStatus,
      output: String(decoding: output, as: UTF8.self),
      error: String(decoding: error, as: UTF8.self)
    )
  }

  @Test func `Texts are answered by an aligned table`() throws {
    let answer = try classify(["STOP", "ne m'envoyez plus de SMS", "退订", "see you"])
    #expect(answer.status == 0)
    #expect(
      answer.output == """
        VERDICT  SCOPE  LANGUAGE  RULE        WORD               TEXT
        opt-out  all    -         whole-body  STOP               STOP
        opt-out  all    fr        phrase      ne m envoyez plus  ne m'envoyez plus de SMS
        opt-out  all    zh        whole-body  退订               退订
        none     -      -         none        -                  see you

        """
    )
  }

  @Test func `Texts are answered in JSON too`() throws {
    let answer = try classify(["--json", "STOP PROMO", "hello"])
    #expect(
      answer.lines == [
        #"{"language":null,"rule":"first-word","scope":"marketing","verdict":"opt-out","#
          + #""word":"STOP PROMO"}"#,
        #"{"language":null,"rule":"none","scope":null,"verdict":"none","word":null}"#,
      ]
    )
  }

  @Test(
    arguments: [
      ("standard", ["opt-out", "opt-out", "review"]), ("strict", ["opt-out", "review", "review"]),
      ("contains", ["opt-out", "opt-out", "opt-out"]),
    ]
  )
  func `The policy decides`(policy: String, verdicts: [String]) throws {
    let answer = try classify([
      "--policy", policy, "STOP", "please stop", "Stop! In the name of love",
    ])
    #expect(answer.status == 0)
    #expect(answer.lines.dropFirst().map { String($0.prefix { $0 != " " }) } == verdicts)
  }

  @Test func `JSON lines are answered one for one, bad ones by an error`() throws {
    var input = Data(
      #"""
      {"text": "STOP"}
      STOP
      {"text": 5}

      ["STOP"]
      {"text": "Arr\u00eat", "id": 7}

      """#.utf8
    )
    input.append(contentsOf: [0x7B, 0xFF, 0x0A])
    input.append(contentsOf: Data(#"{"text": "see you"}"#.utf8))
    let answer = try classify(["--json"], input: input)
    #expect(answer.status == 65)
    let objects = try answer.lines.map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(
      objects.map { $0["verdict"] as? String } == [
        "opt-out", nil, nil, nil, nil, "opt-out", nil, "none",
      ]
    )
    #expect(
      objects.compactMap { $0["error"] as? String } == [
        "line 2: not a JSON object", "line 3: no \"text\" that is a string",
        "line 4: not a JSON object", "line 5: not a JSON object", "line 7: not UTF-8",
      ]
    )
    #expect(objects[5]["language"] as? String == "fr")
  }

  @Test func `A line too long is answered, and the next one too`() throws {
    let long = #"{"text": ""# + String(repeating: "a", count: 2 << 20) + "\"}\n"
    let answer = try classify(["--json"], input: Data((long + "{\"text\": \"STOP\"}\n").utf8))
    #expect(answer.lines.count == 2)
    #expect(answer.lines.first?.contains("longer than") == true)
    #expect(answer.lines.last?.contains("opt-out") == true)
  }

  @Test func `Each line is answered before the next one is asked`() throws {
    let process = Process()
    process.executableURL = Self.hermod
    process.arguments = ["optout", "classify", "--json"]
    let (stdin, stdout) = (Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = stdout
    try process.run()
    for (text, verdict) in [("STOP", "opt-out"), ("START", "opt-in"), ("ok", "none")] {
      try stdin.fileHandleForWriting.write(contentsOf: Data("{\"text\": \"\(text)\"}\n".utf8))
      var line = Data()
      while line.last != 0x0A {
        let octets = stdout.fileHandleForReading.availableData
        try #require(!octets.isEmpty)
        line += octets
      }
      #expect(String(decoding: line, as: UTF8.self).contains("\"\(verdict)\""))
    }
    try stdin.fileHandleForWriting.close()
    process.awaitExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func `An unknown policy is a usage error`() throws {
    let answer = try classify(["--policy", "loose", "STOP"])
    #expect(answer.status == 64)
    #expect(answer.error.contains("standard, strict and contains"))
  }
}
