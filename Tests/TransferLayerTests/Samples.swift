import GSMAlphabet
import TransferLayer

import struct ModemModel.SplitMix64

/// TPDUs and texts made at random.
struct Samples {
  var random: SplitMix64

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  mutating func octet() -> UInt8 { UInt8.random(in: 0...255, using: &random) }
  mutating func flag() -> Bool { Bool.random(using: &random) }
  mutating func octets(_ range: ClosedRange<Int>) -> [UInt8] {
    (0..<number(range)).map { _ in octet() }
  }

  mutating func address() -> TPAddress {
    let type = UInt8(number(0...7))
    let characters = Array(type == 5 ? "ABC xyz@_£é" : "0123456789*#abc")
    let digits = (0..<number(type == 5 ? 1...11 : 0...20)).map { _ in
      characters.randomElement(using: &random) ?? "0"
    }
    return TPAddress(
      typeOfNumber: type,
      numberingPlan: UInt8(number(0...15)),
      digits: String(digits)
    )
  }

  mutating func header() -> UserDataHeader? {
    guard flag() else { return nil }
    return UserDataHeader(
      elements: (0..<number(0...4)).map { _ in
        InformationElement(identifier: octet(), data: octets(0...8))
      }
    )
  }

  mutating func userData(_ scheme: DataCodingScheme, header: UserDataHeader?) -> UserData {
    let room = 140 - (header?.octetCount ?? 0)
    guard scheme.isInSeptets else { return .octets(octets(0...room)) }
    return .septets(octets(0...(room * 8 / 7)).map { $0 & 0x7F })
  }

  mutating func time() -> ServiceCentreTimeStamp { ServiceCentreTimeStamp(octets: octets(7...7)) }

  mutating func submit() -> SMSSubmit {
    let scheme = DataCodingScheme(rawValue: octet())
    let header = header()
    let periods: [ValidityPeriod?] = [
      nil, .relative(octet()), .absolute(time()),
      .enhanced(EnhancedValidityPeriod(octets: octets(7...7))),
    ]
    return SMSSubmit(
      destinationAddress: address(),
      dataCodingScheme: scheme,
      userDataHeader: header,
      userData: userData(scheme, header: header),
      messageReference: octet(),
      protocolIdentifier: octet(),
      validityPeriod: periods[number(0...3)],
      statusReportRequest: flag(),
      rejectDuplicates: flag(),
      replyPath: flag()
    )
  }

  mutating func deliver() -> SMSDeliver {
    let scheme = DataCodingScheme(rawValue: octet())
    let header = header()
    return SMSDeliver(
      originatingAddress: address(),
      serviceCentreTimeStamp: time(),
      dataCodingScheme: scheme,
      userDataHeader: header,
      userData: userData(scheme, header: header),
      protocolIdentifier: octet(),
      moreMessagesToSend: flag(),
      loopPrevention: flag(),
      statusReportIndication: flag(),
      replyPath: flag()
    )
  }

  mutating func parameters() -> OptionalParameters {
    var parameters = OptionalParameters()
    if flag() { parameters.protocolIdentifier = octet() }
    if flag() { parameters.dataCodingScheme = DataCodingScheme(rawValue: octet()) }
    if flag() {
      parameters.userDataHeader = header()
      parameters.userData = userData(
        parameters.effectiveScheme,
        header: parameters.userDataHeader
      )
    }
    return parameters
  }

  mutating func statusReport() -> SMSStatusReport {
    SMSStatusReport(
      messageReference: octet(),
      recipientAddress: address(),
      serviceCentreTimeStamp: time(),
      dischargeTime: time(),
      status: DeliveryStatus(rawValue: octet()),
      statusReportQualifier: flag(),
      moreMessagesToSend: flag(),
      loopPrevention: flag(),
      parameters: parameters()
    )
  }

  mutating func tpdu(_ direction: TPDU.Direction) -> TPDU {
    let cause = flag() ? 0x80 | octet() : nil
    switch (direction, number(0...2)) {
    case (.mobileOriginated, 0): return .submit(submit())
    case (.mobileOriginated, 1):
      return .deliverReport(SMSDeliverReport(failureCause: cause, parameters: parameters()))
    case (.mobileOriginated, _):
      return .command(
        SMSCommand(
          commandType: octet(),
          messageNumber: octet(),
          destinationAddress: address(),
          messageReference: octet(),
          protocolIdentifier: octet(),
          statusReportRequest: flag(),
          commandData: octets(0...20),
          hasUserDataHeader: flag()
        )
      )
    case (.mobileTerminated, 0): return .deliver(deliver())
    case (.mobileTerminated, 1): return .statusReport(statusReport())
    case (.mobileTerminated, _):
      return .submitReport(
        SMSSubmitReport(
          failureCause: cause,
          serviceCentreTimeStamp: time(),
          parameters: parameters()
        )
      )
    }
  }

  /// A text of characters that only some codings have.
  mutating func text(_ length: ClosedRange<Int>) -> String {
    let kinds = [
      ["a", "b", " ", "é", "€", "{", "\r\n", "@", "\n"],
      ["a", "ğ", "ş", "€", "ç", "á"],
      ["a", "ж", "語", "😀", "👩‍👩‍👧‍👦", "e\u{301}", "🇫🇷", "\u{10FFFF}", "\u{0}"],
    ]
    let characters = kinds[number(0...2)]
    return (0..<number(length)).map { _ in characters.randomElement(using: &random) ?? "" }
      .joined()
  }
}
