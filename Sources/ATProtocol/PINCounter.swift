/// A command that may tell how many tries of the PIN are left.
struct PINCounter: Equatable, Sendable {
  /// The command.
  let command: ATCommand
  /// Where in its answer the number may stand; the first that is there counts.
  let places: [Int]

  private init(_ text: String, _ prefix: String, at places: Int...) {
    command = ATCommand.simQuery(text, prefix)
    self.places = places
  }

  /// The number in an answer; nil where there is none.
  func tries(in result: CommandResult) -> Int? {
    guard result.succeeded, let fields = result.fields else { return nil }
    return places.lazy.compactMap { fields.number($0) }.first
  }

  /// All of them, in the order they are tried: the standard's (3GPP TS 27.007 §8.65), and those of
  /// Huawei, Cinterion, Quectel, SIMCom, Sierra Wireless, u-blox, ZTE and Telit.
  static let all: [PINCounter] = [
    PINCounter("AT+CPINR=\"SIM PIN\"", "+CPINR", at: 1),
    // `^CPIN: SIM PIN,[<times>],<puk>,<pin>,…`: the first only where a PIN has been refused.
    PINCounter("AT^CPIN?", "^CPIN", at: 1, 3),
    PINCounter("AT^SPIC", "^SPIC", at: 0),
    PINCounter("AT+QPINC?", "+QPINC", at: 1),
    PINCounter("AT+SPIC", "+SPIC", at: 0),
    PINCounter("AT+CPINC?", "+CPINC", at: 0),
    PINCounter("AT+UPINCNT", "+UPINCNT", at: 0),
    PINCounter("AT+ZPINPUK=?", "+ZPINPUK", at: 0),
    PINCounter("AT#PCT", "#PCT", at: 0),
  ]
}
