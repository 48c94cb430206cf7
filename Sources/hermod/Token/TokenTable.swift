import Foundation
import LocalAPI
import Messaging

/// The tokens, a line each.
struct TokenTable {
  var tokens: [TokenView]
  var style: Style

  var text: String {
    var table = Table([
      .init("NAME", isFlexible: true), .init("SCOPE"), .init("STATE"), .init("CREATED"),
      .init("LAST USED"),
    ])
    for token in tokens {
      let (state, meaning) = state(of: token)
      table.add([
        .init(token.name), .init(token.scope.rawValue), .init(state, meaning),
        .init(Self.minute(token.createdAt)),
        .init(token.lastUsedAt.map(Self.minute) ?? "never"),
      ])
    }
    return table.text(style)
  }

  private func state(of token: TokenView) -> (String, Style.Meaning) {
    if token.revokedAt != nil { return ("revoked", .faint) }
    guard let end = token.expiresAt else { return ("valid", .good) }
    let now = Int64(style.now.timeIntervalSince1970 * 1000)
    return end < WireTime(Timestamp(milliseconds: now))
      ? ("ended", .faint) : ("until \(Self.minute(end))", .good)
  }

  /// The date and the time in UTC, to the minute.
  private static func minute(_ time: WireTime) -> String {
    String(time.description.prefix(16)).replacing("T", with: " ")
  }
}
