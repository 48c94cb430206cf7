public import GSMAlphabet

/// How the segments of a message are coded.
public enum SegmentEncoding: Hashable, Sendable {
  /// The GSM 7-bit default alphabet, or national language tables.
  case gsm7(ShiftTables)
  /// Data.
  case octets
  /// UCS-2, as UTF-16.
  case ucs2
}

/// A message cut into segments, which lack only the concatenation reference.
public struct SegmentedMessage: Hashable, Sendable {
  /// How the segments are coded.
  public let encoding: SegmentEncoding
  /// TP-DCS of every segment.
  public let dataCodingScheme: DataCodingScheme
  /// The user data of each segment, without headers.
  public let userData: [UserData]
  /// The elements in the header of every segment, beside concatenation.
  public let elements: [InformationElement]
  /// How wide the concatenation reference is.
  public let referenceWidth: Concatenation.Width
  /// How many characters transliteration has replaced.
  public let replacedCharacters: Int

  /// How many segments there are.
  public var segmentCount: Int { userData.count }

  /// The segments.
  ///
  /// - Parameter reference: The concatenation reference; of no effect on a single segment.
  /// - Returns: The segments, in order.
  public func segments(reference: UInt16) -> [SegmentContent] {
    userData.enumerated().map { index, userData in
      var elements = elements
      if segmentCount > 1 {
        let concatenation = Concatenation(
          reference: reference,
          total: UInt8(clamping: segmentCount),
          sequence: UInt8(clamping: index + 1),
          width: referenceWidth
        )
        elements.insert(InformationElement(concatenation), at: 0)
      }
      return SegmentContent(
        userDataHeader: elements.isEmpty ? nil : UserDataHeader(elements: elements),
        userData: userData,
        dataCodingScheme: dataCodingScheme
      )
    }
  }

  /// The segments as TPDUs.
  ///
  /// - Parameters:
  ///   - recipient: Whom they go to.
  ///   - reference: The concatenation reference.
  ///   - options: The other fields.
  /// - Returns: The TPDUs, in order; TP-MR goes up by one with each, modulo 256.
  public func submits(
    to recipient: TPAddress,
    reference: UInt16,
    options: SubmitOptions = SubmitOptions()
  ) -> [SMSSubmit] {
    segments(reference: reference).enumerated().map { index, segment in
      SMSSubmit(
        destinationAddress: recipient,
        dataCodingScheme: segment.dataCodingScheme,
        userDataHeader: segment.userDataHeader,
        userData: segment.userData,
        messageReference: options.messageReference &+ UInt8(truncatingIfNeeded: index),
        protocolIdentifier: options.protocolIdentifier,
        validityPeriod: options.validityPeriod,
        statusReportRequest: options.statusReportRequest,
        rejectDuplicates: options.rejectDuplicates,
        replyPath: options.replyPath
      )
    }
  }
}

/// What one segment carries.
public struct SegmentContent: Hashable, Sendable {
  /// TP-UDH.
  public let userDataHeader: UserDataHeader?
  /// TP-UD behind its header.
  public let userData: UserData
  /// TP-DCS.
  public let dataCodingScheme: DataCodingScheme
}

/// The fields of SMS-SUBMIT that have nothing to do with its content, 3GPP TS 23.040 §9.2.2.2.
public struct SubmitOptions: Hashable, Sendable {
  /// TP-MR of the first segment.
  public var messageReference: UInt8
  /// TP-PID.
  public var protocolIdentifier: UInt8
  /// TP-VP.
  public var validityPeriod: ValidityPeriod?
  /// TP-SRR.
  public var statusReportRequest: Bool
  /// TP-RD.
  public var rejectDuplicates: Bool
  /// TP-RP.
  public var replyPath: Bool

  /// Options; as they are, those of an ordinary message.
  public init(
    messageReference: UInt8 = 0,
    protocolIdentifier: UInt8 = 0,
    validityPeriod: ValidityPeriod? = nil,
    statusReportRequest: Bool = false,
    rejectDuplicates: Bool = false,
    replyPath: Bool = false
  ) {
    self.messageReference = messageReference
    self.protocolIdentifier = protocolIdentifier
    self.validityPeriod = validityPeriod
    self.statusReportRequest = statusReportRequest
    self.rejectDuplicates = rejectDuplicates
    self.replyPath = replyPath
  }
}
