internal import ATProtocol
internal import Storage

extension ModemDriver {
  /// What is put in the mailbox.
  enum Event: Sendable {
    /// Something for the session.
    case session(SessionInput)
    /// The timer that was set this many times ago has fired.
    case timer(UInt64)
    /// A message was assigned; nil when the request came to nothing.
    case assigned(Dispatcher.Assignment?)
    /// The modem sent octets; the next come when these have been dealt with.
    case input([UInt8])
    /// Somebody wants something beside messages, and waits for the answer.
    case request(SessionRequest, @Sendable (RequestAnswer) -> Void)
    /// The store knows the attempt under this id.
    case attempt(token: UInt64, AttemptID)
    /// Take no more messages.
    case pause
    /// Take messages again, unless something else keeps the modem from it.
    case resume
    /// End when what is in flight has ended, within the time that a shutdown may take.
    case finish
  }

  /// How a session ended.
  struct End: Sendable {
    /// Why; nil where it was asked to.
    var failure: SessionFailure?
    /// Whether the modem was ready at some time.
    var wasReady: Bool
    /// Whether the modem was told to start anew.
    var hasRestarted: Bool
  }
}
