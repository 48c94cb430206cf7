import Foundation
import LocalAPI
import Messaging

/// Times, ages and numbers in the words of the command line.
extension Style {
  /// A moment as short as it can be: the time alone on the day it is now, otherwise with day and
  /// month, and without the time in another year.
  func time(_ time: WireTime) -> String {
    let moment = fields(Self.date(time))
    let today = fields(now)
    let clock = "\(Self.two(moment.hour)):\(Self.two(moment.minute)):\(Self.two(moment.second))"
    guard moment.year == today.year else { return date(moment) }
    if moment.month == today.month && moment.day == today.day { return clock }
    let month = Self.months[((moment.month ?? 1) - 1) % Self.months.count]
    return "\(moment.day ?? 0) \(month) \(clock.prefix(5))"
  }

  /// A moment with its date and seconds.
  func fullTime(_ time: WireTime) -> String {
    let moment = fields(Self.date(time))
    return date(moment)
      + " \(Self.two(moment.hour)):\(Self.two(moment.minute)):\(Self.two(moment.second))"
  }

  /// How long ago a moment was, or how long until it.
  func age(of time: WireTime) -> String {
    Self.span(seconds: Int(abs(now.timeIntervalSince(Self.date(time)))))
  }

  /// A span of time in its one or two largest units.
  static func span(seconds: Int) -> String {
    switch seconds {
    case ..<60: "\(max(0, seconds)) s"
    case ..<3600: "\(seconds / 60) min"
    case ..<86_400:
      seconds / 60 % 60 == 0
        ? "\(seconds / 3600) h" : "\(seconds / 3600) h \(seconds / 60 % 60) min"
    default:
      seconds / 3600 % 24 == 0
        ? "\(seconds / 86_400) d" : "\(seconds / 86_400) d \(seconds / 3600 % 24) h"
    }
  }

  /// Octets in the unit that suits them.
  static func size(_ bytes: Int64) -> String {
    switch bytes {
    case ..<1_000_000: "\(bytes / 1000) kB"
    case ..<1_000_000_000: "\(bytes / 1_000_000) MB"
    default: "\(bytes / 1_000_000_000).\(bytes / 100_000_000 % 10) GB"
    }
  }

  /// A number and what it counts: `1 modem`, `2 modems`.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)" + (number == 1 ? "" : "s")
  }

  /// Who did something: `user 1000` for `uid:1000`, `token shop` for `token:shop`.
  static func account(_ account: String) -> String {
    for (prefix, word) in [("uid:", "user "), ("token:", "token ")] where account.hasPrefix(prefix)
    {
      return word + account.dropFirst(prefix.count)
    }
    return account
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static func date(_ time: WireTime) -> Date {
    Date(timeIntervalSince1970: Double(time.timestamp.milliseconds) / 1000)
  }

  private func fields(_ date: Date) -> DateComponents {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = timeZone
    return calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: date)
  }

  private func date(_ fields: DateComponents) -> String {
    "\(fields.year ?? 0)-\(Self.two(fields.month))-\(Self.two(fields.day))"
  }

  private static func two(_ number: Int?) -> String {
    let number = number ?? 0
    return number < 10 ? "0\(number)" : "\(number)"
  }
}

extension Style.Meaning {
  /// What a message's state means to whoever looks.
  init(_ state: MessageState) {
    switch state {
    case .sent, .delivered: self = .good
    case .queued, .submitting: self = .plain
    case .failed, .undelivered: self = .bad
    case .unknown: self = .warning
    case .withdrawn, .cancelled, .expired, .closed: self = .faint
    }
  }

  /// What a modem's state means to whoever looks.
  init(_ state: ModemView.State) {
    switch state {
    case .ready, .sending: self = .good
    case .probing, .initialising, .searching, .waiting, .paused, .recovering: self = .warning
    case .absent, .pinRequired, .failed: self = .bad
    }
  }

  /// What the headline means to whoever looks.
  init(_ state: StatusReport.State) {
    switch state {
    case .ok: self = .good
    case .degraded: self = .warning
    case .down: self = .bad
    }
  }
}
