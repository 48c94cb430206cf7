/// Which modem it is, as it says itself (`AT+CGMI`, `AT+CGMM`; 3GPP TS 27.007 §5.1, §5.2).
public struct ModemMake: Hashable, Sendable, Codable {
  /// `AT+CGMI`.
  public var manufacturer: String
  /// `AT+CGMM`; empty where it does not say.
  public var model: String

  /// A make of modem.
  public init(manufacturer: String, model: String = "") {
    self.manufacturer = manufacturer
    self.model = model
  }
}

/// What one maker means by the codes that the standards leave to makers, or that it uses otherwise.
public struct VendorErrors: Hashable, Sendable {
  /// What the answer to `AT+CGMI` begins with, in lower case: one of these.
  public let manufacturers: [String]
  /// What the answer to `AT+CGMM` begins with, in lower case: one of these; empty for all models.
  public let models: [String]
  /// Where it is known from.
  public let evidence: String
  /// `+CMS ERROR` codes.
  public let cmsRows: [SubmissionErrorRow]
  /// `+CME ERROR` codes.
  public let cmeRows: [SubmissionErrorRow]

  init(
    _ manufacturers: [String],
    models: [String] = [],
    evidence: String,
    cms: [SubmissionErrorRow] = [],
    cme: [SubmissionErrorRow] = []
  ) {
    self.manufacturers = manufacturers
    self.models = models
    self.evidence = evidence
    cmsRows = cms
    cmeRows = cme
  }

  /// Whether they are the errors of a make of modem.
  ///
  /// - Parameter make: As the modem says it.
  /// - Returns: Whether its names begin as they must.
  public func concern(_ make: ModemMake) -> Bool {
    let manufacturer = make.manufacturer.lowercased()
    let model = make.model.lowercased()
    return manufacturers.contains(where: manufacturer.hasPrefix)
      && (models.isEmpty || models.contains(where: model.hasPrefix))
  }
}

extension VendorErrorTable {
  /// The row of a `+CMS ERROR` code for a make of modem; nil where the general table holds.
  static func cms(_ code: Int, _ make: ModemMake) -> SubmissionErrorRow? {
    row(of: make) { $0.cmsRows.first { $0.code == code } }
  }

  /// The row of a `+CME ERROR` code for a make of modem; nil where the general table holds.
  static func cme(_ code: Int, _ make: ModemMake) -> SubmissionErrorRow? {
    row(of: make) { $0.cmeRows.first { $0.code == code } }
  }

  private static func row(
    of make: ModemMake,
    _ find: (VendorErrors) -> SubmissionErrorRow?
  ) -> SubmissionErrorRow? {
    for errors in all where errors.concern(make) {
      if let row = find(errors) { return row }
    }
    return nil
  }
}
