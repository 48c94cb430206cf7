/// Samples of one metric, in the text format of Prometheus.
public struct MetricFamily: Hashable, Sendable {
  /// What kind of metric it is.
  public enum Kind: String, Hashable, Sendable {
    /// A number that only grows.
    case counter
    /// A number that goes up and down.
    case gauge
    /// Counts of what fell into buckets.
    case histogram
  }

  /// One number.
  public struct Sample: Hashable, Sendable {
    /// What is put behind the name of the family: nothing, or `_bucket`, `_sum`, `_count`.
    public var suffix: String
    /// Names and values, in the order in which they are written.
    public var labels: [Label]
    /// The number.
    public var value: Double

    /// A number.
    public init(_ value: Double, labels: [Label] = [], suffix: String = "") {
      self.suffix = suffix
      self.labels = labels
      self.value = value
    }
  }

  /// What tells one sample of a family from another.
  public struct Label: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its value.
    public var value: String

    /// A label.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The name: `hermod_`, what is counted, the unit.
  public var name: String
  /// What it tells, in a sentence.
  public var help: String
  /// What kind of metric it is.
  public var kind: Kind
  /// The numbers.
  public var samples: [Sample]

  /// A family of samples.
  public init(name: String, help: String, kind: Kind, samples: [Sample]) {
    self.name = name
    self.help = help
    self.kind = kind
    self.samples = samples
  }
}
