import GSMAlphabet
import Messaging
import Testing
import TransferLayer

@Suite struct SMSSubmitTests {
  @Test("TS 23.040 §9.2.2.2: every field stands where the clause puts it")
  func layout() throws {
    let submit = SMSSubmit(
      destinationAddress: TPAddress(typeOfNumber: 1, digits: "46708251358"),
      userData: .septets(Array("hellohello".utf8)),
      validityPeriod: .relative(0xAA)
    )
    let octets = submit.encoded()
    #expect(
      Hexadecimal.text(of: octets) == "11000B916407281553F80000AA0AE8329BFD4697D9EC37"
    )
    #expect(try TPDU(decoding: octets, direction: .mobileOriginated) == .submit(submit))
  }
}
