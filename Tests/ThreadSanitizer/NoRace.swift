// Has no race: what the sanitizer reports here it would report of the gateway as well. Without
// RuntimeAnnotations.c, the first two are reported, and the last is a crash.

import Dispatch
import Synchronization

final class Guarded: Sendable {
  let count = Mutex(0)
}

/// Its continuation orders who touches it.
final class HandedOver: @unchecked Sendable {
  var count = 0
}

let guarded = Guarded()
DispatchQueue.concurrentPerform(iterations: 4) { _ in
  for _ in 0..<100_000 { guarded.count.withLock { $0 += 1 } }
}
precondition(guarded.count.withLock { $0 } == 400_000)

// The closure takes longer and longer, so that it is resumed before it waits, meanwhile, and after.
for round in 0..<4000 {
  let handedOver = HandedOver()
  await withCheckedContinuation { continuation in
    handedOver.count = 1
    DispatchQueue.global().async {
      handedOver.count += 1
      continuation.resume()
    }
    var delay = 0
    for step in 0..<round / 4 { delay &+= step }
    withExtendedLifetime(delay) {}
  }
  handedOver.count += 1
  precondition(handedOver.count == 3)
}

/// Holds something that has no size, and so no address.
final class Drawing {
  var random = SystemRandomNumberGenerator()

  func draw() -> Int { Self.draw(using: &random) }

  @inline(never) static func draw(using random: inout some RandomNumberGenerator) -> Int {
    Int.random(in: 0..<2, using: &random)
  }
}

precondition(Drawing().draw() < 2)
