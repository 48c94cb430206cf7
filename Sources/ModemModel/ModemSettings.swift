/// What commands have set and a restart forgets.
struct ModemSettings: Equatable, Sendable {
  /// `E`: whether input is written back.
  var echo = true
  /// `V`: whether results are words.
  var isVerbose = true
  /// `Q`: whether results are left out.
  var isQuiet = false
  /// `+CMEE`.
  var errorLevel = 0
  /// `+CMGF`: whether messages are text.
  var textMode: Bool
  /// `+CSMS`.
  var messageService = 0
  /// `+CPMS`: mem1, mem2, mem3.
  var memories: [MemoryName]
  /// `+CNMI`: mode, mt, bm, ds, bfr.
  var indications: [Int]
  /// `+CMMS`.
  var moreMessages = 0
  /// `+CREG`, `+CGREG`, `+CEREG`: whether changes are announced.
  var registrationReports: [String: Int] = ["+CREG": 0, "+CGREG": 0, "+CEREG": 0]
  /// `+COPS=3`: 0 the operator's name, 2 its number.
  var operatorFormat = 0
  /// `+CLIP`.
  var showsCaller = false
  /// `+CSCS`.
  var characterSet = "IRA"
  /// `+CFUN`.
  var functionality = 1

  init(_ personality: ModemPersonality) {
    textMode = personality.startsInTextMode
    // Where 0 is not among the values (`bfr` of Cinterion), the modem starts with what is.
    indications = personality.indicationValues.map { $0.contains(0) ? 0 : $0.first ?? 0 }
    memories = personality.memories.map { $0.first ?? .sim }
  }
}
