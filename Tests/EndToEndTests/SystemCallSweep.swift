import FakeGateway
import Foundation
import Glibc
import Testing

/// A way through the gateway that is struck.
enum StruckJourney: String, CaseIterable, Sendable {
  /// A file becomes a message, and is sent.
  case file
  /// A file becomes a message of three segments, and is sent.
  case long
  /// A request under a key becomes a message, and is sent.
  case request
  /// A message is received.
  case receipt
  /// The gateway starts, and finds a file and a received message.
  case restart
}

/// What is struck in a sweep, and how.
struct SystemCallFault: CustomTestStringConvertible, Sendable {
  var journey: StruckJourney
  var call: StruckCall
  var effect: StruckEffect

  var testDescription: String { "\(journey.rawValue): \(call) \(effect)" }
}

/// One sweep: a laboratory in which message after message meets the fault at another point.
final class SystemCallSweep {
  /// One file, request or received message, and where it met the fault.
  private struct Traveller {
    var number: Int
    var journey: StruckJourney
    var fault: String
    /// The id that the gateway has given, for a request.
    var id: String?
  }

  private let laboratory: Laboratory
  private let program: StruckProgram
  private let fault: SystemCallFault
  private var travellers: [Traveller] = []
  /// A text of three segments, no two of them alike.
  private static let long = (1...60).map { "\($0)" }.joined(separator: " and ")
  /// Those whose end has not been seen.
  private var open: [Traveller] = []

  init(_ fault: SystemCallFault) throws {
    self.fault = fault
    laboratory = try Laboratory(modems: 1, gateway: "answer_deadline = 1")
    program = try StruckProgram(in: laboratory.directory)
  }

  /// How often the call is made on the whole journey.
  func count() throws -> Int {
    try travel("nothing") { program.arm(fault.call, nil) }
    return program.count(of: fault.call)
  }

  /// One journey, on which the call at a certain place meets the fault.
  ///
  /// - Parameter point: Which of the calls, from 1.
  /// - Returns: Where it was: `intake`, `submission`, `receipt` or `restart`; nil where the journey
  ///   came to its end without so many calls.
  /// - Throws: What the file system or the process says.
  func strike(at point: Int) throws -> String? {
    try travel("\(fault.testDescription) at \(point)") {
      program.arm(fault.call, fault.effect, at: point)
    }
    guard program.wasStruck else { return nil }
    switch fault.journey {
    case .file, .long, .request: return program.wasHanded ? "submission" : "intake"
    case .receipt, .restart: return fault.journey.rawValue
    }
  }

  private func travel(_ description: String, arm: () -> Void) throws {
    try ensureReady()
    if fault.journey == .restart {
      laboratory.end(SIGKILL)
      try depart(.file, description)
      try depart(.receipt, description)
      // At its start, the gateway takes only files that were left alone for a while.
      try laboratory.age("m\(travellers.count - 1)")
      arm()
      try start()
    } else {
      arm()
      try depart(fault.journey, description)
    }
    try laboratory.eventually("it ends, or all is done; \(description)") {
      laboratory.daemon?.isRunning == false || hasSettled()
    }
    program.disarm()
    // Whoever watches over it starts it again, and each journey has its end before the next begins.
    try laboratory.eventually("all comes to its end; \(description), \(program.place)") {
      if laboratory.daemon?.isRunning == false { try start() }
      return hasSettled()
    }
  }

  private func start() throws {
    laboratory.end(SIGKILL)
    try laboratory.start(with: program.variables)
  }

  private func ensureReady() throws {
    try laboratory.eventually("the modem is ready") {
      // It may still be on its way out after a fault.
      if laboratory.daemon?.isRunning != true { try start() }
      return laboratory.readyModems == 1
    }
  }

  private func depart(_ journey: StruckJourney, _ description: String) throws {
    let number = travellers.count + 1
    var traveller = Traveller(number: number, journey: journey, fault: description)
    switch journey {
    case .file, .long, .restart:
      try laboratory.drop(
        "m\(number)",
        "To: +4477009\(10_000 + number)\n\n\(journey == .long ? Self.long : "Hi")\n"
      )
    case .request: traveller.id = post(number)
    case .receipt:
      try laboratory.simulate("receive modem1 +4477009\(20_000 + number) reply \(number)")
    }
    travellers.append(traveller)
    open.append(traveller)
  }

