import Foundation
import Testing

/// What the documentation gives those who watch over a gateway, held against what it exports.
@Suite(.ownThreads, .timeLimit(.minutes(2))) struct MonitoringTests {
  private static let documents = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("docs")

  /// The metrics that a text names; a histogram by its family.
  private static func names(in text: String) -> Set<String> {
    Set(
      text.matches(of: #/\bhermod_[a-z_]+[a-z]\b/#).map {
        String($0.0).replacing(#/_(bucket|sum|count)$/#, with: "")
      }
    )
  }

  @Test
  func
    `Every metric that rules, dashboard and documentation name is exported, and none is missing`()
    throws
  {
    let receiver = try WebhookReceiver()
    defer { receiver.stop() }
    let secret = NSTemporaryDirectory() + "hermod-secret-\(UUID().uuidString)"
    try "0123456789abcdef\n".write(toFile: secret, atomically: true, encoding: .utf8)
    let laboratory = try Laboratory(
      modems: 1,
      options: ["--submit-latency", "10ms"],
      tables: """
        [[webhook]]
        url = "http://127.0.0.1:\(receiver.port)/"
        secret_file = "\(secret)"
        """
    )
    try laboratory.start(untilReady: 1)
    try laboratory.drop("a", "To: +447700900123\n\nhello\n")
    try laboratory.simulate("receive modem1 +447700900555 hello")
    try laboratory.eventually("both are counted") {
      let metrics = try laboratory.metrics()
      return metrics.contains("hermod_received_total{")
        && metrics.contains("hermod_submit_seconds_count{")
        && metrics.contains(#"hermod_messages_total{class="notification",state="sent"} 1"#)
        && metrics.contains(#"hermod_attempts_total{modem="modem1",outcome="accepted"} 1"#)
    }
    let metrics = try laboratory.metrics()
    let exported = Set(
      metrics.split(separator: "\n").filter { $0.hasPrefix("# TYPE ") }
        .compactMap { $0.split(separator: " ").dropFirst(2).first.map(String.init) }
    )
    for name in ["alerts.yml", "grafana-dashboard.json", "monitoring.md"] {
      let file = Self.documents.appendingPathComponent(name)
      let named = Self.names(in: try String(contentsOf: file, encoding: .utf8))
      #expect(named.count > 10, "\(name)")
      #expect(named.subtracting(exported) == [], "\(name)")
    }
    let page = Self.documents.appendingPathComponent("monitoring.md")
    let described = Self.names(in: try String(contentsOf: page, encoding: .utf8))
    #expect(exported.subtracting(described) == [])
    #expect(metrics.contains(#"hermod_submit_seconds_bucket{modem="modem1",le="+Inf"} 1"#))
  }
}
