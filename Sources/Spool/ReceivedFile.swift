public import Messaging

/// What the headers of a received message and of a status report have in common.
public struct ReceivedHeader: Hashable, Sendable {
  /// The id of what was received; with the modem's name it names the file.
  public var id: MessageID
  /// The modem that received it.
  public var modem: String
  /// The sender, without `+`; for a report the recipient.
  public var from: String
  /// The type of address of the sender, 3GPP TS 23.040 §9.1.2.5: 0x91 for an international number.
  public var typeOfAddress: UInt8?
  /// The service centre, without `+`.
  public var serviceCentre: String?
  /// TP-SCTS, §9.2.3.11.
  public var sent: Timestamp
  /// How far the service centre's clock is ahead of UTC, as TP-SCTS says.
  public var sentSecondsFromUTC: Int
  /// When the gateway received it.
  public var received: Timestamp
  /// The subscriber (IMSI) that received it.
  public var imsi: String?
  /// The serial number of the modem (IMEI).
  public var imei: String?

  /// What was received, when, and by which modem.
  public init(
    id: MessageID,
    modem: String,
    from: String,
    sent: Timestamp,
    sentSecondsFromUTC: Int,
    received: Timestamp
  ) {
    self.id = id
    self.modem = modem
    self.from = from
    self.sent = sent
    self.sentSecondsFromUTC = sentSecondsFromUTC
    self.received = received
  }

  /// The name of its file: the modem, a dot, the id.
  public var name: String { "\(FileName(modem).tamed).\(id)" }

  /// The headers of SMS Server Tools, in its order.
  func lines(secondsFromUTC: Int) -> [(String, String?)] {
    [
      ("From", from.hasPrefix("+") ? String(from.dropFirst()) : from),
      ("From_TOA", typeOfAddress.map(Self.describe)),
      ("From_SMSC", serviceCentre.map { $0.hasPrefix("+") ? String($0.dropFirst()) : $0 }),
      ("Sent", sent.spoolTime(secondsFromUTC: sentSecondsFromUTC)),
      ("Received", received.spoolTime(secondsFromUTC: secondsFromUTC)),
      ("Subject", modem),
      ("Modem", modem),
      ("IMSI", imsi),
      ("IMEI", imei),
    ]
  }

  private static func describe(_ typeOfAddress: UInt8) -> String {
    let types = [
      "unknown", "international", "national", "network specific", "subscriber", "alphanumeric",
      "abbreviated", "reserved",
    ]
    let plan = typeOfAddress & 15 == 1 ? "ISDN/telephone" : "unknown"
    let type = types[Int(typeOfAddress >> 4 & 7)]
    return "\([typeOfAddress].hexadecimal) \(type), \(plan)"
  }
}

/// A received message, as `incoming/` shows it.
public struct ReceivedFile: Hashable, Sendable {
  /// Who sent it, when, and who received it.
  public var header: ReceivedHeader
  /// The text, or the octets.
  public var content: MessageContent
  /// Whether it was to be shown at once and not kept (class 0, 3GPP TS 23.038 §4).
  public var isFlash = false
  /// The number of Replace Short Message (TP-PID, 3GPP TS 23.040 §9.2.3.9), 1 to 7.
  public var replace: UInt8?
  /// The id of the message that it most likely answers: the last one sent to the sender.
  public var answers: MessageID?
  /// Whether segments are missing.
  public var isIncomplete = false
  /// The user data header with its length octet, §9.2.3.24; empty where there is none.
  public var userDataHeader: [UInt8] = []

  /// A received message.
  public init(header: ReceivedHeader, content: MessageContent) {
    self.header = header
    self.content = content
  }

  /// The file, with times of its own and of the gateway's zone.
  func text(secondsFromUTC: Int) -> String {
    let body: String
    let alphabet: String
    let length: Int
    switch content {
    case .text(let text): (body, alphabet, length) = (text, "UTF-8", text.unicodeScalars.count)
    case .data(let octets):
      (body, alphabet, length) = (octets.hexadecimal, "binary", octets.count)
    }
    let isData = alphabet == "binary"
    let own: [(String, String?)] = [
      ("Id", header.id.description),
      ("Answers", answers?.description),
      ("Report", "no"),
      ("Replace", replace.map { "\($0)" }),
      ("Flash", isFlash ? "yes" : nil),
      ("Incomplete", isIncomplete ? "yes" : nil),
      ("Alphabet", alphabet),
      ("Hex", isData ? "yes" : nil),
      ("UDH-DATA", userDataHeader.isEmpty ? nil : userDataHeader.hexadecimal),
      ("Length", "\(length)"),
      ("UDH", userDataHeader.isEmpty ? "false" : "true"),
    ]
    return spoolText(header.lines(secondsFromUTC: secondsFromUTC) + own, body: body)
  }
}

/// A status report, as `report/` shows it.
public struct ReportFile: Hashable, Sendable {
  /// Whom the message had gone to, and who received the report.
  public var header: ReceivedHeader
  /// The id of the message that is reported on; nil where it is not one of the gateway's.
  public var message: MessageID?
  /// TP-MR, 3GPP TS 23.040 §9.2.3.6.
  public var messageReference: UInt8
  /// TP-DT, §9.2.3.13, by the service centre's clock.
  public var discharged: Timestamp
  /// How far the service centre's clock is ahead of UTC, as TP-DT says.
  public var dischargedSecondsFromUTC: Int
  /// TP-ST, §9.2.3.15.
  public var status: UInt8
  /// What the status means, in words.
  public var meaning: String

  /// A status report.
  public init(
    header: ReceivedHeader,
    message: MessageID?,
    messageReference: UInt8,
    discharged: Timestamp,
    dischargedSecondsFromUTC: Int,
    status: UInt8,
    meaning: String
  ) {
    self.header = header
    self.message = message
    self.messageReference = messageReference
    self.discharged = discharged
    self.dischargedSecondsFromUTC = dischargedSecondsFromUTC
    self.status = status
    self.meaning = meaning
  }

  /// The file, with times of its own and of the gateway's zone.
  func text(secondsFromUTC: Int) -> String {
    let discharge = discharged.spoolTime(secondsFromUTC: dischargedSecondsFromUTC)
    let own: [(String, String?)] = [("Id", message?.description), ("Alphabet", "UTF-8")]
    let body = """
      SMS STATUS REPORT
      Message_id: \(messageReference)
      Discharge_timestamp: \(discharge)
      Status: \(status),\(outcome),\(printable(meaning))
      """
    return spoolText(header.lines(secondsFromUTC: secondsFromUTC) + own, body: body)
  }

  private var outcome: String {
    switch status {
    case 0x00...0x02: "Ok"
    case 0x20...0x3F: "Still trying"
    case 0x40...0x5F: "Permanent error"
    default: "Temporary error"
    }
  }
}

/// Header lines, a blank line, and a body.
private func spoolText(_ headers: [(String, String?)], body: String) -> String {
  let lines = headers.compactMap { name, value in value.map { "\(name): \(printable($0))" } }
  return lines.joined(separator: "\n") + "\n\n" + body
}
