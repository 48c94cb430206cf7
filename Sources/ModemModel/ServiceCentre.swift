public import Messaging

/// How the network and its service centre behave.
public struct NetworkBehaviour: Equatable, Sendable {
  /// What a resubmission with TP-RD = 1 and a known TP-MR gets, 3GPP TS 23.040 §9.2.3.25.
  public enum DuplicateHandling: Equatable, Sendable {
    /// RP-ERROR with TP-FCS 0xC5.
    case refused
    /// RP-ACK, and the message is not forwarded again.
    case acknowledged
    /// It is a message like any other.
    case ignored
  }

  /// How long after acceptance a status report goes out, where one is wanted; nil: never.
  public var reportDelay: Duration?
  /// TP-ST of the reports, §9.2.3.15.
  public var reportStatus: UInt8
  /// TP-ST of the reports for some recipients, by number.
  public var reportStatuses: [String: UInt8]
  /// What a duplicate gets.
  public var duplicates: DuplicateHandling
  /// How long the service centre waits before it tries a modem again that did not acknowledge.
  public var retryInterval: Duration
  /// The zone of time stamps, in quarters of an hour from UTC, §9.2.3.11.
  public var quarterHoursFromUTC: Int

  /// A network; one without status reports, if nothing is said.
  public init(
    reportDelay: Duration? = nil,
    reportStatus: UInt8 = 0,
    reportStatuses: [String: UInt8] = [:],
    duplicates: DuplicateHandling = .refused,
    retryInterval: Duration = .seconds(5),
    quarterHoursFromUTC: Int = 0
  ) {
    self.reportDelay = reportDelay
    self.reportStatus = reportStatus
    self.reportStatuses = reportStatuses
    self.duplicates = duplicates
    self.retryInterval = retryInterval
    self.quarterHoursFromUTC = quarterHoursFromUTC
  }
}

/// The service centre that all modems share: what it has accepted, and what it has for them.
public struct ServiceCentre: Sendable {
  /// Its address, digits in international form without `+`.
  public static let address = "447785016005"

  /// How it behaves.
  public var behaviour: NetworkBehaviour
  /// What it has accepted, in order.
  public private(set) var record: [AcceptedSegment] = []
  /// What is on its way to modems and what waits for them.
  var deliveries = DeliveryQueue()

  private var customers = Customers()
  private var nextIncomingReference: UInt8 = 1

  /// A service centre with an empty record.
  public init(behaviour: NetworkBehaviour = NetworkBehaviour()) {
    self.behaviour = behaviour
  }

  /// How many TPDUs wait for modems.
  public var waitingCount: Int { deliveries.count }

  /// Adds a customer who answers messages.
  public mutating func add(_ rule: CustomerRule) {
    customers.add(rule)
  }

  /// Takes a submission.
  ///
  /// - Parameters:
  ///   - submission: The segment.
  ///   - modem: The number of the modem that it comes from, counted from 0.
  ///   - name: The modem's name.
  ///   - iccid: The SIM's serial number.
  ///   - time: When.
  /// - Returns: The answer, and the entry of the record where there is a new one.
  mutating func take(
    _ submission: Submission,
    from modem: Int,
    named name: String,
    iccid: String,
    at time: Timestamp
  ) -> (verdict: SubmissionVerdict, accepted: AcceptedSegment?) {
    guard let view = SubmissionView(submission.transferUnit) else {
      return (.refused(cause: 111), nil)
    }
    let stamp = TransferUnits.timeStamp(time, quarterHours: behaviour.quarterHoursFromUTC)
    if view.rejectDuplicates, behaviour.duplicates != .ignored,
      isDuplicate(submission, of: view, iccid: iccid)
    {
      return behaviour.duplicates == .acknowledged
        ? (.accepted(timeStamp: stamp), nil) : (.refused(cause: 0xC5), nil)
    }
    let segment = view.segment(
      of: submission,
      sequence: record.count + 1,
      modem: name,
      iccid: iccid,
      at: time
    )
    record.append(segment)
    report(segment, view, stamp, to: modem, serviceCentre: submission.serviceCentre, at: time)
    for rule in customers.rulesSetOff(by: segment) {
      send(rule.answer, from: rule.number, to: modem, at: time + rule.delay)
    }
    return (.accepted(timeStamp: stamp), segment)
  }

