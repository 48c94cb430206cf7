/// When a modem writes the TP-MR that it used last into the SIM: EF-SMSS, 3GPP TS 31.102 §4.2.28.
public enum ReferenceKeeping: String, Equatable, Sendable, Codable, CaseIterable {
  /// Before anything goes over the radio: it moves also where nothing left.
  case beforeTransmission
  /// As the message leaves, whether or not the network answers.
  case onTransmission
  /// When the network has answered: it stays where a message arrived and its answer got lost.
  case afterAnswer
  /// Never: the modem counts for itself.
  case never
}
