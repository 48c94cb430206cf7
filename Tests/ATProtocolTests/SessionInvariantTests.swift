import Foundation
import Messaging
import Testing

@testable import ATProtocol

/// Everything that can happen to a session, in every order to some depth, against its promises.
@Suite struct SessionInvariantTests {
  static let isLong = ProcessInfo.processInfo.environment["HERMOD_LONG"] != nil

  static let pdu = ReceivedPDU(
    location: StorageLocation(memory: "ME", index: 3),
    hexadecimal: ModemSessionTests.pdu
  )

  static func said(_ text: String) -> SessionInput { .received(Array(text.utf8)) }

  static func submission(_ token: UInt64) -> SegmentSubmission? {
    SegmentSubmission(
      token: token,
      length: 20,
      hexadecimal: "00" + String(repeating: "11", count: 20),
      hasMore: false
    )
  }

  static let inputs: [SessionInput] = [
    said("\r\nOK\r\n"), said("\r\nERROR\r\n"), said("\r\n> "), said("\r\n+CMGS: 7\r\n"),
    said("\r\n+CMTI: \"ME\",3\r\n"), said("\r\n+CMGR: 0,,24\r\n\(ModemSessionTests.pdu)\r\n"),
    said("\r\nRDY\r\n"), said("\r\n+CMS ERROR: 310\r\n"), .attemptRecorded(token: 1),
    .attemptRefused(token: 1, .optedOut), .stored(pdu), .deadline, .hungUp, .finish, .abandon,
    .restart,
  ]

  /// What has happened before everything is tried.
  static let beginnings: [(name: String, inputs: [SessionInput])] = [
    ("a segment is to be submitted", []),
    ("the prompt has come", [said("\r\n> ")]),
    ("Ctrl-Z is written", [said("\r\n> "), .attemptRecorded(token: 1)]),
    ("it has no answer", [said("\r\n> "), .attemptRecorded(token: 1), .deadline]),
    ("ESC is written", [said("\r\n> "), .attemptRefused(token: 1, .optedOut)]),
    (
      "the modem has reset under Ctrl-Z",
      [said("\r\n> "), .attemptRecorded(token: 1), said("\r\nRDY\r\n")]
    ),
    (
      "a message is being read",
      [
        said("\r\n> "), .attemptRecorded(token: 1), said("\r\n+CMGS: 7\r\n\r\nOK\r\n"),
        said("\r\n+CMTI: \"ME\",3\r\n"),
      ]
    ),
    (
      "a message is being stored",
      [
        said("\r\n> "), .attemptRecorded(token: 1), said("\r\n+CMGS: 7\r\n\r\nOK\r\n"),
        said("\r\n+CMTI: \"ME\",3\r\n"),
        said("\r\n+CMGR: 0,,24\r\n\(ModemSessionTests.pdu)\r\n\r\nOK\r\n"),
      ]
    ),
  ]

  /// A session that is ready and has a segment to submit, and to which this has happened.
  static func watch(_ beginning: [SessionInput]) -> SessionWatch {
    let ready = ModemSessionTests.ready()
    var watch = SessionWatch(ready.session, at: ready.now + .seconds(1))
    if let submission = submission(1) { watch.hand(.submit(submission)) }
    for input in beginning { step(input, &watch) }
    return watch
  }

  static func step(_ input: SessionInput, _ watch: inout SessionWatch) {
    if case .deadline = input { watch.passTime() } else { watch.hand(input) }
  }

  /// Tries every sequence of inputs up to a length.
  ///
  /// - Returns: How many there were.
  static func explore(_ watch: SessionWatch, depth: Int, _ path: [Int] = []) -> Int {
    if let fault = watch.faults.first {
      Issue.record("\(fault): \(path.map { inputs[$0] })")
      return 1
    }
    guard path.count < depth else { return 1 }
    var tried = 1
    for (place, input) in inputs.enumerated() {
      var next = watch
      step(input, &next)
      tried += explore(next, depth: depth, path + [place])
    }
    return tried
  }

  @Test(arguments: beginnings.indices)
  func everySequenceOfInputsKeepsThePromises(beginning: Int) {
    let depth = Self.isLong ? 5 : 3
    let start = Self.watch(Self.beginnings[beginning].inputs)
    let tried = Self.explore(start, depth: depth)
    // One sequence of no inputs, 16 of one, and so on.
    #expect(tried == (0...depth).reduce(0) { count, _ in count * 16 + 1 })
  }

  /// A small generator, so that a failing walk can be walked again.
  struct Steps {
    var state: UInt64

    mutating func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
  }

  @Test(arguments: 1...8)
  func longWalksKeepThePromises(seed: UInt64) {
    var steps = Steps(state: seed)
    for _ in 0..<(Self.isLong ? 2000 : 100) {
      let octets = (0..<steps.next(400)).map { _ in UInt8(steps.next(256)) }
      if let fault = SessionFuzzCheck.fault(octets) {
        Issue.record("\(fault): \(octets)")
        return
      }
    }
  }

  @Test("The watch sees what it is there to see")
  func theWatchIsAwake() throws {
    // A session without its record stands for one that writes Ctrl-Z unasked.
    let submission = try #require(Self.submission(1))
    var ready = ModemSessionTests.ready()
    _ = ready.session.receive(.submit(submission), at: ready.now + .seconds(1))
    _ = ready.session.receive(Self.said("\r\n> "), at: ready.now + .seconds(1))
    var watch = SessionWatch(ready.session, at: ready.now + .seconds(1))
    watch.hand(.attemptRecorded(token: 1))
    #expect(watch.faults.contains("Ctrl-Z without a record"))
  }

  @Test func whatFuzzingOfSessionsFoundStaysFixed() throws {
    let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var tried = 0
    for folder in ["Corpus", "FailCases"] {
      let path = top.appending(path: "Fuzz/\(folder)/FuzzSession").path(percentEncoded: false)
      let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      for name in names.sorted() {
        let octets = Array(try Data(contentsOf: URL(filePath: "\(path)/\(name)")))
        #expect(SessionFuzzCheck.fault(octets) == nil, "\(name)")
        tried += 1
      }
    }
    #expect(tried > 0)
  }
}
