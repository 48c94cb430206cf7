import ArgumentParser
import Foundation
import TransferLayer

extension PDUCommand {
  /// `hermod pdu encode`: the SMS-SUBMIT PDUs of a message.
  struct Encode: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Build the SMS-SUBMIT PDUs of a message.",
      discussion: """
        With --json and nothing else every line of standard input is a request, as \
        {"id": 1, "to": "+447700900123", "text": "…"}, answered by one line of JSON.
        """
    )

    @Flag(help: "Answer in JSON.")
    var json = false

    @Option(name: .customLong("to"), help: ArgumentHelp("The recipient.", valueName: "number"))
    var recipient: String?

    @Option(help: "The text.")
    var text: String?

    func validate() throws {
      guard recipient == nil || text == nil else { return }
      if recipient != nil || text != nil || !json {
        throw ValidationError("Both --to and --text are needed.")
      }
    }

    func run() throws {
      guard let recipient, let text else {
        try JSONLines.answer { PDUEncodeAnswer($0).json }
        return
      }
      let request = JSONObject(members: [
        "to": JSONString(value: recipient, isWellFormed: true).json,
        "text": JSONString(value: text, isWellFormed: true).json,
      ])
      do throws(PDURefusal) {
        let message = try PDUEncodeAnswer.encode(request)
        StandardOutput.write(json ? message.json(id: nil).text + "\n" : readable(message))
      } catch {
        if json {
          StandardOutput.write(error.json(id: nil).text + "\n")
        } else {
          StandardError.write("hermod: \(error.message)\n")
        }
        throw ExitCode(65)
      }
    }

    private func readable(_ message: PDUEncodeAnswer.Message) -> String {
      let count = message.pdus.count
      var text = "\(message.encoding), \(count) \(count == 1 ? "segment" : "segments")\n"
      for pdu in message.pdus { text += "AT+CMGS=\(pdu.length)\n\(pdu.hexadecimal)\n" }
      return text
    }
  }
}
