import Messaging
import QueuePolicy
import Storage
import Testing
import TransferLayer

@testable import Gateway

/// TP-VP: the network need not keep a message longer than it is worth having.
@Suite struct RemainingValidityTests {
  private static let noon = Timestamp(milliseconds: 1_800_000_000_000)

  /// A message of two segments that is worth sending for an hour.
  private func message(omitsValidityPeriod: Bool = false) throws -> ClaimedMessage {
    ClaimedMessage(
      id: try #require(MessageID("01M8K0EA8QMA0XKDMG19Q0FV1Q")),
      recipient: PhoneNumber(normalForm: "+447700900123"),
      messageClass: .alert,
      content: .text(String(repeating: "long ", count: 40)),
      requestedEncoding: .auto,
      language: nil,
      isTransliterated: false,
      displayClass: nil,
      transferOptions: TransferOptions(),
      wantsStatusReport: true,
      omitsValidityPeriod: omitsValidityPeriod,
      expiresAt: Self.noon + .seconds(3600),
      segments: [.unsent, .unsent],
      nextSegment: 1,
      concatenationReference: 7,
      attemptCount: 0,
      isPossibleDuplicate: false,
      acceptedAt: Self.noon
    )
  }

  // After so many seconds in the queue; §9.2.3.12.1 counts in steps of five minutes.
  @Test(arguments: [(0, 60), (1, 60), (1800, 30), (1801, 30), (2101, 25), (3300, 5), (3599, 5)])
  func `what remains of the validity becomes TP-VP of every segment`(
    seconds: Int,
    minutes: Int
  ) throws {
    let submits = try MessageCoding.submits(message(), at: Self.noon + .seconds(seconds))
    #expect(submits.count == 2)
    #expect(
      submits.map(\.validityPeriod?.duration) == [.seconds(minutes * 60), .seconds(minutes * 60)]
    )
  }

  @Test func `a network that refuses TP-VP gets none`() throws {
    let submits = try MessageCoding.submits(message(omitsValidityPeriod: true), at: Self.noon)
    #expect(submits.map(\.validityPeriod) == [nil, nil])
  }
}
