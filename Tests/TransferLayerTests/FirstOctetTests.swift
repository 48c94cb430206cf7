import Testing
import TransferLayer

/// The bits of the first octet, each by itself, as 3GPP TS 23.040 §9.2.2 lays them out.
@Suite struct FirstOctetTests {
  /// A flag of one kind of TPDU: its mask, and how to read it.
  struct Flag<Unit: Sendable>: Sendable, CustomTestStringConvertible {
    var clause: String
    var mask: UInt8
    /// Whether the flag is up where the bit is 0.
    var isInverted = false
    var read: @Sendable (Unit) -> Bool

    var testDescription: String { "TS 23.040 \(clause)" }

    func isUp(in first: UInt8) -> Bool { (first & mask != 0) != isInverted }
  }

  private static let submitFlags: [Flag<SMSSubmit>] = [
    Flag(clause: "§9.2.3.25 TP-RD", mask: 0x04) { $0.rejectDuplicates },
    Flag(clause: "§9.2.3.5 TP-SRR", mask: 0x20) { $0.statusReportRequest },
    Flag(clause: "§9.2.3.17 TP-RP", mask: 0x80) { $0.replyPath },
  ]
  private static let deliverFlags: [Flag<SMSDeliver>] = [
    Flag(clause: "§9.2.3.2 TP-MMS", mask: 0x04, isInverted: true) { $0.moreMessagesToSend },
    Flag(clause: "§9.2.3.28 TP-LP", mask: 0x08) { $0.loopPrevention },
    Flag(clause: "§9.2.3.4 TP-SRI", mask: 0x20) { $0.statusReportIndication },
    Flag(clause: "§9.2.3.17 TP-RP", mask: 0x80) { $0.replyPath },
  ]
  private static let reportFlags: [Flag<SMSStatusReport>] = [
    Flag(clause: "§9.2.3.2 TP-MMS", mask: 0x04, isInverted: true) { $0.moreMessagesToSend },
    Flag(clause: "§9.2.3.28 TP-LP", mask: 0x08) { $0.loopPrevention },
    Flag(clause: "§9.2.3.26 TP-SRQ", mask: 0x20) { $0.statusReportQualifier },
  ]

  /// Every value of the bits in `mask` over a type.
  private static func octets(_ mask: UInt8, type: UInt8) -> [UInt8] {
    (UInt8.min...UInt8.max).filter { $0 & ~mask == type }
  }

  @Test("TS 23.040 §9.2.2.2: the flags of SMS-SUBMIT, in every combination", arguments: submitFlags)
  func submit(_ flag: Flag<SMSSubmit>) throws {
    for first in Self.octets(0xA4, type: 1) {
      let octets = [first, 9] + (try Hexadecimal.octets(of: "0281210000" + "0161"))
      guard case .submit(let submit) = try TPDU(decoding: octets, direction: .mobileOriginated)
      else { throw PDUKindError() }
      #expect(flag.read(submit) == flag.isUp(in: first), "\(first)")
      #expect(submit.messageReference == 9)
      #expect(submit.encoded() == octets)
    }
  }

  @Test(
    "TS 23.040 §9.2.2.1: the flags of SMS-DELIVER, in every combination",
    arguments: deliverFlags
  )
  func deliver(_ flag: Flag<SMSDeliver>) throws {
    for first in Self.octets(0xAC, type: 0) {
      let octets = [first] + (try Hexadecimal.octets(of: "0281210000" + "62113291404240" + "0161"))
      guard case .deliver(let deliver) = try TPDU(decoding: octets, direction: .mobileTerminated)
      else { throw PDUKindError() }
      #expect(flag.read(deliver) == flag.isUp(in: first), "\(first)")
      #expect(deliver.encoded() == octets)
    }
  }

  @Test(
    "TS 23.040 §9.2.2.3: the flags of SMS-STATUS-REPORT, in every combination",
    arguments: reportFlags
  )
  func report(_ flag: Flag<SMSStatusReport>) throws {
    let rest = "0281216211329140424062113291504240" + "00"
    for first in Self.octets(0x2C, type: 2) {
      let octets = [first, 9] + (try Hexadecimal.octets(of: rest))
      guard
        case .statusReport(let report) = try TPDU(decoding: octets, direction: .mobileTerminated)
      else { throw PDUKindError() }
      #expect(flag.read(report) == flag.isUp(in: first), "\(first)")
      #expect(report.messageReference == 9)
      #expect(report.encoded() == octets)
    }
  }

  @Test("TS 23.040 §9.2.3.9: every TP-PID goes through", arguments: UInt8.min...UInt8.max)
  func protocolIdentifier(_ identifier: UInt8) throws {
    let submit = SMSSubmit(
      destinationAddress: TPAddress(typeOfNumber: 1, digits: "12"),
      userData: .septets([1]),
      protocolIdentifier: identifier
    )
    let octets = submit.encoded()
    #expect(octets[5] == identifier)
    #expect(try TPDU(decoding: octets, direction: .mobileOriginated) == .submit(submit))
  }

  @Test(
    "TS 23.040 §9.2.3.12.2: the absolute format is a time as TP-SCTS has it",
    arguments: [
      ("2026-11-23T19:04:24+01:00", "62113291404240"),
      ("2026-01-02T03:04:05-02:30", "62102030405009"),
    ]
  )
  func absoluteValidity(_ time: String, _ semiOctets: String) throws {
    let octets = try Hexadecimal.octets(of: "1900" + "028121" + "0000" + semiOctets + "0161")
    guard case .submit(let submit) = try TPDU(decoding: octets, direction: .mobileOriginated),
      case .absolute(let stamp)? = submit.validityPeriod
    else { throw PDUKindError() }
    #expect(stamp.iso8601 == time)
    #expect(submit.encoded() == octets)
  }
}
