internal import LocalAPI
internal import Messaging
internal import Storage

// GET /v1/traffic.
extension GatewayControl {
  func traffic(hours: Int) async throws -> TrafficView {
    let length = MessageStore.trafficStep.components.seconds * 1000
    let now = clock.now.milliseconds
    let first = (now - Int64(hours) * 3_600_000) / length + 1
    let tallies = try await stored { () async throws(StoreError) in
      try await store.traffic(since: Timestamp(milliseconds: first * length))
    }
    var steps = (first...(now / length)).map { step in
      TrafficView.Step(at: WireTime(Timestamp(milliseconds: step * length)))
    }
    for tally in tallies {
      let place = Int(tally.from.milliseconds / length - first)
      guard steps.indices.contains(place) else { continue }
      steps[place].add(tally.count, tally.state)
    }
    return TrafficView(stepSeconds: Int(length / 1000), steps: steps)
  }
}
