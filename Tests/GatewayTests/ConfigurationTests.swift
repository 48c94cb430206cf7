import Foundation
import Messaging
import QueuePolicy
import Testing

@testable import Gateway

@Suite struct ConfigurationTests {
  private static let whole = """
    [gateway]
    country_code = "44"            # how to read numbers written nationally
    national_prefix = "0"
    state_directory = "/var/lib/hermod"
    socket = "/run/hermod/hermod.sock"

    [spool]
    directory = "/var/spool/hermod"

    [discovery]
    udev = false                   # only the modems below

    [[modem]]                      # only to name a modem
    name = "front-desk"
    device = "/dev/ttyS1"          # or: imei =, iccid =, usb_path =
    baud = 9600
    flow_control = "rtscts"        # or "none"
    pin_file = "/etc/hermod/front-desk.pin"
    per_day = 200

    [[modem]]
    name = "back"
    imei = "350000000000001"
    """

  private func read(_ text: String) throws(ConfigurationError) -> ConfigurationFile {
    try ConfigurationFile(text: text, file: "h.toml")
  }

  /// The faults of a text, as a person reads them.
  private func faults(_ text: String) -> [String] {
    do throws(ConfigurationError) {
      _ = try read(text)
      return []
    } catch {
      return error.faults.map(\.description)
    }
  }

  @Test func `the file of the documentation is read whole`() throws {
    let configuration = try read(Self.whole).configuration
    var expected = GatewayConfiguration()
    expected.gateway.countryCode = "44"
    expected.discovery.udev = false
    var desk = ModemConfiguration(name: "front-desk", match: .device("/dev/ttyS1"))
    desk.baud = 9600
    desk.flowControl = .rtscts
    desk.pinFile = "/etc/hermod/front-desk.pin"
    desk.limits.perDay = 200
    let back = ModemConfiguration(name: "back", match: .imei("350000000000001"))
    expected.modems = [desk, back]
    #expect(configuration == expected)
    #expect(configuration.numberingPlan == NumberingPlan(countryCode: "44", nationalPrefix: "0"))
  }

  @Test(arguments: ["", "# nothing\n", "[gateway]\n", "[gateway]\n[spool]\n[discovery]\n"])
  func `the defaults hold where a file says nothing`(text: String) throws {
    #expect(try read(text).configuration == GatewayConfiguration())
    #expect(ConfigurationFile().configuration == GatewayConfiguration())
    #expect(GatewayConfiguration().gateway.socket == "/run/hermod/hermod.sock")
  }

  @Test(arguments: [
    ("iccid = \"8944110068020000014\"", ModemConfiguration.Match.iccid("8944110068020000014")),
    ("usb_path = \"1-1.4\"", .usbPath("1-1.4")),
    (
      "usb_path = \"pci-0000:00:14.0-usb-0:1.4\"", .usbPath("pci-0000:00:14.0-usb-0:1.4")
    ),
  ])
  func `a modem is told by one of four keys`(line: String, match: ModemConfiguration.Match) throws {
    let file = try read("[[modem]]\nname = \"a\"\n\(line)\n")
    #expect(file.configuration.modems == [ModemConfiguration(name: "a", match: match)])
  }

