internal import Foundation
internal import Messaging
internal import Storage

/// A table `[[webhook]]`: an application that is told of what happens, by HTTP.
public struct WebhookConfiguration: Hashable, Sendable {
  /// `name`: what people call it; what it is owed is kept under this name.
  ///
  /// Default: the URL.
  public var name: String
  /// `url`: where it is told, `http` or `https`.
  public var url: String
  /// `secret_file`: a file whose first line is the key of the signatures, 16 octets or more.
  public var secretFile: String
  /// `ca_file`: a file of certificates, in PEM form, of authorities that are believed beside those of
  /// the system.
  ///
  /// Default: none.
  public var authorityFile: String?
  /// `events`: what it is told of: names such as `"message.sent"`, or `"message.*"`.
  ///
  /// Default: all but `message.queued` and `message.submitting`.
  public var events: [String]
  /// `timeout`: how long the receiver may take to answer, 1 to 60 seconds.
  ///
  /// Default: 10.
  public var timeout = 10
  /// `keep_hours`: how long an event that is not taken is tried, 1 to 720.
  ///
  /// Default: 72.
  public var keepHours = 72

  /// What stands for all events but those of the way through the queue.
  static let standardEvents = ["*"]

  /// Nil where the URL or the secret is missing or faulty.
  init?(reading section: inout ConfigurationSection) {
    let url = section.text("url", default: nil, allowed: "a URL that begins with http or https") {
      guard let url = URL(string: $0), let host = url.host else { return false }
      return ["http", "https"].contains(url.scheme ?? "") && !host.isEmpty && url.user == nil
    }
    if !section.has("url") { section.fault(nil, "url is missing: where is it to be told?") }
    let secret = section.text("secret_file", default: nil, allowed: "a path") { !$0.isEmpty }
    if !section.has("secret_file") {
      section.fault(nil, "secret_file is missing: every webhook signs what it says")
    }
    authorityFile = section.text("ca_file", default: nil, allowed: "a path") { !$0.isEmpty }
    name =
      section.text(
        "name",
        default: nil,
        allowed: "1 to 64 letters, digits, -, _ and ., not beginning with a dot"
      ) { ModemConfiguration.isName($0) } ?? url ?? ""
    events = section.list(
      "events",
      default: Self.standardEvents,
      allowed: "events such as message.sent, or message.*"
    ) { !Self.kinds(matching: $0).isEmpty }
    timeout =
      section.number("timeout", default: timeout, allowed: "1 to 60 seconds") {
        (1...60).contains($0)
      } ?? timeout
    keepHours =
      section.number("keep_hours", default: keepHours, allowed: "1 to 720 hours") {
        (1...720).contains($0)
      } ?? keepHours
    self.url = url ?? ""
    secretFile = secret ?? ""
    if url == nil || secret == nil { return nil }
  }

  /// What the store is to keep for it.
  var subscription: WebhookSubscription {
    WebhookSubscription(name: name, kinds: Set(events.flatMap(Self.kinds(matching:))))
  }

  /// The kinds of event that a name or a pattern stands for; `*` alone leaves out the way through
  /// the queue, which few want to hear of.
  static func kinds(matching pattern: String) -> [WebhookKind] {
    if pattern == "*" {
      return WebhookKind.allCases.filter { kind in
        switch kind {
        case .message(.queued), .message(.submitting): false
        case .message, .received, .optedOut, .optedIn: true
        }
      }
    }
    guard pattern.hasSuffix(".*") else { return WebhookKind(name: pattern).map { [$0] } ?? [] }
    let prefix = pattern.dropLast()
    return WebhookKind.allCases.filter { $0.name.hasPrefix(prefix) }
  }
}
