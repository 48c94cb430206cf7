internal import Messaging
internal import ModemModel
internal import TransferLayer

/// A long message that a customer writes, and what the network does to its parts.
struct LongReply: Sendable, Equatable {
  /// What becomes of a part.
  struct Part: Sendable, Equatable {
    /// When it arrives, after the message was written: twice, once or never.
    var arrivals: [Duration]
  }

  /// What it is called in the text of each part.
  var tag: Int
  /// Who writes it.
  var person: Int
  /// Whom the SIM belongs to that it goes to.
  var modem: Int
  /// The concatenation reference.
  var reference: UInt16
  /// How far apart the service centre gets the parts.
  var pace: Duration
  var parts: [Part]

  /// What the text of a part is: a mark that tells the message and the number.
  func text(_ number: Int) -> String { "[\(tag).\(number)]" }

  /// When the service centre stamps a part of what was written at a time.
  func stamp(_ number: Int, writtenAt time: Timestamp) -> Timestamp {
    time + .seconds(pace.components.seconds * Int64(number - 1))
  }
}

extension FaultProfile {
  /// In most runs customers write long messages, some with a reference that they always use.
  mutating func addLongReplies(using random: inout SplitMix64) {
    guard random.chance(70) else { return }
    let isConstant = random.chance(60)
    for tag in 0..<Int.random(in: 1...6, using: &random) {
      let reply = LongReply(
        tag: tag,
        person: Int.random(in: 0..<recipients, using: &random),
        modem: Int.random(in: modems.indices, using: &random),
        reference: isConstant ? 7 : UInt16(tag),
        pace: .seconds(Int64.random(in: 0...5, using: &random)),
        parts: (0..<Int.random(in: 2...4, using: &random)).map { _ in part(using: &random) }
      )
      add(.longReply(reply), using: &random)
    }
  }

  private func part(using random: inout SplitMix64) -> LongReply.Part {
    let delay = { (random: inout SplitMix64) in
      Duration.seconds(
        random.chance(60)
          ? Int64.random(in: 0...9, using: &random) : .random(in: 10...1500, using: &random)
      )
    }
    let times = random.chance(10) ? 0 : random.chance(25) ? 2 : 1
    return LongReply.Part(arrivals: (0..<times).map { _ in delay(&random) })
  }
}

extension FaultRun {
  mutating func send(_ reply: LongReply) {
    let written = now
    oracle.customerWrote(reply, at: written)
    for (index, part) in reply.parts.enumerated() {
      let unit = Self.unit(reply, number: index + 1, from: oracle.people[reply.person], written)
      for delay in part.arrivals {
        handle(
          world.operate(at: now) { centre, _ in
            centre.send(transferUnit: unit, to: reply.modem, at: written + delay)
          }
        )
      }
    }
  }

  private static func unit(
    _ reply: LongReply,
    number: Int,
    from sender: PhoneNumber,
    _ written: Timestamp
  ) -> [UInt8] {
    let place = Concatenation(
      reference: reply.reference,
      total: UInt8(reply.parts.count),
      sequence: UInt8(number)
    )
    return SMSDeliver(
      originatingAddress: TPAddress(sender),
      serviceCentreTimeStamp: ServiceCentreTimeStamp(reply.stamp(number, writtenAt: written)),
      dataCodingScheme: DataCodingScheme(rawValue: 8),
      userDataHeader: UserDataHeader(elements: [InformationElement(place)]),
      userData: .octets(octets(reply.text(number)))
    ).encoded()
  }

  /// A text in UCS-2.
  private static func octets(_ text: String) -> [UInt8] {
    text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
  }

  /// Every part that came is given out once, and nothing that could be told apart is mixed.
  mutating func judgeLongReplies(_ tables: ModelTables) {
    let texts = tables.inbound.map(\.text)
    for (reply, _) in oracle.longReplies {
      for (index, part) in reply.parts.enumerated() {
        let mark = reply.text(index + 1)
        let found = texts.reduce(0) { $0 + $1.occurrences(of: mark) }
        // A copy that lay in a modem while SIMs changed places may be taken for another SIM's.
        let octets = Self.octets(mark)
        let sims = Set(
          tables.parts.map(\.part).filter { $0.rawPDU.contains(octets) }.map(\.iccid)
        )
        if part.arrivals.isEmpty ? found != 0 : found != max(sims.count, 1) {
          oracle.fail(.parts, "\(mark), sent \(part.arrivals.count) times, is there \(found) times")
        }
      }
    }
    for message in tables.inbound where message.missing == 0 {
      let contained = oracle.longReplies.filter { message.text.contains("[\($0.reply.tag).") }
      for (place, one) in contained.enumerated() {
        for other in contained[(place + 1)...] where Self.canBeTold(one, other) {
          oracle.fail(.parts, "\"\(message.text)\" is of two messages")
        }
      }
    }
  }

  private static func canBeTold(
    _ one: (reply: LongReply, at: Timestamp),
    _ other: (reply: LongReply, at: Timestamp)
  ) -> Bool {
    let apart = one.at < other.at ? other.at - one.at : one.at - other.at
    return one.reply.reference != other.reply.reference || one.reply.person != other.reply.person
      || one.reply.parts.count != other.reply.parts.count
      || apart > PartialMessage.longestSpan + .seconds(60)
  }
}

extension String {
  /// How often something stands in it.
  fileprivate func occurrences(of mark: String) -> Int {
    var count = 0
    var rest = self[...]
    while let range = rest.firstRange(of: mark) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
