import Foundation

/// What `swift package dump-package` says.
struct PackageManifest {
  /// A target, in the order of the declaration.
  struct Target {
    let name: String
    let isTest: Bool
    /// The targets of this package that it may import.
    let targets: [String]
    /// The products of other packages that it may import.
    let products: [String]
  }

  /// Why there is no answer.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  let targets: [Target]

  /// Asks the package manager; with a scratch directory of its own, because the one of the package
  /// is locked while the tests run.
  static func read() throws -> PackageManifest {
    let scratch = FileManager.default.temporaryDirectory
      .appendingPathComponent("hermod-manifest-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: scratch) }
    let process = Process()
    let output = Pipe()
    process.executableURL = try swift()
    process.arguments = [
      "package", "--package-path", SourceTree.root.path, "--scratch-path", scratch.path,
      "dump-package",
    ]
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(description: "swift package dump-package ended with an error")
    }
    return PackageManifest(targets: try JSONDecoder().decode(Dump.self, from: data).made)
  }

  /// The `swift` of the environment: `make SWIFT=/path/to/swift` hands it on.
  private static func swift() throws -> URL {
    let environment = ProcessInfo.processInfo.environment
    let name = environment["SWIFT"] ?? "swift"
    let directories =
      name.contains("/")
      ? [""] : (environment["PATH"] ?? "").components(separatedBy: ":").map { $0 + "/" }
    let candidates = directories.map { URL(fileURLWithPath: $0 + name) }
    let found = candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) }
    guard let found else { throw Failure(description: "there is no \(name) in PATH") }
    return found
  }
}

/// The JSON of `dump-package`, as much of it as is needed.
private struct Dump: Decodable {
  struct Target: Decodable {
    struct Dependency: Decodable {
      var byName: [String?]?
      var target: [Name?]?
      var product: [Name?]?
    }

    var name: String
    var type: String
    var dependencies: [Dependency]
  }

  /// A name, among members of other kinds.
  struct Name: Decodable {
    var text: String?

    init(from decoder: any Decoder) throws {
      text = try? decoder.singleValueContainer().decode(String.self)
    }
  }

  var targets: [Target]

  var made: [PackageManifest.Target] {
    targets.map { target in
      PackageManifest.Target(
        name: target.name,
        isTest: target.type == "test",
        targets: target.dependencies.compactMap { dependency in
          dependency.byName?.first.flatMap { $0 } ?? dependency.target?.first.flatMap { $0?.text }
        },
        products: target.dependencies.compactMap { $0.product?.first.flatMap { $0?.text } }
      )
    }
  }
}
