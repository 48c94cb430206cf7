import ATProtocol
import Foundation
import Logging
import Messaging
import Storage
import Testing
import TransferLayer

@testable import Gateway

/// Long received messages whose parts are out of order, repeated or missing, in a real database.
@Suite(.timeLimit(.minutes(1))) struct LongReplyTests {
  private static let start = Timestamp(seconds: 1_800_000_000)
  private static let sender = PhoneNumber(normalForm: "+447700900123")

  /// One part as it comes out of a modem.
  private struct Part {
    var text: String
    var number: UInt8
    var total: UInt8 = 2
    /// When the service centre stamped it, in seconds.
    var stamp = 0

    var hexadecimal: String {
      let place = Concatenation(reference: 7, total: total, sequence: number)
      let deliver = SMSDeliver(
        originatingAddress: TPAddress(LongReplyTests.sender),
        serviceCentreTimeStamp: ServiceCentreTimeStamp(LongReplyTests.start + .seconds(stamp)),
        dataCodingScheme: DataCodingScheme(rawValue: 8),
        userDataHeader: UserDataHeader(elements: [InformationElement(place)]),
        userData: .octets(
          Array("\(text)\(number);".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] })
        )
      )
      return ServiceCentrePDU(tpdu: .deliver(deliver)).hexadecimal
    }
  }

  private let directory: URL
  private let store: MessageStore
  private let inbound: InboundService
  private let receiver: InboundReceiver

  init() async throws {
    directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("hermod-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    store = try await MessageStore.open(directory: directory.path)
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    inbound = InboundService(
      store: store,
      clock: WallClock(),
      judge: GatewayConfiguration().optOut.judge,
      health: StoreHealth(logger: logger),
      logger: logger
    )
    receiver = InboundReceiver(
      iccid: try #require(ICCID("8944110068900000019")),
      modem: "a",
      plan: NumberingPlan(countryCode: "44")
    )
  }

  /// Receives parts, each in a place of its own, and then waits no longer for what is missing.
  private func receive(_ parts: [Part]) async throws -> [InboundMessage] {
    for (place, part) in parts.enumerated() {
      let pdu = ReceivedPDU(
        location: StorageLocation(memory: "SM", index: place + 1),
        hexadecimal: part.hexadecimal
      )
      #expect(await inbound.keep(pdu, from: receiver))
    }
    await inbound.deliverIncomplete(receivedBefore: WallClock().now + .seconds(1))
    try FileManager.default.removeItem(at: directory)
    return try await store.inbox(limit: 100).reversed()
  }

  private func texts(_ messages: [InboundMessage]) -> Set<String> {
    Set(
      messages.map { message in
        guard case .text(let text) = message.content else { return "no text" }
        return text + (message.missingParts > 0 ? "-\(message.missingParts)" : "")
      }
    )
  }

  /// The sender uses the reference again; of the first message the second part never came.
  @Test(arguments: [
    [0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0], [0, 0, 1, 1, 2, 2],
  ])
  func aReferenceUsedAgainLosesAndMixesNothing(order: [Int]) async throws {
    let parts = [
      Part(text: "a", number: 1), Part(text: "b", number: 1, stamp: 3600),
      Part(text: "b", number: 2, stamp: 3603),
    ]
    let messages = try await receive(order.map { parts[$0] })
    #expect(texts(messages) == ["a1;-1", "b1;b2;"])
    #expect(messages.count == 2)
  }

  /// At once after the first message, whose first part never came; stamps tell little.
  @Test(arguments: [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
  func aReferenceUsedAgainAtOnceLosesAndMixesNothing(order: [Int]) async throws {
    let parts = [
      Part(text: "a", number: 2), Part(text: "b", number: 1, stamp: 60),
      Part(text: "b", number: 2, stamp: 63),
    ]
    #expect(texts(try await receive(order.map { parts[$0] })) == ["a2;-1", "b1;b2;"])
  }

  /// What is kept as C keeps text would end there.
  @Test func nothingIsLostBehindANUL() async throws {
    let parts = [Part(text: "a\0b", number: 1), Part(text: "\0c", number: 2)]
    #expect(texts(try await receive(parts)) == ["a\u{FFFD}b1;\u{FFFD}c2;"])
  }

  @Test func aPartOfAnotherTotalIsOfAnotherMessage() async throws {
    let parts = [
      Part(text: "a", number: 1), Part(text: "b", number: 2, total: 3),
      Part(text: "b", number: 1, total: 3), Part(text: "b", number: 3, total: 3),
    ]
    #expect(texts(try await receive(parts)) == ["a1;-1", "b1;b2;b3;"])
  }

  @Test func aPartThatComesAgainWhenItsMessageWasGivenOutIsNoMessage() async throws {
    let parts = [Part(text: "a", number: 1), Part(text: "a", number: 2)]
    let messages = try await receive(parts + parts)
    #expect(texts(messages) == ["a1;a2;"])
    #expect(messages.count == 1)
  }

  /// Parts that go on coming keep no earlier message from being given out.
  @Test func whatIsOverdueDoesNotWaitForALaterMessage() async throws {
    let early = [Part(text: "a", number: 1)]
    let pdu = ReceivedPDU(
      location: StorageLocation(memory: "SM", index: 9),
      hexadecimal: early[0].hexadecimal
    )
    #expect(await inbound.keep(pdu, from: receiver))
    let limit = WallClock().now + .milliseconds(1)
    while WallClock().now <= limit { await Task.yield() }
    let late = ReceivedPDU(
      location: StorageLocation(memory: "SM", index: 1),
      hexadecimal: Part(text: "b", number: 1, stamp: 3600).hexadecimal
    )
    #expect(await inbound.keep(late, from: receiver))
    await inbound.deliverIncomplete(receivedBefore: limit)
    #expect(texts(try await store.inbox(limit: 10)) == ["a1;-1"])
    #expect(
      texts(try await receive([Part(text: "b", number: 2, stamp: 3601)])) == ["a1;-1", "b1;b2;"]
    )
  }
}
