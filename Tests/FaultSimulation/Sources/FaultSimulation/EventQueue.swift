internal import Messaging

/// What happens later, by time, and in the order of arrival where times are equal.
struct EventQueue<Event: Sendable>: Sendable {
  private struct Entry: Sendable {
    let time: Int64
    let order: UInt64
    let event: Event

    func isBefore(_ other: Entry) -> Bool { (time, order) < (other.time, other.order) }
  }

  private var heap: [Entry] = []
  private var order: UInt64 = 0

  var count: Int { heap.count }

  /// When the first is due.
  var nextTime: Timestamp? { heap.first.map { Timestamp(milliseconds: $0.time) } }

  mutating func schedule(_ event: Event, at time: Timestamp) {
    order += 1
    heap.append(Entry(time: time.milliseconds, order: order, event: event))
    var child = heap.count - 1
    while child > 0, heap[child].isBefore(heap[(child - 1) / 2]) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func next() -> Event? {
    guard let first = heap.first else { return nil }
    let last = heap.removeLast()
    if !heap.isEmpty {
      heap[0] = last
      sink()
    }
    return first.event
  }

  private mutating func sink() {
    var parent = 0
    while true {
      let left = 2 * parent + 1
      guard left < heap.count else { return }
      let right = left + 1
      let child = right < heap.count && heap[right].isBefore(heap[left]) ? right : left
      guard heap[child].isBefore(heap[parent]) else { return }
      heap.swapAt(child, parent)
      parent = child
    }
  }
}
