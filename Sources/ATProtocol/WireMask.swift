/// Hides in a line of the dialogue what a wire log should not hold: PINs, and what people write to
/// each other.
public enum WireMask {
  /// A line as a wire log may show it.
  ///
  /// - Parameter line: A line, without its end.
  /// - Returns: The line, with secrets and the contents of messages replaced by their lengths.
  public static func masked(_ line: String) -> String {
    let upper = line.uppercased()
    if secretCommands.contains(where: upper.hasPrefix) {
      return String(line.prefix { $0 != "=" }) + "=(hidden)"
    }
    let digits = line.hasSuffix("\u{1A}") ? line.dropLast() : line[...]
    if digits.utf8.count >= 20, String(digits).isHexadecimal {
      return "(PDU of \(digits.utf8.count / 2) octets)"
    }
    if upper.hasPrefix("+CUSD:") || upper.hasPrefix("+CLIP:") || upper.hasPrefix("+CNUM:") {
      return hidingQuoted(line)
    }
    return line
  }

  private static let secretCommands = [
    "AT+CPIN=", "AT+CLCK=", "AT+CPWD=", "AT^CPIN=", "AT+CPUK=",
  ]

  /// The text in quotes is replaced by its length.
  private static func hidingQuoted(_ line: String) -> String {
    var shown = ""
    var hidden = 0
    var isInside = false
    for character in line {
      if character == "\"" {
        if isInside { shown += "(\(hidden) characters)" }
        shown.append(character)
        hidden = 0
        isInside.toggle()
      } else if isInside {
        hidden += 1
      } else {
        shown.append(character)
      }
    }
    return shown
  }
}
