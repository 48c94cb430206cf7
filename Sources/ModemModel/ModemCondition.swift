public import Messaging

/// Something that is the matter with a modem until somebody changes it.
public enum ModemCondition: Equatable, Sendable {
  /// There is no SIM in it.
  case noSIM
  /// The SIM wants its PIN.
  case wantsPIN
  /// The SIM wants its PUK.
  case wantsPUK
  /// The network does not have it: `<stat>` of `+CREG` is 2.
  case notRegistered
  /// The network refuses it: `<stat>` is 3.
  case registrationDenied
  /// Its memories take no more messages.
  case storageFull
  /// It answers nothing at all.
  case dead
}

extension SimulatedModem {
  /// Adds something that goes wrong.
  public mutating func add(_ rule: FaultRule) {
    faults.add(rule)
  }

  /// Forgets all that would go wrong.
  public mutating func removeFaults() {
    faults.removeAll()
  }

  /// Puts the modem into a condition or ends it.
  ///
  /// - Parameters:
  ///   - condition: The condition.
  ///   - isOn: Whether it begins or ends.
  ///   - time: When.
  /// - Returns: What the modem says.
  public mutating func set(_ condition: ModemCondition, _ isOn: Bool, at time: Timestamp)
    -> [Action]
  {
    now = max(now, time)
    switch condition {
    case .noSIM:
      if isOn, sim != nil {
        removedSIM = sim.take()
        announce("+CPIN: NOT INSERTED")
      } else if !isOn, sim == nil {
        sim = removedSIM.take()
        announce("+CPIN: READY")
      }
    case .wantsPIN: sim?.lock = isOn ? .pin(attemptsLeft: 3) : .ready
    case .wantsPUK: sim?.lock = isOn ? .puk : .ready
    case .notRegistered: return setRegistration(isOn ? 2 : 1, at: time)
    case .registrationDenied: return setRegistration(isOn ? 3 : 1, at: time)
    case .storageFull: isStorageFull = isOn
    case .dead: isDead = isOn
    }
    return takeActions()
  }

  /// Puts another SIM in, or none.
  public mutating func insert(_ sim: SimulatedSIM?, at time: Timestamp) -> [Action] {
    now = max(now, time)
    self.sim = sim
    announce(sim == nil ? "+CPIN: NOT INSERTED" : "+CPIN: READY")
    return takeActions()
  }

  /// Sets what `+CSQ` says.
  ///
  /// - Parameter strength: `<rssi>`, 0 to 31, or 99 for unknown.
  public mutating func setSignal(_ strength: Int) {
    signal = strength
  }

  /// Writes a line that nobody asked for.
  public mutating func say(_ line: String, at time: Timestamp) -> [Action] {
    now = max(now, time)
    announce(line)
    return takeActions()
  }
}

extension SimulatedModem {
  /// Does what a line such as `lose-ok every 10` asks for.
  ///
  /// - Parameters:
  ///   - instruction: What.
  ///   - time: When.
  /// - Returns: What the modem says.
  public mutating func apply(_ instruction: FaultInstruction, at time: Timestamp) -> [Action] {
    switch instruction {
    case .rule(let rule):
      add(rule)
      return []
    case .condition(let condition, let isOn):
      return set(condition, isOn, at: time)
    case .clear:
      removeFaults()
      return FaultSyntax.conditions.flatMap { set($0.condition, false, at: time) }
    }
  }
}
