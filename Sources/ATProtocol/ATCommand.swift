/// One command line (ITU-T V.250 §5.2) and what its answer looks like.
///
/// The only constructor of command bytes: parameters are typed, and quoted text is checked, so that
/// nothing from outside can end a command and begin another.
public struct ATCommand: Equatable, Sendable {
  /// What goes out, without the CR that ends it.
  let text: String
  /// What the lines of the answer begin with.
  let response: ResponseForm
  /// How long the final result may take.
  let deadline: Duration

  /// What the information lines of an answer begin with.
  enum ResponseForm: Equatable, Sendable {
    /// There are none.
    case none
    /// This text and a colon, such as `+CPIN`.
    case prefix(String)
    /// A bare line, perhaps with this text and a colon before it.
    case bare(String)
    /// Any line that is not known to be said unasked.
    case anything
    /// This text and a colon, and behind each such line one of hexadecimal digits.
    case prefixThenPDU(String)
  }

  private init(_ text: String, _ response: ResponseForm = .none, within deadline: Duration) {
    self.text = text
    self.response = response
    self.deadline = deadline
  }

  /// The bytes of the line, with its CR.
  var octets: [UInt8] { Array(text.utf8) + [0x0D] }

  /// Whether an `OK` without any line of information is not the answer, but that of a command before.
  var mustInform: Bool {
    switch response {
    case .none, .prefixThenPDU, .anything: return false
    case .bare: return true
    case .prefix(let prefix):
      // AT+CNUM may have nothing to tell, and AT+CPMS= need not repeat itself. A bare OK to the test
      // of these two only says that the command is there.
      if ["+CMGS", "+CNUM", "+CSMS", "+CMGF"].contains(prefix) { return false }
      return text.hasSuffix("?") || prefix == "+CSQ"
    }
  }

  /// Whether a line belongs to the answer to this command.
  ///
  /// `+CREG: 1` is a change of registration, `+CREG: 0,1` the answer to `AT+CREG?`: the answer has
  /// the mode before the status.
  func isResponse(_ line: String) -> Bool {
    switch response {
    case .none: return false
    case .anything: return UnsolicitedResult(line).mayBeAnswer
    case .prefix(let prefix), .prefixThenPDU(let prefix):
      guard let fields = ResponseFields(line, prefix: prefix) else { return false }
      guard RegistrationDomain.allCases.contains(where: { $0.prefix == prefix }) else {
        return true
      }
      return fields.number(1) != nil && !fields.isQuoted(1)
    case .bare(let prefix):
      if line.hasPrefix(prefix + ":") { return true }
      return UnsolicitedResult(line) == .chatter && !line.hasPrefix("^") && !line.hasPrefix("+")
    }
  }
}

extension ATCommand {
  /// How long a command that only asks the modem itself may take.
  private static let quick: Duration = .seconds(5)
  /// How long a command that asks the SIM may take.
  private static let simRead: Duration = .seconds(10)
  /// How long a command that asks the network may take.
  private static let network: Duration = .seconds(30)

