internal import DeviceDiscovery

extension GatewayConfiguration {
  /// What the gateway takes for a modem, a line each, for people who wonder why there is none.
  var lookedFor: [String] {
    var lines: [String] = []
    if discovery.udev {
      lines += [
        "USB modems with a driver for modems: \(DeviceAssessment.modemDrivers.joined(separator: ", "))",
        "USB modems of \(DeviceAssessment.modemMakers.joined(separator: ", "))",
        "USB devices with several ports of the kind CDC-ACM",
      ]
      if !DeviceMonitor.hasUdev {
        lines.append("all of them every ten seconds: udev sends no events here")
      }
    }
    return lines + modems.map { "\($0.match.words), named \($0.name) in the configuration" }
  }
}
