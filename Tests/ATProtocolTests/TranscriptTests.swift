import Foundation
import Testing

@testable import ATProtocol

/// Dialogues with the devices of `docs/modems.md`.
///
/// They are written from manuals and from what users tell. However the modem's octets are cut, the
/// session does the same.
@Suite struct TranscriptTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Transcripts")

  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".at") }.sorted()

  static func transcript(_ name: String) throws -> Transcript {
    try Transcript(String(contentsOf: folder.appending(path: name), encoding: .utf8))
  }

  /// The PIN of the SIMs that want one.
  static let pin = "1234"

  @Test func thereAreTranscriptsOfManyDevices() {
    #expect(Self.names.count >= 10)
  }

  @Test(arguments: names)
  func replaysWhole(name: String) throws {
    var replay = TranscriptReplay(pin: Self.pin)
    #expect(try replay.run(Self.transcript(name), cut: .whole) == nil)
  }

  @Test(arguments: names)
  func replaysOctetByOctet(name: String) throws {
    var replay = TranscriptReplay(pin: Self.pin)
    #expect(try replay.run(Self.transcript(name), cut: .single) == nil)
  }

  @Test(arguments: names)
  func doesTheSameWhereverAPortionIsSplit(name: String) throws {
    var replay = TranscriptReplay(pin: Self.pin)
    var tried = 0
    let fault = try replay.run(Self.transcript(name), cut: .whole) { before, chunk in
      var whole = before
      whole.send(chunk, .whole)
      let expected = whole.state
      for place in chunk.indices.dropFirst() {
        var split = before
        split.send(Array(chunk[..<place]), .whole)
        split.send(Array(chunk[place...]), .whole)
        tried += 1
        guard split.state != expected else { continue }
        Issue.record("split at \(place) of \(Transcript.text(chunk)): another session")
      }
    }
    #expect(fault == nil)
    #expect(tried > 500)
  }

  @Test(arguments: names)
  func writesCtrlZOnlyWhereTheTranscriptHasARecord(name: String) throws {
    let lines = try Self.transcript(name).lines
    for (place, line) in lines.enumerated() where line == .written([0x1A]) {
      guard case .said(let words)? = lines[..<place].last else {
        Issue.record("Ctrl-Z without a word of the gateway before it")
        continue
      }
      #expect(words.hasPrefix("recorded"))
    }
  }
}
