/// The house: which target stands in which layer (docs/architecture.md).
enum Layers {
  /// Values in, values out.
  static let pure = [
    "Messaging", "GSMAlphabet", "TransferLayer", "ATProtocol", "OptOut", "QueuePolicy",
    "ModemModel",
  ]
  /// The C names that Swift does not see.
  static let headers = ["CLinux", "CUdev"]
  /// One kind of I/O each.
  static let inputAndOutput = ["SerialIO", "DeviceDiscovery", "Storage", "Spool", "LocalAPI"]
  /// What wires the two together.
  static let wiring = ["Gateway", "Simulation"]
  /// The command line.
  static let commands = ["hermod"]
  /// What tests of several targets share.
  static let testSupport = ["FakeGateway", "FaultSimulation"]

  static let all = pure + headers + inputAndOutput + wiring + commands + testSupport
}