  /// `AT`: whether anybody is there.
  static let attention = ATCommand("AT", within: .seconds(2))
  /// `ATE0`: no echo (ITU-T V.250 §6.2.4).
  static let echoOff = ATCommand("ATE0", within: quick)
  /// `AT+CMEE=1`: errors with numbers (3GPP TS 27.007 §9.1).
  static let numericErrors = ATCommand("AT+CMEE=1", within: quick)
  /// `AT+CMEE?`: its answer cannot be mistaken for that of another command.
  static let errorFormat = ATCommand("AT+CMEE?", .prefix("+CMEE"), within: quick)
  /// `AT+CGMI`: who made the modem (3GPP TS 27.007 §5.1).
  static let manufacturer = ATCommand("AT+CGMI", .bare("+CGMI"), within: quick)
  /// `AT+CGMM`: which model (3GPP TS 27.007 §5.2).
  static let model = ATCommand("AT+CGMM", .bare("+CGMM"), within: quick)
  /// `AT+CGMR`: which firmware (3GPP TS 27.007 §5.3).
  static let revision = ATCommand("AT+CGMR", .bare("+CGMR"), within: quick)
  /// `AT+CGSN`: the IMEI (3GPP TS 27.007 §5.4).
  static let serialNumber = ATCommand("AT+CGSN", .bare("+CGSN"), within: quick)
  /// `AT+CPIN?`: whether the SIM wants a PIN (3GPP TS 27.007 §8.3).
  static let pinState = ATCommand("AT+CPIN?", .prefix("+CPIN"), within: simRead)
  /// `AT+CIMI`: the IMSI (3GPP TS 27.007 §5.6).
  static let subscriber = ATCommand("AT+CIMI", .bare("+CIMI"), within: simRead)
  /// `AT+CNUM`: the SIM's own number (3GPP TS 27.007 §7.1).
  static let ownNumber = ATCommand("AT+CNUM", .prefix("+CNUM"), within: simRead)
  /// `AT+CSCA?`: the service centre's address (3GPP TS 27.005 §3.3.1).
  static let serviceCentre = ATCommand("AT+CSCA?", .prefix("+CSCA"), within: simRead)
  /// `AT+CREG=1`: tell changes of registration.
  static let reportRegistration = ATCommand("AT+CREG=1", within: quick)
  /// `AT+CEREG=1`: the same for LTE.
  static let reportEvolvedRegistration = ATCommand("AT+CEREG=1", within: quick)
  /// `AT+COPS=3,0`: operators by name (3GPP TS 27.007 §7.3).
  static let operatorNames = ATCommand("AT+COPS=3,0", within: quick)
  /// `AT+COPS?`: which operator.
  static let operatorName = ATCommand("AT+COPS?", .prefix("+COPS"), within: network)
  /// `AT+CESQ`: the same for UMTS and LTE (3GPP TS 27.007 §8.69).
  static let extendedSignalQuality = ATCommand("AT+CESQ", .prefix("+CESQ"), within: quick)
  /// `AT+CFUN=1,1`: start anew (3GPP TS 27.007 §8.2).
  static let restart = ATCommand("AT+CFUN=1,1", within: .seconds(15))
  /// `AT^CURC=0`: no chatter (Huawei).
  static let noChatter = ATCommand("AT^CURC=0", within: quick)
  /// `AT+CLIP=1`: tell who calls (3GPP TS 27.007 §7.6).
  static let callerNumber = ATCommand("AT+CLIP=1", within: quick)
  /// `AT+CHUP`: reject the call (3GPP TS 27.007 §6.5).
  static let hangUpCall = ATCommand("AT+CHUP", within: quick)
  /// `ATH`: the same for modems without `AT+CHUP` (ITU-T V.250 §6.3.6).
  static let hookOn = ATCommand("ATH", within: quick)
  /// `AT+CSQ`: how strong the signal is (3GPP TS 27.007 §8.5).
  static let signalQuality = ATCommand("AT+CSQ", .prefix("+CSQ"), within: quick)
  /// `AT+CSMS=?`: which message services there are (3GPP TS 27.005 §3.2.1).
  static let offeredServices = ATCommand("AT+CSMS=?", .prefix("+CSMS"), within: quick)
  /// `AT+CMGF=?`: which formats of messages there are (3GPP TS 27.005 §3.2.3).
  static let offeredFormats = ATCommand("AT+CMGF=?", .prefix("+CMGF"), within: quick)
  /// `AT+CMGF=0`: messages as PDUs (3GPP TS 27.005 §3.2.3).
  static let pduMode = ATCommand("AT+CMGF=0", within: quick)
  /// `AT+CSMS=1`: message service of phase 2+, where routed messages are acknowledged
  /// (3GPP TS 27.005 §3.2.1).
  static let phase2Plus = ATCommand("AT+CSMS=1", within: quick)
  /// `AT+CPMS?`: which memories are used, and how full they are (3GPP TS 27.005 §3.2.2).
  static let memories = ATCommand("AT+CPMS?", .prefix("+CPMS"), within: simRead)
  /// `AT+CPMS=?`: which memories there are (3GPP TS 27.005 §3.2.2).
  static let offeredMemories = ATCommand("AT+CPMS=?", .prefix("+CPMS"), within: simRead)
  /// `AT+CNMI=?`: which indications there are (3GPP TS 27.005 §3.4.1).
  static let offeredIndications = ATCommand("AT+CNMI=?", .prefix("+CNMI"), within: quick)
  /// `AT+CNMI?`: which indications are set.
  static let indications = ATCommand("AT+CNMI?", .prefix("+CNMI"), within: quick)
  /// `AT+CMMS=2`: keep the radio link between messages (3GPP TS 27.005 §3.5.6).
  static let keepLink = ATCommand("AT+CMMS=2", within: quick)
  /// `AT+CMGL=4`: every stored message (3GPP TS 27.005 §4.1).
  static let listMessages = ATCommand("AT+CMGL=4", .prefixThenPDU("+CMGL"), within: network)
  /// `AT+CNMA`: a routed message has arrived here (3GPP TS 27.005 §4.7).
  static let acknowledge = ATCommand("AT+CNMA", within: quick)

