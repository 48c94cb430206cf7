/// What the rule makes of one device: whether it is opened, which port first, and why.
public struct DeviceAssessment: Equatable, Sendable {
  /// What may be done with a device.
  public enum Verdict: String, Equatable, Sendable, CaseIterable {
    /// It is very likely a modem: its candidate ports are probed.
    case open
    /// It may be anything: it is left alone unless the configuration names it.
    case onlyWhenConfigured = "only-when-configured"
    /// It is known for something that must not be written to.
    case denied
    /// A modem that shows only the disk with its driver.
    case storageMode = "storage-mode"
    /// A modem whose firmware makes it a router; it has no command port.
    case hiLink = "hilink"
    /// A modem of which no serial port is to be seen.
    case noPort = "no-port"
  }

  /// One thing that speaks for or against a device.
  public struct Evidence: Equatable, Sendable {
    /// How much it counts; negative against.
    public var points: Int
    /// What it is, in words that continue "because".
    public var words: String

    /// Puts weight and words together.
    public init(points: Int, words: String) {
      self.points = points
      self.words = words
    }
  }

  /// A port whose points together are at least this is opened.
  public static let threshold = 50

  /// What may be done.
  public var verdict: Verdict
  /// The sum of the points.
  public var score: Int
  /// What the score is made of, in the order in which it was looked at.
  public var evidence: [Evidence]
  /// Why, in words for a person.
  public var reason: String
  /// What a person can do about it; nil where there is nothing to do.
  public var advice: String?
  /// The ports to try for commands, best first; empty where none may be.
  ///
  /// With `onlyWhenConfigured` these are the ports to try once the configuration names the device.
  public var candidates: [CandidatePort]
}

/// A port that may take commands.
public struct CandidatePort: Equatable, Sendable {
  /// Why it is taken for one, best first.
  public enum Basis: Int, Equatable, Sendable, CaseIterable, Comparable {
    /// `HERMOD_PORT=at`.
    case hermodRule
    /// `ID_MM_PORT_TYPE_AT_PRIMARY`.
    case modemManagerRule
    /// Our table of devices.
    case table
    /// Huawei's protocol number of its interface.
    case huaweiProtocol
    /// Nothing is known against it.
    case probe
    /// It is for the data connection, and there is none better.
    case lastResort

    /// Whether one is better than another.
    public static func < (left: Basis, right: Basis) -> Bool { left.rawValue < right.rawValue }
  }

  /// The device node, such as `/dev/ttyUSB2`.
  public var node: String
  /// Why it is taken for one.
  public var basis: Basis

  /// Puts a port and its basis together.
  public init(node: String, basis: Basis) {
    self.node = node
    self.basis = basis
  }
}

/// A device with what is made of it.
public struct DiscoveredDevice: Equatable, Sendable, Identifiable {
  /// What was seen.
  public var facts: DeviceFacts
  /// What the rule makes of it.
  public var assessment: DeviceAssessment

  /// Puts both together.
  public init(facts: DeviceFacts, assessment: DeviceAssessment) {
    self.facts = facts
    self.assessment = assessment
  }

  /// Applies the rule; nil for what has nothing to do with modems.
  public init?(_ facts: DeviceFacts) {
    guard let assessment = DeviceAssessment(facts) else { return nil }
    self.init(facts: facts, assessment: assessment)
  }

  /// What makes it this device while it is plugged in.
  public var id: String { facts.id }

  /// Whether a `usb_path` of the configuration means this device: the path of its socket, or of
  /// one of its ports.
  ///
  /// - Parameter usbPath: As `ID_PATH` gives it, such as `pci-0000:00:14.0-usb-0:1.2`, or as the
  ///   kernel names the device, such as `1-1.2`.
  /// - Returns: Whether it is this device's.
  public func isAt(usbPath: String) -> Bool {
    if facts.physicalPath == usbPath { return true }
    if facts.ports.contains(where: { $0.physicalPath == usbPath }) { return true }
    return facts.usb?.systemPath.split(separator: "/").last.map { $0 == usbPath } ?? false
  }

  /// Whether a `device` of the configuration means one of this device's ports.
  ///
  /// - Parameter node: A node or one of udev's links to it, such as `/dev/serial/by-path/…`.
  /// - Returns: Whether it is this device's.
  public func hasPort(node: String) -> Bool {
    facts.ports.contains { $0.node == node || $0.links.contains(node) }
  }
}
