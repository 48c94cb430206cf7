/// The GSM 7-bit default alphabet and its extension table, 3GPP TS 23.038 §6.2.1 and §6.2.1.1.
public enum DefaultAlphabet {
  /// The septets of a text, one in each element.
  ///
  /// - Parameter text: Any text; code points are taken as they are.
  /// - Returns: The septets, or nil where the alphabet lacks a character of it.
  public static func septets(of text: String) -> [UInt8]? {
    ShiftTables.defaultAlphabet.septets(of: text)
  }

  /// The septets of those characters of a text that the alphabet has; the others are left out.
  ///
  /// - Parameter text: Any text.
  /// - Returns: The septets, one in each element.
  public static func septets(ofSendable text: String) -> [UInt8] {
    if let septets = septets(of: text) { return septets }
    var septets: [UInt8] = []
    for scalar in text.unicodeScalars where contains(scalar) {
      _ = ShiftTables.defaultAlphabet.append(CollectionOfOne(scalar), to: &septets)
    }
    return septets
  }

  /// The text of septets.
  ///
  /// - Parameter septets: One septet in each element.
  /// - Returns: The text; `ShiftTables.text(of:)` says what becomes of codes without a character.
  public static func text(of septets: [UInt8]) -> String {
    ShiftTables.defaultAlphabet.text(of: septets)
  }

  /// Whether the alphabet or its extension table has a character.
  ///
  /// - Parameter scalar: A character.
  /// - Returns: Whether it can be sent.
  public static func contains(_ scalar: Unicode.Scalar) -> Bool {
    ShiftTables.defaultAlphabet.septetCount(of: scalar) != nil
  }
}
