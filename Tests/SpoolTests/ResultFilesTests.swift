import Foundation
import Glibc
import Messaging
import Testing

@testable import Spool

@Suite struct ResultFilesTests {
  private let id: MessageID
  private let other: MessageID
  /// 2026-11-23T14:04:29Z.
  private let moment = Timestamp(seconds: 1_795_442_669)

  init() throws {
    id = try #require(MessageID("01ARZ3NDEKTSV4RRFFQ69G5FAV"))
    other = id.member(1)
  }

  private func result(
    _ state: MessageState,
    id: MessageID? = nil,
    origin: SpoolOrigin = SpoolOrigin(fileName: "x", headerBlock: "To: 447700900123\nReport: yes")
  ) -> SpoolResult {
    var result = SpoolResult(
      id: id ?? self.id,
      origin: origin,
      content: .text("hello"),
      state: state,
      at: moment
    )
    result.modem = "front-desk"
    result.imsi = "244050000000001"
    result.imei = "350000000000001"
    return result
  }

  private func write(_ spool: TemporarySpool, _ results: SpoolResult...) throws {
    try ResultFiles(directories: spool.directories).write(results, secondsFromUTC: 3600)
  }

  @Test(arguments: [true, false])
  func `a result goes into the directory that is there now`(isMoved: Bool) throws {
    let spool = try TemporarySpool()
    try write(spool, result(.sent))
    let path = "\(spool.path)/sent"
    if isMoved {
      rename(path, path + "-gone")
      mkdir(path, 0o755)
    } else {
      try FileManager.default.removeItem(atPath: path)
    }
    try write(spool, result(.sent, id: other, origin: SpoolOrigin(fileName: "y", headerBlock: "")))
    #expect(try spool.names(in: "sent") == ["y"])
  }

