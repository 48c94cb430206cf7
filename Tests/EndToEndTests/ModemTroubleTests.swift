import Foundation
import Testing

/// What goes wrong with lines, SIMs and networks, what an operator sees meanwhile, and that nothing is
/// lost nor sent twice.
@Suite(.serialized, .ownThreads, .timeLimit(.minutes(4))) struct ModemTroubleTests {
  static let quick = ["--prompt-latency", "1ms", "--submit-latency", "20ms"]

  /// A gateway with one modem that is ready, and has a fault from now on.
  static func laboratory(_ fault: String, answerDeadline: Int) throws -> Laboratory {
    let laboratory = try Laboratory(
      modems: 1,
      options: quick,
      gateway: "answer_deadline = \(answerDeadline)"
    )
    try laboratory.start(untilReady: 1)
    try laboratory.simulate("fault modem1 \(fault)")
    return laboratory
  }

  /// Conditions of SIM and network: the state, words of the reason, and what ends it.
  static let conditions: [(String, state: String, reason: String)] = [
    ("sim-removed", "failed", "no SIM"),
    ("pin-required", "pin-required", "pin_file"),
    ("puk-required", "pin-required", "PUK"),
    ("not-registered", "searching", "looking for a network"),
    ("registration-denied", "searching", "refuses"),
  ]

  @Test(arguments: conditions)
  func `The state names what is wrong, and the queue goes on when it is over`(
    condition: String,
    state: String,
    reason: String
  ) throws {
    let laboratory = try Laboratory(modems: 1, options: Self.quick)
    try laboratory.simulate("fault modem1 \(condition)")
    try laboratory.start()
    try laboratory.eventually("\(state): \(reason)") {
      let modem = laboratory.modems.first
      return modem?["state"] as? String == state
        && (modem?["reason"] as? String)?.contains(reason) == true
    }
    try laboratory.drop("waits", "To: +447700900123\n\nhello\n")
    try laboratory.simulate("fault modem1 \(condition) off")
    try laboratory.waitForAccepted(1)
    #expect(try laboratory.record().count == 1)
  }

  /// Whoever waits for a passcode takes another way as soon as this one is closed.
  @Test func `A message whose time is over says so then, although nothing else is due`() throws {
    let laboratory = try Laboratory(modems: 1, options: Self.quick)
    try laboratory.simulate("fault modem1 not-registered")
    try laboratory.start()
    try laboratory.eventually("searching") { laboratory.state == "searching" }
    let begun = Date()
    let sent = try laboratory.hermod(
      "send",
      "--wait",
      "--class",
      "otp",
      "--validity",
      "2s",
      "+447700900123",
      "123456"
    )
    #expect(sent.status == 1)
    #expect(sent.output.contains("expired to +447700900123"), "\(sent.output)")
    // A round of what is due by the clock comes every 30 s, and the first is just over.
    #expect(Date().timeIntervalSince(begun) < 15)
  }

  /// Faults of the line that lose no certainty: everything is sent, once.
  static let allHarmless = [
    "no-prompt once", "prompt-without-space always", "prompt-glued always",
    "hang-up-before-prompt at 3 back 1s", "hang-up-before-ctrl-z at 3 back 1s", "lose-ok every 4",
    "split-answer always", "reverse-answer every 3", "double-answer every 3",
    "hang-up at 40 back 1s", "garbage 40 at 9", "storm 300 at 9", "mute at 30", "silence at 30",
    "ignore at 30",
    "reset at 30",
    "late 3s at 2", "cms-error 42 at 2", "cms-error 331 at 2", "command-cms-error 515 at 9",
    "command-cme-error 14 at 9", "command-error at 9", "lose-indication always",
  ]
  /// Those that are over at once every day; all of them where `HERMOD_LONG` is set.
  static let harmless =
    Laboratory.isLong
    ? allHarmless
    : ["prompt-glued always", "hang-up-before-ctrl-z at 3 back 1s", "split-answer always"]

  @Test(arguments: harmless)
  func `Ten messages are each sent once whatever the line does`(fault: String) throws {
    // Longer than any answer here is late; a port that is back is listened to for the rest of it.
    let laboratory = try Self.laboratory(fault, answerDeadline: 4)
    for number in 0..<10 {
      try laboratory.drop("m\(number)", "To: +4477009001\(10 + number)\n\nmessage \(number)\n")
    }
    try laboratory.eventually("ten results", within: 90) {
      laboratory.results(in: "sent", "unknown").count == 10
    }
    let record = try laboratory.record()
    #expect(Set(record.map(\.recipient)).count == record.count, "nothing twice")
    // Where the modem is slow to hang up, Ctrl-Z is written before it: then nobody can know, and
    // Hermod must not say that it was sent.
    let doubted = fault.hasPrefix("hang-up-before") ? laboratory.names(in: "unknown").count : 0
    #expect(doubted <= 1)
    #expect(record.count >= 10 - doubted)
    let accepted = Set(record.compactMap(\.text))
    for name in laboratory.names(in: "sent") {
      #expect(accepted.contains("message \(name.dropFirst())"), "\(name) is said to be sent")
    }
  }

  /// Faults that leave doubt, or a refusal: what the service centre has, and where the file goes.
  static let allDoubtful: [(String, accepted: Int, folder: String)] = [
    ("hang-up-after-ctrl-z once back 1s", 1, "unknown"),
    ("hang-up-losing once back 1s", 0, "unknown"),
    ("lose-reference once", 1, "unknown"), ("false-ok once", 0, "unknown"),
    ("error once", 0, "unknown"), ("accepted-error once", 1, "unknown"),
    ("cms-error 500 once", 0, "unknown"), ("accepted-cms-error 500 once", 1, "unknown"),
    ("accepted-cms-error 332 once", 1, "unknown"), ("cms-error 350 once", 0, "unknown"),
    ("cms-error 530 once", 0, "unknown"),
    ("cms-error 1 once", 0, "failed"), ("stray 2s once", 1, "sent"),
  ]
  static let doubtful =
    Laboratory.isLong ? allDoubtful : [allDoubtful[0], allDoubtful[2], allDoubtful[11]]

  @Test(arguments: doubtful)
  func `Doubt is not called failure, and nothing is sent again`(
    fault: String,
    accepted: Int,
    folder: String
  ) throws {
    // Longer than any answer here is late; a port that is back is listened to for the rest of it.
    let laboratory = try Self.laboratory(fault, answerDeadline: 4)
    try laboratory.drop("m", "To: +447700900123\nReport: no\n\nhello\n")
    try laboratory.eventually("a result") { laboratory.names(in: folder) == ["m"] }
    try laboratory.eventually("ready again") { laboratory.state == "ready" }
    try laboratory.drop("next", "To: +447700900124\nReport: no\n\nhello again\n")
    try laboratory.eventually("the next") { laboratory.names(in: "sent").contains("next") }
    #expect(try laboratory.record().count { $0.recipient == "+447700900123" } == accepted)
  }

  @Test func `A message that was sent without an answer is proved by its report`() throws {
    let laboratory = try Laboratory(
      modems: 1,
      options: Self.quick + ["--report-delay", "500ms"]
    )
    try laboratory.start(untilReady: 1)
    try laboratory.simulate("fault modem1 lose-reference once")
    try laboratory.drop("m", "To: +447700900123\n\nhello\n")
    try laboratory.eventually("proof") { laboratory.names(in: "sent") == ["m"] }
    #expect(try laboratory.record().count == 1)
    #expect(try laboratory.commands("AT+CMGS=").count == 1)
  }

  @Test func `A full memory is drained, and what waits in the network comes`() throws {
    let laboratory = try Laboratory(modems: 1, options: Self.quick)
    try laboratory.start(untilReady: 1)
    let modem = laboratory.firstModem
    laboratory.end()
    for number in 0..<130 {
      try laboratory.simulate("receive \(modem) +447700900123 answer \(number)")
    }
    try laboratory.simulate("receive-class 0 \(modem) +447700900123 shown at once")
    try laboratory.start()
    try laboratory.eventually("all of them") { laboratory.names(in: "incoming").count >= 131 }
    let texts = try laboratory.names(in: "incoming").map { name in
      try laboratory.file(name, in: "incoming").split(separator: "\n").last.map(String.init) ?? ""
    }
    #expect(texts.count == 131)
    #expect(Set(texts) == Set((0..<130).map { "answer \($0)" } + ["shown at once"]))
  }

  @Test func `A PIN that the SIM refused is not tried again, not even after a restart`() throws {
    let laboratory = try Laboratory(modems: 1, options: Self.quick)
    try laboratory.setPIN("9999")
    try laboratory.simulate("fault modem1 pin-required")
    try laboratory.start()
    try laboratory.eventually("a refusal") { laboratory.reason.contains("refused the PIN") }
    laboratory.end()
    try laboratory.start()
    try laboratory.eventually("the same") { laboratory.reason.contains("PIN") }
    #expect(try laboratory.commands("AT+CPIN=").count == 1)
    laboratory.end()
    try laboratory.setPIN("1234")
    try laboratory.start()
    try laboratory.eventually("the last tries are left alone") {
      laboratory.reason.contains("three tries")
        || laboratory.state == "ready"
    }
  }

  @Test func `The right PIN is given once, and again after the modem has started anew`() throws {
    let laboratory = try Laboratory(modems: 1, options: Self.quick)
    try laboratory.setPIN("1234")
    try laboratory.simulate("fault modem1 pin-required")
    try laboratory.start(untilReady: 1)
    #expect(try laboratory.commands("AT+CPIN=").count == 1)
  }

  @Test func `Another SIM is another identity`() throws {
    let laboratory = try Laboratory(modems: 1, options: Self.quick)
    try laboratory.start(untilReady: 1)
    let before = laboratory.modems.first?["iccid"] as? String
    try laboratory.simulate("sim modem1 7")
    try laboratory.simulate("urc modem1 +QUSIM: 1")
    try laboratory.eventually("another ICCID") {
      let now = laboratory.modems.first?["iccid"] as? String
      return now != nil && now != before && laboratory.state == "ready"
    }
  }

  @Test func `A service code is answered, in every coding`() throws {
    for personality in ["standard", "huawei", "zte"] {
      let laboratory = try Laboratory(
        modems: 1,
        options: Self.quick + ["--personality", personality]
      )
      try laboratory.start(untilReady: 1)
      let answer = try laboratory.hermod("modem", "ussd", "modem1", "*100#")
      #expect(answer.status == 0)
      #expect(answer.output == "Balance: 5.00 GBP\n", "\(personality)")
    }
  }

  @Test func `A low balance pauses the modem where the configuration says so`() throws {
    let laboratory = try Laboratory(modems: 1, options: Self.quick)
    try laboratory.configure(
      "balance_code = \"*100#\"\nbalance_minimum = 10\nbalance_action = \"pause\"\n"
    )
    try laboratory.start()
    try laboratory.eventually("a pause") { laboratory.state == "paused" }
    #expect(laboratory.reason.contains("balance is low: 5.0"))
  }

  @Test func `Commands of a person are refused unless the configuration allows them`() throws {
    let closed = try Laboratory(modems: 1, options: Self.quick)
    try closed.start(untilReady: 1)
    #expect(try closed.hermod("modem", "at", "modem1", "AT+CSQ").status != 0)
    let open = try Laboratory(
      modems: 1,
      options: Self.quick,
      gateway: "allow_at_commands = true"
    )
    try open.start(untilReady: 1)
    let answer = try open.hermod("modem", "at", "modem1", "AT+CSQ")
    #expect(answer.status == 0)
    #expect(answer.output.hasPrefix("+CSQ: "))
    #expect(answer.output.hasSuffix("OK\n"))
    #expect(open.log.contains("AT command of a person"))
    #expect(try open.hermod("modem", "at", "modem1", "AT+CMGS=20").status != 0)
    #expect(try open.hermod("modem", "at", "modem1", "AT;+CSQ").status != 0)
  }

  @Test func `A reset starts the modem anew, and it comes back`() throws {
    let laboratory = try Laboratory(modems: 1, options: Self.quick)
    try laboratory.start(untilReady: 1)
    #expect(try laboratory.hermod("modem", "reset", "modem1").status == 0)
    try laboratory.eventually("the restart") {
      try !laboratory.commands("AT+CFUN=1,1").isEmpty && laboratory.state == "ready"
    }
  }

  @Test func `A stick that might come back as a disk is set up again, not restarted`() throws {
    let laboratory = try Laboratory(
      modems: 1,
      options: Self.quick + ["--personality", "huawei"]
    )
    try laboratory.start(untilReady: 1)
    let before = try laboratory.commands("AT+CGMI").count
    #expect(try laboratory.hermod("modem", "reset", "modem1").status == 0)
    try laboratory.eventually("set up again") {
      try laboratory.commands("AT+CGMI").count > before && laboratory.state == "ready"
    }
    #expect(try laboratory.commands("AT+CFUN").isEmpty)
  }

  @Test func `A dead modem costs the others nothing and comes back`() throws {
    let laboratory = try Laboratory(modems: 3, options: Self.quick)
    try laboratory.start(untilReady: 3)
    try laboratory.simulate("fault modem2 dead")
    for number in 0..<100 {
      try laboratory.drop("m\(number)", "To: +447700900\(100 + number)\n\nmessage \(number)\n")
    }
    try laboratory.waitForAccepted(99, within: "60s")
    try laboratory.simulate("fault modem2 dead off")
    try laboratory.eventually("a hundred results", within: 90) {
      laboratory.results(in: "sent", "unknown").count == 100
    }
    let record = try laboratory.record()
    #expect(Set(record.map(\.recipient)).count == record.count)
  }

  @Test func `An unplugged modem is ready again when it has come back`() throws {
    let laboratory = try Laboratory(modems: 1, options: Self.quick)
    try laboratory.start(untilReady: 1)
    try laboratory.simulate("unplug modem1")
    try laboratory.eventually("absence") { laboratory.state == "absent" }
    try laboratory.simulate("plug modem1")
    try laboratory.eventually("ready again") { laboratory.state == "ready" }
  }
}

extension Laboratory {
  /// Adds lines to the table of the last modem.
  func configure(_ lines: String) throws {
    let path = directory.path + "/hermod.toml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try (text + "\n" + lines).write(toFile: path, atomically: true, encoding: .utf8)
  }

  /// Gives the last modem a file with a PIN, or changes it.
  func setPIN(_ pin: String) throws {
    let path = directory.path + "/pin"
    let isNew = !FileManager.default.fileExists(atPath: path)
    try (pin + "\n").write(toFile: path, atomically: true, encoding: .utf8)
    if isNew { try configure("pin_file = \"\(path)\"\n") }
  }

  /// The state of the first modem.
  var state: String { modems.first?["state"] as? String ?? "" }

  /// The reason for the state of the first modem.
  var reason: String { modems.first?["reason"] as? String ?? "" }

  /// The commands with this beginning that have gone to modems.
  func commands(_ prefix: String) throws -> [String] {
    try wire().filter { $0.direction == "to-modem" && $0.line.hasPrefix(prefix) }.map(\.line)
  }
}
