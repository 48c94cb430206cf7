/// The names under which clients may ask for this gateway.
///
/// A page of somebody else can give its own name the address of this machine and make a browser
/// come here under that name (DNS rebinding). So a request has to name the gateway by an address, by
/// `localhost`, or by a name that the configuration lists.
struct HostNames: Hashable, Sendable {
  private let names: Set<String>

  init(_ names: [String]) {
    self.names = Set(names.map { $0.lowercased() })
  }

  /// Whether the authority of a request (RFC 9110 §7.2) is one of this gateway's.
  func contains(authority: String) -> Bool {
    let host = Self.host(of: authority)
    return host == "localhost" || Self.isAddress(host) || names.contains(host)
  }

  /// The authority without its port, in lower case.
  private static func host(of authority: String) -> String {
    let lower = authority.lowercased()
    if lower.hasPrefix("[") { return String(lower.prefix { $0 != "]" }) + "]" }
    return String(lower.prefix { $0 != ":" })
  }

  /// Whether it is an IPv4 address, or an IPv6 address in brackets.
  private static func isAddress(_ host: String) -> Bool {
    if host.hasPrefix("["), host.hasSuffix("]") {
      return host.dropFirst().dropLast().allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
    }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
  }
}
