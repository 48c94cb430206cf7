/// How numbers are dialled where the gateway is: what a number written nationally means.
public struct NumberingPlan: Hashable, Sendable, Codable {
  /// The country calling code (ITU-T E.164), digits without `+`; nil where it is not known.
  public var countryCode: String?
  /// What is dialled before a national number, `0` in most countries; nil or empty where nothing is.
  public var nationalPrefix: String?
  /// What is dialled before an international number.
  public var internationalPrefix: String
  /// The most digits that a number without any prefix may have to be taken as a short code.
  public var longestShortCode: Int

  /// A numbering plan.
  public init(
    countryCode: String? = nil,
    nationalPrefix: String? = nil,
    internationalPrefix: String = "00",
    longestShortCode: Int = 6
  ) {
    self.countryCode = countryCode
    self.nationalPrefix = nationalPrefix
    self.internationalPrefix = internationalPrefix
    self.longestShortCode = longestShortCode
  }
}
