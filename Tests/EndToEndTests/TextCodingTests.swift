import Foundation
import Glibc
import Testing

/// Shift tables and transliteration, from the command to the record of the service centre.
@Suite(.serialized, .ownThreads, .timeLimit(.minutes(2))) struct TextCodingTests {
  @Test func `the coding that was told at acceptance is the one that arrives, also after a crash`()
    throws
  {
    let laboratory = try Laboratory(
      modems: 1,
      tables: """
        [sending]
        transliterate = true
        [[prefix]]
        prefix = "+90"
        languages = ["turkish"]
        """
    )
    try laboratory.start(untilReady: 1)
    // Nothing leaves before the crash that ends this.
    #expect(try laboratory.hermod("queue", "pause", "all").status == 0)
    let turkish = "Şişli'de görüşürüz, Iğdır'a selam"
    let text = "He said “it’s – fine…”"
    let dry = try laboratory.hermod("send", "--dry-run", "+905321234567", turkish)
    // The second line says that the queue is paused.
    let first = dry.output.split(separator: "\n").first
    #expect(first == "+905321234567: would be accepted, 1 segment, gsm7, turkish shift tables")
    let sent = try laboratory.hermod("send", "+905321234567", turkish)
    #expect(sent.output.contains("(1 segment, gsm7, turkish shift tables)"), "\(sent)")
    let replaced = "5 characters: “ as \", ’ as ', – as -, … as ..., ” as \""
    let plain = try laboratory.hermod("send", "+447700900124", text)
    #expect(plain.output.contains("(1 segment, gsm7)\n  - replaced \(replaced)\n"), "\(plain)")
    let json = try laboratory.hermod(
      "send",
      "--json",
      "--no-transliterate",
      "+447700900125",
      text
    )
    #expect(json.output.contains(#""encoding":"ucs2""#) && json.output.contains(#""replaced":[]"#))
    try laboratory.drop("note", "To: +447700900126\n\n\(text)")
    try laboratory.drop("exact", "To: +447700900127\nTransliterate: no\n\n\(text)")
    let id = try #require(plain.output.split(separator: " ").first.map(String.init))
    try laboratory.eventually("the files are accepted") {
      // A claim goes when its message is durable.
      laboratory.names(in: "outgoing").isEmpty && laboratory.names(in: ".claimed").isEmpty
    }
    _ = laboratory.end(SIGKILL)

    // What the next start allows is no matter for what was accepted before.
    let url = laboratory.directory.appendingPathComponent("hermod.toml")
    let configuration = try String(contentsOf: url, encoding: .utf8)
    try configuration.replacingOccurrences(of: "transliterate = true", with: "")
      .replacingOccurrences(of: "languages = [\"turkish\"]", with: "")
      .write(to: url, atomically: true, encoding: .utf8)
    try laboratory.start(untilReady: 1)
    #expect(try laboratory.hermod("queue", "resume", "all").status == 0)
    try laboratory.waitForAccepted(5)
    let record = Dictionary(grouping: try laboratory.record(), by: \.recipient)
    let language = try #require(record["+905321234567"]?.first)
    #expect(language.text == turkish && language.dataCodingScheme == 0)
    // TP-UDHL 3 and the single shift table of language 1, 3GPP TS 23.040 §9.2.3.24.15.
    #expect(language.transferUnit.contains("03240101"))
    for number in ["+447700900124", "+447700900126"] {
      #expect(record[number]?.map(\.text) == ["He said \"it's - fine...\""])
      #expect(record[number]?.map(\.dataCodingScheme) == [0])
    }
    for number in ["+447700900125", "+447700900127"] {
      #expect(
        record[number]?.map(\.text) == [text] && record[number]?.map(\.dataCodingScheme) == [8]
      )
    }
    #expect(
      try laboratory.hermod("message", "show", id).output.contains("replaced    \(replaced)\n")
    )
    try laboratory.eventually("the results") { laboratory.names(in: "sent").count == 2 }
    #expect(try laboratory.file("note", in: "sent").contains("\nReplaced: \(replaced)\n"))
    #expect(try laboratory.file("note", in: "sent").hasSuffix("\n\n" + text))
    #expect(try !laboratory.file("exact", in: "sent").contains("Replaced:"))
  }
}
