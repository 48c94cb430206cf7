/// Where the daemon looks for modems, and which devices it passed over.
public struct DiscoveryView: Codable, Hashable, Sendable {
  /// A device that looks like a port and is not used.
  public struct IgnoredDevice: Codable, Hashable, Sendable {
    /// The path of the device.
    public var device: String
    /// Why it is not used, and what would change that.
    public var reason: String

    /// A device that is not used.
    public init(device: String, reason: String) {
      self.device = device
      self.reason = reason
    }
  }

  /// Whether udev tells the daemon about devices.
  public var udev: Bool
  /// What counts as a modem, in words: drivers, and the devices that the configuration names.
  public var lookedFor: [String]
  /// The devices that were passed over.
  public var ignored: [IgnoredDevice]

  /// What was looked for and what was passed over.
  public init(udev: Bool = true, lookedFor: [String] = [], ignored: [IgnoredDevice] = []) {
    self.udev = udev
    self.lookedFor = lookedFor
    self.ignored = ignored
  }

  private enum CodingKeys: String, CodingKey {
    case udev, ignored
    case lookedFor = "looked_for"
  }
}
