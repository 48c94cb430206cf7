internal import LocalAPI
internal import Logging
internal import Messaging
internal import Storage

// The configuration: POST /v1/config/reload, and SIGHUP.
extension GatewayControl {
  func reloadConfiguration(by submitter: Submitter) async throws -> ReloadAnswer {
    do {
      return try reload(who: submitter.account)
    } catch {
      throw ProblemDocument(
        .invalid,
        "\(error)\nnothing has changed: the configuration from before stays in force",
        field: error.faults.first?.key
      )
    }
  }

  /// Reads the configuration anew, says in the log what has changed, and tells those who listen.
  ///
  /// - Parameter who: Who wants it, for the log.
  /// - Returns: What has changed.
  /// - Throws: `ConfigurationError`; nothing has changed then.
  @discardableResult
  func reload(who: String) throws(ConfigurationError) -> ReloadAnswer {
    let change: ConfigurationChange
    do {
      change = try configuration.reload()
    } catch {
      logger.error(
        "the configuration was not reloaded",
        metadata: ["by": "\(who)", "error": "\(error)"]
      )
      throw error
    }
    let count = change.applied.count
    logger.notice("configuration reloaded", metadata: ["by": "\(who)", "changes": "\(count)"])
    for sentence in change.applied { logger.info("configuration: \(sentence)") }
    for sentence in change.needsRestart {
      logger.warning("configuration: \(sentence), after a restart")
    }
    if !change.isEmpty {
      notices.post(
        Notice(
          type: "config.reloaded",
          summary: "the configuration has changed in \(count) place\(count == 1 ? "" : "s")",
          at: clock.now
        )
      )
    }
    return ReloadAnswer(changes: change.applied, needsRestart: change.needsRestart)
  }
}
