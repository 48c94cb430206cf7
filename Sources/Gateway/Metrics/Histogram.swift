/// Counts of values that fell into buckets.
struct Histogram: Hashable, Sendable {
  /// The upper bounds, ascending.
  let bounds: [Double]
  private var counts: [Int]
  private var sum = 0.0

  init(bounds: [Double]) {
    self.bounds = bounds
    counts = Array(repeating: 0, count: bounds.count + 1)
  }

  mutating func add(_ value: Double) {
    counts[bounds.firstIndex { value <= $0 } ?? bounds.count] += 1
    sum += value
  }

  /// The samples of a family of the kind `histogram`.
  func samples(labels: [MetricFamily.Label]) -> [MetricFamily.Sample] {
    var total = 0
    var samples: [MetricFamily.Sample] = []
    for (place, count) in counts.enumerated() {
      total += count
      let bound = place < bounds.count ? "\(bounds[place])" : "+Inf"
      samples.append(.init(Double(total), labels: labels + [.init("le", bound)], suffix: "_bucket"))
    }
    samples.append(.init(sum, labels: labels, suffix: "_sum"))
    samples.append(.init(Double(total), labels: labels, suffix: "_count"))
    return samples
  }
}
