import FakeGateway
import LocalAPI
import Messaging
import Testing

@testable import Gateway

/// The text format of Prometheus, version 0.0.4.
@Suite struct HTTPMetricsTests {
  @Test func `labels and help are escaped`() {
    let family = MetricFamily(
      name: "hermod_test_total",
      help: "One \\ two\nthree \"four\"",
      kind: .counter,
      samples: [
        .init(3, labels: [.init("modem", "a\"b\\c\nd"), .init("class", "otp")]),
        .init(0.25, suffix: "_sum"),
        .init(.infinity),
      ]
    )
    #expect(
      MetricsPage.text(of: [family]) == #"""
        # HELP hermod_test_total One \\ two\nthree "four"
        # TYPE hermod_test_total counter
        hermod_test_total{modem="a\"b\\c\nd",class="otp"} 3
        hermod_test_total_sum 0.25
        hermod_test_total +Inf

        """#
    )
  }

  @Test func `modems and queue are measured`() async throws {
    let gateway = FakeGateway()
    await gateway.change { gateway in
      gateway.report.modems = [
        ModemView(name: "a", state: .ready, signalDBm: -71, registration: "home", sentToday: 3),
        ModemView(name: "b", state: .failed),
      ]
      gateway.report.queue = QueueSummary(classes: [
        ClassSummary(messageClass: .otp, states: StateCounts([.queued: 2]), oldestSeconds: 7)
      ])
    }
    try await RunningServer.with(gateway: gateway) { server in
      let reply = await RawHTTP.send("GET", "/metrics", to: server.socket)
      #expect(reply.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
      let lines = reply.body.split(separator: "\n")
      for expected in [
        "hermod_up 1",
        #"hermod_queue_messages{class="otp",state="queued"} 2"#,
        #"hermod_queue_oldest_seconds{class="otp"} 7"#,
        #"hermod_modem_ready{modem="a"} 1"#,
        #"hermod_modem_ready{modem="b"} 0"#,
        #"hermod_modem_signal_dbm{modem="a"} -71"#,
        #"hermod_modem_sent_today{modem="a"} 3"#,
      ] {
        #expect(lines.contains(expected[...]), "\(expected)")
      }
    }
  }
}
