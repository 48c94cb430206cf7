import ArgumentParser
import LocalAPI

/// A command about one number: it asks the gateway, and shows how the number stands then.
protocol NumberCommand: AsyncParsableCommand {
  /// How the number stands.
  associatedtype Standing: Sendable

  var client: ClientOptions { get }
  var target: NumberArgument { get }

  /// What the gateway says, or does.
  func ask(_ gateway: GatewayClient) async throws -> Answer<Standing>
  /// The standing as people read it.
  static func text(_ standing: Standing, _ style: Style) -> String
  /// What the command ends with.
  static func exitCode(_ standing: Standing) -> Int32
}

extension NumberCommand {
  static func exitCode(_ standing: Standing) -> Int32 { 0 }

  func run() async throws {
    let answer = try await client.withClient { try await ask($0) }
    client.print(answer, Self.text)
    let code = Self.exitCode(answer.value)
    if code != 0 { throw ExitCode(code) }
  }
}

extension NumberCommand where Standing == OptOutCheck {
  static func text(_ check: OptOutCheck, _ style: Style) -> String {
    let number = Escape.oneLine(check.number)
    guard check.optedOut else { return "\(number) has not opted out\n" }
    return check.optOuts.map { optOut in
      let what = optOut.scope == "all" ? "" : " of \(Escape.oneLine(optOut.scope))"
      var line = "\(number) has " + style.paint("opted out", .warning) + what
      line += " since \(style.fullTime(optOut.since)) (\(Escape.oneLine(optOut.source)))"
      if let detail = optOut.detail { line += ": " + Escape.oneLine(detail) }
      return line + "\n"
    }.joined()
  }
}

extension NumberCommand where Standing == ConsentCheck {
  static func text(_ check: ConsentCheck, _ style: Style) -> String {
    let number = Escape.oneLine(check.number)
    guard let consent = check.consent else {
      return "No consent of \(number) to marketing is recorded\n"
    }
    var line = "\(number) has agreed to marketing since \(style.fullTime(consent.since))"
    line += " (\(Escape.oneLine(consent.source)))"
    if let detail = consent.detail { line += ": " + Escape.oneLine(detail) }
    return line + "\n"
  }
}
