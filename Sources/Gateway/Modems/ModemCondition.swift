internal import ATProtocol
internal import LocalAPI
internal import Messaging

extension ModemSlot {
  /// What a modem is doing, as an operator sees it.
  struct Condition: Sendable, Equatable {
    /// What applications are told of it.
    var state: ModemView.State
    var reason: String?
    /// The reason for programs, where it has a word of its own.
    var code: ModemView.ReasonCode?
    var until: Timestamp?
  }
}

extension ModemSlot.Condition {
  /// What an operator sees while somebody, or a rule, has paused a modem.
  init(_ pause: ModemPause) {
    let code: ModemView.ReasonCode? = pause.reason == nil ? nil : .paused
    self.init(state: .paused, reason: pause.reason, code: code, until: pause.until)
  }

  /// What an operator sees while a session is in a phase.
  init(_ phase: SessionPhase) {
    switch phase {
    case .listening:
      self.init(state: .probing, reason: "waiting for the answer to an attempt of before")
    case .probing: self.init(state: .probing)
    case .initialising: self.init(state: .initialising)
    case .blocked(let reason): self.init(reason)
    case .searching(let status): self.init(state: .searching, reason: status?.reason)
    case .awaitingLateAnswer:
      self.init(
        state: .waiting,
        reason: "an attempt had no answer; nothing is sent until none can come any more"
      )
    case .ready: self.init(state: .ready)
    case .sending: self.init(state: .sending)
    case .waiting:
      self.init(state: .waiting, reason: "the network has not answered for a minute")
    case .recovering:
      self.init(state: .recovering, reason: "it stopped answering or was reset")
    }
  }

  private init(_ reason: BlockReason) {
    switch reason {
    case .simMissing:
      self.init(state: .failed, reason: "no SIM: put one in", code: .simMissing)
    case .simBusy: self.init(state: .initialising, reason: "the SIM is busy")
    case .pinRequired:
      self.init(
        state: .pinRequired,
        reason: "the SIM wants a PIN: set pin_file for this modem",
        code: .pinMissing
      )
    case .pinRefused:
      self.init(
        state: .pinRequired,
        reason: "the SIM refused the PIN; it is not tried again",
        code: .pinRefused
      )
    case .pinUnusable:
      self.init(
        state: .pinRequired,
        reason: "the configured PIN is not four to eight digits",
        code: .pinUnusable
      )
    case .pukRequired:
      self.init(
        state: .pinRequired,
        reason: "the SIM wants its PUK: unlock it in a phone",
        code: .pukRequired
      )
    case .fewTriesLeft:
      self.init(
        state: .pinRequired,
        reason: "fewer than three tries of the PIN are left: enter it in a phone once",
        code: .pinTriesLeft
      )
    case .starting: self.init(state: .initialising, reason: "the modem is starting")
    case .simLocked:
      self.init(state: .failed, reason: "the SIM or the modem is locked", code: .simLocked)
    }
  }
}

extension ModemView.State {
  /// Whether messages leave through a modem in this state, and nobody needs to look after it.
  var isAtWork: Bool {
    switch self {
    case .ready, .sending, .waiting: true
    case .absent, .probing, .initialising, .pinRequired, .searching, .paused, .recovering,
      .failed:
      false
    }
  }
}

extension ModemFacts {
  /// What an operator should know although the modem works; nil where there is nothing.
  var warningText: String? {
    let texts = warnings.map { warning in
      switch warning {
      case .inboundNotGuaranteed:
        "inbound not guaranteed: the modem cannot store messages, nor have them acknowledged"
      case .memoryBlocked:
        "nothing can be received: the memory is full of messages that are not for the gateway"
      case .serviceCentreMissing:
        "the SIM has no service centre address: set it with AT+CSCA"
      }
    }
    return texts.isEmpty ? nil : texts.joined(separator: "; ")
  }
}
