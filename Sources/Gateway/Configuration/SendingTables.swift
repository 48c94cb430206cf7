internal import Foundation
import GSMAlphabet
import QueuePolicy

/// The keys of the tables of considerate sending, their types and what they may be.
extension SendingSection {
  init(reading section: inout ConfigurationSection) {
    timeZone = section.text(
      "time_zone",
      default: nil,
      allowed: "a time zone such as Europe/Paris"
    ) { TimeZone(identifier: $0) != nil }
    holidays = section.list("holidays", allowed: "days, 12-25 or 2026-04-06") {
      var days = Holidays()
      return days.add($0)
    }
    allow = section.prefixes("allow")
    deny = section.prefixes("deny")
    deniesPremium = section.flag("deny_premium", default: deniesPremium)
    usesUsualSIM = section.flag("usual_sim", default: usesUsualSIM)
    usualSIMWait =
      section.count("usual_sim_wait", 1...86_400, default: usualSIMWait, of: "seconds")
      ?? usualSIMWait
    transliterates = section.flag("transliterate", default: transliterates)
    cost = section.amount("cost")
    currency =
      section.text("currency", default: currency, allowed: "at most 8 characters") {
        $0.count <= 8
      } ?? currency
    dailyBudget = section.amount("daily_budget")
    monthlyBudget = section.amount("monthly_budget")
  }
}

extension ClassRules {
  init(reading section: inout ConfigurationSection) {
    self.init()
    quietHours.ordinary = section.hours("quiet_hours")
    if quietHours.ordinary?.isWholeDay == true {
      section.fault("quiet_hours", "nothing would ever be sent: leave some hours of the day")
    }
    quietHours.saturdays = section.hours("quiet_saturdays")
    quietHours.sundays = section.hours("quiet_sundays")
    quietHours.holidays = section.hours("quiet_holidays")
    perRecipientDay = section.count("per_recipient_day", 1...1000)
    perRecipientWeek = section.count("per_recipient_week", 1...1000)
    perRecipientMonth = section.count("per_recipient_month", 1...1000)
    minimumInterval = section.count("minimum_interval", 1...2_592_000, of: "seconds")
      .map { .seconds($0) }
    optOutHint = OptOutHint(reading: &section)
    duplicates = section.choice("duplicates", default: duplicates)
  }
}

extension OptOutHint {
  /// Nil where no hint is given; the other keys are checked all the same.
  init?(reading section: inout ConfigurationSection) {
    let text = section.text("opt_out_hint", default: nil, allowed: "1 to 160 characters") {
      (1...160).contains($0.count)
    }
    var hint = OptOutHint(text: text ?? "")
    hint.word =
      section.text("opt_out_hint_word", default: hint.word, allowed: "one word") {
        (1...32).contains($0.count) && $0.allSatisfy { $0.isLetter || $0.isNumber }
      } ?? hint.word
    hint.action = section.choice("opt_out_hint_action", default: hint.action)
    guard text != nil else { return nil }
    self = hint
  }
}

extension PrefixRule {
  /// Nil where the prefix is missing or faulty.
  init?(reading section: inout ConfigurationSection) {
    let prefix = section.text("prefix", default: nil, allowed: ConfigurationSection.prefixForm) {
      ConfigurationSection.isPrefix($0)
    }
    if !section.has("prefix") {
      section.fault(nil, "prefix is missing: say which numbers are meant")
    }
    let cost = section.amount("cost")
    let modems = section.list("modems", allowed: "the names of modems") {
      (1...64).contains($0.utf8.count)
    }
    let all = NationalLanguage.allCases.map(\.name).joined(separator: ", ")
    let languages = section.list("languages", allowed: all) { NationalLanguage(name: $0) != nil }
    guard let prefix else { return nil }
    self.init(
      prefix: prefix,
      cost: cost,
      modems: modems.isEmpty ? nil : modems,
      languages: languages.isEmpty ? nil : languages.compactMap(NationalLanguage.init(name:))
    )
  }
}

extension SIMPreset {
  /// Nil where no preset is named.
  init?(reading section: inout ConfigurationSection) {
    let words = Self.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
    let name = section.text("preset", default: nil, allowed: "one of \(words)") {
      SIMPreset(rawValue: $0) != nil
    }
    guard let preset = name.flatMap(SIMPreset.init(rawValue:)) else { return nil }
    self = preset
  }
}

extension SIMLimits {
  init(reading section: inout ConfigurationSection) {
    self.init()
    perMinute = section.count("per_minute", 1...1000)
    perDay = section.count("per_day", 1...1_000_000)
    perMonth = section.count("per_month", 1...10_000_000)
    recipientsPerDay = section.count("recipients_per_day", 1...100_000)
    recipientsPerMonth = section.count("recipients_per_month", 1...100_000)
    gap = section.count("gap", 0...86_400, of: "seconds").map { .seconds($0) }
    gapJitter = section.count("gap_jitter", 0...100, of: "percent")
    warmUpDays = section.count("warm_up_days", 0...365, of: "days")
  }
}

extension ConfigurationSection {
  static let prefixForm = "+ and digits, or the digits that are dialled"

  static func isPrefix(_ text: String) -> Bool {
    let digits = text.hasPrefix("+") ? text.dropFirst() : text[...]
    return (1...15).contains(digits.utf8.count)
      && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  fileprivate mutating func prefixes(_ key: String) -> [String] {
    list(key, allowed: "prefixes: \(Self.prefixForm)") { Self.isPrefix($0) }
  }

  fileprivate mutating func hours(_ key: String) -> DailyHours? {
    text(key, default: nil, allowed: "hours such as 21:00-08:00, or all") {
      DailyHours($0) != nil
    }.flatMap { DailyHours($0) }
  }

  /// A whole number in a range.
  fileprivate mutating func count(
    _ key: String,
    _ range: ClosedRange<Int>,
    default standard: Int? = nil,
    of unit: String? = nil
  ) -> Int? {
    let allowed = "\(range.lowerBound) to \(range.upperBound)" + (unit.map { " \($0)" } ?? "")
    return number(key, default: standard, allowed: allowed) { range.contains($0) }
  }
}