  @Test(arguments: [
    // Unknown keys and tables.
    ("[gateway]\n\nsoket = \"/x\"", "h.toml:3: gateway.soket: unknown key, did you mean socket?"),
    (
      "[spool]\ndirectory = \"/x\"\nmode = 1",
      "h.toml:3: spool.mode: unknown key; [spool] has directory"
    ),
    ("\n[gatway]\n", "h.toml:2: gatway: unknown, did you mean gateway?"),
    ("socket = \"/x\"", "h.toml:1: socket: unknown; a file has [gateway]"),
    (
      "[[modem]]\nname = \"a\"\ndevice = \"/d\"\npin = \"1234\"",
      "h.toml:4: modem[0].pin: unknown key, did you mean pin_file?"
    ),
    // Wrong types.
    ("[gateway]\ncountry_code = 44", "h.toml:2: gateway.country_code: an integer; it must be text"),
    ("[discovery]\nudev = \"yes\"", "h.toml:2: discovery.udev: a string; it must be true or false"),
    ("[gateway]\nsocket = [\n1,\n2]", "h.toml:2: gateway.socket: an array; it must be text"),
    ("gateway = 1", "h.toml:1: gateway: it must be a table: [gateway]"),
    ("[modem]\nname = \"a\"", "h.toml:1: modem: it must be a list of tables: write [[modem]]"),
    ("modem = [1]", "h.toml:1: modem: it must be a list of tables: write [[modem]]"),
    // Impossible values.
    (
      "[gateway]\ncountry_code = \"+44\"",
      "h.toml:2: gateway.country_code: \"+44\" is not a country calling code"
    ),
    (
      "[gateway]\nnational_prefix = \"00000\"",
      "h.toml:2: gateway.national_prefix: \"00000\" is not at most three digits"
    ),
    ("[gateway]\nstate_directory = \"\"", "h.toml:2: gateway.state_directory: \"\" is not a path"),
    (
      "[gateway]\nsocket = \"/\(String(repeating: "x", count: 107))\"",
      "h.toml:2: gateway.socket: \"/xxxx"
    ),
    (
      "[[modem]]\nname = \"a\"\ndevice = \"ttyS1\"",
      "h.toml:3: modem[0].device: \"ttyS1\" is not a path such as /dev/ttyS1"
    ),
    ("[[modem]]\nname = \"a\"\nimei = \"35\"", "h.toml:3: modem[0].imei: \"35\" is not 15 digits"),
    ("[[modem]]\nname = \"a\"\niccid = \"35\"", "h.toml:3: modem[0].iccid: \"35\" is not 18 to 22"),
    (
      "[[modem]]\nname = \"a\"\nusb_path = \"a b\"",
      "h.toml:3: modem[0].usb_path: \"a b\" is not a USB"
    ),
    (
      "[[modem]]\nname = \"../a\"\ndevice = \"/d\"",
      "h.toml:2: modem[0].name: \"../a\" is not 1 to 64"
    ),
    (
      "[[modem]]\nname = \"a\"\ndevice = \"/d\"\nbaud = 9601",
      "h.toml:4: modem[0].baud: 9601 is not one of 1200"
    ),
    (
      "[[modem]]\nname = \"a\"\ndevice = \"/d\"\nflow_control = \"xon\"",
      "h.toml:4: modem[0].flow_control: \"xon\" is not \"none\" or \"rtscts\""
    ),
    (
      "[[modem]]\nname = \"a\"\ndevice = \"/d\"\nper_day = 0",
      "h.toml:4: modem[0].per_day: 0 is not 1 to 1000000"
    ),
    (
      "[[modem]]\nname = \"a\"\ndevice = \"/d\"\nper_day = 9223372036854775807",
      "h.toml:4: modem[0].per_day: 9223372036854775807 is not 1 to"
    ),
    // Considerate sending.
    (
      "[class.marketing]\nquiet_hours = \"21-8\"",
      "h.toml:2: class.marketing.quiet_hours: \"21-8\" is not hours such as 21:00-08:00, or all"
    ),
    ("[class.otp]\nquiet_hours = \"all\"", "h.toml:2: class.otp.quiet_hours: nothing would ever"),
    ("[class.promo]\n", "h.toml:1: class.promo: no class; there are otp, alert, notification,"),
    ("[class.marketting]\n", "h.toml:1: class.marketting: no class, did you mean marketing?"),
    ("class = 1", "h.toml:1: class: it must be a table: [class]"),
    ("class.otp = 1", "h.toml:1: class.otp: it must be a table: [class.otp]"),
    ("[sending]\ndaily_budget = -1", "h.toml:2: sending.daily_budget: -1.0 is not an amount"),
    ("[sending]\ncost = \"1\"", "h.toml:2: sending.cost: a string; it must be a number"),
    (
      "[sending]\ndeny = [\"+33\", \"x\"]",
      "h.toml:2: sending.deny: \"x\" is not among prefixes: + and"
    ),
    ("[sending]\ndeny = \"+33\"", "h.toml:2: sending.deny: a string; it must be a list of texts"),
    (
      "[sending]\nholidays = [\"02-30\"]", "h.toml:2: sending.holidays: \"02-30\" is not among days"
    ),
    ("[sending]\ntime_zone = \"Mars\"", "h.toml:2: sending.time_zone: \"Mars\" is not a time zone"),
    ("[sim]\npreset = \"x\"", "h.toml:2: sim.preset: \"x\" is not one of \"none\", \"careful\""),
    ("[sim]\nper_minute = 0", "h.toml:2: sim.per_minute: 0 is not 1 to 1000"),
    ("[[prefix]]\ncost = 1", "h.toml:1: prefix[0]: prefix is missing: say which numbers are meant"),
    ("[prefix]\ncost = 1", "h.toml:1: prefix: it must be a list of tables: write [[prefix]]"),
    // What is missing, or there twice.
    ("\n[[modem]]\ndevice = \"/d\"", "h.toml:2: modem[0]: name is missing"),
    (
      "\n[[modem]]\nname = \"a\"", "h.toml:2: modem[0]: says which modem is meant by none of device"
    ),
    (
      "[[modem]]\nname = \"a\"\ndevice = \"/d\"\nusb_path = \"1-1\"",
      "h.toml:4: modem[0].usb_path: says which modem is meant by device and usb_path; give one"
    ),
    (
      "[[modem]]\nname = \"a\"\ndevice = \"/d\"\n[[modem]]\nname = \"a\"\ndevice = \"/e\"",
      "h.toml:5: modem[1].name: \"a\" is the name of another modem (line 2)"
    ),
    // What is not TOML.
    ("[gateway\n", "h.toml:1: not TOML: "),
    ("[gateway]\na = 1\na = 2", "h.toml:3: not TOML: "),
    ("[gateway]\na = 99999999999999999999", "h.toml:2: not TOML: "),
    ("[gateway]\n[$x]", "h.toml:2: not TOML: a table is written [name]"),
    ("[gateway]\nsocket = [\n }]", "h.toml:3: not TOML: "),
    ("[[ =]]", "h.toml:1: not TOML: a table is written [name]"),
    ("[gateway]\n\u{0}", "h.toml:2: a NUL character"),
  ])
  func `a fault is named with file, line and key`(text: String, fault: String) throws {
    let faults = faults(text)
    #expect(faults.count == 1)
    #expect(try #require(faults.first).hasPrefix(fault), "\(faults)")
  }

