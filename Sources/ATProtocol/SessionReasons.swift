/// Why a modem that answers cannot be used for now.
public enum BlockReason: String, Equatable, Sendable {
  /// There is no SIM.
  case simMissing
  /// The SIM is busy.
  case simBusy
  /// The SIM wants a PIN and none is configured.
  case pinRequired
  /// The SIM refused the PIN; it is not tried again.
  case pinRefused
  /// Fewer than three tries of the PIN are left; they are left to a person.
  case fewTriesLeft
  /// The modem is starting.
  case starting
  /// The configured PIN is not four to eight digits.
  case pinUnusable
  /// The SIM wants its PUK, which nobody guesses.
  case pukRequired
  /// The SIM or the modem is locked in another way.
  case simLocked
}

/// Why a session gave up; the port is to be opened anew.
public enum SessionFailure: Equatable, Sendable {
  /// A command was not answered, and neither was `AT` afterwards.
  case noAnswer(command: String)
  /// The modem does not know PDU mode.
  case noPDUMode
  /// The port has hung up.
  case hangUp
  /// Commands go unanswered time and again, though the modem comes back in between.
  case keepsFailing
  /// It was told to start anew.
  case restarting
}
