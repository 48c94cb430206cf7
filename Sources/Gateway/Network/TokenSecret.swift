internal import Crypto
internal import Foundation
internal import Messaging
internal import Synchronization

/// A token as its bearer has it: `hermod_`, which token it is, `_`, and what proves it.
struct TokenSecret: Hashable, Sendable {
  /// Which token it is, 16 hexadecimal digits.
  let id: String
  /// What proves it, 64 hexadecimal digits: 256 random bits, so that a plain hash of it is enough.
  let proof: String

  /// A new token.
  init(using random: inout some RandomNumberGenerator) {
    id = Self.digits(8, &random)
    proof = Self.digits(32, &random)
  }

  /// Reads a token; nil for what cannot be one.
  init?(_ text: String) {
    let parts = text.split(separator: "_", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "hermod", parts[1].utf8.count == 16,
      parts[2].utf8.count == 64, parts[1...].allSatisfy({ $0.utf8.allSatisfy(Self.isDigit) })
    else { return nil }
    id = String(parts[1])
    proof = String(parts[2])
  }

  /// What its bearer keeps.
  var text: String { "hermod_\(id)_\(proof)" }

  /// What is kept of it.
  var hash: [UInt8] { Array(SHA256.hash(data: Data(proof.utf8))) }

  /// Whether it is the token that a hash was kept of; takes as long whatever the hash is.
  func proves(_ kept: [UInt8]) -> Bool {
    let own = hash
    guard own.count == kept.count else { return false }
    return zip(own, kept).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  private static func digits(_ octets: Int, _ random: inout some RandomNumberGenerator) -> String {
    (0..<octets).map { _ in UInt8.random(in: 0...255, using: &random) }.hexadecimal.lowercased()
  }

  private static func isDigit(_ octet: UInt8) -> Bool {
    (0x30...0x39).contains(octet) || (0x61...0x66).contains(octet)
  }
}
