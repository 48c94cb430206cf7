import CLinux
import DeviceDiscovery
import Foundation
import Gateway
import Glibc

// Looking at the machine; what follows from it is decided in `MachineDiagnosis`.
extension MachineFacts {
  /// Looks at everything once.
  ///
  /// - Parameters:
  ///   - socket: The daemon's socket; it belongs to the user that the daemon runs as.
  ///   - file: The configuration file, or where it would be.
  /// - Returns: What was seen.
  static func look(socket: String, configuration file: String) -> MachineFacts {
    let (read, settings) = configuration(file)
    let caller = Account.caller()
    var facts = MachineFacts(
      configuration: read,
      caller: caller,
      gateway: gatewayAccount(socket: socket) ?? caller,
      spool: Place(settings.spool.directory),
      outgoing: Place(settings.spool.directory + "/outgoing"),
      state: Place(settings.gateway.stateDirectory)
    )
    facts.lookAtGroups()
    facts.lookAtDevices()
    facts.lookAtClock()
    return facts
  }

  private static func configuration(_ file: String) -> (Configuration, GatewayConfiguration) {
    guard access(file, F_OK) == 0 else { return (.absent, GatewayConfiguration()) }
    do {
      return (.good, try ConfigurationFile(path: file).configuration)
    } catch {
      return (.bad(file: file, faults: "\(error)"), GatewayConfiguration())
    }
  }

  /// The user of a running gateway; else the one that the package made, where there is one.
  private static func gatewayAccount(socket: String) -> Account? {
    if let file = FileFacts(path: socket) { return Account(user: file.owner) }
    return Account(named: "hermod")
  }

  private mutating func lookAtGroups() {
    let names = ["hermod", "hermod-submit"]
    let groups = names.compactMap { name in getgrnam(name)?.pointee.gr_gid }
    hasGroups = groups.count == 2
    let listed = Account(user: caller.user)?.groups ?? []
    isListed = !listed.union(caller.groups).isDisjoint(with: groups)
  }

  private mutating func lookAtDevices() {
    hasUdev = DeviceMonitor.hasUdev
    modemManager = Self.process(named: "ModemManager")
    do {
      devices = try DeviceMonitor.survey()
    } catch {
      discoveryFailure = "\(error)"
    }
    for node in devices.flatMap({ $0.assessment.candidates.map(\.node) }) {
      guard let file = FileFacts(path: node) else { continue }
      ports[node] = Port(file: file, groupName: file.groupName)
    }
  }

  private mutating func lookAtClock() {
    let answer = clinux_clock_is_synchronized()
    isClockSynchronized = answer < 0 ? nil : answer == 1
    var program = stat()
    if stat("/proc/self/exe", &program) == 0 {
      // A day of grace, for builds of the other side of the world.
      isClockBehind = time(nil) < program.st_mtim.tv_sec - 86_400
    }
  }

  /// A process by its name, as the kernel keeps it.
  private static func process(named name: String) -> Int32? {
    let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return processes.lazy.compactMap { Int32($0) }.sorted().first { process in
      let text = try? String(contentsOfFile: "/proc/\(process)/comm", encoding: .utf8)
      return text?.trimmingCharacters(in: .newlines) == name
    }
  }
}

extension MachineFacts.Place {
  /// Looks at a directory; at the file system that it would be made on where it is missing.
  init(_ path: String) {
    self.init(path: path, file: FileFacts(path: path))
    var existing = path
    while access(existing, F_OK) != 0, existing.count > 1 {
      existing = URL(fileURLWithPath: existing).deletingLastPathComponent().path
    }
    var system = statvfs()
    guard statvfs(existing, &system) == 0 else { return }
    isReadOnly = system.f_flag & UInt(ST_RDONLY) != 0
    free = UInt64(system.f_bavail) * UInt64(system.f_frsize)
    total = UInt64(system.f_blocks) * UInt64(system.f_frsize)
  }
}
