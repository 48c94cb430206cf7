import DeviceDiscovery

// Facts in, findings out: nothing is looked at here.
extension MachineFacts {
  /// Everything that is wrong with the machine, in the order in which one would cure it.
  ///
  /// - Parameter isRunning: Whether the gateway runs: then it has opened its directories, and
  ///   reports on its ports itself.
  /// - Returns: The findings.
  func findings(whileRunning isRunning: Bool) -> [Finding] {
    configurationFindings + accountFindings + deviceFindings(whileRunning: isRunning)
      + placeFindings(whileRunning: isRunning) + clockFindings
  }

  private var configurationFindings: [Finding] {
    guard case .bad(let file, let faults) = configuration else { return [] }
    return [
      Finding(
        .configuration,
        .obstacle,
        file,
        faults,
        cure: "correct it, and check with: hermod config check \(file)"
      )
    ]
  }

  private var accountFindings: [Finding] {
    guard caller.user != 0, caller != gateway, hasGroups else { return [] }
    guard !isListed else { return [] }
    return [
      Finding(
        .wrongGroup,
        .warning,
        caller.name,
        "is in neither of the groups hermod-submit, which sends, and hermod, which administers",
        cure: "sudo usermod -aG hermod-submit \(caller.name), and log in again"
      )
    ]
  }

  private func deviceFindings(whileRunning isRunning: Bool) -> [Finding] {
    var findings: [Finding] = []
    if let discoveryFailure {
      findings.append(
        Finding(
          .noUdev,
          .warning,
          "udev",
          discoveryFailure,
          cure: "name the modems' ports in [[modem]] of /etc/hermod/hermod.toml"
        )
      )
    } else if !hasUdev {
      findings.append(
        Finding(
          .noUdev,
          .warning,
          "udev",
          "sends no events here, as in a container: what is plugged in is found after up to 10 s",
          cure: "run Hermod on the host, or mount the host's /run/udev into the container"
        )
      )
    }
    for device in devices { findings += findingsAbout(device, whileRunning: isRunning) }
    return findings
  }

  private func findingsAbout(
    _ device: DiscoveredDevice,
    whileRunning isRunning: Bool
  ) -> [Finding] {
    let name = device.facts.name
    let assessment = device.assessment
    func refused(_ kind: Finding.Kind) -> [Finding] {
      [
        Finding(
          kind,
          .warning,
          name,
          assessment.reason,
          cure: assessment.advice ?? "none is needed"
        )
      ]
    }
    switch assessment.verdict {
    case .open:
      return portFindings(device, whileRunning: isRunning) + modemManagerFindings(device)
    case .storageMode: return refused(.storageMode)
    case .hiLink: return refused(.hiLink)
    case .noPort: return refused(.noPort)
    // Built-in ports and boards are not what stands in the way, and every machine has some.
    case .onlyWhenConfigured: return device.facts.usb == nil ? [] : refused(.leftAlone)
    case .denied: return []
    }
  }

  private func portFindings(_ device: DiscoveredDevice, whileRunning isRunning: Bool) -> [Finding] {
    guard !isRunning, let node = device.assessment.candidates.first?.node, let port = ports[node],
      !gateway.may(.reading | .writing, port.file)
    else { return [] }
    return [
      Finding(
        .portPermission,
        .obstacle,
        node,
        "may not be opened by \(gateway.name): it belongs to the group \(port.groupName)",
        cure: "sudo usermod -aG \(port.groupName) \(gateway.name), and start the gateway again"
      )
    ]
  }

  private func modemManagerFindings(_ device: DiscoveredDevice) -> [Finding] {
    guard let modemManager, device.facts.usb?.marks.isHiddenFromModemManager != true else {
      return []
    }
    return [
      Finding(
        .modemManager,
        .obstacle,
        device.facts.name,
        "is not kept from ModemManager, which runs as process \(modemManager) and takes it",
        cure: "install Hermod's udev rules and plug the modem in again (sudo udevadm control "
          + "--reload && sudo udevadm trigger), or: sudo systemctl disable --now ModemManager"
      )
    ]
  }

  private func placeFindings(whileRunning isRunning: Bool) -> [Finding] {
    var findings: [Finding] = []
    if !isRunning {
      findings += writing(to: state, .stateNotWritable)
      findings += writing(to: spool, .spoolNotWritable)
    }
    if let file = outgoing.file, caller.user != 0, isListed,
      !caller.may(.writing | .searching, file)
    {
      findings.append(
        Finding(
          .spoolNotWritable,
          .warning,
          outgoing.path,
          "takes no files from \(caller.name) in this session",
          cure: "log in again, so that the group hermod-submit is in force; the directory must be "
            + "3730 hermod:hermod-submit (sudo systemd-tmpfiles --create)"
        )
      )
    }
    for place in [state, spool] where place.isNearlyFull {
      // One file system is full once.
      if place.path == spool.path, spool.free == state.free, state.isNearlyFull { continue }
      findings.append(
        Finding(
          .diskNearlyFull,
          .warning,
          place.path,
          "has \(Style.size(Int64(clamping: place.free ?? 0))) left; at none, nothing is accepted "
            + "nor sent",
          cure: "make room on that file system, or move gateway.state_directory"
        )
      )
    }
    return findings
  }

  private func writing(to place: Place, _ kind: Finding.Kind) -> [Finding] {
    let cure =
      "sudo systemd-tmpfiles --create makes it as it must be; for another place, see "
      + "docs/install.md"
    guard !place.isReadOnly else {
      let problem = "is on a file system that is mounted read-only"
      return [Finding(kind, .obstacle, place.path, problem, cure: "mount it for writing")]
    }
    guard let file = place.file else {
      // A gateway of one's own makes what is missing.
      guard gateway != caller else { return [] }
      return [Finding(kind, .obstacle, place.path, "does not exist", cure: cure)]
    }
    guard !gateway.may(.reading | .writing | .searching, file) else { return [] }
    let problem = "may not be written by \(gateway.name), which the gateway runs as"
    return [Finding(kind, .obstacle, place.path, problem, cure: cure)]
  }

  private var clockFindings: [Finding] {
    if isClockBehind {
      return [
        Finding(
          .clockWrong,
          .obstacle,
          "clock",
          "shows a time before this program was installed",
          cure: "set it, and have it kept right: sudo timedatectl set-ntp true"
        )
      ]
    }
    guard isClockSynchronized == false else { return [] }
    return [
      Finding(
        .clockWrong,
        .warning,
        "clock",
        "is not synchronized: validity and quiet hours are as wrong as it is",
        cure: "sudo timedatectl set-ntp true (apt install systemd-timesyncd)"
      )
    ]
  }
}

extension MachineFacts.Place {
  /// Less than a hundredth and less than a gigabyte, or less than 100 MB.
  var isNearlyFull: Bool {
    guard let free, let total, total > 0 else { return false }
    return free < 100_000_000 || (free < 1_000_000_000 && free / max(total / 100, 1) < 1)
  }
}

extension UInt32 {
  /// What a mode allows: the bits of `access(2)`.
  fileprivate static let reading: UInt32 = 4
  fileprivate static let writing: UInt32 = 2
  fileprivate static let searching: UInt32 = 1
}
