import Foundation
import Testing

/// `hermod pdu` as programs use it: the real binary, JSON lines in and out.
@Suite(.ownThreads) struct PDUCommandTests {
  struct Outcome {
    var status: Int32
    var output: Data
    var errors: String

    var lines: [String] {
      String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
    }
  }

  /// The binary beside the bundle of these tests.
  static func binary() throws -> URL {
    var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    for candidate in [folder, top.appending(path: ".build/debug")] {
      folder = candidate.appending(path: "hermod")
      if FileManager.default.isExecutableFile(atPath: folder.path(percentEncoded: false)) {
        return folder
      }
    }
    throw CocoaError(.fileNoSuchFile)
  }

  static func run(_ arguments: [String], input: Data = Data()) throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Files rather than pipes: neither side can wait for the other.
    let files = try ["in", "out", "err"].map { name in
      let file = folder.appending(path: name)
      try (name == "in" ? input : Data()).write(to: file)
      return file
    }
    let process = Process()
    process.executableURL = try binary()
    process.arguments = ["pdu"] + arguments
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.awaitExit()
    #expect(process.terminationReason == .exit)
    return Outcome(
      status: process.terminationStatus,
      output: try Data(contentsOf: files[1]),
      errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self)
    )
  }

  typealias Answer = [String: Any]

  static func answers(_ command: String, _ requests: [String]) throws -> [Answer] {
    let outcome = try run(
      [command, "--json"],
      input: Data(requests.map { $0 + "\n" }.joined().utf8)
    )
    #expect(outcome.status == 0)
    #expect(outcome.lines.count == requests.count)
    return try outcome.lines.map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? Answer)
    }
  }

  static func answer(_ command: String, _ request: String) throws -> Answer {
    try #require(try answers(command, [request]).first)
  }

  static func same(_ value: Any?, _ json: String) -> Bool {
    let expected = try? JSONSerialization.jsonObject(
      with: Data(json.utf8),
      options: .fragmentsAllowed
    )
    return (value as? NSObject) == (expected as? NSObject) && value != nil
  }

  @Test func decodesADeliver() throws {
    let answer = try Self.answer(
      "decode",
      #"{"id":"x","pdu":"07917283010010f5040BC87238880900F10000993092516195800AE8329BFD4697D9EC37"}"#
    )
    let expected = [
      "id": #""x""#, "ok": "true", "type": #""deliver""#,
      "smsc": #"{"number":"+27381000015","ton":1,"npi":1}"#,
      "from": #"{"number":"27838890001","ton":4,"npi":8}"#, "pid": "0", "dcs": "0",
      "flags": #"{"udhi":false,"rp":false,"sri":false,"mms":false}"#,
      "timestamp": #""1999-03-29T15:16:59+02:00""#, "encoding": #""gsm7""#, "compressed": "false",
      "class": "null", "mwi": "null", "udh": "[]", "concat": "null", "ports": "null",
      "languages": #"{"locking":0,"single":0}"#, "text": #""hellohello""#, "data": "null",
      "warnings": "[]",
    ]
    for (name, json) in expected { #expect(Self.same(answer[name], json), "\(name)") }
    #expect(Set(answer.keys) == Set(expected.keys))
  }

  @Test func decodesAStatusReport() throws {
    let answer = try Self.answer(
      "decode",
      #"{"smsc":false,"pdu":"060F0B914477009000F3993092516195809930925161958046"}"#
    )
    #expect(Self.same(answer["type"], #""status-report""#) && Self.same(answer["mr"], "15"))
    #expect(Self.same(answer["status"], "70"))
    #expect(Self.same(answer["discharge"], #""1999-03-29T15:16:59+02:00""#))
    #expect(Self.same(answer["flags"], #"{"udhi":false,"mms":false,"srq":false}"#))
    #expect(Self.same(answer["to"], #"{"number":"+44770009003","ton":1,"npi":1}"#))
    #expect(Self.same(answer["smsc"], "null") && answer["dcs"] == nil)
    // The flag is set although nothing has a header.
    let flagged = try Self.answer(
      "decode",
      #"{"smsc":false,"pdu":"460F0B914477009000F3993092516195809930925161958046"}"#
    )
    #expect(Self.same(flagged["flags"], #"{"udhi":true,"mms":false,"srq":false}"#))
  }

  @Test func decodesHeaderAndNationalLanguage() throws {
    let encoded = try Self.answer(
      "encode",
      #"{"to":"+4477","text":"Hi","ports":{"dst":2948,"src":9200},"class":0,"mr":9,"pid":65}"#
    )
    let parts = try #require(encoded["parts"] as? [Answer])
    let pdu = try #require(parts.first?["pdu"] as? String)
    let answer = try Self.answer("decode", #"{"pdu":"\#(pdu)"}"#)
    #expect(Self.same(answer["ports"], #"{"dst":2948,"src":9200}"#))
    #expect(Self.same(answer["udh"], #"[{"iei":5,"data":"0B8423F0"}]"#))
    #expect(Self.same(answer["class"], "0") && Self.same(answer["mr"], "9"))
    #expect(Self.same(answer["pid"], "65") && Self.same(answer["text"], #""Hi""#))
    // Turkish single shift: ESC s is s with cedilla.
    let turkish = try Self.answer(
      "decode",
      #"{"smsc":false,"pdu":"4100018191000007032401019BF9"}"#
    )
    #expect(Self.same(turkish["languages"], #"{"locking":0,"single":1}"#))
  }

  @Test func encodesAsFewPartsAsPossible() throws {
    let long = String(repeating: "a", count: 161)
    let answer = try Self.answer(
      "encode",
      #"{"to":"12","text":"\#(long)","ref":513,"ref_bits":16,"smsc":"+27381000015"}"#
    )
    let parts = try #require(answer["parts"] as? [Answer])
    #expect(parts.count == 2)
    for (index, part) in parts.enumerated() {
      let pdu = try #require(part["pdu"] as? String)
      #expect(pdu.hasPrefix("07917283010010F5"))
      #expect(part["length"] as? Int == pdu.count / 2 - 8)
      let decoded = try Self.answer("decode", #"{"pdu":"\#(pdu)"}"#)
      #expect(
        Self.same(decoded["concat"], #"{"ref":513,"total":2,"seq":\#(index + 1),"bits":16}"#)
      )
    }
  }

  @Test func encodesDataAndValidity() throws {
    let answers = try Self.answers(
      "encode",
      [
        #"{"to":"12","encoding":"8bit","data":"00ff","validity_minutes":6}"#,
        #"{"to":"12","text":"a","validity_until":"2026-11-23T19:04:24+01:00"}"#,
        #"{"to":"+12","text":"é","encoding":"ucs2","status_report":true,"reject_duplicates":true,"reply_path":true}"#,
      ]
    )
    let pdus = answers.compactMap { ($0["parts"] as? [Answer])?.first?["pdu"] as? String }
    #expect(
      pdus == [
        "00110002812100040102" + "00FF", "001900028121000062113291404240" + "0161",
        "00A50002912100080200E9",
      ]
    )
  }

  @Test func everyLineIsAnsweredWhateverItIs() throws {
    let deep = String(repeating: "[", count: 100_000)
    let requests = [
      "", "{", "[]", "null", "1e999", deep, #"{"id":1}"#, #"{"id":2,"pdu":1}"#,
      #"{"id":3,"pdu":"0"}"#, #"{"id":4,"pdu":"zz"}"#, #"{"id":5,"pdu":""}"#,
      #"{"id":6,"to":"1","text":"a","mr":1e999}"#, #"{"id":7,"to":"1","text":"a","mr":-1}"#,
      #"{"id":8,"to":"1","text":"a","mr":99999999999999999999}"#,
      #"{"id":9,"to":"1","text":"a","mr":1.5}"#, #"{"id":10,"to":"1","text":"\ud83d"}"#,
      #"{"id":11,"to":"1","text":"a","class":4}"#, #"{"id":12,"to":"","text":"a"}"#,
      #"{"id":13,"to":"123456789012345678901","text":"a"}"#, #"{"id":14,"to":"1+","text":"a"}"#,
      #"{"id":15,"to":"1","text":"ж","encoding":"gsm7"}"#, #"{"id":16,"to":"1","text":[]}"#,
      #"{"id":17,"to":"1","text":"a","ref":256}"#, #"{"id":18,"to":"1","text":"a","ref_bits":9}"#,
      #"{"id":19,"to":"1","text":"a","validity_minutes":635041}"#,
      #"{"id":20,"to":"1","text":"a","ports":{"dst":65536,"src":1}}"#,
      #"{"id":21,"to":"1","text":"\#(String(repeating: "a", count: 39_016))"}"#,
    ]
    for command in ["decode", "encode"] {
      for answer in try Self.answers(command, requests) {
        #expect(Self.same(answer["ok"], "false"))
        #expect((answer["error"] as? Answer)?["code"] is String)
        #expect((answer["error"] as? Answer)?["message"] is String)
      }
    }
  }

  @Test func anIdentifierComesBackLetterByLetter() throws {
    let ids = [
      "12345678901234567890123", "1.10", "-0", "1e999", #""é\ud83d""#, "[1, {\"a\" :null}]", "null",
    ]
    let input = ids.map { "{\"id\": \($0), \"pdu\": \"\"}\n" }.joined()
    let outcome = try Self.run(["decode", "--json"], input: Data(input.utf8))
    for (line, id) in zip(outcome.lines, ids) { #expect(line.hasPrefix("{\"id\":\(id),")) }
  }

  @Test func linesWithoutEndWithBadUTF8AndOfAMegabyteAreAnswered() throws {
    var input = Data(#"{"id":1,"pdu":"\#(String(repeating: "00", count: 500_000))"}"#.utf8)
    input += Data([0x0A, 0xFF, 0xFE, 0x0A, 0x00, 0x0A])
    input += Data(#"{"id":2,"to":"1","text":""#.utf8) + Data([0xC3, 0x28]) + Data(#""}"#.utf8)
    for command in ["decode", "encode"] {
      #expect(try Self.run([command, "--json"], input: input).lines.count == 4)
    }
  }

  @Test func eachAnswerIsWrittenBeforeTheNextLineIsRead() async throws {
    let process = Process()
    let (input, output) = (Pipe(), Pipe())
    process.executableURL = try Self.binary()
    process.arguments = ["pdu", "encode", "--json"]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    for id in 1...3 {
      try input.fileHandleForWriting.write(
        contentsOf: Data("{\"id\":\(id),\"to\":\"1\",\"text\":\"a\"}\n".utf8)
      )
      let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      #expect(line.hasPrefix("{\"id\":\(id),\"ok\":true"))
    }
    try input.fileHandleForWriting.close()
    process.awaitExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func withArgumentsTheExitStatusSaysWhetherAllCouldBeDecoded() throws {
    let good = "07917283010010F5040BC87238880900F10000993092516195800AE8329BFD4697D9EC37"
    let shown = try Self.run(["decode", good])
    #expect(shown.status == 0)
    let text = String(decoding: shown.output, as: UTF8.self)
    #expect(text.contains("TP-SCTS 99309251619580") && text.contains("§9.2.3.11"))
    #expect(text.contains("text: \"hellohello\""))
    #expect(try Self.run(["decode", good, "00"]).status == 65)
    #expect(try Self.run(["decode", "--json", "zz", good]).status == 65)
    #expect(try Self.run(["decode", "--json", "zz", good]).lines.count == 2)
    #expect(try Self.run(["decode"]).status == 64)
    #expect(try Self.run(["encode", "--to", "+4477", "--text", "hi"]).status == 0)
    #expect(try Self.run(["encode", "--to", "x", "--text", "hi"]).status == 65)
    #expect(try Self.run(["encode", "--to", "1"]).status == 64)
  }

  @Test func theViewShowsNoControlCharacters() throws {
    let pdu = try Self.answer("encode", #"{"to":"1","text":"\u001b[31m\u202e","encoding":"ucs2"}"#)
    let hex = try #require((pdu["parts"] as? [Answer])?.first?["pdu"] as? String)
    let outcome = try Self.run(["decode", hex])
    #expect(!outcome.output.contains(0x1B))
    #expect(String(decoding: outcome.output, as: UTF8.self).contains(#"\u{1B}[31m\u{202E}"#))
  }
}
