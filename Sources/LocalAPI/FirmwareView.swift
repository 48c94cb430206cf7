/// The firmware of a modem, and how far its record of the last message reference (EF-SMSS, 3GPP TS
/// 31.102 §4.2.28) is believed.
public struct FirmwareView: Codable, Hashable, Sendable {
  /// Who made the modem, as it says.
  public var manufacturer: String
  /// Which model it is.
  public var model: String
  /// Which revision it runs.
  public var revision: String
  /// Whether an unchanged record settles an attempt without an answer.
  public var isTrusted: Bool
  /// How often the record agreed with the modem's answer.
  public var agreements: Int
  /// How many agreements are asked for.
  public var agreementsRequired: Int
  /// How often it was wrong; once is enough not to believe it.
  public var disagreements: Int
  /// How often it moved after an attempt without an answer that had been sent.
  public var unansweredAdvances: Int

  /// A firmware.
  public init(
    manufacturer: String,
    model: String,
    revision: String,
    isTrusted: Bool = false,
    agreements: Int = 0,
    agreementsRequired: Int = 20,
    disagreements: Int = 0,
    unansweredAdvances: Int = 0
  ) {
    self.manufacturer = manufacturer
    self.model = model
    self.revision = revision
    self.isTrusted = isTrusted
    self.agreements = agreements
    self.agreementsRequired = agreementsRequired
    self.disagreements = disagreements
    self.unansweredAdvances = unansweredAdvances
  }

  private enum CodingKeys: String, CodingKey {
    case manufacturer, model, revision, agreements, disagreements
    case isTrusted = "trusted"
    case agreementsRequired = "agreements_required"
    case unansweredAdvances = "unanswered_advances"
  }
}
