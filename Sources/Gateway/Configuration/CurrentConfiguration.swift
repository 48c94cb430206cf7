internal import Synchronization

/// The configuration in force: the one place from which services read it, each time that they need it.
public final class CurrentConfiguration: Sendable {
  private struct Contents {
    var file: ConfigurationFile
    var next = 0
    var followers: [Int: AsyncStream<GatewayConfiguration>.Continuation] = [:]
  }

  /// Reads the file anew; nil where nothing can be read anew.
  private let source: (@Sendable () throws(ConfigurationError) -> ConfigurationFile)?
  private let contents: Mutex<Contents>

  /// A configuration that stays as it is.
  ///
  /// - Parameter configuration: The values.
  public init(_ configuration: GatewayConfiguration) {
    source = nil
    contents = Mutex(Contents(file: ConfigurationFile(configuration)))
  }

  /// A configuration that can be read anew.
  ///
  /// - Parameter source: Reads it; called once now, and for every reload.
  /// - Throws: `ConfigurationError` with everything that is wrong.
  public init(
    source: @escaping @Sendable () throws(ConfigurationError) -> ConfigurationFile
  ) throws(ConfigurationError) {
    self.source = source
    contents = Mutex(Contents(file: try source()))
  }

  /// The values in force.
  public var current: GatewayConfiguration { contents.withLock { $0.file.configuration } }

  /// The values of every reload from now on that changed something; of several that nobody took,
  /// the last.
  func changes() -> AsyncStream<GatewayConfiguration> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: GatewayConfiguration.self,
      bufferingPolicy: .bufferingNewest(1)
    )
    let key = contents.withLock { contents in
      contents.next += 1
      contents.followers[contents.next] = continuation
      return contents.next
    }
    continuation.onTermination = { [weak self] _ in
      self?.contents.withLock { $0.followers[key] = nil }
    }
    return stream
  }

  /// Reads the file anew and puts it in force, all of it but what cannot change while the daemon
  /// runs.
  ///
  /// - Returns: What has changed.
  /// - Throws: `ConfigurationError` with everything that is wrong; nothing has changed then.
  func reload() throws(ConfigurationError) -> ConfigurationChange {
    guard let source else { return ConfigurationChange() }
    let new = try source()
    let (change, followers) = contents.withLock { contents in
      let change = ConfigurationChange(from: contents.file, to: new)
      contents.file = new.keepingFixed(from: contents.file)
      return (change, change.isEmpty ? [] : Array(contents.followers.values))
    }
    let current = current
    for follower in followers { follower.yield(current) }
    return change
  }
}
