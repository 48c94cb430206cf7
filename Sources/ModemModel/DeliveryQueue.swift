import Messaging

/// What the service centre has for modems: on its way, then due, in order for each modem.
struct DeliveryQueue: Equatable, Sendable {
  private struct Scheduled: Equatable, Sendable {
    var delivery: Delivery
    var modem: Int
    var time: Timestamp
  }

  /// Sorted by time; equal times in order of arrival.
  private var scheduled: [Scheduled] = []
  /// By the number of the modem.
  private var due: [[Delivery]] = []

  /// How many there are.
  var count: Int { due.reduce(scheduled.count) { $0 + $1.count } }

  /// When the next one is due.
  var nextDeadline: Timestamp? { scheduled.first?.time }

  mutating func schedule(_ delivery: Delivery, to modem: Int, at time: Timestamp) {
    guard modem >= 0 else { return }
    // Most come in order, so the place is at the end or close to it.
    let place = scheduled.lastIndex { $0.time <= time }.map { $0 + 1 } ?? 0
    scheduled.insert(Scheduled(delivery: delivery, modem: modem, time: time), at: place)
  }

  mutating func moveDue(at now: Timestamp) {
    guard let first = scheduled.first, first.time <= now else { return }
    let end = scheduled.firstIndex { $0.time > now } ?? scheduled.endIndex
    for item in scheduled[..<end] {
      while due.count <= item.modem { due.append([]) }
      due[item.modem].append(item.delivery)
    }
    scheduled.removeFirst(end)
  }

  /// What a modem gets next.
  func first(of modem: Int) -> Delivery? {
    due.indices.contains(modem) ? due[modem].first : nil
  }

  mutating func removeFirst(of modem: Int) {
    guard due.indices.contains(modem), !due[modem].isEmpty else { return }
    due[modem].removeFirst()
  }

  /// What was for one modem is for the other: their SIMs have changed places.
  mutating func exchange(_ first: Int, _ second: Int) {
    for place in scheduled.indices {
      if scheduled[place].modem == first {
        scheduled[place].modem = second
      } else if scheduled[place].modem == second {
        scheduled[place].modem = first
      }
    }
    while due.count <= max(first, second) { due.append([]) }
    due.swapAt(first, second)
  }

  mutating func postponeFirst(of modem: Int, until time: Timestamp) {
    guard let delivery = first(of: modem) else { return }
    removeFirst(of: modem)
    schedule(delivery, to: modem, at: time)
  }
}
