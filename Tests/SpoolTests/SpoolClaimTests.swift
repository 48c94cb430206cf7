import Foundation
import Glibc
import Messaging
import Testing

@testable import Spool

/// What a file must be, apart from its content, and where it goes when it is not.
@Suite struct SpoolClaimTests {
  private func claims(_ spool: TemporarySpool) -> SpoolClaims {
    SpoolClaims(directories: spool.directories.held, limits: .quick)
  }

  @discardableResult
  private func claim(_ spool: TemporarySpool, _ names: String...) throws -> SpoolClaims.Round {
    let candidates = names.map {
      SpoolClaims.Candidate(name: FileName($0), mustBeSettled: false)
    }
    return try claims(spool).claim(candidates, now: spool.now)
  }

  /// Claims one file that must be refused, and gives back the reason.
  private func refusal(_ spool: TemporarySpool, _ name: String) throws -> String {
    #expect(try claim(spool, name).files == [])
    return try reason(spool, name)
  }

  /// The reason for which a file was refused.
  private func reason(_ spool: TemporarySpool, _ name: String) throws -> String {
    #expect(try spool.names(in: "outgoing") == [])
    #expect(try spool.names(in: ".claimed") == [])
    #expect(try spool.names(in: "rejected") == [name, "\(name).reason"].sorted())
    return try #require(spool.read("rejected/\(name).reason"))
  }

  @Test func `a symbolic link is refused and not followed`() throws {
    let spool = try TemporarySpool()
    try FileManager.default.createSymbolicLink(
      atPath: "\(spool.path)/outgoing/link",
      withDestinationPath: "/etc/passwd"
    )
    #expect(try refusal(spool, "link").contains("symbolic link"))
    let moved = try spool.directories.held[.rejected].status(of: "link")
    #expect(moved?.kind == .symbolicLink)
  }

  @Test func `a hard link is refused`() throws {
    let spool = try TemporarySpool()
    try spool.write("a", "To: +447700900123\n\nx")
    let path = "\(spool.path)/outgoing/a"
    try #require(Glibc.link(path, "\(spool.path)/other") == 0)
    #expect(try refusal(spool, "a").contains("hard link"))
  }

  @Test func `a FIFO is refused without waiting for its writer`() throws {
    let spool = try TemporarySpool()
    try #require(mkfifo("\(spool.path)/outgoing/pipe", 0o644) == 0)
    #expect(try refusal(spool, "pipe").contains("FIFO"))
  }

  @Test(.enabled(if: geteuid() == 0, "only root may make a device"))
  func `a device is refused and not opened`() throws {
    let spool = try TemporarySpool()
    try #require(mknod("\(spool.path)/outgoing/device", S_IFCHR | 0o644, 0x103) == 0)
    #expect(try refusal(spool, "device").contains("device"))
  }

  @Test func `a directory is left alone, and the operator is told`() throws {
    let spool = try TemporarySpool()
    try FileManager.default.createDirectory(
      atPath: "\(spool.path)/outgoing/staging",
      withIntermediateDirectories: false
    )
    let round = try claim(spool, "staging")
    #expect(round.notices.map(\.description).joined().contains("directory"))
    #expect(try spool.names(in: "outgoing") == ["staging"])
  }

  @Test(arguments: [("big", 65_536), ("big.json", 16_777_216)])
  func `a file may have its limit and not an octet more`(name: String, limit: Int) throws {
    let head = name == "big" ? "To: +447700900123\n\n" : #"{"to":"+447700900123","text":""#
    let tail = name == "big" ? "" : #""}"#
    let spool = try TemporarySpool()
    let text = String(repeating: "a", count: limit - head.utf8.count - tail.utf8.count)
    try spool.write(name, head + text + tail)
    #expect(try claim(spool, name).files.count == 1)
    try spool.write(name, head + text + "a" + tail)
    #expect(try claim(spool, name).files.count == 0)
    #expect(try #require(spool.read("rejected/\(name).reason")).contains("the most is \(limit)"))
  }

  @Test(arguments: ["two words", "naïve", "a;rm -rf", "a$b", String(repeating: "x", count: 129)])
  func `a bad name is refused under a name that resembles it`(name: String) throws {
    let spool = try TemporarySpool()
    try spool.write(name, "To: +447700900123\n\nx")
    let round = try claim(spool, name)
    #expect(round.files == [])
    #expect(round.notices.count == 1)
    #expect(try spool.names(in: "outgoing") == [])
    let tamed = FileName(name).tamed
    #expect(try spool.names(in: "rejected") == [tamed, "\(tamed).reason"])
    #expect(FileName(tamed).accepted == tamed)
  }

