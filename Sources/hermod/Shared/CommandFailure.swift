import ArgumentParser
import Glibc
import LocalAPI

/// The exit codes of every command: `sysexits.h` where it has one.
enum ExitStatus {
  /// The answer is no.
  static let no: Int32 = 1
  /// Accepted, and the outcome is not known: whoever resends risks a second copy.
  static let unknown: Int32 = 3
  /// Wrong usage.
  static let usage: Int32 = 64
  /// What was given cannot be read.
  static let badData: Int32 = 65
  /// The daemon cannot be reached.
  static let unreachable: Int32 = 69
  /// The fault is Hermod's.
  static let `internal`: Int32 = 70
  /// Nothing was accepted; the same may work later.
  static let tryAgain: Int32 = 75
}

/// Why a command ends, in words that say what to do, and the code it ends with.
struct CommandFailure: Error, Hashable, CustomStringConvertible {
  var description: String
  var exitCode: Int32

  init(_ description: String, exitCode: Int32) {
    self.description = description
    self.exitCode = exitCode
  }

  /// The failure that an error amounts to.
  init(_ error: any Error) {
    switch error {
    case let failure as CommandFailure: self = failure
    case let error as GatewayClientError:
      self.init(error.description, exitCode: Self.exitCode(of: error))
    default: self.init("\(error)", exitCode: ExitStatus.internal)
    }
  }

  /// Ends the process: the one place that prints an error.
  static func exit(after error: any Error, in command: any ParsableCommand.Type) -> Never {
    if isArgumentParsers(error) {
      // Help goes to standard output; what is wrong with the arguments, to standard error.
      let code = command.exitCode(for: error)
      guard code != .success, code != .failure, !(error is ExitCode) else {
        command.exit(withError: error)
      }
      let message = command.fullMessage(for: error)
      let words = message.hasPrefix("Error: ") ? message.dropFirst("Error: ".count) : message[...]
      StandardError.write("hermod: " + Escape.visible(String(words)) + "\n")
      Glibc.exit(ExitStatus.usage)
    }
    let failure = CommandFailure(error)
    StandardError.write("hermod: " + Escape.visible(failure.description) + "\n")
    Glibc.exit(failure.exitCode)
  }

  /// Whether an error is one of the argument parser's, most of which it keeps to itself.
  private static func isArgumentParsers(_ error: any Error) -> Bool {
    String(reflecting: type(of: error)).hasPrefix("ArgumentParser.")
  }

  private static func exitCode(of error: GatewayClientError) -> Int32 {
    switch error {
    case .notReachable, .noAnswer: ExitStatus.unreachable
    case .notUnderstood: ExitStatus.internal
    case .problem(let problem): exitCode(of: problem)
    }
  }

  private static func exitCode(of problem: ProblemDocument) -> Int32 {
    switch problem.kind {
    case .malformed, .invalid, .tooLarge, .keyReused: ExitStatus.badData
    case .unauthenticated, .forbidden, .notFound, .conflict, .optedOut, .noConsent: ExitStatus.no
    case .tooMany, .unavailable: ExitStatus.tryAgain
    case .internal, .notImplemented, .methodNotAllowed, .misdirected, nil: ExitStatus.internal
    }
  }
}