  @Test func `a sent file is the dropped one with the headers of SMS Server Tools`() throws {
    let spool = try TemporarySpool()
    var result = result(.sent)
    result.segments = (1, 1)
    result.sendingTime = .milliseconds(1700)
    result.messageReference = 17
    try write(spool, result)
    #expect(
      spool.read("sent/x") == """
        To: 447700900123
        Report: yes
        Id: 01ARZ3NDEKTSV4RRFFQ69G5FAV
        State: sent
        Segments: 1/1
        Modem: front-desk
        Sent: 26-11-23 15:04:29
        Sending_time: 1
        Message_id: 17
        IMSI: 244050000000001
        IMEI: 350000000000001

        hello
        """
    )
  }

  @Test func `a result says how the text was coded, and dropped again says nothing of it`() throws {
    let spool = try TemporarySpool()
    var result = result(.sent)
    result.language = "turkish"
    result.replaced = "2 characters: “ as \""
    try write(spool, result)
    let text = try #require(spool.read("sent/x"))
    #expect(text.contains("\nNational_language: turkish\nReplaced: 2 characters: “ as \"\n"))
    let again = try TemporarySpool.file(text)
    #expect(!again.members[0].headerBlock.contains("National_language"))
    #expect(!again.members[0].headerBlock.contains("Replaced"))
  }

  @Test func `a failed file says why and when`() throws {
    let spool = try TemporarySpool()
    var result = result(.failed)
    result.reason = "+CMS ERROR: 38 (Network out of order)\nInjected: yes"
    try write(spool, result)
    let text = try #require(spool.read("failed/x"))
    #expect(text.contains("\nFail_reason: +CMS ERROR: 38 (Network out of order)?Injected: yes\n"))
    #expect(text.contains("\nFailed: 26-11-23 15:04:29\n"))
  }

  @Test(arguments: [
    (MessageState.sent, "sent"), (.delivered, "sent"), (.undelivered, "sent"), (.failed, "failed"),
    (.withdrawn, "failed"), (.cancelled, "failed"), (.expired, "failed"), (.unknown, "unknown"),
    (.closed, "unknown"),
  ])
  func `the state decides the directory`(state: MessageState, directory: String) throws {
    let spool = try TemporarySpool()
    try write(spool, result(state))
    for name in ["sent", "failed", "unknown"] {
      #expect(try spool.names(in: name) == (name == directory ? ["x"] : []))
    }
  }

  @Test func `a message without an outcome has no result`() throws {
    let spool = try TemporarySpool()
    try write(spool, result(.queued), result(.submitting))
    for name in ["sent", "failed", "unknown"] { #expect(try spool.names(in: name) == []) }
  }

  @Test func `writing again after a crash makes no second file`() throws {
    let spool = try TemporarySpool()
    try write(spool, result(.sent))
    // What a crash in the middle of the first write would have left.
    try Data("half".utf8).write(to: URL(fileURLWithPath: "\(spool.path)/sent/.\(id).tmp"))
    let before = spool.read("sent/x")
    try write(spool, result(.sent))
    #expect(try spool.names(in: "sent") == ["x"])
    #expect(spool.read("sent/x") == before)
  }

  @Test func `a second message of a name gets its id, also when the first is gone by then`() throws
  {
    let spool = try TemporarySpool()
    try write(spool, result(.sent), result(.sent, id: other))
    #expect(try spool.names(in: "sent") == ["x", "x.\(other)"])
    try FileManager.default.removeItem(atPath: "\(spool.path)/sent/x")
    try write(spool, result(.sent, id: other))
    #expect(try spool.names(in: "sent") == ["x.\(other)"])
  }

  @Test func `a member of an array has its number in the name`() throws {
    let spool = try TemporarySpool()
    let origin = SpoolOrigin(fileName: "b.json", memberIndex: 1, headerBlock: "To: 447700900123")
    try write(spool, result(.sent, origin: origin))
    #expect(try spool.names(in: "sent") == ["b.json.1"])
  }

  @Test func `late proof moves a result, and only its own`() throws {
    let spool = try TemporarySpool()
    try write(spool, result(.unknown), result(.unknown, id: other))
    try write(spool, result(.sent))
    #expect(try spool.names(in: "sent") == ["x"])
    #expect(try spool.names(in: "unknown") == ["x.\(other)"])
    try write(spool, result(.delivered))
    #expect(try #require(spool.read("sent/x")).contains("State: delivered"))
  }

  @Test func `a foreign file of that name is not touched`() throws {
    let spool = try TemporarySpool()
    try Data("mine".utf8).write(to: URL(fileURLWithPath: "\(spool.path)/sent/x"))
    symlink("/etc/passwd", "\(spool.path)/failed/x")
    try write(spool, result(.sent))
    #expect(spool.read("sent/x") == "mine")
    #expect(try spool.names(in: "sent") == ["x", "x.\(id)"])
    #expect(try spool.names(in: "failed") == ["x"])
  }

  @Test(arguments: [
    ("Alphabet: ISO", MessageContent.text("é"), "\nAlphabet: UTF-8\n"),
    ("Class: otp", .text("é"), "\nClass: otp\nId: "),
    ("Alphabet: binary", .data([0xAB, 0x01]), "\nAlphabet: binary\nHex: yes\nUDH: no\n"),
  ])
  func `a result dropped again is the same message`(
    header: String,
    content: MessageContent,
    coding: String
  ) throws {
    let spool = try TemporarySpool()
    let origin = SpoolOrigin(fileName: "x", headerBlock: "To: +447700900123\n\(header)")
    var result = result(.failed, origin: origin)
    result.content = content
    try write(spool, result)
    let text = try #require(spool.read("failed/x"))
    #expect(text.contains(coding))
    #expect(try TemporarySpool.file(text).requests.map(\.content) == [content])
  }

  @Test func `a header in binary data comes back from the result`() throws {
    let body: [UInt8] = [0x03, 0x24, 0x01, 0x02, 0xAA]
    let head = Array("To: +447700900123\nAlphabet: binary\n\n".utf8)
    let member = try SpoolFile(name: "x", octets: head + body).members[0]
    let spool = try TemporarySpool()
    let origin = SpoolOrigin(fileName: "x", headerBlock: member.headerBlock)
    var result = result(.failed, origin: origin)
    result.content = member.request.content
    try write(spool, result)
    #expect(try TemporarySpool.file(#require(spool.read("failed/x"))).requests == [member.request])
  }

  @Test func `many results are written in one go`() throws {
    let spool = try TemporarySpool()
    let results = (0..<500).map { index in
      result(
        .sent,
        id: id.member(index),
        origin: SpoolOrigin(fileName: "f\(index)", headerBlock: "To: 447700900123")
      )
    }
    try ResultFiles(directories: spool.directories).write(results, secondsFromUTC: 0)
    #expect(try spool.names(in: "sent").count == 500)
  }

  private var header: ReceivedHeader {
    var header = ReceivedHeader(
      id: id,
      modem: "front-desk",
      from: "+447700900123",
      sent: moment,
      sentSecondsFromUTC: 0,
      received: moment + .seconds(6)
    )
    header.typeOfAddress = 0x91
    header.serviceCentre = "+447700900000"
    header.imsi = "244050000000001"
    return header
  }

  @Test func `a received message is a file of SMS Server Tools`() throws {
    let spool = try TemporarySpool()
    let files = ResultFiles(directories: spool.directories)
    let message = ReceivedFile(header: header, content: .text("STOP €"))
    for _ in 0..<2 { try files.write([message], secondsFromUTC: 3600) }
    #expect(try spool.names(in: "incoming") == ["front-desk.\(id)"])
    #expect(
      spool.read("incoming/front-desk.\(id)") == """
        From: 447700900123
        From_TOA: 91 international, ISDN/telephone
        From_SMSC: 447700900000
        Sent: 26-11-23 14:04:29
        Received: 26-11-23 15:04:35
        Subject: front-desk
        Modem: front-desk
        IMSI: 244050000000001
        Id: 01ARZ3NDEKTSV4RRFFQ69G5FAV
        Report: no
        Alphabet: UTF-8
        Length: 6
        UDH: false

        STOP €
        """
    )
  }

  @Test func `a received message of data is hexadecimal and can be read as a file`() throws {
    let spool = try TemporarySpool()
    var message = ReceivedFile(header: header, content: .data([0x0A, 0xFF]))
    message.userDataHeader = [0x03, 0x24, 0x01, 0x02]
    message.isFlash = true
    message.replace = 3
    message.isIncomplete = true
    try ResultFiles(directories: spool.directories).write([message], secondsFromUTC: 0)
    let text = try #require(spool.read("incoming/front-desk.\(id)"))
    for line in [
      "Alphabet: binary", "Hex: yes", "UDH-DATA: 03240102", "Length: 2", "UDH: true", "Flash: yes",
      "Replace: 3", "Incomplete: yes",
    ] { #expect(text.contains("\n\(line)\n")) }
    #expect(text.hasSuffix("\n\n0AFF"))
  }

  @Test func `a sender that is a name cannot write headers`() throws {
    let spool = try TemporarySpool()
    var header = header
    header.from = "Bank\nId: forged"
    header.typeOfAddress = 0xD0
    let message = ReceivedFile(header: header, content: .text("x"))
    try ResultFiles(directories: spool.directories).write([message], secondsFromUTC: 0)
    let text = try #require(spool.read("incoming/front-desk.\(id)"))
    #expect(text.hasPrefix("From: Bank?Id: forged\nFrom_TOA: D0 alphanumeric, unknown\n"))
  }

  @Test func `a status report is a file of SMS Server Tools`() throws {
    let spool = try TemporarySpool()
    let report = ReportFile(
      header: header,
      message: other,
      messageReference: 1,
      discharged: moment,
      dischargedSecondsFromUTC: -18_000,
      status: 0,
      meaning: "short message received by the SME"
    )
    try ResultFiles(directories: spool.directories).write([report], secondsFromUTC: 0)
    let text = try #require(spool.read("report/front-desk.\(id)"))
    #expect(text.contains("\nId: \(other)\n"))
    #expect(
      text.hasSuffix(
        """


        SMS STATUS REPORT
        Message_id: 1
        Discharge_timestamp: 26-11-23 09:04:29
        Status: 0,Ok,short message received by the SME
        """
      )
    )
  }
}