  @Test func `a name that is not UTF-8 is refused`() throws {
    let spool = try TemporarySpool()
    let octets: [UInt8] = Array("\(spool.path)/outgoing/a".utf8) + [0xFF, 0x62, 0]
    let file = octets.withUnsafeBytes {
      open($0.bindMemory(to: CChar.self).baseAddress!, O_CREAT | O_WRONLY, 0o644)
    }
    try #require(file >= 0)
    close(file)
    let name = try #require(try DirectoryListing(spool.directories.held[.outgoing]).next(10).first)
    let round = try claims(spool).claim(
      [.init(name: name, mustBeSettled: false)],
      now: spool.now
    )
    #expect(round.notices.count == 1)
    #expect(try spool.names(in: "rejected") == ["a_b", "a_b.reason"])
  }

  @Test(arguments: [".hidden", "x.tmp", "x.LOCK", "LOCKEDx"])
  func `a file that is still being written is not touched`(name: String) throws {
    let spool = try TemporarySpool()
    try spool.write(name, "To: +447700900123\n\nx")
    #expect(try claim(spool, name).files == [])
    #expect(try spool.names(in: "outgoing") == [name])
  }

  @Test func `a file that is empty as yet is not touched until it has been left alone`() throws {
    let spool = try TemporarySpool()
    try spool.write("x", "To:")
    let round = try claim(spool, "x")
    #expect(round.settledAt != nil)
    #expect(try spool.names(in: "outgoing") == ["x"])
    spool.advance(by: .seconds(11))
    try claim(spool, "x")
    #expect(try #require(spool.read("rejected/x.reason")).contains("line 1: To: "))
    #expect(try spool.names(in: "rejected") == ["x", "x.reason"])
  }

  @Test func `the scan takes only what has been unchanged for ten seconds`() throws {
    let spool = try TemporarySpool()
    try spool.write("x", "To: +447700900123\n\nx")
    let candidates = [SpoolClaims.Candidate(name: FileName("x"), mustBeSettled: true)]
    let status = try #require(try spool.directories.held[.outgoing].status(of: "x"))
    let changed = Timestamp(milliseconds: status.modified)
    #expect(try claims(spool).claim(candidates, now: changed + .milliseconds(9_999)).files == [])
    #expect(try claims(spool).claim(candidates, now: changed + .seconds(10)).files.count == 1)
  }

  @Test func `a clock that was set back does not hold a file for ever`() throws {
    let spool = try TemporarySpool()
    try spool.write("x", "To: +447700900123\n\nx")
    spool.advance(by: .seconds(-3600))
    let candidates = [SpoolClaims.Candidate(name: FileName("x"), mustBeSettled: true)]
    #expect(try claims(spool).claim(candidates, now: spool.now).files.count == 1)
  }

  /// Runs as another user for the file system, on a thread of its own.
  private func asNobody(_ spool: TemporarySpool, _ work: @escaping @Sendable () throws -> Void)
    throws
  {
    let nobody: UInt32 = 65_534
    for name in [""] + SpoolDirectories.Name.allCases.map({ "/\($0.rawValue)" }) {
      chown(spool.path + name, nobody, nobody)
    }
    let done = DispatchSemaphore(value: 0)
    let failure = Failure()
    let thread = Thread {
      // `setfsuid` is per thread; Glibc's module does not show it.
      typealias SetFileSystemUser = @convention(c) (UInt32) -> Int32
      if let symbol = dlsym(nil, "setfsuid") {
        _ = unsafeBitCast(symbol, to: SetFileSystemUser.self)(nobody)
      }
      do { try work() } catch { failure.error = error }
      done.signal()
    }
    thread.start()
    done.wait()
    if let error = failure.error { throw error }
  }

  private final class Failure: @unchecked Sendable {
    var error: (any Error)?
  }

  @Test func `a file that the daemon may not read is refused with the chmod`() throws {
    let spool = try TemporarySpool()
    try spool.write("x", "To: +447700900123\n\nx")
    chmod("\(spool.path)/outgoing/x", geteuid() == 0 ? 0o600 : 0o200)
    if geteuid() == 0 {
      // What is looked at afterwards is not: nobody may not come to every directory of TMPDIR.
      try asNobody(spool) {
        let round = try claim(spool, "x")
        #expect(round.files == [])
      }
      #expect(try reason(spool, "x").contains("chmod"))
    } else {
      #expect(try refusal(spool, "x").contains("chmod"))
    }
  }

