import ArgumentParser

/// `hermod pdu`: decodes and encodes SMS PDUs; needs no daemon.
struct PDUCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pdu",
    abstract: "Decode and encode SMS PDUs (3GPP TS 23.040, 23.038).",
    subcommands: [Decode.self, Encode.self]
  )
}