  /// Whether the segment was accepted before: same SIM, recipient and TP-MR, lately.
  private func isDuplicate(
    _ submission: Submission,
    of view: SubmissionView,
    iccid: String
  ) -> Bool {
    record.suffix(1000).contains {
      $0.iccid == iccid && $0.messageReference == submission.messageReference
        && $0.recipient == view.recipient
    }
  }

  private mutating func report(
    _ segment: AcceptedSegment,
    _ view: SubmissionView,
    _ stamp: [UInt8],
    to modem: Int,
    serviceCentre: String,
    at time: Timestamp
  ) {
    guard let delay = behaviour.reportDelay, segment.statusReportRequest else { return }
    let status = behaviour.reportStatuses[segment.recipient] ?? behaviour.reportStatus
    sendReport(
      of: segment,
      status: status,
      acceptedAt: stamp,
      to: modem,
      serviceCentre: serviceCentre,
      at: time + delay
    )
  }

  private mutating func sendReport(
    of segment: AcceptedSegment,
    status: UInt8,
    acceptedAt stamp: [UInt8],
    to modem: Int,
    serviceCentre: String,
    at time: Timestamp
  ) {
    let unit = TransferUnits.statusReport(
      reference: segment.messageReference,
      recipient: segment.recipient,
      acceptedAt: stamp,
      dischargedAt: TransferUnits.timeStamp(time, quarterHours: behaviour.quarterHoursFromUTC),
      status: status
    )
    let delivery = Delivery(
      transferUnit: unit,
      isStatusReport: true,
      messageClass: nil,
      serviceCentre: serviceCentre
    )
    deliveries.schedule(delivery, to: modem, at: time)
  }

  /// Sends a status report of a segment, whether it was asked for or not.
  ///
  /// - Parameters:
  ///   - sequence: The segment's place in the record, counted from 1.
  ///   - status: TP-ST.
  ///   - modem: The modem that gets it.
  ///   - time: When it goes out.
  /// - Returns: False where there is no such segment.
  public mutating func report(
    _ sequence: Int,
    status: UInt8,
    to modem: Int,
    at time: Timestamp
  ) -> Bool {
    guard record.indices.contains(sequence - 1) else { return false }
    let segment = record[sequence - 1]
    let zone = behaviour.quarterHoursFromUTC
    sendReport(
      of: segment,
      status: status,
      acceptedAt: TransferUnits.timeStamp(segment.time, quarterHours: zone),
      to: modem,
      serviceCentre: Self.address,
      at: time
    )
    return true
  }

  /// Sends a text to a modem, in as many segments as it takes.
  ///
  /// - Parameters:
  ///   - text: The text; UCS-2 where the default alphabet does not hold it.
  ///   - sender: The sender's number, or a name.
  ///   - modem: The number of the modem, counted from 0.
  ///   - messageClass: The message class; nil for none.
  ///   - time: When it arrives.
  public mutating func send(
    _ text: String,
    from sender: String,
    to modem: Int,
    messageClass: UInt8? = nil,
    at time: Timestamp
  ) {
    let units = TransferUnits.deliver(
      text: text,
      from: sender,
      messageClass: messageClass,
      timeStamp: TransferUnits.timeStamp(time, quarterHours: behaviour.quarterHoursFromUTC),
      reference: nextIncomingReference
    )
    if units.count > 1 { nextIncomingReference &+= 1 }
    for unit in units {
      send(transferUnit: unit, to: modem, messageClass: messageClass, at: time)
    }
  }

  /// Sends a TPDU to a modem as it is.
  ///
  /// - Parameters:
  ///   - unit: The SMS-DELIVER.
  ///   - modem: The number of the modem, counted from 0.
  ///   - messageClass: The message class that it bears; nil for none.
  ///   - time: When it arrives.
  public mutating func send(
    transferUnit unit: [UInt8],
    to modem: Int,
    messageClass: UInt8? = nil,
    at time: Timestamp
  ) {
    let delivery = Delivery(
      transferUnit: unit,
      isStatusReport: false,
      messageClass: messageClass,
      serviceCentre: Self.address
    )
    deliveries.schedule(delivery, to: modem, at: time)
  }
}
