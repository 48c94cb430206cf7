// swift-tools-version: 6.2

import PackageDescription

// The targets that are measured are symbolic links into the package above: it offers no libraries,
// and measuring them needs none of the packages that it depends on.

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "hermod-benchmarks",
  targets: [
    .target(name: "Messaging", swiftSettings: settings),
    .target(name: "GSMAlphabet", swiftSettings: settings),
    .target(
      name: "TransferLayer",
      dependencies: ["Messaging", "GSMAlphabet"],
      swiftSettings: settings
    ),
    .target(name: "OptOut", dependencies: ["Messaging"], swiftSettings: settings),
    .executableTarget(
      name: "OptOutBenchmark",
      dependencies: ["Messaging", "OptOut"],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "CodecBenchmark",
      dependencies: ["Messaging", "GSMAlphabet", "TransferLayer"],
      swiftSettings: settings
    ),
  ]
)