  @Test func `the refused file of a name that is there already gets its id`() throws {
    let spool = try TemporarySpool()
    for _ in 0..<2 {
      try spool.write("x", "From: nobody\n\nHello")
      try claim(spool, "x")
    }
    try spool.write("x", "From: nobody\n\nHello")
    try spool.write("x.reason", "From: nobody\n\nHello")
    try claim(spool, "x", "x.reason")
    let names = try spool.names(in: "rejected")
    #expect(names.count == 8)
    #expect(names.filter { $0.hasSuffix(".reason") && $0 != "x.reason" }.count >= 3)
  }

  @Test func `a reason has the line, the fault and what to do`() throws {
    let spool = try TemporarySpool()
    try spool.write("x", "From: a\nToo: +447700900123\n\nHello")
    #expect(
      try refusal(spool, "x") == """
        File: x
        Reason: line 2: "Too:" is not a header that Hermod knows, and there is no "To:"; write "To:"

        Nothing of it was sent. Correct the file and move it back to outgoing/; this note may be deleted.

        """
    )
    #expect(spool.read("rejected/x")?.hasPrefix("From: a\n") == true)
  }

  @Test func `one bad file does not hold up the others`() throws {
    let spool = try TemporarySpool()
    for name in ["a", "b", "c"] { try spool.write(name, "To: +447700900123\n\n\(name)") }
    try spool.write("b", "nonsense")
    let round = try claim(spool, "a", "b", "c", "gone")
    #expect(round.files.map(\.name) == ["a", "c"])
  }

  @Test func `another file in place of the inspected one is inspected itself`() throws {
    // Whoever owns the name can swap the file between the check and the rename; the claim is then
    // of the new file, with its own content, or refused.
    let spool = try TemporarySpool()
    let stop = Flag()
    let swapper = Thread {
      var turn = 0
      while !stop.isSet {
        turn += 1
        let path = "\(spool.path)/outgoing/.swap"
        if turn.isMultiple(of: 2) {
          symlink("/etc/passwd", path)
        } else {
          try? spool.write(".swap", "To: +447700900123\n\n\(turn)")
        }
        rename(path, "\(spool.path)/outgoing/x")
      }
      stop.confirm()
    }
    swapper.start()
    for _ in 0..<500 {
      for file in try claim(spool, "x").files {
        let claimed = ".claimed/\(file.id).x"
        #expect(try spool.directories.held.root.status(of: claimed)?.kind == .regular)
        #expect(try TemporarySpool.file(#require(spool.read(claimed))).requests == file.requests)
      }
    }
    stop.set()
  }

  private final class Flag: @unchecked Sendable {
    private let lock = NSLock()
    private let done = DispatchSemaphore(value: 0)
    private var value = false

    var isSet: Bool { lock.withLock { value } }

    func set() {
      lock.withLock { value = true }
      done.wait()
    }

    func confirm() {
      done.signal()
    }
  }

  @Test(arguments: [true, false])
  func `what was swapped in after the inspection is inspected again`(isLink: Bool) throws {
    let spool = try TemporarySpool()
    let outgoing = spool.directories.held[.outgoing]
    try spool.write("x", "To: +447700900123\n\ninspected")
    let status = try #require(try outgoing.status(of: "x"))
    let file = try #require(outgoing.open("x").file)
    if isLink {
      symlink("/etc/passwd", "\(spool.path)/outgoing/.y")
    } else {
      try spool.write(".y", "To: +447700900124\n\nswapped in")
    }
    rename("\(spool.path)/outgoing/.y", "\(spool.path)/outgoing/x")
    let claims = claims(spool)
    let held = try #require(try claims.take(FileName("x"), file, status, spool.now))
    var round = SpoolClaims.Round()
    let rejections = try claims.read([held], &round)
    #expect(rejections.map(\.reason).joined().contains("symbolic link") == isLink)
    #expect(round.files.flatMap(\.requests).map(\.recipient) == (isLink ? [] : ["+447700900124"]))
  }

  @Test func `a batch ends at its limits, and the rest is given back`() throws {
    let spool = try TemporarySpool()
    var limits = SpoolLimits.quick
    limits.batchFiles = 3
    for number in 0..<5 { try spool.write("f\(number)", "To: +447700900123\n\nx") }
    let candidates = (0..<5).map {
      SpoolClaims.Candidate(name: FileName("f\($0)"), mustBeSettled: false)
    }
    let small = SpoolClaims(directories: spool.directories.held, limits: limits)
    let round = try small.claim(candidates, now: spool.now)
    #expect(round.files.map(\.name) == ["f0", "f1", "f2"])
    #expect(round.rest.map(\.name) == [FileName("f3"), FileName("f4")])
    limits.batchFiles = 256
    limits.batchOctets = 25
    let tight = SpoolClaims(directories: spool.directories.held, limits: limits)
    #expect(try tight.claim(Array(round.rest), now: spool.now).files.count == 2)
  }
}
