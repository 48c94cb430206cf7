// swift-tools-version: 6.2

import PackageDescription

// The order of the targets is the order of the layers: a target may depend only on targets
// declared above it. `ArchitectureTests` checks this from `swift package dump-package`.

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser",
  package: "swift-argument-parser"
)
let asyncHTTPClient = Target.Dependency.product(
  name: "AsyncHTTPClient",
  package: "async-http-client"
)
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let nioFoundation = Target.Dependency.product(name: "NIOFoundationCompat", package: "swift-nio")
let serviceLifecycle = Target.Dependency.product(
  name: "ServiceLifecycle",
  package: "swift-service-lifecycle"
)
let unixSignals = Target.Dependency.product(
  name: "UnixSignals",
  package: "swift-service-lifecycle"
)
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let tomlKit = Target.Dependency.product(name: "TOMLKit", package: "TOMLKit")

let package = Package(
  name: "hermod",
  products: [.executable(name: "hermod", targets: ["hermod"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto.git", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl.git", exact: "2.37.6"),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
    .package(url: "https://github.com/LebJe/TOMLKit", exact: "0.6.0"),
    .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
  ],
  targets: [
    // Layer 0: values in, values out. No clock, descriptor, `async`, logger or Foundation.
    .target(name: "Messaging"),
    .target(name: "GSMAlphabet"),
    .target(name: "TransferLayer", dependencies: ["Messaging", "GSMAlphabet"]),
    .target(name: "ATProtocol", dependencies: ["Messaging"]),
    .target(name: "OptOut", dependencies: ["Messaging"]),
    .target(name: "QueuePolicy", dependencies: ["Messaging", "GSMAlphabet"]),
    .target(
      name: "ModemModel",
      dependencies: ["Messaging", "GSMAlphabet", "TransferLayer"]
    ),

    // Layer 1: one kind of I/O each; none imports another.
    .target(name: "CLinux"),
    .systemLibrary(
      name: "CUdev",
      providers: [.apt(["libudev-dev"])]
    ),
    .target(name: "SerialIO", dependencies: ["CLinux", nioCore, nioPosix, systemPackage]),
    .target(name: "DeviceDiscovery", dependencies: ["CLinux", "CUdev"]),
    .target(name: "Storage", dependencies: ["Messaging", "QueuePolicy", grdb]),
    .target(name: "Spool", dependencies: ["Messaging", "CLinux", systemPackage]),
    .target(
      name: "LocalAPI",
      dependencies: ["Messaging", asyncHTTPClient, nioCore, nioHTTP1, nioFoundation]
    ),

    // Layer 2: wires the pure machines to the I/O.
    .target(
      name: "Gateway",
      dependencies: [
        "Messaging", "GSMAlphabet", "TransferLayer", "ATProtocol", "OptOut", "QueuePolicy",
        "CLinux", "SerialIO", "DeviceDiscovery", "Storage", "Spool", "LocalAPI",
        asyncHTTPClient, crypto, httpTypes, hummingbird, hummingbirdCore, logging, nioCore,
        nioHTTP1, nioPosix, nioSSL, serviceLifecycle, subprocess, systemPackage, tomlKit,
        unixSignals,
      ]
    ),
    .target(
      name: "Simulation",
      dependencies: ["Messaging", "ModemModel", "CLinux", "SerialIO", nioCore, nioPosix]
    ),

    // Layer 3: the command line.
    .executableTarget(
      name: "hermod",
      dependencies: [
        "Messaging", "GSMAlphabet", "TransferLayer", "OptOut", "QueuePolicy", "ModemModel",
        "CLinux", "DeviceDiscovery", "LocalAPI", "Gateway", "Simulation", argumentParser, logging,
        serviceLifecycle,
      ]
    ),
  ]
)

/// What every target of the package is compiled with.
var settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]
// CI sets it: warnings are errors in the targets of this package, and in no dependency.
if Context.environment["HERMOD_STRICT"] == "1" {
  settings.append(.treatAllWarnings(as: .error))
}

/// The test targets: each mirrors the target it tests, beside the two that test the whole.
let tests: [(name: String, dependencies: [Target.Dependency])] = [
  ("MessagingTests", ["Messaging"]),
  ("GSMAlphabetTests", ["GSMAlphabet", "ModemModel"]),
  ("TransferLayerTests", ["TransferLayer", "GSMAlphabet", "Messaging", "ModemModel"]),
  ("ATProtocolTests", ["ATProtocol", "Messaging"]),
  ("OptOutTests", ["OptOut", "Messaging", "ModemModel"]),
  ("QueuePolicyTests", ["QueuePolicy", "ATProtocol", "GSMAlphabet", "Messaging"]),
  ("ModemModelTests", ["ModemModel", "TransferLayer", "Messaging"]),
  ("SerialIOTests", ["SerialIO", "CLinux", nioCore, nioPosix]),
  ("DeviceDiscoveryTests", ["DeviceDiscovery", "hermod"]),
  ("StorageTests", ["Storage", "QueuePolicy", "Messaging", "ModemModel", grdb]),
  ("SpoolTests", ["Spool", "Messaging"]),
  ("LocalAPITests", ["LocalAPI", "Messaging"]),
  ("FaultSimulationTests", ["FaultSimulation", "Storage", "QueuePolicy", "Messaging"]),
  (
    "GatewayTests",
    [
      "Gateway", "LocalAPI", "Storage", "TransferLayer", "GSMAlphabet", "ATProtocol", "QueuePolicy",
      "Messaging", "SerialIO", "Simulation", "FakeGateway", hummingbird, logging, nioCore, nioPosix,
      serviceLifecycle,
    ]
  ),
  (
    "hermodTests",
    [
      "hermod", "FakeGateway", "DeviceDiscovery", "LocalAPI", "ModemModel", "TransferLayer",
      "Messaging", argumentParser,
    ]
  ),
  ("SimulationTests", ["Simulation", "ModemModel", "SerialIO", "CLinux", "Messaging"]),
  ("ArchitectureTests", []),
  (
    "EndToEndTests",
    [
      "FakeGateway", "LocalAPI", "Messaging", "Simulation", "ModemModel", "QueuePolicy", "Storage",
      "TransferLayer", "hermod", crypto,
    ]
  ),
]
package.targets.append(
  .target(
    name: "FakeGateway",
    dependencies: ["Gateway", "LocalAPI", "Messaging", logging, serviceLifecycle],
    path: "Tests/FakeGateway"
  )
)
// What `make simulate-faults` builds in release mode, in a package of its own.
package.targets.append(
  .target(
    name: "FaultSimulation",
    dependencies: [
      "Messaging", "TransferLayer", "ATProtocol", "OptOut", "QueuePolicy", "ModemModel",
    ],
    path: "Tests/FaultSimulation/Sources/FaultSimulation"
  )
)
package.targets += tests.map { .testTarget(name: $0.name, dependencies: $0.dependencies) }
package.targets.first { $0.name == "ATProtocolTests" }?.exclude = ["Transcripts"]
package.targets.first { $0.name == "hermodTests" }?.exclude = ["Screens"]

for target in package.targets where target.type != .system {
  target.swiftSettings = settings
}
