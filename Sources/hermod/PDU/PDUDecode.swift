import ArgumentParser
import Foundation
import TransferLayer

extension PDUCommand {
  /// `hermod pdu decode`: what PDUs hold.
  struct Decode: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show what an SMS PDU holds.",
      discussion: """
        With --json and without HEX every line of standard input is a request, as \
        {"id": 1, "pdu": "0791…"}, answered by one line of JSON.
        """
    )

    @Flag(help: "Answer in JSON, one line for each PDU.")
    var json = false

    @Flag(name: .customLong("no-smsc"), help: "The PDUs begin without a service centre address.")
    var hasNoServiceCentre = false

    @Argument(help: ArgumentHelp("A PDU in hexadecimal digits.", valueName: "hex"))
    var pdus: [String] = []

    func validate() throws {
      if pdus.isEmpty && !json { throw ValidationError("A PDU is missing.") }
    }

    func run() throws {
      if pdus.isEmpty {
        try JSONLines.answer { PDUDecodeAnswer($0, hasServiceCentre: !hasNoServiceCentre).json }
        return
      }
      var isComplete = true
      for pdu in pdus {
        do throws(PDURefusal) {
          try show(pdu)
        } catch {
          isComplete = false
          if json {
            StandardOutput.write(error.json(id: nil).text + "\n")
          } else {
            StandardError.write("hermod: \(pdu.prefix(40)): \(error.message)\n")
          }
        }
      }
      if !isComplete { throw ExitCode(65) }
    }

    private func show(_ text: String) throws(PDURefusal) {
      let pdu = try PDUDecodeAnswer.decode(text, hasServiceCentre: !hasNoServiceCentre)
      if json {
        let answer = JSONValue.object([("id", .null), ("ok", .bool(true))] + pdu.answerMembers)
        StandardOutput.write(answer.text + "\n")
      } else {
        StandardOutput.write(PDUView(pdu.value, octets: pdu.octets).text)
      }
    }
  }
}
