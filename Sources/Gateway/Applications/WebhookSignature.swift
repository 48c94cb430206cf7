internal import Crypto
internal import Foundation
internal import Messaging

/// The signature of a webhook: HMAC-SHA-256 (RFC 2104) over the time, a full stop, and the body.
///
/// The time is signed too, so that a receiver can refuse what somebody recorded and plays again.
struct WebhookSignature: Hashable, Sendable {
  /// The header field that holds it: `t=SECONDS,v1=HEXADECIMAL`.
  static let field = "Hermod-Signature"

  private let key: SymmetricKey

  /// A key of 16 octets or more.
  init?(secret: String) {
    guard secret.utf8.count >= 16 else { return nil }
    key = SymmetricKey(data: Data(secret.utf8))
  }

  /// Reads the first line of a file.
  ///
  /// - Throws: `WebhookSecretError`.
  init(file: String) throws(WebhookSecretError) {
    let text: String
    do {
      text = try FileText.read(file, limit: 1 << 20)
    } catch {
      throw WebhookSecretError(file: file, problem: "\(error)")
    }
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    guard let signature = Self(secret: line.trimmingCharacters(in: .whitespaces)) else {
      throw WebhookSecretError(file: file, problem: "its first line has less than 16 octets")
    }
    self = signature
  }

  /// What the header field holds.
  ///
  /// - Parameters:
  ///   - body: The body.
  ///   - seconds: When it is signed, in seconds since 1970.
  /// - Returns: The value.
  func value(for body: [UInt8], at seconds: Int64) -> String {
    var mac = HMAC<SHA256>(key: key)
    mac.update(data: Data("\(seconds).".utf8))
    mac.update(data: Data(body))
    return "t=\(seconds),v1=\(Array(mac.finalize()).hexadecimal.lowercased())"
  }

  static func == (left: Self, right: Self) -> Bool { left.key == right.key }

  func hash(into hasher: inout Hasher) { hasher.combine(key.bitCount) }
}

/// Why the key of a webhook cannot be used.
public struct WebhookSecretError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file.
  public var file: String
  /// What is wrong with it.
  public var problem: String

  /// What is wrong and what to do about it.
  public var description: String {
    "\(file): \(problem); \"openssl rand -hex 32 > \(file)\" makes a key"
  }
}
