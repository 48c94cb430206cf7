import Messaging
import Testing

@testable import Spool

@Suite struct SpoolFileHeaderTests {
  /// The request that a file with one more header asks for.
  private func request(_ header: String, body: String = "Hello") throws -> MessageRequest {
    let file = try TemporarySpool.file("To: +447700900123\n\(header)\n\n\(body)")
    try #require(file.members.count == 1)
    return file.members[0].request
  }

  @Test func `a plain file is one message with nothing but a recipient and a text`() throws {
    let file = try TemporarySpool.file("To: 491721234567\n\nHello, this is the sms.\n")
    #expect(
      file.requests == [
        MessageRequest(recipient: "491721234567", content: .text("Hello, this is the sms."))
      ]
    )
  }

  @Test(arguments: [
    ("otp", MessageClass.otp), ("ALERT", .alert), ("notification", .notification),
    ("marketing", .marketing),
  ])
  func `Class names what a message is for`(value: String, expected: MessageClass) throws {
    let request = try request("Class: \(value)")
    #expect(request.messageClass == expected)
    #expect(request.displayClass == nil)
  }

  @Test(arguments: UInt8(0)...3)
  func `Class 0 to 3 is the class of the display`(value: UInt8) throws {
    let request = try request("Class: \(value)")
    #expect(request.displayClass == value)
    #expect(request.messageClass == nil)
  }

  @Test func `both kinds of Class may stand in one file`() throws {
    let request = try request("Class: otp\nClass: 1")
    #expect(request.messageClass == .otp)
    #expect(request.displayClass == 1)
  }

  @Test(arguments: [
    ("yes", true), ("Yes", true), ("true", true), ("on", true), ("1", true), ("no", false),
    ("false", false), ("off", false), ("0", false), ("", false), ("perhaps", false),
  ])
  func `a flag is yes, true, on or 1, and anything else is no`(value: String, isSet: Bool) throws {
    #expect(try request("Flash: \(value)").displayClass == (isSet ? 0 : nil))
    #expect(try request("Report: \(value)").statusReport == isSet)
    #expect(try request("Reply_path: \(value)").transferOptions.replyPath == isSet)
    #expect(try request("Transliterate: \(value)").transliterates == isSet)
    #expect(try request("Reject_duplicates: \(value)").transferOptions.rejectDuplicates == isSet)
    #expect(try request("Ping: \(value)").transferOptions.protocolIdentifier == (isSet ? 64 : nil))
  }

  @Test func `without Report the gateway decides`() throws {
    #expect(try request("From: me").statusReport == nil)
  }

  @Test func `a ping asks for a report`() throws {
    #expect(try request("Ping: yes").statusReport == true)
  }

  @Test(arguments: [
    ("10 min", 600), ("10min", 600), ("2 hours", 7200), ("1 day", 86_400), ("1 week", 604_800),
    ("1 month", 2_592_000), ("1 year", 31_536_000), ("hour", 3600), ("30 s", 30), ("DAY", 86_400),
    ("99 years", 38_102_400), ("99999999999999999 years", 38_102_400),
    // 3GPP TS 23.040 §9.2.3.12.1, both ends of each range.
    ("0", 300), ("143", 43_200), ("144", 45_000), ("167", 86_400), ("168", 172_800),
    ("196", 2_592_000), ("197", 3_024_000), ("255", 38_102_400),
  ])
  func `Validity is a time, or a number as TP-VP counts`(value: String, seconds: Int) throws {
    #expect(try request("Validity: \(value)").validity == .seconds(seconds))
  }

  @Test func `only high makes a message urgent`() throws {
    #expect(try request("Priority: HIGH").isUrgent)
    #expect(try !request("Priority: low").isUrgent)
  }

  @Test(arguments: ["Provider", "Queue", "Modem"])
  func `Provider, Queue and Modem name the only modem`(name: String) throws {
    #expect(try request("\(name): front-desk").modem == "front-desk")
  }

  @Test func `Replace is a type of short message, 3GPP TS 23.040 §9.2.3.9`() throws {
    #expect(try request("Replace: 7").transferOptions.protocolIdentifier == 0x47)
    #expect(try request("Replace: 0").transferOptions.protocolIdentifier == nil)
  }

  @Test func `DCS_hex is TP-DCS`() throws {
    #expect(try request("DCS_hex: f5").transferOptions.dataCodingScheme == 0xF5)
    #expect(try request("DCS_hex: 0xF5").transferOptions.dataCodingScheme == 0xF5)
  }

  @Test(arguments: [("yes", 0x40, 0xF4), ("ToSIM", 0x7F, 0xF6), ("2", 0x7F, 0xF6)])
  func `System_message sets TP-PID and TP-DCS`(value: String, pid: UInt8, dcs: UInt8) throws {
    let options = try request("System_message: \(value)").transferOptions
    #expect(options.protocolIdentifier == pid)
    #expect(options.dataCodingScheme == dcs)
  }

  @Test(arguments: DuplicatePolicy.allCases)
  func `Duplicates is the policy for unknown outcomes`(policy: DuplicatePolicy) throws {
    #expect(try request("Duplicates: \(policy.rawValue)").duplicates == policy)
  }

  @Test(arguments: RequestedEncoding.allCases)
  func `Encoding is how the text is coded`(encoding: RequestedEncoding) throws {
    #expect(try request("Encoding: \(encoding.rawValue)").encoding == encoding)
  }

  @Test func `Reference and Not-Before are kept`() throws {
    let request = try request("Reference: order 17\nNot-Before: 2026-11-23T14:04:29+01:00")
    #expect(request.reference == "order 17")
    #expect(request.notBefore == Timestamp(seconds: 1_795_439_069))
  }

  @Test(arguments: [
    "Autosplit: 0", "From: Anna", "Language: 1", "Language_ext: 3", "Message_reference: 17",
    "Retries: 5", "SMSC: 358401234567", "Smsd_debug: x", "X-Anything: at all", "Include_me: no",
    "Voicecall: no", "Text_is_pdu: no",
  ])
  func `what is passed over changes nothing`(header: String) throws {
    let plain = try request("From: x")
    #expect(try request(header) == plain)
  }

  @Test(arguments: ["TO", "to", "To", "tO", "To "])
  func `names are read in any case`(name: String) throws {
    #expect(try TemporarySpool.file("\(name):+447700900123\n\nx").requests.count == 1)
  }

  @Test func `the last of a repeated header counts`() throws {
    #expect(try request("Validity: 1 day\nValidity: 1 h").validity == .seconds(3600))
  }

  @Test func `several To and comma lists are a message each`() throws {
    let file = try TemporarySpool.file(
      "To: +447700900123, 447700900124\nClass: alert\nTo: +447700900125\n\nHello"
    )
    #expect(file.requests.map(\.recipient) == ["+447700900123", "447700900124", "+447700900125"])
    #expect(
      file.members.map(\.headerBlock) == [
        "To: +447700900123\nClass: alert", "To: 447700900124\nClass: alert",
        "To: +447700900125\nClass: alert",
      ]
    )
  }

  @Test(arguments: [
    ("To: s12345", "12345"), ("To: 12345\nTo_TOA: unknown", "12345"), ("To: s*100#", "*100#"),
    ("To: 447700900123\nTo_TOA: international", "+447700900123"),
    ("To_TOA: international\nTo: 44 7700 900123", "+447700900123"),
    ("To: 00447700900123\nTo_TOA: international", "00447700900123"),
    ("To: 07700900123\nTo_TOA: national", "07700900123"),
  ])
  func `To_TOA and a leading s say how a number is dialled`(headers: String, recipient: String)
    throws
  {
    #expect(try TemporarySpool.file("\(headers)\n\nx").requests.map(\.recipient) == [recipient])
  }

  @Test func `a byte order mark and CR LF are no part of a message`() throws {
    let file = try SpoolFile(
      name: "x",
      octets: [0xEF, 0xBB, 0xBF] + Array("To: 447700900123\r\n \t\r\none\r\ntwo\r\n".utf8)
    )
    #expect(file.requests.map(\.content) == [.text("one\ntwo")])
    #expect(file.members.map(\.headerBlock) == ["To: 447700900123"])
  }

  @Test func `a result put back into outgoing is a new message`() throws {
    let failed = """
      To: 447700900123
      Modem: front-desk
      Id: 01ARZ3NDEKTSV4RRFFQ69G5FAV
      State: failed
      Modem: other
      IMSI: 244050000000001
      Fail_reason: x
      Failed: 26-11-23 14:04:33

      Hello
      """
    let file = try TemporarySpool.file(failed)
    #expect(file.requests.map(\.modem) == ["front-desk"])
    #expect(file.members.map(\.headerBlock) == ["To: 447700900123\nModem: front-desk"])
    let theirs = "To: 447700900123\nModem: GSM1\nIMSI: 2\nFail_reason: x\n\nHello"
    #expect(try TemporarySpool.file(theirs).requests.map(\.modem) == [nil])
    #expect(try TemporarySpool.file(failed, name: "x.json").requests == file.requests)
  }
}
