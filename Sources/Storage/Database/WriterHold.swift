// For tests of the watchdog, and not in release builds.
#if DEBUG
  extension MessageStore {
    /// Runs something on the writer's own queue, which does nothing else meanwhile.
    public func hold(_ body: @escaping @Sendable () -> Void) {
      writer.hold(body)
    }
  }

  extension GroupCommit {
    fileprivate func hold(_ body: @escaping @Sendable () -> Void) {
      Task {
        _ = try? await write { _ in body() }
      }
    }
  }
#endif
