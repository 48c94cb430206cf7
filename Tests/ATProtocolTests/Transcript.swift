import Messaging

@testable import ATProtocol

/// A dialogue between a session and a modem, as a file holds it.
///
/// Each line begins with a sign and a space:
/// - `#` says something about the device;
/// - `>` is what the session writes, `<` what the modem sends, both with escapes as `\r` and `\x1B`;
/// - `!` is what the gateway says: `opened`, `submit 1`, `recorded 1`, `refused 1`, `stored`,
///   `may try the PIN`;
/// - `~` lets time pass until the session's deadline;
/// - `=` is what the session wants done, other than writing;
/// - `?` is a fact, and what the session knows of it at the end.
struct Transcript {
  /// What a line is.
  enum Line: Equatable {
    case written([UInt8])
    case sent([UInt8])
    case said(String)
    case timePasses
    case wanted(String)
    case fact(name: String, value: String)
  }

  /// Why a text is no transcript.
  struct SyntaxError: Error {
    let line: Int
  }

  var lines: [Line] = []

  init(_ text: String) throws {
    for (number, line) in text.split(separator: "\n").enumerated() {
      let rest = String(line.dropFirst(2))
      switch line.first {
      case "#": continue
      case ">": lines.append(.written(Self.octets(rest)))
      case "<": lines.append(.sent(Self.octets(rest)))
      case "!": lines.append(.said(rest))
      case "~": lines.append(.timePasses)
      case "=": lines.append(.wanted(rest))
      case "?":
        let words = rest.split(separator: " ", maxSplits: 1).map(String.init)
        guard words.count == 2 else { throw SyntaxError(line: number + 1) }
        lines.append(.fact(name: words[0], value: words[1]))
      case _: throw SyntaxError(line: number + 1)
      }
    }
  }

  /// Text with its escapes undone.
  static func octets(_ text: String) -> [UInt8] {
    var octets: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let octet = rest.popFirst() {
      guard octet == 0x5C, let kind = rest.popFirst() else {
        octets.append(octet)
        continue
      }
      switch kind {
      case 0x72: octets.append(0x0D)
      case 0x6E: octets.append(0x0A)
      case 0x78:
        let digits = String(decoding: rest.prefix(2), as: UTF8.self)
        octets.append(UInt8(digits, radix: 16) ?? 0x3F)
        rest = rest.dropFirst(2)
      case _: octets.append(kind)
      }
    }
    return octets
  }

  /// Octets with escapes, as they stand in a file.
  static func text(_ octets: [UInt8]) -> String {
    var result = octets.reduce(into: "") { text, octet in
      switch octet {
      case 0x0D: text += "\\r"
      case 0x0A: text += "\\n"
      case 0x5C: text += "\\\\"
      case 0x20...0x7E: text.unicodeScalars.append(Unicode.Scalar(octet))
      case _: text += "\\x" + (octet < 16 ? "0" : "") + String(octet, radix: 16, uppercase: true)
      }
    }
    // A space at the end of a line does not live long.
    if result.hasSuffix(" ") { result = result.dropLast() + "\\x20" }
    return result
  }

  /// What the session wants done, in a line; nil for writing, and for facts, which are told at the
  /// end.
  static func text(_ action: SessionAction) -> String? {
    switch action {
    case .write, .learned, .simIsSettled: nil
    case .recordAttempt(let token): "record \(token)"
    case .finished(let token, let outcome): "finished \(token) \(text(outcome))"
    case .lateProof(let token, let reference): "late proof \(token) \(reference)"
    case .conflictingAnswers(let older, let newer): "conflicting answers \(older) \(newer)"
    case .store(let pdu): "store \(text(pdu.location)) \(pdu.hexadecimal)"
    case .deleted(let location): "deleted \(text(location))"
    case .pinIsDue(let sim, let tries): "PIN due \(sim ?? "-") \(tries.map(String.init) ?? "-")"
    case .pinAnswered(let sim, let wasTaken):
      "PIN \(wasTaken ? "taken" : "refused") \(sim ?? "-")"
    case .answered(let id, let answer): "answered \(id) \(answer)"
    case .call(let number): "call \(number ?? "-")"
    case .lastUsedReference(let value, let agrees):
      "reference \(value) \(agrees.map { $0 ? "agrees" : "disagrees" } ?? "-")"
    case .restarting: "restarting"
    case .phase(.blocked(let reason)): "phase blocked \(reason.rawValue)"
    case .phase(.searching(let status)): "phase searching \(status.map { "\($0)" } ?? "-")"
    case .phase(let phase): "phase \(phase)"
    case .ready: "ready"
    case .ended(let failure): "ended \(failure.map { "\($0)" } ?? "-")"
    }
  }

  static func text(_ outcome: SubmissionOutcome) -> String {
    switch outcome {
    case .accepted(let reference): "accepted \(reference)"
    case .refused(let error): "refused \(error)"
    case .notSubmitted(let reason): "not submitted: \(reason.rawValue)"
    case .unknown(let reason): "unknown: \(reason.rawValue)"
    }
  }

  static func text(_ location: StorageLocation?) -> String {
    location.map { "\($0.memory) \($0.index)" } ?? "routed"
  }

  /// The facts that a transcript may state, by name.
  static func facts(_ session: ModemSession) -> [(name: String, value: String)] {
    let facts = session.facts
    let all: [(String, String?)] = [
      ("manufacturer", facts.manufacturer), ("model", facts.model), ("revision", facts.revision),
      ("imei", facts.imei), ("iccid", facts.iccid), ("imsi", facts.imsi),
      ("number", facts.ownNumber), ("centre", facts.serviceCentre),
      ("operator", facts.operatorName), ("dBm", facts.signal.map(String.init)),
      ("registration", facts.registration.map { "\($0)" }),
      ("memories", session.memories.joined(separator: " ")),
      (
        "indications",
        facts.indications?.values.map(String.init).joined(separator: ",")
      ),
      ("fill", facts.memoryFill.map { "\($0.used)/\($0.total)" }),
      ("inbound", facts.inboundIsGuaranteed.map { $0 ? "guaranteed" : "not guaranteed" }),
      ("reference", session.lastUsedReference.map { "\($0)" }),
    ]
    return all.compactMap { name, value in value.map { (name, $0) } }
  }

  /// The segment of every transcript.
  static func submission(_ token: UInt64) -> SegmentSubmission? {
    SegmentSubmission(
      token: token,
      length: 18,
      hexadecimal: "0001000B914477009010320000" + "05E8329BFD06",
      hasMore: false
    )
  }
}