  /// Asks for a message under its key; the id, or nil where there was no answer.
  private func post(_ number: Int) -> String? {
    let reply = RawHTTP.post(
      "/v1/messages",
      headers: ["Idempotency-Key: key-\(number)"],
      body: #"{"to": "+4477009\#(10_000 + number)", "text": "Hi"}"#,
      to: laboratory.socket
    )
    guard reply.status == 202 else { return nil }
    return member("id", of: reply.body)
  }

  private func member(_ name: String, of text: String) -> String? {
    let object = try? JSONSerialization.jsonObject(with: Data(text.utf8))
    return (object as? [String: Any])?[name] as? String
  }

  /// Whether everything that set out has arrived; who got no answer asks again under the same key.
  private func hasSettled() -> Bool {
    open = open.compactMap { traveller in
      var traveller = traveller
      if traveller.journey == .request, traveller.id == nil {
        traveller.id = post(traveller.number)
        travellers[traveller.number - 1].id = traveller.id
      }
      return hasArrived(traveller) ? nil : traveller
    }
    return open.isEmpty
  }

  private func hasArrived(_ traveller: Traveller) -> Bool {
    switch traveller.journey {
    case .file, .long, .restart:
      let name = "m\(traveller.number)"
      return ["sent", "unknown"].contains { laboratory.names(in: $0).contains(name) }
    case .request:
      guard let id = traveller.id else { return false }
      let reply = RawHTTP.get("/v1/messages/\(id)", from: laboratory.socket)
      let state = member("state", of: reply.body)
      return state != nil && !["queued", "submitting"].contains(state)
    case .receipt:
      let count = travellers.count { $0.journey == .receipt }
      return laboratory.names(in: "incoming").count >= count && isModemEmpty
    }
  }

  private var isModemEmpty: Bool {
    guard let answer = try? laboratory.simulate("stats") else { return false }
    return answer.contains(#""stored":0"#) && answer.contains(#""waiting":0"#)
  }

  /// Nothing is lost, nothing is there twice, and nothing was claimed that is not so.
  func audit() throws {
    try ensureReady()
    let states = try requestStates()
    laboratory.end()
    let record = Dictionary(grouping: try laboratory.record()) { $0.recipient }
    let incoming = try laboratory.names(in: "incoming").map { name in
      try laboratory.file(name, in: "incoming").split(separator: "\n").last.map(String.init) ?? ""
    }
    let received = Dictionary(grouping: incoming) { $0 }
    let (sent, unknown) = (laboratory.names(in: "sent"), laboratory.names(in: "unknown"))
    for traveller in travellers {
      let fault = Comment(rawValue: "\(traveller.number), \(traveller.fault)")
      guard traveller.journey != .receipt else {
        #expect(received["reply \(traveller.number)"]?.count == 1, "received once: \(fault)")
        continue
      }
      let texts = (record["+4477009\(10_000 + traveller.number)"] ?? []).compactMap(\.text)
      #expect(Set(texts).count == texts.count, "sent once: \(fault)")
      let isWhole = texts.count == (traveller.journey == .long ? 3 : 1)
      let name = "m\(traveller.number)"
      let state = states[traveller.number]
      #expect(isWhole || unknown.contains(name) || state == "unknown", "lost: \(fault)")
      #expect(isWhole || !sent.contains(name) && state != "sent", "called sent: \(fault)")
    }
    #expect(laboratory.names(in: "outgoing") == [])
    #expect(laboratory.names(in: "rejected") == [])
    #expect(laboratory.names(in: "failed") == [])
  }

  /// The state of each message that was asked for, by its number.
  private func requestStates() throws -> [Int: String] {
    var states: [Int: String] = [:]
    for traveller in travellers {
      guard let id = traveller.id else { continue }
      let reply = RawHTTP.get("/v1/messages/\(id)", from: laboratory.socket)
      states[traveller.number] = member("state", of: reply.body)
    }
    return states
  }
}
