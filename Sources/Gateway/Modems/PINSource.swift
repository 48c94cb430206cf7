internal import Foundation
internal import Logging

/// Where the PIN of a SIM is kept: a file, or a credential that systemd hands to the daemon.
struct PINSource: Equatable, Sendable {
  /// The file with the PIN on its first line.
  let path: String

  /// Where a modem's configuration says that the PIN is; nil where it says nothing.
  ///
  /// - Parameters:
  ///   - modem: The configuration.
  ///   - credentials: The directory that systemd names in `CREDENTIALS_DIRECTORY`.
  init?(
    _ modem: ModemConfiguration,
    credentials: String? = ProcessInfo.processInfo.environment["CREDENTIALS_DIRECTORY"]
  ) {
    if let file = modem.pinFile {
      path = file
    } else if let name = modem.pinCredential {
      // Without systemd there is no directory; the log then names what was looked for.
      path = (credentials ?? "$CREDENTIALS_DIRECTORY") + "/" + name
    } else {
      return nil
    }
  }

  /// The PIN, read now; nil where it cannot be read, which is logged.
  func pin(logger: Logger) -> String? {
    do {
      let text = try FileText.read(path, limit: 1 << 20)
      return text.split(whereSeparator: \.isNewline).first.map {
        $0.trimmingCharacters(in: .whitespaces)
      } ?? ""
    } catch {
      logger.error(
        "the PIN cannot be read",
        metadata: ["file": "\(path)", "error": "\(error)"]
      )
      return nil
    }
  }
}