  @Test func `all faults are named at once, in the order of their lines`() {
    let faults = faults(
      """
      [[modem]]
      name = "a"
      device = "/d"
      baud = 1

      [gateway]
      socket = 1
      x = 1
      """
    )
    #expect(faults.map { $0.prefix(9) } == ["h.toml:4:", "h.toml:7:", "h.toml:8:"])
  }

  @Test(arguments: [
    ("gateway.country_code = 1", 1), ("\n\n[ gateway ]\n\"country_code\" = 1", 4),
    ("x = \"\"\"\n[gateway]\ncountry_code = 1\n\"\"\"\n[gateway]\ncountry_code = 1", 6),
    ("x = '''\ncountry_code = 1'''\ngateway = { country_code = 1 }", 3),
    ("x = [ # [gateway]\n \"]\", [1],\n]\n[gateway] # a\ncountry_code = 1", 5),
    ("x = \"a\\\"b # \"\r\n[gateway]\r\n  country_code=1", 3),
    ("\u{FEFF}[gateway]\ncountry_code = 1", 2),
  ])
  func `the line of a key is found in any TOML`(text: String, line: Int) {
    #expect(ConfigurationLines(text).line(of: "gateway.country_code") == line)
    #expect(
      faults(text).contains { $0.hasPrefix("h.toml:\(line): gateway.country_code: an integer") }
    )
  }

  @Test func `no text makes the index trap or hang`() {
    var random = SystemRandomNumberGenerator()
    let pieces = [
      "[", "]", "[[", "\"", "'''", "\"\"\"", "\\", "\n", "=", ".", "a", "{", "}", "#", " ",
    ]
    for _ in 0..<3000 {
      let text = (0..<12).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      _ = ConfigurationLines(text).line(of: "a.a")
      _ = faults(text)
    }
  }

  @Test func `a file that is not there is an error and not a trap`() throws {
    let error = #expect(throws: ConfigurationError.self) {
      try ConfigurationFile(path: "/nonexistent/hermod.toml")
    }
    let text = try #require(error).description
    #expect(text == "/nonexistent/hermod.toml: cannot be read: No such file or directory")
  }

  @Test func `the listing shows every setting and where it comes from`() throws {
    let listing = ConfigurationListing(try read(Self.whole)).description
    let lines = listing.split(separator: "\n").map { $0.split(separator: "  ", maxSplits: 1) }
    func source(_ setting: String) -> String? {
      lines.first { $0.first.map(String.init) == setting }?.last
        .map { $0.trimmingCharacters(in: .whitespaces) }
    }
    #expect(source("country_code = \"44\"") == "# h.toml:2")
    #expect(source("status_reports = true") == "# default")
    #expect(source("udev = false") == "# h.toml:11")
    #expect(source("# iccid is not set") == "# default")
    #expect(source("baud = 9600") == "# h.toml:16")
    #expect(try read(listing).configuration == read(Self.whole).configuration)
  }

  @Test func `what considerate sending goes by comes back from its listing`() throws {
    let file = try read(
      """
      [sending]
      holidays = ["12-25"]
      deny = ["+449"]
      cost = 0.0475
      daily_budget = 20
      [sim]
      preset = "careful"
      per_day = 50
      [class.marketing]
      quiet_hours = "21:00-08:00"
      opt_out_hint = "Reply STOP"
      [[prefix]]
      prefix = "+33"
      cost = 0.04
      modems = ["a"]
      [[modem]]
      name = "a"
      device = "/d"
      preset = "proximus"
      per_day = 7
      [[modem]]
      name = "b"
      iccid = "8944110068020000014"
      """
    )
    let again = try read(ConfigurationListing(file).description)
    #expect(again.configuration == file.configuration)
    let rules = file.configuration.sendingRules(at: Timestamp(seconds: 1_800_000_000))
    let serialNumbers = ["8944110068020000014", "8944110068020000022"]
    let sim = try #require(ICCID(serialNumbers[0]))
    let other = try #require(ICCID(serialNumbers[1]))
    #expect(rules.limits(of: other, in: "a").perDay == 7)
    #expect(rules.limits(of: other, in: "a").perMonth == 10_000)
    #expect(rules.limits(of: other, in: "a").perMinute == nil)
    #expect(rules.limits(of: sim, in: "b").perDay == 50)
    #expect(rules.limits(of: other, in: "c").perMinute == 8)
    #expect(rules.prefixes.standardCost.description == "0.0475")
    #expect(rules.calendar.zones.count > 150)
    let paris = try #require(rules.calendar.zones["33"])
    let spring = try #require(Timestamp(rfc3339: "2027-03-28T01:00:00Z"))
    #expect(paris.secondsFromUTC(at: spring - .milliseconds(1)) == 3600)
    #expect(paris.secondsFromUTC(at: spring) == 7200)
  }

  @Test func `the listing in JSON has every setting with its source`() throws {
    let json = try ConfigurationJSON.show(try read(Self.whole))
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    )
    let settings = try #require(object["settings"] as? [[String: Any]])
    // Two modems, and every other table once.
    let modems = settings.count { ($0["table"] as? String)?.hasPrefix("modem") == true }
    #expect(modems == 2 * (15 + 9))
    #expect(settings.count - modems == 17 + 15 + 11 + 4 * 12 + 9 + 2 + 2)
    let code = try #require(settings.first { $0["key"] as? String == "country_code" })
    #expect(code["value"] as? String == "44")
    #expect(code["source"] as? String == "file")
    #expect(code["line"] as? Int == 2)
  }

  @Test func `the answer of a check in JSON names the faults`() throws {
    let faults = [
      ConfigurationError.Fault(file: "h.toml", line: 3, key: "gateway.x", problem: "unknown")
    ]
    let json = try ConfigurationJSON.check(file: "h.toml", faults: faults)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    )
    #expect(object["valid"] as? Bool == false)
    let error = try #require((object["errors"] as? [[String: Any]])?.first)
    #expect(error["line"] as? Int == 3)
    #expect(error["key"] as? String == "gateway.x")
  }
}
