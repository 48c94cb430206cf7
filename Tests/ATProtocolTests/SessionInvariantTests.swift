import Messaging
import Testing

@testable import ATProtocol

/// Everything that can happen to a session, in every order to some depth, against its promises.
@Suite struct SessionInvariantTests {
  /// What has been seen of one session, checked as it happens.
  struct Watch {
    var session: ModemSession
    var now: Duration = .zero
    var recorded: Set<UInt64> = []
    var controlZ: [UInt64: Int] = [:]
    var current: UInt64 = 0
    var stored: Set<StorageLocation> = []
    var isPastControlZ = false
    var faults: [String] = []

    mutating func hand(_ input: SessionInput) {
      if case .attemptRecorded(let token) = input { recorded.insert(token) }
      if case .stored(let pdu) = input, let location = pdu.location { stored.insert(location) }
      for action in session.receive(input, at: now) { take(action) }
      if session.reader.pendingOctets > LineReader.longestLine + 70_000 {
        faults.append("the reader keeps \(session.reader.pendingOctets) octets")
      }
      if session.arrivals.count > ModemSession.mostArrivals { faults.append("too many arrivals") }
    }

    mutating func take(_ action: SessionAction) {
      switch action {
      case .write(let octets): check(octets)
      case .recordAttempt(let token): current = token
      case .finished(let token, let outcome):
        isPastControlZ = false
        if case .notSubmitted = outcome, controlZ[token] != nil {
          faults.append("not submitted, after Ctrl-Z")
        }
        if case .unknown = outcome, controlZ[token] == nil {
          faults.append("unknown, before Ctrl-Z")
        }
      case .lateProof, .conflictingAnswers, .store, .deleted, .pinIsDue, .pinAnswered, .answered,
        .call, .restarting, .learned, .phase, .ready, .ended:
        break
      }
    }

    private mutating func check(_ octets: [UInt8]) {
      if isPastControlZ { faults.append("something is written after Ctrl-Z: \(octets)") }
      if octets.contains(0x1A) {
        if octets != [0x1A] { faults.append("Ctrl-Z among other octets") }
        if !recorded.contains(current) { faults.append("Ctrl-Z without a record") }
        controlZ[current, default: 0] += 1
        if controlZ[current] != 1 { faults.append("Ctrl-Z twice") }
        isPastControlZ = true
      }
      let text = String(decoding: octets, as: UTF8.self)
      guard text.hasPrefix("AT+CMGD="), let index = Int(text.dropFirst(8).dropLast()) else {
        return
      }
      if !stored.contains(where: { $0.index == index }) { faults.append("deleted before stored") }
    }
  }

  static let pdu = ReceivedPDU(
    location: StorageLocation(memory: "ME", index: 3),
    hexadecimal: ModemSessionTests.pdu
  )

  static func said(_ text: String) -> SessionInput { .received(Array(text.utf8)) }

  static let inputs: [SessionInput] = [
    said("\r\nOK\r\n"), said("\r\nERROR\r\n"), said("\r\n> "), said("\r\n+CMGS: 7\r\n"),
    said("\r\n+CMTI: \"ME\",3\r\n"), said("\r\n+CMGR: 0,,24\r\n\(ModemSessionTests.pdu)\r\n"),
    said("\r\nRDY\r\n"), said("\r\n+CMS ERROR: 310\r\n"), .attemptRecorded(token: 1),
    .attemptRefused(token: 1, .optedOut), .stored(pdu), .deadline, .hungUp, .finish, .abandon,
    .restart,
  ]

  /// Every sequence of inputs up to this length is tried, from a session that is ready and has a
  /// segment to submit.
  static let depth = 4

  @Test func everySequenceOfInputsKeepsThePromises() throws {
    var ready = ModemSessionTests.ready()
    let submission = try #require(
      SegmentSubmission(
        token: 1,
        length: 20,
        hexadecimal: "00" + String(repeating: "11", count: 20),
        hasMore: false
      )
    )
    ready.now += .seconds(1)
    var watch = Watch(session: ready.session, now: ready.now)
    watch.hand(.submit(submission))
    var tried = 0
    func explore(_ watch: Watch, _ path: [Int]) {
      tried += 1
      if let fault = watch.faults.first {
        Issue.record("\(fault): \(path.map { Self.inputs[$0] })")
      }
      guard path.count < Self.depth, watch.faults.isEmpty else { return }
      for (place, input) in Self.inputs.enumerated() {
        var next = watch
        if case .deadline = input, let due = next.session.nextDeadline {
          next.now = max(next.now, due)
        }
        next.hand(input)
        explore(next, path + [place])
      }
    }
    explore(watch, [])
    #expect(tried > 60_000)
  }

  /// A small generator, so that a failing walk can be walked again.
  struct Steps {
    var state: UInt64

    mutating func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8])
  func longWalksKeepThePromises(seed: UInt64) throws {
    var steps = Steps(state: seed)
    var watch = Watch(session: ModemSession(settings: SessionSettings(pin: "1234")))
    watch.hand(.opened(unresolved: nil))
    var token: UInt64 = 0
    for _ in 0..<4000 {
      switch steps.next(20) {
      case 0...7: watch.hand(Self.inputs[steps.next(Self.inputs.count - 4)])
      case 8...13:
        if let due = watch.session.nextDeadline { watch.now = max(watch.now, due) }
        watch.hand(.deadline)
      case 14:
        watch.hand(.pinDecided(mayTry: steps.next(2) == 0))
      case 15:
        token += 1
        let submission = SegmentSubmission(
          token: token,
          length: 20,
          hexadecimal: "00" + String(repeating: "11", count: 20),
          hasMore: true
        )
        if let submission { watch.hand(.submit(submission)) }
      case 16, 17: watch.hand(.attemptRecorded(token: watch.current))
      default:
        watch.hand(.received((0..<steps.next(80)).map { _ in UInt8(steps.next(256)) }))
      }
      if let fault = watch.faults.first {
        Issue.record("\(fault)")
        return
      }
      if watch.session.nextDeadline == nil {
        watch = Watch(session: ModemSession(settings: SessionSettings(pin: "1234")))
        watch.hand(.opened(unresolved: nil))
        token = 0
      }
    }
  }
}
