import Messaging
import Testing

@Suite struct PhoneNumberTests {
  static let france = NumberingPlan(countryCode: "33", nationalPrefix: "0")

  @Test(arguments: [
    ("+33612345678", "+33612345678"),
    ("0033612345678", "+33612345678"),
    ("0612345678", "+33612345678"),
    ("06 12 34 56 78", "+33612345678"),
    ("(06) 12-34.56/78", "+33612345678"),
    ("33612345678", "+33612345678"),
    ("+44 7700 900123", "+447700900123"),
    ("36179", "36179"),
    ("#123#", "#123#"),
  ])
  func spellingsOfOneNumberAreEqual(written: String, normal: String) throws {
    #expect(try PhoneNumber(written, in: Self.france).description == normal)
  }

  @Test(arguments: [
    ("", PhoneNumberError.empty),
    ("+", .empty),
    ("call me", .notANumber(character: "c")),
    ("+12", .tooShort),
    ("+0612345678", .noCountryCode),
    ("+1234567890123456", .tooLong),
  ])
  func nonsenseIsRefused(written: String, error: PhoneNumberError) {
    #expect(throws: error) { try PhoneNumber(written, in: Self.france) }
  }

  @Test func nationalNumberNeedsACountry() {
    #expect(throws: PhoneNumberError.countryUnknown) {
      try PhoneNumber("0612345678", in: NumberingPlan())
    }
  }

  @Test(arguments: [
    ("33612345678", UInt8(1), "+33612345678"),
    ("612345678", 2, "+33612345678"),
    ("0612345678", 2, "+33612345678"),
    ("0612345678", 0, "+33612345678"),
    ("36179", 0, "36179"),
    ("ACME", 5, "ACME"),
  ])
  func senderIsReadByItsTypeOfNumber(digits: String, typeOfNumber: UInt8, normal: String) {
    let number = PhoneNumber(received: digits, typeOfNumber: typeOfNumber, in: Self.france)
    #expect(number.description == normal)
    #expect(PhoneNumber(normalForm: normal) == number)
  }
}

@Suite struct MobileCountryCodeTests {
  @Test(arguments: [
    ("234150000000001", "07700900123", "+447700900123"),
    ("208010000000001", "0612345678", "+33612345678"),
    ("222010000000001", "3331234567", "+3331234567"),
    ("216300000000001", "06301234567", "+36301234567"),
  ])
  func theSubscriberTellsHowNumbersAreDialled(
    imsi: String,
    written: String,
    normal: String
  ) throws {
    let plan = NumberingPlan().completed(fromIMSI: imsi)
    #expect(try PhoneNumber(written, in: plan).description == normal)
  }

  @Test func theConfigurationComesFirst() {
    let plan = NumberingPlan(countryCode: "44").completed(fromIMSI: "208010000000001")
    #expect(plan.countryCode == "44")
  }

  @Test func anUnknownCountryChangesNothing() {
    #expect(NumberingPlan().completed(fromIMSI: "001010000000001") == NumberingPlan())
  }
}
