import ArgumentParser
import Foundation
import Gateway
import Messaging
import OptOut

/// `hermod optout classify`: what replies would mean, without a daemon.
struct OptOutClassify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "classify",
    abstract: "Say what replies would mean: opt-out, opt-in, help, review or none.",
    discussion: """
      Needs no running daemon, and changes nothing.

      Without TEXT it reads JSON lines {"text": "..."} from standard input and answers each with \
      one line, in order, at once. A line that cannot be read is answered with {"error": "..."}.
      """
  )

  @Argument(help: "The replies, each one argument.")
  var texts: [String] = []

  @Flag(help: "Answer with one JSON object a line.")
  var json = false

  @Option(
    help: """
      How willingly a reply is an opt-out: standard, strict (exact keywords only) or contains (a \
      strong keyword anywhere).
      """,
    transform: { name in
      guard let policy = MatchingPolicy(rawValue: name) else {
        throw ValidationError("“\(name)” is none of standard, strict and contains")
      }
      return policy
    }
  )
  var policy: MatchingPolicy?

  @Option(
    help: "A configuration file, whose section [optout] says how replies are read.",
    completion: .file()
  )
  var config: String?

  func validate() throws {
    if texts.isEmpty, isatty(STDIN_FILENO) == 1 {
      throw ValidationError("Give replies as arguments, or JSON lines on standard input.")
    }
  }

  func run() throws {
    let reader = try reader()
    guard texts.isEmpty else {
      if json {
        for text in texts { write(Self.line(for: reader.classify(text))) }
      } else {
        for line in Self.table(texts.map { ($0, reader.classify($0)) }) { write(line) }
      }
      return
    }
    var unreadable = false
    var number = 0
    var input = StandardInputLines(longest: Self.longestLine)
    while let line = input.next() {
      number += 1
      do throws(RequestError) {
        let text = try Self.text(of: line)
        let verdict = reader.classify(text)
        write(json ? Self.line(for: verdict) : Self.row(text, verdict).joined(separator: "\t"))
      } catch {
        unreadable = true
        write(Self.encoded(ErrorLine(error: "line \(number): \(error.description)")))
      }
    }
    if unreadable { throw ExitCode(65) }
  }

  /// What reads the replies: as the configuration says, where there is one.
  private func reader() throws -> Reader {
    guard let config else {
      return Reader(classifier: ReplyClassifier(policy: policy ?? .standard))
    }
    do {
      var section = try ConfigurationFile(path: config).configuration.optOut
      section.policy = policy ?? section.policy
      return Reader(classifier: section.classifier, scope: section.scope)
    } catch {
      throw CommandFailure("\(error)", exitCode: ExitStatus.badData)
    }
  }

  /// Reads replies as the gateway does.
  private struct Reader {
    let classifier: ReplyClassifier
    var scope = OptOutScope.all

    func classify(_ text: String) -> ReplyVerdict {
      classifier.classify(text).narrowed(to: scope)
    }
  }

  /// Writes a line and flushes it: whoever asks may wait for each answer before the next question.
  private func write(_ line: String) {
    print(line)
    fflush(nil)
  }
}

// MARK: - JSON lines

extension OptOutClassify {
  /// Why a line of standard input has no verdict.
  private enum RequestError: Error, CustomStringConvertible {
    case notUTF8
    case tooLong
    case notAnObject
    case noText

    var description: String {
      switch self {
      case .notUTF8: "not UTF-8"
      case .tooLong: "longer than \(OptOutClassify.longestLine) octets"
      case .notAnObject: "not a JSON object"
      case .noText: "no \"text\" that is a string"
      }
    }
  }

  private struct ErrorLine: Encodable {
    let error: String
  }

  /// A line longer than this is refused unread.
  private static let longestLine = 1 << 20

  private static func text(of line: [UInt8]) throws(RequestError) -> String {
    guard line.count <= longestLine else { throw .tooLong }
    guard String(validating: line, as: UTF8.self) != nil else { throw .notUTF8 }
    let value = try? JSONSerialization.jsonObject(with: Data(line))
    guard let object = value as? [String: Any] else { throw .notAnObject }
    guard let text = object["text"] as? String else { throw .noText }
    return text
  }

  private static func line(for verdict: ReplyVerdict) -> String { encoded(verdict) }

  private static func encoded(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { return #"{"error":"not encodable"}"# }
    return String(decoding: data, as: UTF8.self)
  }
}

// MARK: - A table for people

extension OptOutClassify {
  /// A text longer than this is cut in the table.
  private static let widestText = 40

  private static func row(_ text: String, _ verdict: ReplyVerdict) -> [String] {
    [
      verdict.kind.name, verdict.kind.scope?.rawValue ?? "-", verdict.language ?? "-",
      verdict.rule.rawValue, verdict.word ?? "-", shown(text),
    ]
  }

  private static func table(_ verdicts: [(String, ReplyVerdict)]) -> [String] {
    let rows =
      [["VERDICT", "SCOPE", "LANGUAGE", "RULE", "WORD", "TEXT"]]
      + verdicts.map { row($0.0, $0.1) }
    let widths = (0..<6).map { column in rows.map { width(of: $0[column]) }.max() ?? 0 }
    return rows.map { row in
      var line = ""
      for column in 0..<5 {
        line += row[column]
        line += String(repeating: " ", count: widths[column] - width(of: row[column]) + 2)
      }
      return line + row[5]
    }
  }

  /// The text on one line, without control characters, and not too long.
  private static func shown(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(widestText) {
      shown.append(scalar.properties.generalCategory == .control ? " " : scalar)
    }
    return String(shown) + (text.unicodeScalars.count > widestText ? "…" : "")
  }

  /// The columns that a text takes in a terminal: two for Han, kana, Hangul and full-width letters.
  private static func width(of text: String) -> Int {
    text.reduce(0) { width, character in
      switch character.unicodeScalars.first?.value ?? 0 {
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
        0xFF00...0xFF60, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
        width + 2
      default: width + 1
      }
    }
  }
}

/// The lines of standard input as octets: `readLine` would repair text that is not UTF-8, and so
/// hide that it is not.
private struct StandardInputLines {
  private let longest: Int
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false

  init(longest: Int) { self.longest = longest }

  /// The next line without its end, cut one octet after the longest; `nil` when there is none.
  mutating func next() -> [UInt8]? {
    var line: [UInt8] = []
    var hasOctets = false
    while true {
      if position == buffer.count { fill() }
      if isAtEnd { return hasOctets ? line : nil }
      hasOctets = true
      let rest = buffer[position...]
      let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
      line += rest[..<end].prefix(max(0, longest + 1 - line.count))
      position = end
      if end < rest.endIndex {
        position += 1
        return line
      }
    }
  }

  private mutating func fill() {
    position = 0
    buffer = [UInt8](unsafeUninitializedCapacity: 1 << 16) { octets, count in
      var read: Int
      repeat {
        read = Foundation.read(STDIN_FILENO, octets.baseAddress, octets.count)
      } while read < 0 && errno == EINTR
      count = max(0, read)
    }
    isAtEnd = buffer.isEmpty
  }
}
