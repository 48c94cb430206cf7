internal import Messaging

/// What a request says, in short: two requests with one idempotency key are the same request only
/// if their fingerprints are equal.
struct RequestFingerprint {
  /// Sixteen hexadecimal digits.
  let text: String

  /// The fingerprint of all messages that were asked for together.
  init(_ requests: [MessageRequest]) {
    var hash = FowlerNollVo()
    for request in requests { Self.add(request, to: &hash) }
    text = hash.hexadecimal
  }

  private static func add(_ request: MessageRequest, to hash: inout FowlerNollVo) {
    hash.add(request.recipient)
    switch request.content {
    case .text(let text): hash.add("text:" + text)
    case .data(let octets): hash.add("data:\(octets)")
    }
    hash.add(request.messageClass?.rawValue ?? "-")
    hash.add("\(request.validity?.wholeMilliseconds ?? -1)")
    hash.add("\(request.notBefore?.milliseconds ?? -1)")
    hash.add(request.modem ?? "-")
    hash.add(request.encoding.rawValue)
    hash.add(request.transliterates.map(String.init) ?? "-")
    hash.add("\(request.displayClass ?? 255)")
    hash.add(request.duplicates?.rawValue ?? "-")
    hash.add(request.statusReport.map(String.init) ?? "-")
    hash.add(request.reference ?? "-")
  }

  /// FNV-1a, 64 bits: the same in every process, which Swift's own hashing is not.
  struct FowlerNollVo {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ field: String) {
      for octet in field.utf8 { add(octet) }
      add(0xFF)
    }

    private mutating func add(_ octet: UInt8) {
      value = (value ^ UInt64(octet)) &* 0x100_0000_01b3
    }

    var hexadecimal: String {
      let digits = String(value, radix: 16)
      return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
  }
}
