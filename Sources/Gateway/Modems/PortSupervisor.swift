internal import ATProtocol
internal import Logging
internal import Messaging
internal import NIOCore
internal import SerialIO
internal import Storage

/// Keeps one modem going: opens its port, drives it, and tries again after a pause when it fails.
struct PortSupervisor: Sendable {
  /// The ports to try for commands, best first.
  let ports: [String]
  let serial: SerialConfiguration
  let slot: ModemSlot
  let settings: SessionSettings
  let services: ModemServices
  let group: any EventLoopGroup

  /// How long to wait after each failure in a row; the last for all that follow.
  static let pauses: [Duration] = [
    .seconds(1), .seconds(2), .seconds(5), .seconds(10), .seconds(30), .seconds(60),
  ]

  /// Runs until the task is cancelled.
  func run() async {
    var failures = 0
    var place = 0
    var settings = settings
    while !Task.isCancelled {
      let path = ports[place % ports.count]
      do {
        let port = try await SerialPort.open(path: path, configuration: serial, on: group)
        slot.found(device: path)
        for warning in port.warnings { slot.logger.debug("\(warning)") }
        let wasReady = await drive(port, &settings)
        failures = wasReady ? 0 : failures + 1
        if !wasReady { place += 1 }
      } catch {
        // Looking for a device that is not there costs nothing, so it is looked for often.
        failures = error.isAbsence ? 0 : failures + 1
        place += 1
        show(error, retryingIn: pause(failures))
      }
      if Task.isCancelled { return }
      // The other ports of a device are tried at once.
      guard place.isMultiple(of: ports.count) else { continue }
      try? await Task.sleep(for: pause(failures))
    }
  }

  private func pause(_ failures: Int) -> Duration {
    Self.pauses[min(max(failures - 1, 0), Self.pauses.count - 1)]
  }

  /// Drives the open port until its session ends.
  ///
  /// - Returns: Whether the modem became ready meanwhile.
  private func drive(_ port: SerialPort, _ settings: inout SessionSettings) async -> Bool {
    let unresolved = await services.unresolved.attempt(on: slot.view, at: services.clock.now)
    let driver = ModemDriver(port: port, slot: slot, settings: settings, services: services)
    let slot = slot
    // The driver is not cancelled: it is told to finish, and finishes what is in flight.
    let task = Task {
      var driver = driver
      return await driver.run(unresolved: unresolved)
    }
    let end = await withTaskCancellationHandler {
      await task.value
    } onCancel: {
      slot.finish()
    }
    // A PIN that has been handed to a SIM is not handed to it again by this process.
    if end.hasTriedPIN { settings.pin = nil }
    if let failure = end.failure {
      let pause = pause(end.wasReady ? 1 : 2)
      slot.show(.init(failure, until: services.clock.now + pause))
    }
    return end.wasReady
  }

  private func show(_ error: SerialPortError, retryingIn pause: Duration) {
    let state: ModemSlot.Condition.State = error.isAbsence ? .absent : .failed
    slot.show(.init(state: state, reason: "\(error)", until: services.clock.now + pause))
  }
}

extension SerialPortError {
  /// Whether the device is simply not there.
  fileprivate var isAbsence: Bool {
    switch self {
    case .absent: true
    case .busy, .permissionDenied, .notATerminal, .unsupportedBaud, .writeTimedOut,
      .writeQueueFull, .closed, .system:
      false
    }
  }
}

extension ModemSlot.Condition {
  /// What an operator sees after a session has failed.
  init(_ failure: SessionFailure, until: Timestamp) {
    switch failure {
    case .noAnswer(let command):
      self.init(state: .failed, reason: "no answer to \(command)", until: until)
    case .noPDUMode:
      self.init(state: .failed, reason: "the modem does not know PDU mode", until: until)
    case .hangUp:
      self.init(state: .absent, reason: "the port hung up: was it unplugged?", until: until)
    }
  }
}
