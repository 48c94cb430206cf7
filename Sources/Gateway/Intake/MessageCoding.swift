internal import GSMAlphabet
internal import Messaging
internal import Storage
internal import TransferLayer

/// How a message is cut into segments: the same at acceptance, where their number is told, and at
/// every attempt, so that a long message can go on at the segment where it was left.
struct MessageCoding {
  /// The segments, which lack only their concatenation reference.
  let segmented: SegmentedMessage

  /// Cuts a message.
  ///
  /// Of `languages`, those that another message of the same text was coded with give the same
  /// segments again: the coding that needs fewest among many needs fewest among few.
  ///
  /// - Throws: `SegmentationError` where it cannot be sent so.
  init(
    _ content: MessageContent,
    encoding: RequestedEncoding,
    displayClass: UInt8?,
    options: TransferOptions,
    languages: [NationalLanguage] = [],
    transliterates: Bool = false
  ) throws(SegmentationError) {
    segmented = try MessageSegmentation.segments(
      content,
      options: SegmentationOptions(
        encoding: encoding,
        displayClass: displayClass,
        dataCodingScheme: options.dataCodingScheme.map(DataCodingScheme.init(rawValue:)),
        elements: UserDataHeader(octets: options.userDataHeader).elements,
        languages: languages,
        transliterates: transliterates
      )
    )
  }

  /// How the text is coded, as people are told.
  var encodingName: String {
    switch segmented.encoding {
    case .gsm7: "gsm7"
    case .ucs2: "ucs2"
    case .octets: "8bit"
    }
  }

  /// The language whose shift tables the text is coded with; nil where none are used.
  var language: NationalLanguage? {
    guard case .gsm7(let tables) = segmented.encoding else { return nil }
    return tables.single ?? tables.locking
  }

  /// Whether look-alikes stand for some of the characters.
  var isTransliterated: Bool { segmented.replacedCharacters > 0 }

  /// The SMS-SUBMITs of a message that a modem has in hand.
  ///
  /// - Parameters:
  ///   - message: The message.
  ///   - now: The time; what remains of the message's validity becomes TP-VP.
  /// - Returns: One for each segment, in order.
  /// - Throws: `SegmentationError`, which acceptance has ruled out.
  static func submits(
    _ message: ClaimedMessage,
    at now: Timestamp
  ) throws(SegmentationError) -> [SMSSubmit] {
    let options = message.transferOptions
    let coding = try MessageCoding(
      message.content,
      encoding: message.requestedEncoding,
      displayClass: message.displayClass,
      options: options,
      languages: message.language.flatMap(NationalLanguage.init(name:)).map { [$0] } ?? [],
      transliterates: message.isTransliterated
    )
    let remaining = message.expiresAt - now
    return coding.segmented.submits(
      to: TPAddress(message.recipient),
      reference: UInt16(message.concatenationReference ?? 0),
      options: SubmitOptions(
        protocolIdentifier: options.protocolIdentifier ?? 0,
        validityPeriod: message.omitsValidityPeriod ? nil : ValidityPeriod(atLeast: remaining),
        statusReportRequest: message.wantsStatusReport,
        rejectDuplicates: options.rejectDuplicates,
        replyPath: options.replyPath
      )
    )
  }
}
