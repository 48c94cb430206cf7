import FakeGateway
import Foundation
import LocalAPI
import Messaging
import Testing

@testable import hermod

/// The commands as a user runs them, against a daemon without modems.
@Suite(.timeLimit(.minutes(2))) struct CommandTests {
  private static let number = "+447700900123"

  private static func withDaemon(
    _ gateway: FakeGateway = FakeGateway(),
    _ body: @Sendable @escaping (Binary, FakeGateway) async throws -> Void
  ) async throws {
    try await RunningServer.with(gateway: gateway) { server in
      try await body(Binary(socket: server.socket), server.gateway)
    }
  }

  // MARK: Status

  @Test func `status prints one screen, and the daemon's own JSON`() async throws {
    try await Self.withDaemon(FakeGateway(report: Fixture.busy)) { hermod, _ in
      let screen = try await hermod.run("status")
      #expect(screen.status == 0)
      #expect(screen.output.hasPrefix("hermod 1.0.0 is degraded"))
      #expect(screen.output.contains("front-desk"))
      let json = try await hermod.run("status", "--json")
      let expected = String(decoding: try WireJSON.encode(Fixture.busy), as: UTF8.self)
      #expect(json.output == expected + "\n")
    }
  }

  @Test func `in a pipe nothing is cut off, and a reason stands on one line`() async throws {
    let reason = "the spool takes no files: /var/spool/hermod/outgoing/kept: cannot move: refused"
    var report = Fixture.busy
    report.reasons = [reason]
    try await Self.withDaemon(FakeGateway(report: report)) { hermod, _ in
      var hermod = hermod
      hermod.columns = nil
      let screen = try await hermod.run("status")
      #expect(screen.output.split(separator: "\n").contains("  - \(reason)"))
      let text = String(repeating: "a long text ", count: 20) + "and its end"
      _ = try await hermod.run("send", Self.number, text)
      #expect(try await hermod.run("message", "list").output.contains(text))
    }
  }

  @Test func `status --watch goes on, and shows what has changed`() async throws {
    try await Self.withDaemon(FakeGateway(report: Fixture.busy)) { hermod, gateway in
      let headlines = try await hermod.follow("status", "--watch") { lines in
        var headlines: [String] = []
        for await line in lines where line.hasPrefix("hermod 1.0.0 is ") {
          headlines.append(String(line.prefix { $0 != "," }))
          if headlines.count == 2 { break }
          await gateway.change { $0.report.state = .ok }
        }
        return headlines
      }
      #expect(headlines == ["hermod 1.0.0 is degraded", "hermod 1.0.0 is ok"])
    }
  }

  @Test func `status exits with 1 while nothing can leave`() async throws {
    try await Self.withDaemon(FakeGateway(report: Fixture.withoutModem)) { hermod, _ in
      let run = try await hermod.run("status")
      #expect(run.status == 1)
    }
  }

  @Test(arguments: [
    ["status"], ["send", number, "Hi"], ["message", "list"], ["queue"], ["inbox"], ["events"],
    ["modem", "list"], ["optout", "list"], ["inbox", "--follow"],
  ])
  func `without a daemon every command says where it looked, and exits with 69`(
    arguments: [String]
  ) async throws {
    let hermod = Binary(socket: "/tmp/hermod-there-is-none.sock")
    let run = try await hermod.run(arguments)
    #expect(run.status == 69)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("hermod: no daemon at /tmp/hermod-there-is-none.sock: "))
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  // MARK: Send

  @Test func `send hands the message in, under a key`() async throws {
    try await Self.withDaemon { hermod, gateway in
      let run = try await hermod.run(
        "send",
        Self.number,
        "Your code is 1",
        "--class",
        "otp",
        "--validity",
        "10min",
        "--reference",
        "r",
        "--modem",
        "m",
        "--at",
        "2026-05-03T10:00:00Z"
      )
      #expect(run.status == 0)
      let submission = try #require(await gateway.submissions.first)
      #expect(submission.to == .one(Self.number))
      #expect(submission.text == "Your code is 1")
      #expect(submission.messageClass == .otp)
      #expect(submission.validity == 600)
      #expect(submission.reference == "r")
      #expect(submission.modem == "m")
      #expect(submission.notBefore == WireTime("2026-05-03T10:00:00Z"))
      #expect(submission.idempotencyKey?.isEmpty == false)
      let id = try #require(await gateway.messages.first?.id)
      #expect(run.output == "\(id)  queued for \(Self.number) (1 segment, gsm7)\n")
    }
  }

  @Test(arguments: [["send", number], ["send", number, "-"]])
  func `the text comes from standard input, without its last line feed`(
    arguments: [String]
  ) async throws {
    try await Self.withDaemon { hermod, gateway in
      let run = try await hermod.run(arguments, input: "one\ntwo\n")
      #expect(run.status == 0)
      #expect(await gateway.submissions.first?.text == "one\ntwo")
    }
  }

  @Test func `the same key is accepted once`() async throws {
    try await Self.withDaemon { hermod, gateway in
      for _ in 1...2 {
        let run = try await hermod.run("send", Self.number, "Hi", "--idempotency-key", "k")
        #expect(run.status == 0)
      }
      #expect(await gateway.messages.count == 1)
    }
  }

  @Test func `a recipient who has opted out is named, and the exit code is 1`() async throws {
    try await Self.withDaemon { hermod, _ in
      #expect(try await hermod.run("optout", "add", Self.number).status == 0)
      let run = try await hermod.run("send", Self.number, "Hi")
      #expect(run.status == 1)
      #expect(run.output.contains("not sent to \(Self.number): the recipient has opted out"))
    }
  }

  @Test(
    arguments: [
      ([.submitting, .sent], 0), ([.failed], 1), ([.unknown], 3), ([.queued, .expired], 1),
    ] as [([MessageState], Int32)]
  )
  func `send --wait ends with the message`(fate: [MessageState], status: Int32) async throws {
    let gateway = FakeGateway()
    await gateway.change { $0.fate = fate }
    try await Self.withDaemon(gateway) { hermod, gateway in
      let run = try await hermod.run("send", Self.number, "Hi", "--wait")
      let last = try #require(await gateway.messages.first?.state)
      #expect(run.status == status)
      #expect(run.output.contains(" \(last.rawValue) to \(Self.number) by front-desk"))
    }
  }

  @Test func `send --wait-delivered goes on behind sent`() async throws {
    let gateway = FakeGateway()
    await gateway.change { $0.fate = [.sent, .delivered] }
    try await Self.withDaemon(gateway) { hermod, _ in
      let run = try await hermod.run("send", Self.number, "Hi", "--wait-delivered", "--json")
      #expect(run.status == 0)
      let list = try WireJSON.decode(MessageList.self, from: Data(run.output.utf8))
      #expect(list.messages.map(\.state) == [.delivered])
    }
  }

  @Test func `a wait that is over says 3: accepted, do not resend`() async throws {
    try await Self.withDaemon { hermod, _ in
      let run = try await hermod.run("send", Self.number, "Hi", "--wait", "--timeout", "1s")
      #expect(run.status == 3)
      #expect(run.output.contains("queued"))
    }
  }

  @Test func `a dry run keeps nothing`() async throws {
    try await Self.withDaemon { hermod, gateway in
      let run = try await hermod.run("send", Self.number, "Hi", "--dry-run")
      #expect(run.status == 0)
      #expect(run.output == "\(Self.number): would be accepted, 1 segment, gsm7\n")
      #expect(await gateway.messages.isEmpty)
    }
  }

  @Test(
    arguments: [
      (.unavailable, 75), (.tooMany, 75), (.invalid, 65), (.optedOut, 1), (.forbidden, 1),
      (.internal, 70),
    ] as [(ProblemDocument.Kind, Int32)]
  )
  func `a refusal is told in words, and its exit code says whether to try again`(
    kind: ProblemDocument.Kind,
    status: Int32
  ) async throws {
    let gateway = FakeGateway()
    await gateway.change { $0.failure = ProblemDocument(kind, "so \u{1B}[31mit is") }
    try await Self.withDaemon(gateway) { hermod, _ in
      let run = try await hermod.run("send", Self.number, "Hi")
      #expect(run.status == status)
      #expect(run.errors == "hermod: so \\u{1B}[31mit is\n")
    }
  }

  @Test(arguments: [
    ["send"], ["send", "Hello"], ["send", number, "Hi", "--class", "spam"], ["nonsense"],
    ["send", number, "Hi", "--at", "soon"], ["queue", "pause", "everything"],
    ["message", "cancel"], ["message", "show", "x"], ["message", "list", "--limit", "0"],
  ])
  func `wrong usage is 64, and says what is right`(arguments: [String]) async throws {
    let run = try await Binary(socket: "/nowhere").run(arguments)
    #expect(run.status == 64)
    #expect(run.errors.hasPrefix("hermod: "))
    #expect(!run.errors.contains("ArgumentParser"))
  }

  // MARK: Messages

  @Test func `messages are listed, shown and cancelled`() async throws {
    try await Self.withDaemon { hermod, gateway in
      _ = try await hermod.run("send", Self.number, "one")
      let id = try #require(await gateway.messages.first?.id.description)
      let list = try await hermod.run("message")
      #expect(list.output.contains(id))
      let story = try await hermod.run("message", "show", id.lowercased())
      #expect(story.output.contains("accepted"))
      let cancelled = try await hermod.run("message", "cancel", id)
      #expect(cancelled.status == 0)
      #expect(cancelled.output.contains("cancelled"))
      let again = try await hermod.run("message", "cancel", id)
      #expect(again.status == 1)
      #expect(again.errors == "hermod: \(id): the message is cancelled\n")
    }
  }

  @Test func `many messages are changed only after a yes`() async throws {
    try await Self.withDaemon { hermod, gateway in
      for text in ["one", "two"] { _ = try await hermod.run("send", Self.number, text) }
      let asked = try await hermod.run("message", "cancel", "--state", "queued")
      #expect(asked.status == 64)
      #expect(asked.errors.contains("cancel 2 messages"))
      #expect(await gateway.messages.allSatisfy { $0.state == .queued })
      let done = try await hermod.run("message", "cancel", "--state", "queued", "--yes")
      #expect(done.status == 0)
      #expect(await gateway.messages.allSatisfy { $0.state == .cancelled })
    }
  }

  @Test func `an unknown outcome is settled by name`() async throws {
    try await Self.withDaemon { hermod, gateway in
      _ = try await hermod.run("send", Self.number, "one")
      let id = try #require(await gateway.messages.first?.id)
      await gateway.move(id, to: .unknown)
      let missing = try await hermod.run("message", "resolve", id.description)
      #expect(missing.status == 64)
      #expect(missing.errors.contains("'--sent', '--resend', '--drop'"))
      let run = try await hermod.run("message", "resolve", id.description, "--sent")
      #expect(run.status == 0)
      #expect(await gateway.messages.first?.state == .sent)
      _ = try await hermod.run("send", Self.number, "two")
      let second = try #require(await gateway.messages.last?.id)
      await gateway.move(second, to: .unknown)
      #expect(
        try await hermod.run("message", "resolve", second.description, "--drop").status == 0
      )
      #expect(await gateway.messages.last?.state == .closed)
      _ = try await hermod.run("send", Self.number, "three")
      let third = try #require(await gateway.messages.last?.id)
      await gateway.move(third, to: .unknown)
      let resend = try await hermod.run("message", "resolve", third.description, "--resend")
      #expect(resend.status == 0)
      #expect(await gateway.messages.last?.state == .queued)
    }
  }

  @Test func `what somebody wrote cannot drive the terminal`() async throws {
    let evil = "\u{1B}]0;owned\u{07}\u{9B}2J\u{202E}"
    try await Self.withDaemon { hermod, gateway in
      _ = try await hermod.run("send", Self.number, "Hi" + evil)
      await gateway.receive(
        InboundMessageView(
          id: "1",
          from: "EVIL" + evil,
          text: evil,
          receivedAt: Fixture.time(secondsAgo: 0)
        )
      )
      let id = try #require(await gateway.messages.first?.id.description)
      for arguments in [["message"], ["message", "show", id], ["inbox"]] {
        let run = try await hermod.run(arguments)
        #expect(run.status == 0)
        for character in ["\u{1B}", "\u{07}", "\u{9B}", "\u{202E}"] {
          #expect(!run.output.contains(character), "\(arguments)")
        }
      }
    }
  }

  // MARK: Queue, modems, opt-outs

  @Test func `a class is paused and resumed`() async throws {
    try await Self.withDaemon { hermod, _ in
      let paused = try await hermod.run("queue", "pause", "marketing")
      #expect(paused.output.contains("paused"))
      let resumed = try await hermod.run("queue", "resume", "all")
      #expect(resumed.output == "The queue is empty.\n")
    }
  }

  @Test func `a modem is shown, paused for a while, and spoken to`() async throws {
    try await Self.withDaemon(FakeGateway(report: Fixture.busy)) { hermod, gateway in
      let shown = try await hermod.run("modem", "show", "front-desk")
      #expect(shown.output.contains("356938035643809"))
      let paused = try await hermod.run(
        "modem",
        "pause",
        "front-desk",
        "--reason",
        "swap",
        "--for",
        "2h"
      )
      #expect(paused.output.hasPrefix("front-desk is paused until "))
      #expect(paused.output.hasSuffix(": swap\n"))
      let ussd = try await hermod.run("modem", "ussd", "front-desk", "*100#")
      #expect(ussd.output == "You dialled *100#\n")
      let command = try await hermod.run("modem", "at", "front-desk", "AT+CSQ")
      #expect(command.output == "AT+CSQ\nOK\n")
      let missing = try await hermod.run("modem", "show", "none")
      #expect(missing.status == 1)
      #expect(missing.errors.hasPrefix("hermod: there is no modem none, only "))
    }
  }

  @Test func `optout check exits with 1 for a number that has opted out`() async throws {
    try await Self.withDaemon { hermod, _ in
      #expect(try await hermod.run("optout", "check", Self.number).status == 0)
      _ = try await hermod.run("optout", "add", Self.number, "--reason", "asked by phone")
      let blocked = try await hermod.run("optout", "check", Self.number)
      #expect(blocked.status == 1)
      #expect(blocked.output.contains("asked by phone"))
      _ = try await hermod.run("optout", "remove", Self.number)
      #expect(try await hermod.run("optout", "check", Self.number).status == 0)
    }
  }

  @Test func `what is exported can be imported, and bad lines are named`() async throws {
    try await Self.withDaemon { hermod, gateway in
      let text = "+447700900001,all,asked\nnobody\n+447700900002\n"
      let imported = try await hermod.run("optout", "import", input: text)
      #expect(imported.status == 65)
      #expect(imported.output == "2 numbers opted out, 1 rejected\n")
      #expect(imported.errors.hasPrefix("hermod: line 2: "))
      #expect(await gateway.optOuts.map(\.source) == ["import", "import"])
      let exported = try await hermod.run("optout", "export")
      let rows = try OptOutRows.read(exported.output)
      #expect(rows.map(\.number).sorted() == ["+447700900001", "+447700900002"])
    }
  }

  @Test func `a long list is imported many rows at a time, and complaints come in its order`()
    async throws
  {
    try await Self.withDaemon { hermod, gateway in
      let lines = (0..<300).map { $0 % 100 == 50 ? "nobody" : "+4477009\(10_000 + $0)" }
      let imported = try await hermod.run(
        "optout",
        "import",
        "--json",
        input: lines.joined(separator: "\n")
      )
      #expect(imported.output == #"{"added":297,"rejected":3}"# + "\n")
      let complaints = imported.errors.split(separator: "\n")
      #expect(
        complaints.map { $0.prefix(17) } == [
          "hermod: line 51: ", "hermod: line 151:", "hermod: line 251:",
        ]
      )
      #expect(await Set(gateway.optOuts.map(\.number)).count == 297)
    }
  }

  // MARK: What goes on

  @Test func `inbox --follow shows what was there and what comes, each once`() async throws {
    try await Self.withDaemon { hermod, gateway in
      func receive(_ id: String) async {
        await gateway.receive(
          InboundMessageView(
            id: id,
            from: "+1",
            text: "text \(id)",
            receivedAt: Fixture.time(secondsAgo: 0)
          )
        )
      }
      await receive("1")
      let texts = try await hermod.follow("inbox", "--follow") { lines in
        var texts: [String] = []
        for await line in lines where line.hasPrefix("  ") {
          texts.append(line)
          if texts.count == 1 { await receive("2") }
          if texts.count == 2 { break }
        }
        return texts
      }
      #expect(texts == ["  text 1", "  text 2"])
    }
  }

  @Test func `inbox --follow --from reads the number as the gateway does`() async throws {
    try await Self.withDaemon { hermod, gateway in
      func receive(_ id: String, from sender: String) async {
        let now = Fixture.time(secondsAgo: 0)
        await gateway.receive(
          InboundMessageView(id: id, from: sender, text: "text \(id)", receivedAt: now)
        )
      }
      await receive("1", from: Self.number)
      await receive("2", from: "+447700900999")
      let texts = try await hermod.follow("inbox", "--follow", "--from", "07700 900123") { lines in
        var texts: [String] = []
        for await line in lines where line.hasPrefix("  ") {
          texts.append(line)
          if texts.count == 2 { break }
          await receive("3", from: "+447700900999")
          await receive("4", from: Self.number)
        }
        return texts
      }
      #expect(texts == ["  text 1", "  text 4"])
    }
  }

  @Test func `inbox says whose messages it did not find`() async throws {
    try await Self.withDaemon { hermod, _ in
      #expect(try await hermod.run("inbox").output == "Nothing was received.\n")
      let run = try await hermod.run("inbox", "--from", "07700 900123")
      #expect(run.output == "Nothing was received from +447700900123.\n")
    }
  }

  @Test func `events --json prints one event a line, from where one left off`() async throws {
    try await Self.withDaemon { hermod, gateway in
      for text in ["one", "two"] { _ = try await hermod.run("send", Self.number, text) }
      let ids = try await hermod.follow("events", "--follow", "--json", "--after", "1") { lines in
        var ids: [String] = []
        for await line in lines {
          ids.append(try WireJSON.decode(GatewayEvent.self, from: Data(line.utf8)).id)
          if ids.count == 1 { await gateway.move(gateway.messages[0].id, to: .sent) }
          if ids.count == 2 { break }
        }
        return ids
      }
      #expect(ids == ["2", "3"])
    }
  }
}
