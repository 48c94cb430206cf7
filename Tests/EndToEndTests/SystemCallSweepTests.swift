import Foundation
import Glibc
import Synchronization
import Testing

/// The daemon is killed, or one system call fails, at each call of intake, submission and receipt, and
/// of the start after that.
///
/// Then it goes on, or is started again. The oracle is the record of the service centre. All points are
/// tried where `HERMOD_LONG` is set (`make crash-sweep`, half an hour), one of a few else. `HERMOD_SWEEP`
/// picks some of the sweeps by their names, as in `HERMOD_SWEEP="restart: pwrite64"`.
@Suite(
  .ownThreads,
  .sweepSummary,
  .timeLimit(.minutes(60)),
  .enabled(if: StruckProgram.isPossible, "there is no C compiler (apt install gcc)")
)
struct SystemCallSweepTests {
  private static let journeys = StruckJourney.allCases.filter { $0 != .long }
  private static let allKills =
    StruckJourney.allCases.flatMap { journey in
      StruckCall.allCases.map { SystemCallFault(journey: journey, call: $0, effect: .killed) }
    }
    + journeys.flatMap { journey in
      [StruckCall.write, .pwrite64].map {
        SystemCallFault(journey: journey, call: $0, effect: .torn)
      }
    }
  private static let failures: [(StruckCall, POSIXErrorCode)] = [
    (.pwrite64, .ENOSPC), (.pwrite64, .EIO), (.write, .ENOSPC), (.write, .EIO), (.fdatasync, .EIO),
    (.fsync, .EIO), (.syncfs, .EIO), (.renameat2, .ENOSPC), (.renameat, .ENOSPC),
    (.unlinkat, .EIO), (.openat, .EMFILE), (.fallocate, .ENOSPC),
    // A quota, or a file system that gives room only when it writes.
    (.fsync, .ENOSPC), (.fdatasync, .ENOSPC), (.syncfs, .ENOSPC),
    // The kernel mounts a file system read-only when it has met an error.
    (.pwrite64, .EROFS), (.write, .EROFS), (.renameat, .EROFS), (.renameat2, .EROFS),
    (.unlinkat, .EROFS), (.openat, .EROFS), (.fallocate, .EROFS),
  ]
  private static let allErrors = StruckJourney.allCases.flatMap { journey in
    failures.map { SystemCallFault(journey: journey, call: $0.0, effect: .fails($0.1)) }
  }
  private static let someKills: [SystemCallFault] = [
    .init(journey: .file, call: .pwrite64, effect: .killed),
    .init(journey: .receipt, call: .write, effect: .killed),
    .init(journey: .long, call: .write, effect: .killed),
    .init(journey: .restart, call: .pwrite64, effect: .torn),
  ]
  private static let someErrors: [SystemCallFault] = [
    .init(journey: .file, call: .pwrite64, effect: .fails(.ENOSPC)),
    .init(journey: .request, call: .fdatasync, effect: .fails(.EIO)),
    .init(journey: .long, call: .pwrite64, effect: .fails(.EROFS)),
    .init(journey: .file, call: .renameat2, effect: .fails(.EROFS)),
    .init(journey: .file, call: .fdatasync, effect: .fails(.ENOSPC)),
  ]

  private static let choice = ProcessInfo.processInfo.environment["HERMOD_SWEEP"]

  private static func chosen(_ all: [SystemCallFault], _ some: [SystemCallFault])
    -> [SystemCallFault]
  {
    guard Laboratory.isLong else { return some }
    return all.filter { fault in choice.map { fault.testDescription.hasPrefix($0) } ?? true }
  }

  @Test(arguments: chosen(allKills, someKills))
  func `A kill at any call loses nothing and sends nothing twice`(_ fault: SystemCallFault) throws {
    try sweep(fault)
  }

  @Test(arguments: chosen(allErrors, someErrors))
  func `A call that fails loses nothing and sends nothing twice`(_ fault: SystemCallFault) throws {
    try sweep(fault)
  }

  private func sweep(_ fault: SystemCallFault) throws {
    let run = try SystemCallSweep(fault)
    let beginning = Date()
    let count = try run.count()
    var covered: [String: Int] = [:]
    if Laboratory.isLong {
      // The count varies a little, so the end is where the calls end, and not where they once did.
      var (point, misses) = (1, 0)
      while misses < 2, point <= 4 * count + 4 {
        if let part = try run.strike(at: point) {
          covered[part, default: 0] += 1
          misses = 0
        } else {
          misses += 1
        }
        point += 1
      }
    } else if count > 0, let part = try run.strike(at: Int.random(in: 1...count)) {
      // One of them, and not always the same: a day's runs add up.
      covered[part, default: 0] += 1
    }
    try run.audit()
    SweepSummary.add(fault, covered, of: count, seconds: Date().timeIntervalSince(beginning))
  }
}

/// Says at the end of the suite how many points were covered, of which calls, in which part.
private struct SweepSummary: SuiteTrait, TestScoping {
  private static let totals = Mutex<[String: [String: Int]]>([:])

  static func add(
    _ fault: SystemCallFault,
    _ covered: [String: Int],
    of count: Int,
    seconds: Double
  ) {
    let points = covered.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    print(
      "\(fault.testDescription): "
        + (points.isEmpty ? "no point" : points.joined(separator: ", "))
        + " of about \(count), \(Int(seconds)) s"
    )
    fflush(nil)
    totals.withLock { totals in
      for (part, points) in covered {
        totals["\(fault.call) \(fault.effect)", default: [:]][part, default: 0] += points
      }
    }
  }

  func provideScope(
    for test: Test,
    testCase: Test.Case?,
    performing function: @Sendable () async throws -> Void
  ) async throws {
    try await function()
    let totals = Self.totals.withLock { $0 }
    var sums: [String: Int] = [:]
    for (kind, parts) in totals.sorted(by: { $0.key < $1.key }) {
      let words = parts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
      print("covered: \(kind): \(words.joined(separator: ", "))")
      sums.merge(parts) { $0 + $1 }
    }
    let words = sums.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    print("covered: \(sums.values.reduce(0, +)) points: \(words.joined(separator: ", "))")
    fflush(nil)
  }
}

extension Trait where Self == SweepSummary {
  fileprivate static var sweepSummary: Self { SweepSummary() }
}
