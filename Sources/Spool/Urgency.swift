internal import Glibc

/// A glance at a file that waits behind many others: whether it is worth looking at before them.
///
/// It decides the order alone. What a file says is read when it is claimed.
enum Urgency {
  /// How much of a file is glanced at.
  private static let glance = 2048
  private static let classes = ["otp", "alert"]

  /// Whether a file in a directory asks for a class that goes before the usual ones.
  static func isUrgent(_ name: FileName, in directory: DirectoryFiles) -> Bool {
    guard let text = name.accepted, let file = directory.open(text).file else { return false }
    var octets = [UInt8](repeating: 0, count: glance)
    let count = pread(file.number, &octets, octets.count, 0)
    guard count > 0 else { return false }
    return isUrgent(octets[..<count], isJSON: text.lowercased().hasSuffix(".json"))
  }

  /// Whether the beginning of a file asks for such a class.
  static func isUrgent(_ octets: ArraySlice<UInt8>, isJSON: Bool) -> Bool {
    isJSON ? isUrgent(json: octets) : isUrgent(headers: octets)
  }

  private static func isUrgent(headers octets: ArraySlice<UInt8>) -> Bool {
    for line in octets.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let parts = line.split(separator: UInt8(ascii: ":"), maxSplits: 1)
      // The headers end here.
      guard parts.count == 2 else { return false }
      if word(parts[0]) == "class", classes.contains(word(parts[1])) { return true }
    }
    return false
  }

  private static func isUrgent(json octets: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: octets, as: UTF8.self)
    return text.split(separator: "\"class\"").dropFirst().contains { rest in
      let value = rest.utf8.drop { $0 <= 0x20 || $0 == UInt8(ascii: ":") }
      return classes.contains { value.starts(with: "\"\($0)\"".utf8) }
    }
  }

  /// What stands there in small letters, without the space around it.
  private static func word(_ octets: ArraySlice<UInt8>) -> String {
    String(decoding: octets.filter { $0 > 0x20 }, as: UTF8.self).lowercased()
  }
}
