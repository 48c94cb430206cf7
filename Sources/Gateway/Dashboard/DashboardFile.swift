import HTTPTypes
import Hummingbird
import NIOCore

/// A file of the dashboard, served as it is from the binary.
///
/// The page loads nothing from elsewhere, and its policy forbids it to: no inline script or style,
/// and text is never taken for markup, because the script may not write markup at all.
struct DashboardFile: Sendable {
  enum Kind: String, Sendable {
    case page = "text/html; charset=utf-8"
    case style = "text/css; charset=utf-8"
    case script = "text/javascript; charset=utf-8"
    case image = "image/svg+xml"
  }

  let path: String
  let kind: Kind
  let text: String

  init(_ path: String, _ kind: Kind, _ text: String) {
    self.path = path
    self.kind = kind
    self.text = text
  }

  /// Every file.
  static let all = [
    page, icon, style, widgets, application, session, follower, document, words, overview, modems,
    plots, messages, story, inbox, optOuts, composer,
  ]

  /// The answer with this file.
  var response: Response {
    var headers: HTTPFields = [.contentType: kind.rawValue, .cacheControl: "no-cache"]
    if let name = HTTPField.Name("Content-Security-Policy") { headers[name] = Self.policy }
    return Response(
      status: .ok,
      headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(string: text))
    )
  }

  static let policy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'",
    "connect-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
    "require-trusted-types-for 'script'", "trusted-types 'none'",
  ].joined(separator: "; ")
}
