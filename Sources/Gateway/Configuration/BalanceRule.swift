internal import Foundation

/// How the balance of a prepaid SIM is watched: the keys `balance_*` of a `[[modem]]`.
public struct BalanceRule: Hashable, Sendable {
  /// What is done when the balance is low.
  public enum Action: String, Hashable, Sendable, CaseIterable {
    /// A warning and an event.
    case warn
    /// The modem sends nothing until somebody resumes it.
    case pause
  }

  /// `balance_code`: the service code that asks for the balance, such as `*100#`.
  public var code: String
  /// `balance_pattern`: a regular expression whose first group is the balance in the answer.
  ///
  /// Default: the first number.
  public var pattern = "(-?[0-9]+(?:[.,][0-9]+)?)"
  /// `balance_minimum`: below this, in the units of the answer, the balance is low.
  ///
  /// Default: 1.
  public var minimum = 1
  /// `balance_action`: what is done then, `"warn"` or `"pause"`.
  ///
  /// Default: `"warn"`.
  public var action = Action.warn
  /// `balance_hours`: how often it is asked, 1 to 720.
  ///
  /// Default: 24.
  public var hours = 24

  /// A rule with the defaults for everything but the code.
  public init(code: String) {
    self.code = code
  }

  /// Nil where no code is given; the other keys are checked all the same.
  init?(reading section: inout ConfigurationSection) {
    let code = section.text("balance_code", default: nil, allowed: "a code such as *100#") {
      (1...182).contains($0.utf8.count)
        && $0.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2A || $0 == 0x23 }
    }
    var rule = BalanceRule(code: code ?? "")
    rule.pattern =
      section.text(
        "balance_pattern",
        default: rule.pattern,
        allowed: "a regular expression with one group, for the balance"
      ) { (try? NSRegularExpression(pattern: $0))?.numberOfCaptureGroups == 1 } ?? rule.pattern
    rule.minimum =
      section.number("balance_minimum", default: rule.minimum, allowed: "0 to 1000000") {
        (0...1_000_000).contains($0)
      } ?? rule.minimum
    rule.action = section.choice("balance_action", default: rule.action)
    rule.hours =
      section.number("balance_hours", default: rule.hours, allowed: "1 to 720") {
        (1...720).contains($0)
      } ?? rule.hours
    guard code != nil else { return nil }
    self = rule
  }

  /// The balance in an answer of the network.
  ///
  /// - Parameter answer: The answer.
  /// - Returns: The number, where the pattern finds one; a comma is a decimal point.
  public func balance(in answer: String) -> Double? {
    guard let expression = try? NSRegularExpression(pattern: pattern) else { return nil }
    let whole = NSRange(answer.startIndex..., in: answer)
    guard let match = expression.firstMatch(in: answer, range: whole),
      match.numberOfRanges > 1, let range = Range(match.range(at: 1), in: answer)
    else { return nil }
    return Double(answer[range].replacingOccurrences(of: ",", with: "."))
  }
}
