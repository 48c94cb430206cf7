import LocalAPI
import Messaging

// What the running gateway says about itself, as findings.
extension StatusReport {
  /// Whether a message could be sent at this moment.
  var canSend: Bool {
    state != .down && !isPaused && modems.contains { $0.state == .ready || $0.state == .sending }
  }

  private var isPaused: Bool { queue.classes.allSatisfy(\.isPaused) }

  /// What is wrong, in the order in which one would cure it.
  var findings: [Finding] {
    var findings = modems.compactMap(\.finding)
    if modems.isEmpty {
      findings.append(
        Finding(
          .noModem,
          .obstacle,
          "modems",
          "none is plugged in that the gateway may use",
          cure: "plug one in; hermod status says what was looked for and what was passed over"
        )
      )
    }
    if isPaused {
      findings.append(
        Finding(.queuePaused, .obstacle, "queue", "is paused", cure: "hermod queue resume")
      )
    }
    // A reason that is about no modem is what blocks the gateway as a whole: a full disk, a database.
    if state == .down, !modems.isEmpty, !canSend,
      let reason = reasons.first(where: { reason in
        !modems.contains { reason.hasPrefix($0.name) }
      })
    {
      findings.append(
        Finding(.gatewayBlocked, .obstacle, "gateway", reason, cure: "see hermod status")
      )
    }
    return findings
  }
}

extension ModemView {
  /// Why it does not send, and what to do; nil where it works.
  var finding: Finding? {
    guard let cure = NextStep(self)?.words else {
      guard state == .ready, let reason else { return nil }
      return Finding(.modemWarning, .warning, name, reason, cure: "hermod modem show \(name)")
    }
    let words = "is \(state.rawValue)" + (reason.map { ": \($0)" } ?? "")
    return Finding(kind, isOnItsWay ? .warning : .obstacle, name, words, cure: cure)
  }

  /// Whether it gets ready by itself, as a rule.
  private var isOnItsWay: Bool {
    switch state {
    case .probing, .initialising, .recovering, .waiting: true
    case .absent, .pinRequired, .searching, .ready, .sending, .paused, .failed: false
    }
  }

  private var kind: Finding.Kind {
    switch state {
    case .pinRequired: .pinRequired
    case .searching: .notRegistered
    case .failed:
      switch reasonCode {
      case .simMissing: .simMissing
      case .portBusy: .portBusy
      case .portPermission: .portPermission
      case .simLocked, .pinMissing, .pinRefused, .pinUnusable, .pinTriesLeft, .pukRequired,
        .simTrouble, .paused, .other, nil:
        .modemNotReady
      }
    case .absent, .probing, .initialising, .ready, .sending, .waiting, .paused, .recovering:
      .modemNotReady
    }
  }
}
