import Foundation
import Testing

/// What the tests with mocked devices need, and whether this machine has it.
enum Fixtures {
  static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let directory = repository.appending(path: "Tests/Fixtures/udev")
  static let rules = repository.appending(path: "udev")

  /// The program under test, which is built beside the tests.
  static let hermod: String = {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(filePath: tests).deletingLastPathComponent().appending(path: "hermod").path
  }()

  static let hasUmockdev = Child.succeeds("sh", ["-c", "command -v umockdev-run >/dev/null"])
  static let needsUmockdev: Comment = "umockdev is not installed (apt install umockdev)"

  static let hasTestbed = Child.succeeds(
    "sh",
    ["-c", "command -v umockdev-wrapper cc >/dev/null && pkg-config --exists umockdev-1.0"]
  )
  static let needsTestbed: Comment =
    "no C compiler or umockdev library (apt install gcc pkg-config umockdev libumockdev-dev)"

  static let hasRulesEngine =
    hasUmockdev && Child.succeeds("sh", ["-c", "command -v udevadm >/dev/null"])
    && Child.succeeds("unshare", [getuid() == 0 ? "-m" : "-Urm", "true"])
  static let needsRulesEngine: Comment =
    "no udevadm, no umockdev, or no mount namespaces (apt install udev umockdev)"

  static func description(_ name: String) -> String {
    directory.appending(path: "\(name).umockdev").path
  }

  /// A directory that is gone after `body`.
  static func withDirectory<Result>(_ body: (URL) async throws -> Result) async throws -> Result {
    let directory = FileManager.default.temporaryDirectory
      .appending(path: "hermod-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    return try await body(directory)
  }
}

/// A line of `hermod modem discover --json`.
struct Report: Decodable, Equatable {
  struct Port: Decodable, Equatable {
    var device: String
    var interface: UInt8?
    var driver: String?
  }

  var event: String?
  var id: String
  var usb: String?
  var usbPath: String?
  var verdict: String?
  var reason: String?
  var advice: String?
  var ports: [Port]?
  var candidates: [String]?

  init(_ line: String) throws {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    self = try decoder.decode(Report.self, from: Data(line.utf8))
  }
}
