internal import ServiceLifecycle
internal import UnixSignals

/// Reads the configuration anew on SIGHUP, and lets the log follow it whoever had it read.
struct ReloadService: Service {
  let control: GatewayControl
  let log: GatewayLog?

  func run() async throws {
    let signals = await UnixSignalsSequence(trapping: .sighup)
    let changes = control.configuration.changes()
    await cancelWhenGracefulShutdown {
      await withDiscardingTaskGroup { group in
        group.addTask { for await change in changes { log?.follow(change.log) } }
        for await _ in signals { _ = try? control.reload(who: "SIGHUP") }
      }
    }
  }
}
