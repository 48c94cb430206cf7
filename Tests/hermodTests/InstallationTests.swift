import ArgumentParser
import Foundation
import Glibc
import Testing

@testable import hermod

/// What `make install` puts in place, and what systemd says about it.
@Suite(.timeLimit(.minutes(2))) struct InstallationTests {
  private static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "hermod").path

  @Test func `Everything is installed below DESTDIR, and the unit starts what was installed`()
    async throws
  {
    try await withDirectory { root in
      let run = try await Tool.run(
        "sh",
        [
          "\(Self.repository.path)/debian/install-files", Self.executable, root, "/opt/here",
        ]
      )
      try #require(run.status == 0, "\(run.output)")
      for file in [
        "/opt/here/bin/hermod", "/opt/here/lib/systemd/system/hermod.service",
        "/opt/here/lib/sysusers.d/hermod.conf", "/opt/here/lib/tmpfiles.d/hermod.conf",
        "/opt/here/lib/udev/rules.d/60-hermod-modemmanager.rules",
        "/opt/here/lib/udev/rules.d/78-hermod.rules", "/etc/hermod/hermod.toml",
        "/opt/here/share/man/man1/hermod.1", "/opt/here/share/man/man1/hermod-send.1",
        "/opt/here/share/bash-completion/completions/hermod",
        "/opt/here/share/zsh/site-functions/_hermod",
        "/opt/here/share/fish/vendor_completions.d/hermod.fish",
        "/opt/here/share/doc/hermod/docs/install.md",
        "/opt/here/share/doc/hermod/examples/network.conf",
        "/opt/here/share/doc/hermod/examples/event-handler.conf",
      ] {
        #expect(FileManager.default.fileExists(atPath: root + file), "\(file)")
      }
      let unit = try String(
        contentsOfFile: root + "/opt/here/lib/systemd/system/hermod.service",
        encoding: .utf8
      )
      #expect(unit.contains("ExecStart=/opt/here/bin/hermod daemon"))
      #expect(!unit.contains("/usr/bin"))
      let again = try await Tool.run(root + "/opt/here/bin/hermod", ["--version"])
      #expect(again.status == 0)
    }
  }

  @Test func `The scripts of the package and the completions have no fault of syntax`() async throws
  {
    let scripts =
      "cd \(Self.repository.path)/debian && for f in install-files uninstall-files "
      + "postinst prerm postrm; do dash -n $f; done; for f in build-package check-package; do "
      + "bash -n $f; done; \(Self.executable) --generate-completion-script bash | bash -n"
    let run = try await Tool.run("bash", ["-c", scripts])
    #expect(run.status == 0)
    #expect(run.output == "")
  }

  @Test func `The unit has no fault, and its sandbox scores 1.5 or better`() async throws {
    try await withUnit { unit in
      let verified = try await Tool.run("systemd-analyze", ["verify", "--man=no", unit])
      #expect(verified.status == 0)
      #expect(verified.output == "")
      #expect(try await exposure(of: unit, atMost: 15))
      // The check can fail.
      #expect(try await !exposure(of: unit, atMost: 5))
    }
  }

  @Test func `The drop-in that opens the network scores 2.0 or better`() async throws {
    try await withUnit { unit in
      let dropIns = unit + ".d"
      try FileManager.default.createDirectory(
        atPath: dropIns,
        withIntermediateDirectories: false
      )
      for name in ["network.conf", "pins.conf"] {
        try FileManager.default.copyItem(
          atPath: "\(Self.repository.path)/systemd/\(name)",
          toPath: "\(dropIns)/\(name)"
        )
      }
      let verified = try await Tool.run("systemd-analyze", ["verify", "--man=no", unit])
      #expect(verified.output == "")
      #expect(try await exposure(of: unit, atMost: 20))
    }
  }

  @Test func `The drop-in for an event handler has no fault, and does not open the rest`()
    async throws
  {
    try await withUnit { unit in
      let dropIns = unit + ".d"
      try FileManager.default.createDirectory(atPath: dropIns, withIntermediateDirectories: false)
      try FileManager.default.copyItem(
        atPath: "\(Self.repository.path)/systemd/event-handler.conf",
        toPath: "\(dropIns)/event-handler.conf"
      )
      let verified = try await Tool.run("systemd-analyze", ["verify", "--man=no", unit])
      #expect(verified.output == "")
      #expect(try await exposure(of: unit, atMost: 22))
    }
  }

  @Test func `User, groups and directories come from the snippets`() async throws {
    try await withDirectory { root in
      let systemd = Self.repository.path + "/systemd"
      try FileManager.default.createDirectory(
        atPath: root + "/etc",
        withIntermediateDirectories: false
      )
      let users = try await Tool.run(
        "systemd-sysusers",
        ["--root=\(root)", "\(systemd)/hermod.sysusers"]
      )
      #expect(users.status == 0, "\(users.output)")
      let groups = try String(contentsOfFile: root + "/etc/group", encoding: .utf8)
      #expect(groups.contains(/(?m)^hermod-submit:.*:hermod$/))
      #expect(groups.contains(/(?m)^dialout:.*:hermod$/))
      guard getuid() == 0 else { return }
      let made = try await Tool.run(
        "systemd-tmpfiles",
        ["--create", "--root=\(root)", "\(systemd)/hermod.tmpfiles"]
      )
      #expect(made.status == 0, "\(made.output)")
      let modes = try await Tool.run(
        "sh",
        [
          "-c",
          "cd \(root)/var/spool/hermod && stat -c '%a %n' .claimed outgoing sent . ../../lib/hermod",
        ]
      )
      #expect(
        modes.output == "700 .claimed\n3730 outgoing\n2770 sent\n755 .\n750 ../../lib/hermod\n"
      )
    }
  }

  @Test func `The configuration that is installed is good, also with every line in force`()
    async throws
  {
    try await withDirectory { root in
      let text = try String(
        contentsOfFile: "\(Self.repository.path)/docs/hermod.toml",
        encoding: .utf8
      )
      let lines = text.split(separator: "\n").filter { !$0.hasPrefix("# ") }
        .map { $0.hasPrefix("#") ? $0.dropFirst() : $0 }
      for (name, content) in [("shipped", text), ("all", lines.joined(separator: "\n"))] {
        let file = "\(root)/\(name).toml"
        try content.write(toFile: file, atomically: false, encoding: .utf8)
        let run = try await Tool.run(Self.executable, ["config", "check", file])
        #expect(run.status == 0, "\(run.output)")
      }
    }
  }

  @Test func `Every command has a page with all its options, which roff reads without complaint`()
    async throws
  {
    let program = try CommandDescription.program()
    #expect(program.visible.count > 10)
    #expect(!program.visible.contains { $0.commandName == "manual" })
    for command in program.visible {
      let page = ManualPage(command: command)
      for part in command.visible.isEmpty ? [command] : command.visible {
        #expect(page.text.contains(Roff.escaped(part.typed)))
        for name in (part.arguments ?? []).flatMap({ $0.names ?? [] }) where name.name.count > 7 {
          #expect(page.text.contains(Roff.escaped(name.written)), "\(part.typed) \(name.name)")
        }
      }
      let run = try await Tool.run(
        "groff",
        ["-K", "utf8", "-man", "-Tutf8", "-ww", "-z"],
        page.text
      )
      #expect(run.output == "", "\(page.name)")
    }
    #expect(Roff.line(".dot") == "\\&.dot\n")
    #expect(Roff.escaped("a\\b-c") == "a\\eb\\-c")
  }

  private func exposure(of unit: String, atMost tenths: Int) async throws -> Bool {
    let arguments = ["security", "--offline=true", "--threshold=\(tenths)", unit]
    return try await Tool.run("systemd-analyze", arguments).status == 0
  }

  /// The unit as it stands, but for the program, which is not installed here.
  private func withUnit(_ body: (String) async throws -> Void) async throws {
    try await withDirectory { root in
      let unit = root + "/hermod.service"
      let text = try String(
        contentsOfFile: "\(Self.repository.path)/systemd/hermod.service",
        encoding: .utf8
      )
      try text.replacing("/usr/bin/hermod", with: Self.executable)
        .write(toFile: unit, atomically: false, encoding: .utf8)
      try await body(unit)
    }
  }

  private func withDirectory(_ body: (String) async throws -> Void) async throws {
    let directory = FileManager.default.temporaryDirectory
      .appending(path: "hermod-install-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    try await body(directory.path)
  }
}

/// A program of the system, with both its outputs in one.
enum Tool {
  static func run(
    _ program: String,
    _ arguments: [String],
    _ input: String = ""
  ) async throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    let (stdin, both) = (Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = both
    process.standardError = both
    return try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        do {
          try process.run()
          try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
          try stdin.fileHandleForWriting.close()
          let output = try both.fileHandleForReading.readToEnd() ?? Data()
          while process.isRunning { poll(nil, 0, 5) }
          let text = String(decoding: output, as: UTF8.self)
          continuation.resume(returning: (process.terminationStatus, text))
        } catch {
          continuation.resume(throwing: error)
        }
      }
    }
  }
}
