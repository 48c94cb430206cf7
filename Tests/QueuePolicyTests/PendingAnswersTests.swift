import Messaging
import Testing

@testable import QueuePolicy

/// Which attempt of before may be answered on a port that is opened.
@Suite struct PendingAnswersTests {
  private typealias Pending = PendingAnswers<Int>
  private let late: Duration = .seconds(60)

  private func entry(
    _ attempt: Int,
    _ name: String = "modem1",
    imei: String? = nil,
    until deadline: Int = 180
  ) -> Pending.Entry {
    Pending.Entry(
      attempt: attempt,
      modem: ModemIdentity(name: name, imei: imei),
      deadline: .seconds(deadline)
    )
  }

  private func pending(_ entries: Pending.Entry...) -> Pending {
    Pending(entries, lateAnswerTime: late)
  }

  @Test func `The last attempt is the one with the highest number, though the clock was set back`()
  {
    var pending = pending(entry(7, until: 180), entry(8, until: 80))
    let expected = pending.expected(of: ModemIdentity(name: "modem1"), at: .seconds(10))
    #expect(expected?.entry?.attempt == 8)
    #expect(expected?.deadline == .seconds(80))
  }

  @Test func `Where the last attempt can be answered no more, no earlier one takes its place`() {
    var pending = pending(entry(7, until: 3600), entry(8, until: 80))
    let modem = ModemIdentity(name: "modem1")
    #expect(pending.expected(of: modem, at: .seconds(140)) == nil)
    #expect(pending.expected(of: modem, at: .seconds(140)) == nil)
  }

  @Test func `An answer is overdue before none can come any more, and is expected once`() {
    var pending = pending(entry(7))
    let modem = ModemIdentity(name: "modem1")
    #expect(pending.expected(of: modem, at: .seconds(239))?.entry?.attempt == 7)
    #expect(pending.expected(of: modem, at: .seconds(239)) == nil)
    pending.leave(entry(7))
    #expect(pending.expected(of: modem, at: .seconds(240)) == nil)
  }

  @Test
  func `What a session leaves is the next one's on the same modem, whatever the port is called`() {
    var pending = pending()
    pending.leave(entry(7, "modem1", imei: "353142033840706"))
    let other = ModemIdentity(name: "modem1", imei: "353142033840714")
    #expect(pending.expected(of: other, at: .zero) == nil)
    let moved = ModemIdentity(name: "ttyUSB3", imei: "353142033840706")
    #expect(pending.expected(of: moved, at: .zero)?.entry?.attempt == 7)
  }

  @Test func `A modem that is not known yet may be any without a place of its own`() {
    var pending = pending(entry(7, "modem-123456"), entry(8, "attic"))
    let expected = pending.expected(exceptOf: ["attic"], at: .zero)
    #expect(expected?.entry?.attempt == 7)
    #expect(pending.expected(exceptOf: ["attic", "modem-123456"], at: .zero) == nil)
  }

  @Test func `Where it may be one of several, nobody is named until it is known`() {
    let one = ModemIdentity(name: "modem-840706", imei: "353142033840706")
    let two = ModemIdentity(name: "modem-840714", imei: "353142033840714")
    var pending = Pending(
      [
        Pending.Entry(attempt: 7, modem: one, deadline: .seconds(180)),
        Pending.Entry(attempt: 8, modem: two, deadline: .seconds(100)),
      ],
      lateAnswerTime: late
    )
    for _ in 0..<2 {
      let expected = pending.expected(exceptOf: [], at: .zero)
      #expect(expected?.entry == nil)
      #expect(expected?.deadline == .seconds(180))
    }
    #expect(pending.identified(one, holding: nil, at: .seconds(170))?.attempt == 7)
    #expect(pending.identified(two, holding: nil, at: .seconds(170)) == nil)
  }

  @Test func `What was another modem's is given back`() {
    let mine = ModemIdentity(name: "modem1", imei: "353142033840706")
    let held = entry(7, "modem1", imei: "353142033840714")
    var pending = pending()
    #expect(pending.identified(mine, holding: held, at: .zero) == nil)
    #expect(pending.expected(of: held.modem, at: .zero)?.entry == held)
  }

  @Test func `What is the session's own stays with it, also where it is overdue`() {
    let held = entry(7, until: 10)
    var pending = pending()
    #expect(pending.identified(held.modem, holding: held, at: .seconds(500)) == held)
    #expect(pending.expected(of: held.modem, at: .zero) == nil)
  }
}
