/// The headers that Hermod knows: those of SMS Server Tools 3, and a few of its own.
///
/// A name is compared in lower case, with `-` for `_`. Any other header is passed over, as there.
enum SpoolHeader: String, CaseIterable {
  // Whom it goes to.
  case to = "to"
  case typeOfNumber = "to-toa"

  // What Hermod adds.
  case duplicates = "duplicates"
  case encoding = "encoding"
  case modem = "modem"
  case notBefore = "not-before"
  case reference = "reference"
  case transliterate = "transliterate"

  // What the message is, and when it is worth sending.
  case messageClass = "class"
  case flash = "flash"
  case priority = "priority"
  case provider = "provider"
  case queue = "queue"
  case report = "report"
  case validity = "validity"

  // How the body is written.
  case alphabet = "alphabet"
  case binary = "binary"
  case hexadecimal = "hex"
  case userDataHeaderIndicator = "udh"
  case userDataHeader = "udh-data"
  case userDataHeaderDump = "udh-dump"

  // Fields of the SMS-SUBMIT.
  case dataCodingScheme = "dcs-hex"
  case ping = "ping"
  case rejectDuplicates = "reject-duplicates"
  case replace = "replace"
  case replyPath = "reply-path"
  case systemMessage = "system-message"

  // Refused, because the message would not be what its writer means.
  case include = "include"
  case macro = "macro"
  case textIsPDU = "text-is-pdu"
  case voiceCall = "voicecall"

  // Passed over knowingly. Long texts are always concatenated (what `Autosplit: 3` asks for), the
  // modem counts the message references, retries follow the kind of error and the validity, the
  // service centre is the SIM's, and the configuration says where national language tables are used.
  case autosplit = "autosplit"
  case debug = "smsd-debug"
  case from = "from"
  case language = "language"
  case languageExtension = "language-ext"
  case messageReference = "message-reference"
  case retries = "retries"
  case serviceCentre = "smsc"

  /// The headers that a result file adds.
  ///
  /// A file put back into `outgoing/` still has them; they say nothing about the new message.
  static let results: Set<String> = [
    "description", "fail-reason", "failed", "id", "identity", "imei", "imsi", "message-id",
    "national-language", "notice", "number", "original-filename", "pdu", "reason", "replaced",
    "result", "segments", "sending-time", "sent", "state",
  ]
}

extension [SpoolText.Header] {
  /// The headers without those that an earlier result added.
  ///
  /// `Modem:` is both a wish and a result: a result when it stands after `Id:`, and, in a result of
  /// SMS Server Tools, when it is the last one.
  var withoutResults: [SpoolText.Header] {
    guard contains(where: { SpoolHeader.results.contains($0.key) }) else { return self }
    let modem = SpoolHeader.modem.rawValue
    let id = firstIndex { $0.key == "id" }
    let resultModem = id == nil ? lastIndex { $0.key == modem } : nil
    return indices.filter { index in
      let key = self[index].key
      if key == modem, let id, index > id { return false }
      return index != resultModem && !SpoolHeader.results.contains(key)
    }.map { self[$0] }
  }
}
