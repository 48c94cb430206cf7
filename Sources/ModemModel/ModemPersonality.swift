import Messaging

/// What tells one make of modem from another on the wire, as data.
///
/// The default is a modem that follows 3GPP TS 27.005 and 27.007 to the letter.
public struct ModemPersonality: Equatable, Sendable {
  /// Lines that come by themselves.
  public struct Chatter: Equatable, Sendable {
    /// How long between two of them.
    public var interval: Duration
    /// The lines, in turn.
    public var lines: [String]
    /// Whether the question `AT+CPMS?` ends it (ZTE's `+ZUSIMR`).
    public var endsWithMemoryQuery: Bool

    /// Lines that come by themselves.
    public init(every interval: Duration, _ lines: [String], endsWithMemoryQuery: Bool = false) {
      self.interval = interval
      self.lines = lines
      self.endsWithMemoryQuery = endsWithMemoryQuery
    }
  }

  /// A line of the start.
  public struct BootLine: Equatable, Sendable {
    /// How long after power comes.
    public var delay: Duration
    /// The line.
    public var line: String

    /// A line of the start.
    public init(after delay: Duration, _ line: String) {
      self.delay = delay
      self.line = line
    }
  }

  /// How `AT+CUSD` takes and gives strings.
  public enum ServiceStringCoding: Equatable, Sendable {
    /// As characters.
    case plain
    /// As packed septets in hex.
    case packedSeptets
    /// As UCS-2 in hex.
    case universal
  }

  /// The name by which it is chosen.
  public var name: String
  /// `AT+CGMI`.
  public var manufacturer: String
  /// `AT+CGMM`.
  public var model: String
  /// `AT+CGMR`.
  public var revision: String
  /// The commands that tell how many PINs may still be tried, with their answers.
  ///
  /// `%S` stands for what `+CPIN?` says and `%P` for the number. `^CPIN?` and `+ZPINPUK=?` are
  /// such commands.
  public var attemptQueries: [String: String] = [:]
  /// The commands that give the ICCID, with the text before the digits (`+CCID: `); `^ICCID?` is
  /// a question, the others are not.
  public var serialNumberCommands: [String: String] = ["+CCID": "+CCID: "]
  /// What a command that does not exist gets.
  public var unknownCommandResult = FinalResult.error

  /// What the modem says when it starts.
  public var bootLines: [BootLine] = []
  /// How long after power comes the SIM can be used; until then it is busy (CMS 314, CME 14).
  public var simReadyAfter = Duration.zero
  /// How long after power comes the modem is registered.
  public var registersAfter = Duration.zero
  /// How many command lines are lost before the speed of the line is found.
  public var linesLostToAutobaud = 0
  /// What it says by itself.
  public var chatter: [Chatter] = []
  /// The command that ends the chatter with 0 and lets it go on with 1 (Huawei's `^CURC`).
  public var chatterSwitch: String?
  /// What it says when a message finds no room, `%M` for the memory; nil for nothing.
  public var fullMemoryLine: String?
  /// Whether a restart takes the port away for a while, as USB modems do.
  public var restartHangsUp = false
  /// How long a restart takes.
  public var restartDuration = Duration.milliseconds(200)
  /// Whether it starts in text mode (`+CMGF: 1`).
  public var startsInTextMode = true

  /// What asks for the PDU.
  public var prompt = "\r\n> "
  /// What ESC gets at the prompt.
  public var escapeResult: FinalResult? = .ok
  /// Whether `AT+CPIN?` ends without `OK` (Wavecom).
  public var omitsOKAfterPINQuery = false
  /// Whether the first input after `AT+CMGS` that comes before the answer stops it (Fibocom).
  public var abortsSubmissionOnInput = false
  /// Whether the TP-MR that the host puts into the PDU is used; most modems put their own.
  public var honoursSuppliedReference = false
  /// When it writes EF-SMSS.
  public var referenceKeeping = ReferenceKeeping.beforeTransmission
  /// Whether `+CMGS` gives the time stamp of the service centre too, under `+CSMS: 1`.
  public var givesTimeStampOfSubmission = false

  /// The memories of `+CPMS`, one list for each of `<mem1>` to `<mem3>`, which may be two only.
  public var memories: [[MemoryName]] = [
    [.equipment, .sim], [.equipment, .sim], [.equipment, .sim],
  ]
  /// How many messages each memory holds.
  public var capacities: [MemoryName: Int] = [.sim: 20, .equipment: 100, .statusReports: 20]
  /// The number of the first place: 0 or 1.
  public var firstIndex = 1
  /// Whether `+CPMS?` and the answer to `+CPMS=` leave the names out (Huawei E173).
  public var omitsMemoryNames = false
  /// Whether the answer to `+CPMS=?` has brackets around all of it (Wavecom).
  public var bracketsMemoryOffer = false
  /// Whether `+CPMS=` must name all memories (Huawei E3372-325).
  public var wantsAllMemories = false
  /// Whether `+CMTI` gives -1 for the place (Huawei E1550).
  public var announcesWithoutIndex = false

  /// The values of `+CNMI` that are taken, one list for each of mode, mt, bm, ds and bfr.
  public var indicationValues: [[Int]] = [
    [0, 1, 2, 3], [0, 1, 2, 3], [0, 2], [0, 1, 2], [0, 1],
  ]
  /// The answer to `AT+CNMI=?`; nil for one made of `indicationValues`.
  public var indicationOffer: String?
  /// The values of `+CSMS` that are taken.
  public var messageServices: [Int] = [0, 1]
  /// Whether `+CSMS=?` and `+CMGF=?` show their values as a range: `(0-1)`.
  public var offersRanges = false
  /// Whether `AT+CNMA` is known.
  public var acknowledges = true
  /// Whether `AT+CMMS` is known.
  public var keepsLink = true
  /// Whether `+CDS` has a comma before the length (ZTE).
  public var reportsWithExtraComma = false
  /// The access technology `<AcT>` of `+CREG` and `+COPS`: 0 GSM, 2 UTRAN, 7 E-UTRAN.
  public var accessTechnology = 0
  /// Whether `AT+CFUN=1,1` is known.
  public var restartsOnCommand = true
  /// Commands beyond the standard that only get `OK`.
  public var idleCommands: Set<String> = []
  /// How `AT+CUSD` codes strings.
  public var serviceStringCoding = ServiceStringCoding.plain

  /// A modem to the letter of the standard, by name.
  public init(name: String, manufacturer: String, model: String, revision: String) {
    self.name = name
    self.manufacturer = manufacturer
    self.model = model
    self.revision = revision
  }

  /// A modem to the letter of 3GPP TS 27.005 and 27.007.
  public static let standard = ModemPersonality(
    name: "standard",
    manufacturer: "Hermod",
    model: "Simulated modem",
    revision: "1.0"
  )
}
