import Foundation
import Messaging
import Testing
import TransferLayer

/// Long received messages of a sender that uses a reference again.
@Suite(.serialized, .ownThreads, .timeLimit(.minutes(2))) struct LongReplyEndToEndTests {
  /// One part of the message `text`.
  private static func part(
    _ text: String,
    _ number: UInt8,
    reference: UInt16,
    at stamp: Timestamp
  ) -> String {
    let place = Concatenation(reference: reference, total: 2, sequence: number)
    let body = "\(reference)\(text)\(number);".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    let deliver = SMSDeliver(
      originatingAddress: TPAddress(PhoneNumber(normalForm: "+447700900123")),
      serviceCentreTimeStamp: ServiceCentreTimeStamp(stamp),
      dataCodingScheme: DataCodingScheme(rawValue: 8),
      userDataHeader: UserDataHeader(elements: [InformationElement(place)]),
      userData: .octets(body)
    )
    return Hexadecimal.text(of: deliver.encoded())
  }

  /// What lies in `incoming/`: for each file whether parts are missing, and the text.
  private func incoming(_ laboratory: Laboratory) throws -> [String] {
    try laboratory.names(in: "incoming").map { name in
      let file = try laboratory.file(name, in: "incoming")
      let body = file.components(separatedBy: "\n\n").dropFirst().joined(separator: "\n\n")
      return body.trimmingCharacters(in: .newlines)
    }.sorted()
  }

  @Test func `Two long messages with one reference, one of them incomplete, come out as they are`()
    throws
  {
    let laboratory = try Laboratory(modems: 1)
    try laboratory.start(untilReady: 1)
    let start = Timestamp(seconds: 1_800_000_000)
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
    for (round, order) in orders.enumerated() {
      let reference = UInt16(11 + round)
      let parts = [
        Self.part("a", 1, reference: reference, at: start),
        Self.part("b", 1, reference: reference, at: start + .seconds(3600)),
        Self.part("b", 2, reference: reference, at: start + .seconds(3604)),
      ]
      for place in order {
        #expect(try laboratory.simulate("receive-pdu modem1 \(parts[place])") == "ok")
      }
      // The network hands one over again whose acknowledgement it did not get.
      #expect(try laboratory.simulate("receive-pdu modem1 \(parts[order[0]])") == "ok")
    }
    #expect(try laboratory.simulate("wait received 30s").hasPrefix("ok"))
    let whole = (11...16).map { "\($0)b1;\($0)b2;" }
    try laboratory.eventually("six whole messages") { try incoming(laboratory) == whole }
    // Ten minutes later what is missing is waited for no longer: the parts are made so old.
    laboratory.end(SIGKILL)
    try laboratory.sqlite(
      "UPDATE inbound_parts SET received_at = received_at - 601000 WHERE message IS NULL"
    )
    try laboratory.start(untilReady: 1)
    let all = (whole + (11...16).map { "\($0)a1;" }).sorted()
    try laboratory.eventually("six messages of one part") { try incoming(laboratory) == all }
    for name in laboratory.names(in: "incoming") {
      let file = try laboratory.file(name, in: "incoming")
      #expect(file.contains("Incomplete: yes") == file.contains("a1;"))
    }
    laboratory.end()
  }
}
