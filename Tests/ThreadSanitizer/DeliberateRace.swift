// Races on purpose, in tasks and on threads: the sanitizer has to report both.

import Dispatch

final class Unguarded: @unchecked Sendable {
  var byTasks = 0
  var byThreads = 0
}

let unguarded = Unguarded()

await withTaskGroup { group in
  for _ in 0..<4 {
    group.addTask {
      for _ in 0..<100_000 { unguarded.byTasks += 1 }
    }
  }
}
DispatchQueue.concurrentPerform(iterations: 4) { _ in
  for _ in 0..<100_000 { unguarded.byThreads += 1 }
}