  /// The commands that may give the ICCID, in the order they are tried; the last reads EF-ICCID
  /// (3GPP TS 31.102 §4.2.1, 3GPP TS 27.007 §8.18).
  static let simSerialNumbers: [ATCommand] = [
    ATCommand("AT+CCID", .bare("+CCID"), within: simRead),
    ATCommand("AT+ICCID", .bare("+ICCID"), within: simRead),
    ATCommand("AT^ICCID?", .prefix("^ICCID"), within: simRead),
    ATCommand("AT+QCCID", .prefix("+QCCID"), within: simRead),
    ATCommand("AT#CCID", .prefix("#CCID"), within: simRead),
    ATCommand("AT+CRSM=176,12258,0,0,10", .prefix("+CRSM"), within: simRead),
  ]

  /// `AT+CRSM=176,28483,0,0,2`: EF-SMSS, the TP-MR that was used last (3GPP TS 31.102 §4.2.28).
  static let lastUsedReference = ATCommand(
    "AT+CRSM=176,28483,0,0,2",
    .prefix("+CRSM"),
    within: simRead
  )

  /// Another command that reads from the SIM.
  static func simQuery(_ text: String, _ prefix: String) -> ATCommand {
    ATCommand(text, .prefix(prefix), within: simRead)
  }

  /// `AT+CREG?` and its kind: whether the modem is registered.
  static func registration(_ domain: RegistrationDomain) -> ATCommand {
    ATCommand("AT\(domain.prefix)?", .prefix(domain.prefix), within: quick)
  }

  /// `AT+CPIN="…"`: the PIN (3GPP TS 27.007 §8.3); nil unless it is four to eight digits.
  static func enterPIN(_ pin: String) -> ATCommand? {
    guard (4...8).contains(pin.utf8.count), pin.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return ATCommand("AT+CPIN=\"\(pin)\"", within: .seconds(20))
  }

  /// `AT+CPMS="ME","ME",…`: use these memories; nil where one is not a memory's name.
  static func useMemories(_ memories: [String]) -> ATCommand? {
    guard !memories.isEmpty, memories.allSatisfy(isMemoryName) else { return nil }
    let list = memories.map { "\"\($0)\"" }.joined(separator: ",")
    return ATCommand("AT+CPMS=\(list)", .prefix("+CPMS"), within: simRead)
  }

  /// `AT+CNMI=…`: tell about new messages in this way.
  static func indicate(_ choice: IndicationChoice) -> ATCommand {
    let list = choice.values.map(String.init).joined(separator: ",")
    return ATCommand("AT+CNMI=\(list)", within: quick)
  }

  /// `AT+CMGR=<index>`: read one message (3GPP TS 27.005 §4.2).
  static func readMessage(_ index: Int) -> ATCommand {
    ATCommand("AT+CMGR=\(index)", .prefixThenPDU("+CMGR"), within: simRead)
  }

  /// `AT+CMGD=<index>`: delete one message (3GPP TS 27.005 §3.5.4).
  static func deleteMessage(_ index: Int) -> ATCommand {
    ATCommand("AT+CMGD=\(index)", within: simRead)
  }

  /// `AT+CMGS=<length>`: submit a message (3GPP TS 27.005 §4.3).
  ///
  /// The length counts the octets of the TPDU, without the service centre address. The prompt may
  /// take ten seconds.
  static func submit(length: Int) -> ATCommand {
    ATCommand("AT+CMGS=\(length)", .prefix("+CMGS"), within: .seconds(10))
  }

  /// A command line of a person.
  static func operatorCommand(_ command: OperatorCommand) -> ATCommand {
    ATCommand(command.text, .anything, within: .seconds(60))
  }

  /// `AT+CUSD=1,"…",15`: dial a service code (3GPP TS 27.007 §7.15).
  ///
  /// - Parameters:
  ///   - code: The code.
  ///   - packed: Whether the modem wants it as packed septets.
  /// - Returns: The command.
  static func service(_ code: ServiceCode, packed: Bool) -> ATCommand {
    ATCommand("AT+CUSD=1,\"\(packed ? code.packed : code.text)\",15", within: .seconds(30))
  }

  private static func isMemoryName(_ name: String) -> Bool {
    name.utf8.count == 2 && name.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }
}
