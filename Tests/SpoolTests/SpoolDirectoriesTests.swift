import Foundation
import Glibc
import Testing

@testable import Spool

@Suite struct SpoolDirectoriesTests {
  @Test func `what is missing is created, with its modes`() throws {
    let spool = try TemporarySpool()
    let held = spool.directories.held
    for name in SpoolDirectories.Name.allCases {
      #expect(try held[name].status().permissions == name.mode)
    }
    #expect(try held[.outgoing].status().permissions == 0o3730)
    #expect(try held[.claimed].status().permissions == 0o700)
  }

  @Test func `the modes of what is there are the operator's, but not those of the claims`() throws {
    let spool = try TemporarySpool()
    chmod("\(spool.path)/outgoing", 0o3770)
    chmod("\(spool.path)/.claimed", 0o777)
    let again = try SpoolDirectories(path: spool.path, submitGroup: nil).held
    #expect(try again[.outgoing].status().permissions == 0o3770)
    #expect(try again[.claimed].status().permissions == 0o700)
  }

  @Test func `a file in the place of a directory is named`() throws {
    let spool = try TemporarySpool()
    rmdir("\(spool.path)/sent")
    symlink("/tmp", "\(spool.path)/sent")
    #expect(throws: SpoolError.notADirectory(path: "\(spool.path)/sent")) {
      try SpoolDirectories(path: spool.path, submitGroup: nil)
    }
  }

  @Test func `a spool has one gateway, also in directories that were replaced`() throws {
    let spool = try TemporarySpool()
    try spool.directories.occupy()
    let other = try SpoolDirectories(path: spool.path, submitGroup: nil)
    #expect(throws: SpoolError.taken(path: "\(spool.path)/.claimed")) { try other.occupy() }

    rmdir("\(spool.path)/sent")
    _ = try spool.directories.refreshed()
    #expect(throws: SpoolError.taken(path: "\(spool.path)/.claimed")) { try other.occupy() }

    rename(spool.path, spool.path + "-old")
    defer { try? FileManager.default.removeItem(atPath: spool.path + "-old") }
    _ = try spool.directories.refreshed()
    let third = try SpoolDirectories(path: spool.path, submitGroup: nil)
    #expect(throws: SpoolError.taken(path: "\(spool.path)/.claimed")) { try third.occupy() }
    // The old place is free.
    try SpoolDirectories(path: spool.path + "-old", submitGroup: nil).occupy()
  }

  @Test(.enabled(if: geteuid() == 0, "only root may mount"))
  func `a directory on another mount is refused`() throws {
    let spool = try TemporarySpool()
    let path = "\(spool.path)/rejected"
    try #require(mount("none", path, "tmpfs", 0, nil) == 0)
    defer { umount2(path, 0) }
    #expect(throws: SpoolError.notOneMount(path: path)) {
      try SpoolDirectories(path: spool.path, submitGroup: nil)
    }
  }

  @Test(.enabled(if: geteuid() == 0, "only root may mount"))
  func `a bind mount of the same file system is refused all the same`() throws {
    let spool = try TemporarySpool()
    let path = "\(spool.path)/rejected"
    try #require(mount(path, path, "none", UInt(MS_BIND), nil) == 0)
    defer { umount2(path, 0) }
    #expect(throws: SpoolError.notOneMount(path: path)) {
      try SpoolDirectories(path: spool.path, submitGroup: nil)
    }
  }

  @Test func `an error says what to do`() {
    let full = SpoolError.system(operation: "write", path: "/x", number: ENOSPC)
    #expect(full.isFull)
    #expect(full.description == "/x: cannot write: No space left on device")
    #expect(!SpoolError.system(operation: "write", path: "/x", number: EIO).isFull)
  }
}
