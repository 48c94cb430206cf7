internal import NIOSSL

/// Whom the gateway believes that a receiver is who it says: the authorities of the system, and those
/// of a file.
struct WebhookTrust: Sendable {
  /// What is handed to the client; nil for the authorities of the system alone.
  let configuration: TLSConfiguration?

  /// Reads the certificates of a file in PEM form.
  ///
  /// - Parameter file: The file; nil for none.
  /// - Throws: `WebhookTrustError`.
  init(file: String?) throws(WebhookTrustError) {
    guard let file else {
      configuration = nil
      return
    }
    let certificates: [NIOSSLCertificate]
    do {
      certificates = try NIOSSLCertificate.fromPEMFile(file)
    } catch {
      throw WebhookTrustError(file: file)
    }
    guard !certificates.isEmpty else { throw WebhookTrustError(file: file) }
    var configuration = TLSConfiguration.makeClientConfiguration()
    configuration.additionalTrustRoots = [.certificates(certificates)]
    self.configuration = configuration
  }
}

/// Why the authorities of a webhook cannot be used.
public struct WebhookTrustError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file.
  public var file: String

  /// What is wrong and what to do about it.
  public var description: String {
    "\(file): cannot be read, or holds no certificate; ca_file of [[webhook]] must name one in PEM form"
  }
}
