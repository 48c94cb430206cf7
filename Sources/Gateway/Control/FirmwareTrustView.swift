internal import LocalAPI
internal import QueuePolicy

extension FirmwareView {
  /// What has been seen of a firmware, as the API shows it.
  init(_ firmware: Firmware, _ trust: FirmwareTrust) {
    self.init(
      manufacturer: firmware.manufacturer,
      model: firmware.model,
      revision: firmware.revision,
      isTrusted: trust.isTrusted,
      agreements: trust.agreements,
      agreementsRequired: FirmwareTrust.requiredAgreements,
      disagreements: trust.disagreements,
      unansweredAdvances: trust.unansweredAdvances
    )
  }
}
