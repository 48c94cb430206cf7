internal import ATProtocol
internal import Messaging
internal import Storage
internal import TransferLayer

/// A message in hand: its segments as SMS-SUBMITs, and how far the modem has come with them.
struct SegmentJob: Sendable {
  let message: ClaimedMessage
  /// The SIM that sends it.
  let iccid: ICCID
  let isBacklog: Bool
  private let submits: [SMSSubmit]
  /// The segment that is being submitted, from 1.
  private(set) var segment: Int

  /// Builds the segments of a message.
  ///
  /// - Parameters:
  ///   - assignment: The message.
  ///   - now: The time; what remains of the message's validity becomes TP-VP.
  /// - Throws: `SegmentationError` where the message cannot be coded, which acceptance has checked.
  init(_ assignment: Dispatcher.Assignment, at now: Timestamp) throws {
    message = assignment.message
    iccid = assignment.iccid
    isBacklog = assignment.isBacklog
    submits = try MessageCoding.submits(message, at: now)
    segment = message.nextSegment
  }

  /// Whether another segment of this message follows the current one.
  var hasNext: Bool { segment < submits.count }

  /// Goes on to the next segment.
  mutating func advance() {
    segment += 1
  }

  /// The current segment, as the session submits it; nil where there is none.
  ///
  /// - Parameter token: The driver's name for the attempt.
  /// - Returns: The segment.
  func submission(token: UInt64) -> SegmentSubmission? {
    guard submits.indices.contains(segment - 1) else { return nil }
    let pdu = ServiceCentrePDU(tpdu: .submit(submits[segment - 1]))
    return SegmentSubmission(
      token: token,
      length: pdu.length,
      hexadecimal: pdu.hexadecimal,
      hasMore: hasNext || isBacklog
    )
  }
}
