internal import AsyncHTTPClient
internal import Glibc
internal import Messaging
internal import NIOCore
internal import NIOHTTP1

/// Tells a receiver of one event.
struct WebhookPost: Sendable {
  let client: HTTPClient
  let webhook: WebhookConfiguration
  let signature: WebhookSignature
  let trust: WebhookTrust
  let clock: WallClock

  /// The most octets of an answer that are read; what they say does not matter.
  private static let longestAnswer = 64 * 1024

  /// What the receiver said.
  enum Answer: Hashable, Sendable {
    /// It has the event.
    case taken
    /// It works, and does not take this event; why.
    case refused(String)
    /// It cannot be reached, or fails; why.
    case failed(String)
  }

  /// - Parameters:
  ///   - body: The event as JSON.
  ///   - id: The id of the event.
  ///   - type: What happened.
  /// - Returns: What the receiver said.
  func send(_ body: [UInt8], id: String, type: String) async -> Answer {
    var request = HTTPClientRequest(url: webhook.url)
    request.method = .POST
    request.tlsConfiguration = trust.configuration
    request.headers.add(name: "Content-Type", value: "application/json")
    request.headers.add(name: "User-Agent", value: "hermod/\(HermodDaemon.version)")
    request.headers.add(name: "Hermod-Event-Id", value: id)
    request.headers.add(name: "Hermod-Event-Type", value: type)
    request.headers.add(
      name: WebhookSignature.field,
      value: signature.value(for: body, at: clock.now.milliseconds / 1000)
    )
    request.body = .bytes(ByteBuffer(bytes: body))
    do {
      let response = try await client.execute(request, timeout: .seconds(Int64(webhook.timeout)))
      _ = try? await response.body.collect(upTo: Self.longestAnswer)
      let code = response.status.code
      switch code {
      case 200..<300: return .taken
      case 400..<500 where ![408, 425, 429].contains(code):
        return .refused("the receiver answered \(code)")
      default: return .failed("the receiver answered \(code)")
      }
    } catch let error as HTTPClientError {
      return .failed(error.shortDescription)
    } catch let error as IOError {
      return .failed(String(cString: strerror(error.errnoCode)))
    } catch {
      return .failed("\(error)")
    }
  }
}
