import Messaging
import Testing

@testable import ModemModel

/// `MT`: the modem's memory and the SIM's in one (3GPP TS 27.005 §3.1).
@Suite struct JoinedMemoryTests {
  private static func started() -> Bench {
    var bench = Bench(personality: .quectel, initialised: false)
    bench.wait(.seconds(1))
    _ = bench.type("ATE0;+CMEE=1;+CMGF=0;+CNMI=2,1\r")
    return bench
  }

  @Test func showsWhatLiesInEither() {
    var bench = Self.started()
    _ = bench.type("AT+CPMS=\"SM\",\"SM\",\"SM\"\r")
    bench.receive("on the SIM")
    #expect(bench.read() == "|+CMTI: \"SM\",0|")
    #expect(bench.type("AT+CPMS=\"MT\",\"MT\",\"MT\"\r") == "|+CPMS: 1,73,1,73,1,73||OK|")
    bench.receive("in the modem")
    #expect(bench.read() == "|+CMTI: \"ME\",0|")
    let list = bench.type("AT+CMGL=4\r")
    #expect(list.contains("|+CMGL: 0,0,,") && list.contains("|+CMGL: 23,0,,"))
    #expect(bench.type("AT+CMGR=23\r").hasPrefix("|+CMGR: 1,,"))
    #expect(bench.type("AT+CMGD=23\r") == "|OK|")
    #expect(bench.type("AT+CPMS?\r").hasPrefix("|+CPMS: \"MT\",1,73,"))
    #expect(bench.type("AT+CMGD=73\r") == "|+CMS ERROR: 321|")
    #expect(bench.type("AT+CPMS=\"SM\"\r").hasPrefix("|+CPMS: 0,50,"))
  }

  @Test func whatFindsNoRoomInTheModemGoesToTheSIM() {
    var bench = Self.started()
    _ = bench.type("AT+CPMS=\"MT\",\"MT\",\"MT\"\r")
    for _ in 0..<23 { bench.receive("x") }
    _ = bench.read()
    bench.receive("one more")
    #expect(bench.read() == "|+CMTI: \"SM\",0|")
    #expect(bench.type("AT+CMGD=0,4\r") == "|OK|")
    #expect(bench.type("AT+CPMS?\r").hasPrefix("|+CPMS: \"MT\",0,73,"))
  }
}
