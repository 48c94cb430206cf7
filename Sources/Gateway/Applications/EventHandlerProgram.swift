internal import Messaging
internal import Storage
internal import Subprocess
internal import SystemPackage

/// The program that is called for every file, as SMS Server Tools 3 calls its event handler.
struct EventHandlerProgram: Sendable {
  let path: String
  let timeLimit: Duration

  /// How a call ended.
  enum Ending: Hashable, Sendable {
    case exited(Int32)
    case signalled(Int32)
    case tooLong
    case notStarted(String)
  }

  /// Runs it: directly and not through a shell, with an environment of its own, without an input,
  /// and in a process group that ends with it.
  ///
  /// - Parameter call: What it is told.
  /// - Returns: How it ended.
  func run(_ call: HandlerCall) async -> Ending {
    await withTaskGroup(of: Ending?.self) { group in
      group.addTask { await start(call) }
      group.addTask {
        try? await Task.sleep(for: timeLimit)
        return Task.isCancelled ? nil : .tooLong
      }
      var ending = Ending.tooLong
      for await first in group {
        guard let first else { continue }
        ending = first
        break
      }
      // Ends the program where it still runs: SIGTERM, and two seconds later SIGKILL.
      group.cancelAll()
      return ending
    }
  }

  private func start(_ call: HandlerCall) async -> Ending? {
    var arguments = [call.kind.rawValue, call.file]
    if let reference = call.reference { arguments.append(String(reference)) }
    var options = PlatformOptions()
    options.processGroupID = 0
    options.teardownSequence = [
      .gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .seconds(2))
    ]
    do {
      let result = try await Subprocess.run(
        .path(FilePath(path)),
        arguments: Arguments(arguments),
        environment: .custom([
          "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
          "LANG": "C.UTF-8", "HERMOD_MESSAGE_ID": call.message.description,
        ]),
        workingDirectory: "/",
        platformOptions: options,
        output: .discarded,
        // What it complains about stands in the gateway's own log.
        error: .fileDescriptor(.standardError, closeAfterSpawningProcess: false)
      )
      switch result.terminationStatus {
      case .exited(let code): return .exited(code)
      case .signaled(let signal): return .signalled(signal)
      }
    } catch is CancellationError {
      return nil
    } catch {
      return .notStarted("\(error)")
    }
  }
}
