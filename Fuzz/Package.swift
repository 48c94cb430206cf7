// swift-tools-version: 6.2

import PackageDescription

// The targets under test are symbolic links into the package above: it offers no libraries, and
// fuzzing needs none of the packages that it depends on.

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let codec: [Target.Dependency] = ["Messaging", "GSMAlphabet", "TransferLayer"]

let package = Package(
  name: "hermod-fuzz",
  targets: [
    .target(name: "Messaging", swiftSettings: settings),
    .target(name: "GSMAlphabet", swiftSettings: settings),
    .target(
      name: "TransferLayer",
      dependencies: ["Messaging", "GSMAlphabet"],
      swiftSettings: settings
    ),
    .executableTarget(name: "FuzzTPDU", dependencies: codec, swiftSettings: settings),
    .executableTarget(name: "FuzzReassembly", dependencies: codec, swiftSettings: settings),
    .target(name: "ATProtocol", dependencies: ["Messaging"], swiftSettings: settings),
    .executableTarget(
      name: "FuzzSession",
      dependencies: ["Messaging", "ATProtocol"],
      swiftSettings: settings
    ),
  ]
)
