import FoundationEssentials
import LocalAPI
import Messaging
import Testing

/// The JSON that other people build on: changing one of these texts is a release note.
@Suite struct WireFormTests {
  private static let time = WireTime(Timestamp(milliseconds: 1_777_801_260_000))

  private static func text(_ value: some Encodable) throws -> String {
    String(decoding: try WireJSON.encode(value), as: UTF8.self)
  }

  @Test func `a modem has all its members, null where nothing is known`() throws {
    let modem = ModemView(name: "front-desk", state: .pinRequired)
    #expect(
      try Self.text(modem) == """
        {"device":null,"failed_today":0,"firmware":null,"iccid":null,"imei":null,"imsi":null,"limit_left":null,\
        "limit_per_day":null,"limits":null,"name":"front-desk","number":null,"operator":null,"per_minute":null,\
        "quarantined":false,"reason":null,"reason_code":null,"registration":null,"sent_today":0,"service_centre":null,"signal_dbm":null,"state":"pin-required","until":null}
        """
    )
  }

  @Test func `a modem that says less than this version knows is read`() throws {
    let data = Data(#"{"name":"a","state":"ready","sent_today":1,"failed_today":0}"#.utf8)
    let modem = try WireJSON.decode(ModemView.self, from: data)
    #expect(modem == ModemView(name: "a", state: .ready, sentToday: 1))
  }

  @Test(
    arguments: zip(
      ModemView.State.allCases,
      [
        "absent", "probing", "initialising", "pin-required", "searching", "ready", "sending",
        "waiting", "paused", "recovering", "failed",
      ]
    )
  )
  func `the states of a modem are those of the contract`(state: ModemView.State, name: String) {
    #expect(state.rawValue == name)
  }

  @Test func `the queue is counted by class and state, with totals and the oldest`() throws {
    let queue = QueueSummary(classes: [
      ClassSummary(
        messageClass: .marketing,
        isPaused: true,
        states: StateCounts([.queued: 40]),
        oldestSeconds: 9
      ),
      ClassSummary(
        messageClass: .otp,
        states: StateCounts([.queued: 1, .submitting: 1]),
        oldestSeconds: 30
      ),
    ])
    #expect(queue.classes.map(\.messageClass) == MessageClass.allCases)
    let text = try Self.text(queue)
    #expect(text.contains(#""oldest_seconds":30,"states":{"cancelled":0,"#))
    #expect(
      text.hasPrefix(
        #"{"classes":{"alert":{"kept_back":null,"oldest_seconds":null,"paused":false,"states":{"#
      )
    )
    #expect(queue.states[.queued] == 41)
    #expect(try WireJSON.decode(QueueSummary.self, from: Data(text.utf8)) == queue)
  }

  @Test func `the status report comes back as it was written`() throws {
    let report = StatusReport(
      state: .degraded,
      reasons: ["one modem is away"],
      version: "1.0.0",
      startedAt: Self.time,
      queue: QueueSummary(drainsInSeconds: 60),
      modems: [
        ModemView(
          name: "a",
          state: .paused,
          reason: "bulk window",
          until: Self.time,
          imei: "1",
          iccid: "2",
          imsi: "3",
          number: "+447700900001",
          serviceCentre: "+447785016005",
          operator: "O2",
          signalDBm: -77,
          registration: "home",
          device: "/dev/ttyUSB0",
          sentToday: 4,
          failedToday: 5,
          limitPerDay: 6,
          limitLeft: 2,
          limits: "6 segments a day",
          perMinute: 1.5,
          firmware: FirmwareView(
            manufacturer: "Quectel",
            model: "EC25",
            revision: "06A04",
            isTrusted: true,
            agreements: 31,
            disagreements: 0,
            unansweredAdvances: 2
          )
        )
      ],
      discovery: DiscoveryView(
        udev: false,
        lookedFor: ["option"],
        ignored: [.init(device: "/dev/ttyUSB1", reason: "a bridge")]
      ),
      optOutsToday: 3,
      spending: SpendingView(currency: "EUR", today: .init(spent: 0.07, budget: 12.5)),
      disk: DiskView(path: "/var/lib/hermod", freeBytes: 1, totalBytes: 2)
    )
    let data = try WireJSON.encode(report)
    #expect(try WireJSON.decode(StatusReport.self, from: data) == report)
    let text = String(decoding: data, as: UTF8.self)
    for member in [
      #""started_at":"2026-05-03T09:41:00.000Z""#, #""until":"2026-05-03T09:41:00.000Z""#,
      #""optouts_today":3"#, #""looked_for":["option"]"#, #""free_bytes":1"#,
      #""drains_in_seconds":60"#,
      #""spending":{"currency":"EUR","this_month":null,"today":{"budget":12.5,"spent":0.07}}"#,
    ] {
      #expect(text.contains(member), "\(member)")
    }
  }

  @Test func `a message comes back with its whole story`() throws {
    let id = try #require(MessageID("01J0000000000000000000000Z"))
    let message = MessageView(
      id: id,
      state: .sent,
      reason: "r",
      to: "+447700900123",
      messageClass: .otp,
      text: "Hi",
      encoding: "gsm7",
      segments: 2,
      segmentsSent: 1,
      modem: "a",
      requestedModem: "a",
      acceptedAt: Self.time,
      updatedAt: Self.time,
      notBefore: Self.time,
      expiresAt: Self.time,
      reference: "order 7",
      duplicates: .allow,
      possibleDuplicate: true,
      submitter: .init(uid: 1000, via: "api"),
      segmentDetails: [
        SegmentView(
          number: 1,
          state: .delivered,
          messageReference: 64,
          sentAt: Self.time,
          reportStatus: 0,
          report: "received",
          reportedAt: Self.time
        )
      ],
      attempts: [
        AttemptView(
          number: 1,
          segment: 1,
          modem: "a",
          iccid: "2",
          startedAt: Self.time,
          endedAt: Self.time,
          outcome: .accepted,
          messageReference: 64
        )
      ],
      history: [HistoryView(at: Self.time, state: .queued, by: "uid 1000")]
    )
    let data = try WireJSON.encode(message)
    #expect(try WireJSON.decode(MessageView.self, from: data) == message)
    let text = String(decoding: data, as: UTF8.self)
    for member in [
      #""class":"otp""#, #""segments":2"#, #""segments_sent":1"#, #""possible_duplicate":true"#,
      #""message_reference":64"#, #""accepted_at":"2026"#, #""outcome":"accepted""#,
    ] {
      #expect(text.contains(member), "\(member)")
    }
  }

  @Test func `the lists call their members as the routes do`() throws {
    #expect(
      try Self.text(OptOutCheck(number: "+1", optOuts: []))
        == #"{"number":"+1","opted_out":false,"optouts":[]}"#
    )
    #expect(try Self.text(OptOutList(optOuts: [])) == #"{"next":null,"optouts":[]}"#)
    #expect(try Self.text(MessageList(messages: [])) == #"{"messages":[],"next":null}"#)
    #expect(
      try Self.text(Inbox(messages: [], next: "7")) == #"{"from":null,"messages":[],"next":"7"}"#
    )
    #expect(try Self.text(ModemList(modems: [])) == #"{"modems":[]}"#)
  }

  @Test func `a problem says type, title, status and detail (RFC 9457 §3.1)`() throws {
    let problem = ProblemDocument.invalid(field: "to", "there is no recipient")
    #expect(
      try Self.text(problem) == """
        {"detail":"to: there is no recipient","field":"to","status":422,\
        "title":"The request cannot be carried out","type":"urn:hermod:problem:invalid"}
        """
    )
    #expect(problem.kind == .invalid)
  }

  @Test(arguments: ProblemDocument.Kind.allCases)
  func `every kind of problem is an error of HTTP and is read back`(
    kind: ProblemDocument.Kind
  ) {
    #expect((400..<600).contains(kind.status))
    #expect(ProblemDocument(kind, "x").kind == kind)
  }
}
