import Messaging
import QueuePolicy
import Testing

@testable import ATProtocol

/// One row of a maker's table, as the specification of the gateway has it.
struct VendorCase: Sendable, CustomTestStringConvertible {
  let make: ModemMake
  let code: Int
  let errorClass: SubmissionErrorClass
  var isEquipmentError = false

  var testDescription: String { "\(code) of \(make.manufacturer) \(make.model) is \(errorClass)" }

  func error(afterControlZ delay: Duration?) -> SubmissionError {
    isEquipmentError
      ? .cme(code: code, afterControlZ: delay) : .cms(code: code, afterControlZ: delay)
  }
}

private func cases(
  _ manufacturer: String,
  _ model: String,
  cme: Bool = false,
  _ classes: [(SubmissionErrorClass, [Int])]
) -> [VendorCase] {
  let make = ModemMake(manufacturer: manufacturer, model: model)
  return classes.flatMap { errorClass, codes in
    codes.map {
      VendorCase(make: make, code: $0, errorClass: errorClass, isEquipmentError: cme)
    }
  }
}

/// Every row of every table, with the names that the devices give.
private let all: [VendorCase] =
  cases(
    "SIMCOM_Ltd",
    "SIMCOM_SIM800L",
    [
      (.unknown, [224, 225, 226, 512, 515, 528, 530]),
      (.permanent, [323, 324, 325, 513, 514, 519, 524]), (.retryHere, [521, 525, 532]),
      (.retryElsewhere, [516, 517, 522, 529]), (.pauseSIM, [531]),
    ]
  )
  + cases(
    "SIMCOM_Ltd",
    "SIMCOM_SIM800L",
    cme: true,
    [(.pauseSIM, [770, 772, 797]), (.retryHere, [771])]
  )
  + cases("Quectel_Ltd", "Quectel_M95", [(.unknown, [224, 225, 226])])
  + cases(
    "Quectel",
    "EC25",
    [
      (.retryHere, [512]), (.permanent, [513, 514]), (.unknown, [515, 528, 530]),
      (.retryElsewhere, [517, 529]), (.pauseSIM, [531]),
    ]
  )
  + ["SIEMENS", "Cinterion"].flatMap { maker in
    cases(
      maker,
      "TC65",
      [
        (.unknown, [512, 513, 521]),
        (.permanent, [514, 515, 516, 517, 519, 520, 538, 549, 550, 551, 553, 554]),
        (.retryHere, [522, 532, 535]),
      ]
    ) + cases(maker, "TC65", cme: true, [(.retryHere, [256, 771]), (.pauseSIM, [262, 770, 772])])
  }
  + cases(
    "WAVECOM MODEM",
    "MULTIBAND 900E 1800",
    [
      (.retryHere, [512, 515, 527]), (.unknown, [513, 514]), (.pauseSIM, [528, 529]),
      (.retryElsewhere, [531]),
    ]
  )
  + cases("WAVECOM MODEM", "MULTIBAND 900E 1800", cme: true, [(.retryHere, [515])])
  + cases(
    "Telit",
    "ME910C1-E1",
    [(.retryElsewhere, [510]), (.retryHere, [512]), (.unknown, [513, 514, 515])]
  )
  + cases(
    "u-blox",
    "LENA-R8001",
    [
      (.permanent, [350, 366, 367, 368, 369, 371, 521, 523, 524, 527, 528, 529, 530]),
      (.retryElsewhere, [351, 352, 354, 358, 360, 365, 545]),
      (.retryHere, [356, 361, 362, 363, 370, 372, 373, 539]),
      (.pauseSIM, [357, 359, 364, 525, 526, 544]), (.unknown, [513, 538]),
    ]
  )
  + cases("Sierra Wireless", "HL7800", [(.retryHere, [606])])
  + cases(
    "huawei",
    "MU509",
    cme: true,
    [(.unknown, [257, 258, 65_281, 65_282]), (.permanent, [65_283])]
  )

@Suite struct VendorErrorTests {
  @Test(arguments: all)
  func aCodeMeansWhatItsMakerSays(row: VendorCase) {
    let verdict = row.error(afterControlZ: .seconds(2)).verdict(from: row.make)
    #expect(verdict.errorClass == row.errorClass)
    #expect(verdict.text.contains(String(row.code)))
    #expect(!verdict.text.contains("an error of this modem's own"))
  }

  @Test(arguments: all)
  func nothingIsInDoubtBeforeControlZ(row: VendorCase) {
    let verdict = row.error(afterControlZ: nil).verdict(from: row.make)
    #expect(verdict.errorClass == (row.errorClass == .unknown ? .retryHere : row.errorClass))
  }

  /// Another maker's modem, or one that does not say whose it is, is read by the general table.
  @Test(arguments: all)
  func anotherMakersModemIsReadByTheGeneralTable(row: VendorCase) {
    let error = row.error(afterControlZ: .seconds(2))
    let other = ModemMake(manufacturer: "Nobody", model: row.make.model)
    #expect(error.verdict(from: other) == error.verdict())
  }

  @Test func everyRowIsTested() {
    for errors in VendorErrorTable.all {
      let own = all.filter { errors.concern($0.make) }
      for row in errors.cmsRows {
        #expect(own.contains { $0.code == row.code && !$0.isEquipmentError }, "+CMS \(row.code)")
      }
      for row in errors.cmeRows {
        #expect(own.contains { $0.code == row.code && $0.isEquipmentError }, "+CME \(row.code)")
      }
      #expect(!errors.evidence.isEmpty)
    }
  }

  @Test func aModelThatTheManualDoesNotNameKeepsTheGeneralTable() {
    let error = SubmissionError.cms(code: 512, afterControlZ: .seconds(1))
    let me910 = ModemMake(manufacturer: "Telit", model: "ME910C1-E1")
    #expect(error.verdict(from: me910).errorClass == .retryHere)
    let le910 = ModemMake(manufacturer: "Telit", model: "LE910C1-EU")
    #expect(error.verdict(from: le910).errorClass == .unknown)
  }

  /// The number of a service centre's own error is SIM800's timer for its answer.
  @Test func aTimerOfTheModemIsNotTheNetworksRefusal() {
    let error = SubmissionError.cms(code: 225, afterControlZ: .seconds(20))
    #expect(error.verdict().errorClass == .retryHere)
    let make = ModemMake(manufacturer: "SIMCOM_Ltd", model: "SIMCOM_SIM800L")
    #expect(error.verdict(from: make).errorClass == .unknown)
    let attempt = AttemptFacts(segment: 1, iccid: firstSIM!, make: make, outcome: .refused(error))
    #expect(attempt.standing == .unknown)
  }

  @Test func aLateErrorOfTheLinkIsUnknownForWavecom() {
    let make = ModemMake(manufacturer: "WAVECOM MODEM")
    let late = SubmissionError.cms(code: 512, afterControlZ: .seconds(30))
    #expect(late.verdict(from: make).errorClass == .unknown)
  }

  /// A text that is understood and then has no row would be an error that nobody has read.
  @Test func everyTextOfAMakerHasItsRow() {
    for vendor in ErrorTexts.vendors {
      for code in vendor.cms.values {
        let tables = VendorErrorTable.all.filter { errors in
          errors.manufacturers.contains { vendor.manufacturer.hasPrefix($0) }
        }
        #expect(
          tables.contains { $0.cmsRows.contains { $0.code == code } },
          "\(vendor.manufacturer) \(code)"
        )
      }
    }
    for code in ErrorTexts.cms.values {
      #expect(SubmissionErrorTable.cmsRows.contains { $0.code == code }, "\(code)")
    }
  }
}
