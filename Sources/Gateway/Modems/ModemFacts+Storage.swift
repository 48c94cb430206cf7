internal import ATProtocol
internal import Messaging
internal import QueuePolicy

extension ModemFacts {
  /// What limits and history belong to: the ICCID, or the IMSI where the SIM does not give it.
  var sim: ICCID? {
    iccid.flatMap { ICCID($0) } ?? imsi.flatMap { ICCID($0) }
  }

  /// Whose errors it gives; nil where it does not say who made it.
  var make: ModemMake? {
    manufacturer.map { ModemMake(manufacturer: $0, model: model ?? "") }
  }

  /// What trust in EF-SMSS belongs to; nil where the modem does not say all of it.
  var firmware: Firmware? {
    guard let manufacturer, let model, let revision else { return nil }
    return Firmware(manufacturer: manufacturer, model: model, revision: revision)
  }
}
