internal import ATProtocol
internal import LocalAPI
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
  /// What a session is told at its start; asked anew for each.
  let settings: @Sendable () -> SessionSettings
  let services: ModemServices
  let group: any EventLoopGroup
  /// Whether other speeds are tried where nothing answers: a serial line, and not USB.
  var findsSpeed = false

  /// How long to wait after each failure in a row; the last for all that follow.
  static let pauses: [Duration] = [
    .seconds(1), .seconds(2), .seconds(5), .seconds(10), .seconds(30), .seconds(60),
  ]

  /// Runs until the task is cancelled.
  func run() async {
    var ladder = RecoveryLadder()
    var speeds = LineSpeeds(configured: serial.baud, isAutomatic: findsSpeed)
    var place = 0
    while !Task.isCancelled {
      let path = ports[place % ports.count]
      var serial = serial
      serial.baud = speeds.current
      do {
        let port = try await SerialPort.open(path: path, configuration: serial, on: group)
        slot.found(device: path)
        for warning in port.warnings { slot.logger.debug("\(warning)") }
        var settings = settings()
        settings.restartsFirst = ladder.mayRestart(at: .now)
        let end = await drive(port, settings)
        ladder.ended(end, at: .now)
        // A session that was asked to end has found the right port.
        if !end.wasReady, end.failure != nil { place += 1 }
        speeds.note(end)
        if let failure = end.failure, failure != .restarting {
          slot.show(.init(failure, until: services.clock.now + pause(ladder.failures)))
        }
      } catch {
        // Looking for a device that is not there costs nothing, so it is looked for often.
        ladder.couldNotOpen(isAbsent: error.isAbsence)
        place += 1
        show(error, retryingIn: pause(ladder.failures))
      }
      if Task.isCancelled { return }
      // The other ports of a device are tried at once.
      guard place.isMultiple(of: ports.count) else { continue }
      try? await Task.sleep(for: pause(ladder.failures))
    }
  }

  private func pause(_ failures: Int) -> Duration {
    Self.pauses[min(max(failures - 1, 0), Self.pauses.count - 1)]
  }

  /// Drives the open port until its session ends.
  ///
  /// - Returns: How the session ended.
  private func drive(
    _ port: SerialPort,
    _ settings: SessionSettings
  ) async -> ModemDriver.End {
    let driver = ModemDriver(port: port, slot: slot, settings: settings, services: services)
    let slot = slot
    // The driver is not cancelled: it is told to finish, and finishes what is in flight.
    let task = Task(executorPreference: driver.executor) {
      var driver = driver
      return await driver.run()
    }
    let end = await withTaskCancellationHandler {
      await task.value
    } onCancel: {
      slot.finish()
    }
    return end
  }

  private func show(_ error: SerialPortError, retryingIn pause: Duration) {
    let state: ModemView.State = error.isAbsence ? .absent : .failed
    slot.show(
      .init(
        state: state,
        reason: "\(error)",
        code: error.code,
        until: services.clock.now + pause
      )
    )
  }
}

extension SerialPortError {
  /// The word for programs; nil where there is none of its own.
  fileprivate var code: ModemView.ReasonCode? {
    switch self {
    case .busy: .portBusy
    case .permissionDenied: .portPermission
    case .absent, .notATerminal, .unsupportedBaud, .writeTimedOut, .writeQueueFull, .closed,
      .system:
      nil
    }
  }

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
    case .keepsFailing:
      self.init(
        state: .recovering,
        reason: "it keeps leaving commands unanswered; the port is opened anew",
        until: until
      )
    case .restarting:
      self.init(state: .recovering, reason: "it is starting anew", until: until)
    case .hangUp:
      self.init(state: .absent, reason: "the port hung up: was it unplugged?", until: until)
    }
  }
}
