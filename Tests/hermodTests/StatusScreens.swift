import LocalAPI
import Messaging

@testable import hermod

/// The states of a gateway whose screens are kept in `Screens/`.
enum StatusScreen: String, CaseIterable, Sendable {
  /// Everything works, and there is something to do.
  case ok
  /// One modem of three is paused and one is gone.
  case degraded
  /// Modems there are, and none can send.
  case down
  /// Nothing is plugged in.
  case noModem = "no-modem"
  /// SIMs with limits: one has reached its own, one keeps the rest for what is urgent.
  case limits
  /// The rules keep messages back until the morning.
  case quiet
  /// Names and numbers as long as they come.
  case crowded

  /// What the daemon answers.
  var report: StatusReport {
    switch self {
    case .ok: Self.report(.ok, [Self.frontDesk, Self.back], Self.queue(waiting: 12, drains: 170))
    case .degraded: Fixture.busy
    case .down: Self.broken
    case .noModem: Fixture.withoutModem
    case .limits: Self.limited
    case .quiet: Self.report(.ok, [Self.frontDesk], Self.quietQueue)
    case .crowded: Self.full
    }
  }

  private static let frontDesk = ModemView(
    name: "front-desk",
    state: .sending,
    iccid: "8944110068250270009",
    operator: "Vodafone UK",
    signalDBm: -71,
    registration: "home",
    device: "/dev/ttyUSB2",
    sentToday: 128,
    failedToday: 1,
    perMinute: 4.26
  )

  private static let back = ModemView(
    name: "back",
    state: .ready,
    iccid: "8944200012345678901",
    operator: "O2 - UK",
    signalDBm: -95,
    registration: "roaming",
    sentToday: 7,
    perMinute: 0.2
  )

  private static func report(
    _ state: StatusReport.State,
    _ modems: [ModemView],
    _ queue: QueueSummary,
    reasons: [String] = []
  ) -> StatusReport {
    StatusReport(
      state: state,
      reasons: reasons,
      version: "1.0.0",
      startedAt: Fixture.time(secondsAgo: 7_260),
      queue: queue,
      modems: modems,
      optOutsToday: 1,
      disk: DiskView(path: "/var/lib/hermod", freeBytes: 640_000_000, totalBytes: 64_000_000_000)
    )
  }

  private static func queue(waiting: Int, drains: Int? = nil) -> QueueSummary {
    QueueSummary(
      classes: [
        ClassSummary(
          messageClass: .notification,
          states: StateCounts([.queued: waiting, .submitting: 1]),
          oldestSeconds: 95
        )
      ],
      drainsInSeconds: drains
    )
  }

  private static var quietQueue: QueueSummary {
    QueueSummary(classes: [
      ClassSummary(
        messageClass: .notification,
        states: StateCounts([.queued: 1]),
        oldestSeconds: 600,
        keptBack: KeptBackView(
          count: 1,
          until: Fixture.time(secondsAgo: -3600),
          reason: "1 a day for notification messages to one recipient, until 3 May 10:41"
        )
      ),
      ClassSummary(
        messageClass: .marketing,
        states: StateCounts([.queued: 1300]),
        oldestSeconds: 36_000,
        keptBack: KeptBackView(
          count: 1250,
          until: Fixture.time(secondsAgo: -82_740),
          reason: "quiet hours until 4 May 08:40"
        )
      ),
    ])
  }

  private static var broken: StatusReport {
    let denied = ModemView(
      name: "front-desk",
      state: .searching,
      reason: "the network refuses the SIM (registration denied)",
      iccid: "8944110068250270009",
      signalDBm: -113,
      registration: "denied"
    )
    let locked = ModemView(
      name: "modem-4809",
      state: .pinRequired,
      reason: "the SIM wants its PIN",
      imei: "356938035644809",
      device: "/dev/ttyUSB5"
    )
    return report(
      .down,
      [denied, locked],
      queue(waiting: 3),
      reasons: [denied, locked].map { "\($0.name) is \($0.state.rawValue): \($0.reason ?? "")" }
    )
  }

  private static var limited: StatusReport {
    var spent = frontDesk
    spent.state = .paused
    spent.reason = "200 of 200 segments a day"
    spent.until = Fixture.time(secondsAgo: -51_540)
    (spent.limitPerDay, spent.limitLeft, spent.limits) = (200, 0, "200 segments a day")
    spent.perMinute = nil
    var urgentOnly = back
    urgentOnly.reason = "90 of 100 segments a day, the rest is for otp and alert"
    urgentOnly.until = Fixture.time(secondsAgo: -51_540)
    (urgentOnly.limitPerDay, urgentOnly.limitLeft) = (100, 10)
    urgentOnly.limits = "8 segments a minute, 100 segments a day"
    return report(
      .degraded,
      [spent, urgentOnly],
      queue(waiting: 31),
      reasons: ["front-desk is paused: 200 of 200 segments a day"]
    )
  }

  private static var full: StatusReport {
    let modem = ModemView(
      name: "warehouse-north-loading-dock-2",
      state: .initialising,
      iccid: "8944110068250270009",
      operator: "Deutsche Telekom Global",
      signalDBm: -109,
      registration: "searching",
      sentToday: 12_345,
      failedToday: 1234,
      limitPerDay: 20_000,
      limitLeft: 7655,
      limits: "20000 segments a day",
      perMinute: 128.44
    )
    return report(.ok, [modem, frontDesk], queue(waiting: 1_234_567, drains: 578_000))
  }
}
