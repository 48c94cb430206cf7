// swift-tools-version: 6.2

import PackageDescription

// A package of its own, so that the simulation is built in release mode and nothing else is. The
// targets under test are symbolic links into the package above.

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "hermod-fault-simulation",
  targets: [
    .target(name: "Messaging", swiftSettings: settings),
    .target(name: "GSMAlphabet", swiftSettings: settings),
    .target(
      name: "TransferLayer",
      dependencies: ["Messaging", "GSMAlphabet"],
      swiftSettings: settings
    ),
    .target(name: "ATProtocol", dependencies: ["Messaging"], swiftSettings: settings),
    .target(name: "OptOut", dependencies: ["Messaging"], swiftSettings: settings),
    .target(name: "QueuePolicy", dependencies: ["Messaging"], swiftSettings: settings),
    .target(
      name: "ModemModel",
      dependencies: ["Messaging", "GSMAlphabet", "TransferLayer"],
      swiftSettings: settings
    ),
    .target(
      name: "FaultSimulation",
      dependencies: [
        "Messaging", "TransferLayer", "ATProtocol", "OptOut", "QueuePolicy", "ModemModel",
      ],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "SimulateFaults",
      dependencies: ["FaultSimulation", "Messaging"],
      swiftSettings: settings
    ),
  ]
)
