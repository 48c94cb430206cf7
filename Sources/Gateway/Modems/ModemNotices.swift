internal import Messaging
internal import Storage

extension ModemSlot {
  /// Somebody calls this modem.
  func callNotice(from number: String?, _ clock: WallClock) -> Notice {
    Notice(
      type: "modem.call",
      modem: name,
      summary: "call to \(name) from \(number ?? "a withheld number")",
      at: clock.now
    )
  }
}
