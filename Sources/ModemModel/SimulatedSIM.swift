import Messaging

/// The SIM in a simulated modem: identities, PIN, service centre and the counter of references.
public struct SimulatedSIM: Equatable, Sendable {
  /// What the SIM wants before it can be used, 3GPP TS 27.007 §8.3.
  public enum Lock: Equatable, Sendable {
    /// Nothing.
    case ready
    /// The PIN, this often at most.
    case pin(attemptsLeft: Int)
    /// The PUK: the PIN was wrong too often.
    case puk
  }

  /// The serial number of the SIM: EF-ICCID, 3GPP TS 31.102 §13.
  public var iccid: String
  /// The subscriber: EF-IMSI.
  public var imsi: String
  /// The subscriber's own number, digits in international form without `+`.
  public var number: String
  /// The service centre address, digits in international form without `+`.
  public var serviceCentre: String
  /// The PIN that unlocks it.
  public var pin: String
  /// What it wants before it can be used.
  public var lock: Lock
  /// The TP-MR that was used last: EF-SMSS octet 1, 3GPP TS 31.102 §4.2.28.
  public var lastUsedReference: UInt8

  /// A SIM.
  public init(
    iccid: String,
    imsi: String,
    number: String,
    serviceCentre: String = ServiceCentre.address,
    pin: String = "1234",
    lock: Lock = .ready,
    lastUsedReference: UInt8 = 63
  ) {
    self.iccid = iccid
    self.imsi = imsi
    self.number = number
    self.serviceCentre = serviceCentre
    self.pin = pin
    self.lock = lock
    self.lastUsedReference = lastUsedReference
  }

  /// The SIM of the modem with a number, counted from 1.
  public static func numbered(_ ordinal: Int) -> SimulatedSIM {
    let digits = String(max(0, ordinal) % 1_000_000)
    let padded = String(repeating: "0", count: 6 - digits.count) + digits
    let body = "894410000000" + padded
    return SimulatedSIM(
      iccid: body + String(LuhnCheck.digit(for: body)),
      imsi: "234100000" + padded,
      number: "447700800" + padded.suffix(3)
    )
  }

  /// The octets of an elementary file, in hex; nil where the SIM has no such file.
  ///
  /// - Parameter file: The file's number: 12258 EF-ICCID, 28423 EF-IMSI, 28483 EF-SMSS.
  /// - Returns: The octets; nil for no such file.
  func elementaryFile(_ file: Int) -> String? {
    switch file {
    case 12258:
      let padded = iccid + String(repeating: "F", count: max(0, 20 - iccid.count))
      return Self.nibbleSwapped(padded)
    case 28423:
      return "08" + Self.nibbleSwapped("9" + imsi)
    case 28483:
      return [lastUsedReference, 0xFF].hexadecimal
    default:
      return nil
    }
  }

  private static func nibbleSwapped(_ digits: String) -> String {
    let characters = Array(digits.count % 2 == 0 ? digits : digits + "F")
    var swapped = ""
    for index in stride(from: 0, to: characters.count, by: 2) {
      swapped.append(characters[index + 1])
      swapped.append(characters[index])
    }
    return swapped
  }

  /// Tries a PIN, and counts a wrong one.
  ///
  /// - Returns: Whether the SIM is ready now.
  mutating func tryPIN(_ candidate: String) -> Bool {
    guard case .pin(let attemptsLeft) = lock else { return lock == .ready }
    if candidate == pin {
      lock = .ready
      return true
    }
    lock = attemptsLeft > 1 ? .pin(attemptsLeft: attemptsLeft - 1) : .puk
    return false
  }
}

/// The check digit of ICCIDs and IMEIs, ISO/IEC 7812-1.
enum LuhnCheck {
  static func digit(for digits: String) -> Int {
    var sum = 0
    for (place, digit) in digits.utf8.reversed().enumerated() {
      let value = Int(digit) - 0x30
      let doubled = place % 2 == 0 ? value * 2 : value
      sum += doubled > 9 ? doubled - 9 : doubled
    }
    return (10 - sum % 10) % 10
  }
}

extension SimulatedModem {
  /// The IMEI of the modem with a number, counted from 1 (3GPP TS 23.003 §6.2.1).
  ///
  /// - Parameter ordinal: The number; only its last six digits count.
  /// - Returns: Fifteen digits.
  public static func imei(numbered ordinal: Int) -> String {
    let digits = String(max(0, ordinal) % 1_000_000)
    let body = "35299901" + String(repeating: "0", count: 6 - digits.count) + digits
    return body + String(LuhnCheck.digit(for: body))
  }
}
