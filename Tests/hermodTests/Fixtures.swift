import Foundation
import LocalAPI
import Messaging

@testable import hermod

/// Values that the golden outputs are made of.
enum Fixture {
  /// 2026-05-03 09:41:00 UTC.
  static let now: Int64 = 1_777_801_260

  static func time(secondsAgo: Int64) -> WireTime {
    WireTime(Timestamp(seconds: now - secondsAgo))
  }

  static func style(width: Int, isRich: Bool = false) -> Style {
    Style(
      width: width,
      isRich: isRich,
      timeZone: .gmt,
      now: Date(timeIntervalSince1970: Double(now))
    )
  }

  static let modems: [ModemView] = [
    ModemView(
      name: "front-desk",
      state: .ready,
      imei: "356938035643809",
      iccid: "8944110068250270009",
      operator: "Vodafone UK",
      signalDBm: -71,
      registration: "home",
      device: "/dev/ttyUSB2",
      sentToday: 128,
      failedToday: 1,
      limitPerDay: 200,
      limitLeft: 72,
      perMinute: 4.26
    ),
    ModemView(
      name: "modem-4809",
      state: .paused,
      reason:
        "the SIM was refused by the network four times in a row; it rests, and is tried again",
      until: time(secondsAgo: -900),
      iccid: "8944200012345678901",
      operator: "O2 - UK",
      signalDBm: -103,
      registration: "roaming",
      sentToday: 7
    ),
    ModemView(name: "back", state: .absent),
  ]

  /// A firmware about whose record of the last reference this is known.
  static func firmware(
    agreements: Int = 0,
    disagreements: Int = 0,
    advances: Int = 0
  ) -> FirmwareView {
    FirmwareView(
      manufacturer: "Quectel",
      model: "EC25",
      revision: "EC25EFAR06A06M4G",
      isTrusted: agreements >= 20 && disagreements == 0 && advances > 0,
      agreements: agreements,
      disagreements: disagreements,
      unansweredAdvances: advances
    )
  }

  static let queue = QueueSummary(
    classes: [
      ClassSummary(
        messageClass: .otp,
        states: StateCounts([.queued: 1, .submitting: 1]),
        oldestSeconds: 3
      ),
      ClassSummary(
        messageClass: .notification,
        states: StateCounts([.queued: 1240, .submitting: 1, .unknown: 2]),
        oldestSeconds: 754
      ),
      ClassSummary(messageClass: .marketing, isPaused: true, states: StateCounts([.queued: 40])),
    ],
    drainsInSeconds: 5400
  )

  static let busy = StatusReport(
    state: .degraded,
    reasons: [
      "modem-4809 is paused",
      "back is not plugged in; it was seen last on 2 May at 18:04 on the hub behind the printer",
    ],
    version: "1.0.0",
    startedAt: time(secondsAgo: 90_000),
    queue: queue,
    modems: modems,
    optOutsToday: 3,
    spending: SpendingView(
      currency: "EUR",
      today: .init(spent: 3.2, budget: 10),
      thisMonth: .init(spent: 47.155, budget: 50)
    ),
    disk: DiskView(path: "/var/lib/hermod", freeBytes: 12_340_000_000, totalBytes: 64_000_000_000)
  )

  static let withoutModem = StatusReport(
    state: .down,
    reasons: ["there is no modem"],
    version: "1.0.0",
    startedAt: time(secondsAgo: 42),
    queue: QueueSummary(),
    discovery: DiscoveryView(
      lookedFor: [
        "USB modems: serial ports of the drivers option, qcserial, sierra and cdc_acm, through udev",
        "/dev/ttyS1, named front-desk in /etc/hermod/hermod.toml",
      ],
      ignored: [
        .init(
          device: "/dev/ttyUSB0",
          reason: "a USB bridge of the driver ch341 may be anything; name it in the configuration"
        )
      ]
    )
  )

  static func message(
    _ id: String,
    _ state: MessageState,
    text: String = "Your table is ready",
    secondsAgo: Int64 = 60
  ) -> MessageView {
    MessageView(
      id: identifier(id),
      state: state,
      to: "+447700900123",
      messageClass: .notification,
      text: text,
      encoding: "gsm7",
      segments: 1,
      segmentsSent: state == .sent || state == .delivered ? 1 : 0,
      modem: state == .queued ? nil : "front-desk",
      acceptedAt: time(secondsAgo: secondsAgo),
      updatedAt: time(secondsAgo: secondsAgo - 1),
      submitter: .init(uid: 1000, via: "api")
    )
  }

  static func identifier(_ text: String) -> MessageID {
    guard let id = MessageID(text) else { preconditionFailure("\(text) is not an id") }
    return id
  }

  static let list = MessageList(
    messages: [
      message("01J0000000000000000000000A", .queued, text: "Your code is 123456", secondsAgo: 2),
      message(
        "01J0000000000000000000000B",
        .delivered,
        text: "One\nTwo \u{1B}[31mred",
        secondsAgo: 90
      ),
      message(
        "01J0000000000000000000000C",
        .unknown,
        text: "您的包裹已到达,请到前台领取。谢谢您的光临",
        secondsAgo: 90_000
      ),
    ],
    next: "01J0000000000000000000000C"
  )

  static var story: MessageView {
    var message = message("01J0000000000000000000000D", .sent, text: "A long text\nof two lines")
    message.segments = 2
    message.segmentsSent = 1
    message.reference = "order 7"
    message.expiresAt = time(secondsAgo: -86_340)
    message.segmentDetails = [
      SegmentView(
        number: 1,
        state: .delivered,
        messageReference: 64,
        sentAt: time(secondsAgo: 57),
        reportStatus: 0,
        report: "received by the phone",
        reportedAt: time(secondsAgo: 50)
      ),
      SegmentView(number: 2, state: .queued),
    ]
    message.attempts = [
      AttemptView(
        number: 1,
        segment: 1,
        modem: "back",
        startedAt: time(secondsAgo: 60),
        endedAt: WireTime(Timestamp(milliseconds: (now - 60) * 1000 + 1250)),
        outcome: .refused,
        detail: "+CMS ERROR: 38, network out of order"
      ),
      AttemptView(
        number: 2,
        segment: 1,
        modem: "front-desk",
        startedAt: time(secondsAgo: 59),
        endedAt: time(secondsAgo: 57),
        outcome: .accepted,
        messageReference: 64
      ),
    ]
    message.history = [
      HistoryView(at: time(secondsAgo: 60), state: .queued, by: "uid:1000"),
      HistoryView(at: time(secondsAgo: 60), state: .submitting, by: "back"),
      HistoryView(at: time(secondsAgo: 59), state: .submitting, by: "front-desk"),
      HistoryView(
        at: time(secondsAgo: 58),
        state: .queued,
        reason: "tried again; it was failed",
        by: "token:shop"
      ),
      HistoryView(at: time(secondsAgo: 57), state: .sent, reason: "the service centre has it"),
    ]
    return message
  }
}
