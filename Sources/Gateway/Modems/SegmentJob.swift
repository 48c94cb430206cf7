internal import ATProtocol
internal import Messaging
internal import QueuePolicy
internal import Storage
internal import TransferLayer

/// A message in hand: its segments as SMS-SUBMITs.
struct SegmentJob: Sendable {
  let message: ClaimedMessage
  /// The SIM that sends it.
  let iccid: ICCID
  let isBacklog: Bool
  private let submits: [SMSSubmit]

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
  }

  /// The message as the desk has it in hand.
  var work: SubmissionDesk<AttemptID>.Work {
    SubmissionDesk.Work(
      message: message.id,
      segment: message.nextSegment,
      segmentCount: submits.count
    )
  }

  /// A segment, as the session submits it; nil where there is none.
  ///
  /// - Parameters:
  ///   - segment: Its place, from 1.
  ///   - token: The driver's name for the attempt.
  /// - Returns: The segment.
  func submission(of segment: Int, token: UInt64) -> SegmentSubmission? {
    guard submits.indices.contains(segment - 1) else { return nil }
    let pdu = ServiceCentrePDU(tpdu: .submit(submits[segment - 1]))
    return SegmentSubmission(
      token: token,
      length: pdu.length,
      hexadecimal: pdu.hexadecimal,
      hasMore: segment < submits.count || isBacklog
    )
  }
}
