import ArgumentParser
import Foundation
import LocalAPI
import Messaging

/// Which daemon to talk to, and how to print its answers: the options of every client command.
struct ClientOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The socket of the daemon. (default: $HERMOD_SOCKET, else \(GatewayClient.defaultSocket))",
      valueName: "path"
    ),
    completion: .file()
  )
  var socket: String?

  @Flag(help: "Print the daemon's answer as JSON.")
  var json = false

  /// The path of the socket.
  var socketPath: String {
    GatewayClient.socketPath(
      option: socket,
      environment: ProcessInfo.processInfo.environment["HERMOD_SOCKET"]
    )
  }

  /// Hands a client to `body`.
  func withClient<Result>(
    _ body: (GatewayClient) async throws -> Result
  ) async throws -> Result {
    try await GatewayClient.withClient(socket: socketPath, body)
  }

  /// Prints an answer: the daemon's own JSON, or the lines that `render` makes of the value.
  func print<Value>(_ answer: Answer<Value>, _ render: (Value, Style) -> String) {
    if json {
      StandardOutput.write(line: String(decoding: answer.json, as: UTF8.self))
    } else {
      StandardOutput.write(render(answer.value, Style.ofStandardOutput()))
    }
  }
}
