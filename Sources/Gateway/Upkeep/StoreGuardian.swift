internal import ServiceLifecycle
internal import Storage

/// Ends the gateway when its database has failed for good: what the disk holds is no longer known.
struct StoreGuardian: Service {
  let health: StoreHealth

  func run() async throws {
    // Cancelled where another service could not start.
    await withGracefulShutdownHandler {
      await withTaskCancellationHandler {
        _ = await health.failure()
      } onCancel: {
        Task { await health.close() }
      }
    } onGracefulShutdown: {
      Task { await health.close() }
    }
  }
}
