public import Messaging
public import QueuePolicy

/// The number of an attempt, in the order of their records.
public struct AttemptID: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  /// The number.
  public let value: Int64

  /// A number read back.
  public init(_ value: Int64) { self.value = value }

  /// The digits.
  public var description: String { String(value) }

  /// Whether one attempt was recorded before another.
  public static func < (left: AttemptID, right: AttemptID) -> Bool { left.value < right.value }
}

/// One attempt to record, just before Ctrl-Z.
public struct AttemptRecord: Hashable, Sendable {
  /// The message.
  public var message: MessageID
  /// Which segment, from 1.
  public var segment: Int
  /// The modem, by name.
  public var modem: String
  /// The SIM.
  public var iccid: ICCID
  /// The serial number of the modem.
  public var imei: String?
  /// Who made the modem, where it says so.
  public var make: ModemMake?
  /// EF-SMSS before the attempt, where it was read: the last used TP-MR.
  public var messageReferenceBaseline: UInt8?
  /// The firmware that read it; the baseline is kept only where that has proved to tell the truth.
  public var firmware: Firmware?
  /// How long the machine has been up, where that is known.
  public var uptime: Uptime?

  /// An attempt.
  public init(
    message: MessageID,
    segment: Int,
    modem: String,
    iccid: ICCID,
    imei: String? = nil,
    make: ModemMake? = nil,
    messageReferenceBaseline: UInt8? = nil,
    firmware: Firmware? = nil,
    uptime: Uptime? = nil
  ) {
    self.message = message
    self.segment = segment
    self.modem = modem
    self.iccid = iccid
    self.imei = imei
    self.make = make
    self.messageReferenceBaseline = messageReferenceBaseline
    self.firmware = firmware
    self.uptime = uptime
  }
}

/// Whether Ctrl-Z may be written.
public enum AttemptDecision: Hashable, Sendable {
  /// The attempt is durable: write Ctrl-Z.
  case recorded(AttemptID)
  /// It is not: leave the prompt with ESC.
  case refused(AttemptRefusal)
}

/// Why an attempt was not recorded.
public enum AttemptRefusal: String, Hashable, Sendable, Codable {
  /// The recipient has opted out; the message is withdrawn.
  case optedOut
  /// Somebody took the message back.
  case cancelled
  /// Its time is over.
  case expired
  /// The rest of a long message would come too late after its first segments.
  case tooLateToResume
  /// The rules of considerate sending keep it back; it is due later, or failed.
  case keptBack
  /// The message is not waiting for this segment on this SIM: it moved on meanwhile.
  case superseded
}
