/// Asks how the modem is doing: signal, registration, operator.
struct StatusPoll: Equatable, Sendable {
  private var remaining: [ATCommand]

  /// A poll.
  ///
  /// - Parameter quick: Only the registration, while the modem looks for a network.
  init(quick: Bool) {
    let registrations = RegistrationDomain.allCases.map(ATCommand.registration)
    remaining = quick ? registrations : [.signalQuality] + registrations + [.operatorName]
  }

  /// A poll that makes sure first that the SIM is still there, and is the one it was.
  ///
  /// - Parameters:
  ///   - iccidCommand: What gave the ICCID; where nothing did, all that might are tried again.
  ///   - readsReference: Whether EF-SMSS is read too.
  init(iccidCommand: ATCommand?, readsReference: Bool = false) {
    self.init(quick: false)
    remaining = [.pinState] + (iccidCommand.map { [$0] } ?? ATCommand.simSerialNumbers) + remaining
    if readsReference { remaining.append(.lastUsedReference) }
  }

  /// Takes the result of a command: where `AT+CSQ` does not know, `AT+CESQ` may; one ICCID is enough.
  mutating func advance(_ result: CommandResult) {
    if ATCommand.simSerialNumbers.contains(result.command), result.simSerialNumber != nil {
      remaining.removeAll(where: ATCommand.simSerialNumbers.contains)
    }
    if result.command == .signalQuality, result.fields?.number(0) == 99 {
      remaining.insert(.extendedSignalQuality, at: 0)
    }
  }

  /// The next command; nil when all have been asked.
  mutating func next() -> ATCommand? {
    remaining.isEmpty ? nil : remaining.removeFirst()
  }
}

extension ModemFacts {
  /// Adds what an answer tells.
  ///
  /// - Parameter result: The result of any command.
  mutating func learn(from result: CommandResult) {
    guard result.succeeded else { return }
    switch result.command {
    case .manufacturer: manufacturer = result.bareText ?? manufacturer
    case .model: model = result.bareText ?? model
    case .revision: revision = result.bareText ?? revision
    case .serialNumber: imei = result.digits(14...17) ?? imei
    case .subscriber: imsi = result.digits(6...15) ?? imsi
    case .ownNumber: ownNumber = result.fields?.text(1) ?? ownNumber
    case .serviceCentre:
      serviceCentre = result.fields?.text(0)
      serviceCentreIsMissing = result.fields != nil && serviceCentre == nil
    case .operatorName: operatorName = result.fields?.text(2) ?? operatorName
    case .signalQuality: signal = result.fields?.number(0).flatMap(Self.decibels(rssi:))
    case .extendedSignalQuality: signal = result.fields.flatMap(Self.decibels(extended:))
    case _ where ATCommand.simSerialNumbers.contains(result.command):
      if let number = result.simSerialNumber {
        iccid = number
        iccidCommand = result.command
      }
    case _:
      learnRegistration(from: result)
    }
  }

  private mutating func learnRegistration(from result: CommandResult) {
    for domain in RegistrationDomain.allCases where result.command == .registration(domain) {
      registrations[domain] = result.fields?.number(1).flatMap(RegistrationStatus.init(rawValue:))
    }
  }
}

extension CommandResult {
  /// The first line that holds nothing but this many digits.
  fileprivate func digits(_ count: ClosedRange<Int>) -> String? {
    for line in lines {
      let bare = (line.split(separator: ":").last ?? "").filter { $0 != "\"" && $0 != " " }
      let digits = bare.prefix { $0.isASCII && $0.isNumber }
      if count.contains(digits.count) { return String(digits) }
    }
    return nil
  }

  /// The ICCID in an answer, whichever command gave it.
  var simSerialNumber: String? {
    guard let line = lines.first else { return nil }
    if let fields = ResponseFields(line, prefix: "+CRSM") {
      guard fields.number(0) == 144, let swapped = fields.text(2), swapped.utf8.count == 20 else {
        return nil
      }
      return Self.nibbleSwapped(swapped)
    }
    let bare = (line.split(separator: ":").last ?? "").filter { $0 != "\"" && $0 != " " }
    let digits = bare.prefix { $0.isHexDigit }.uppercased()
    guard (18...22).contains(digits.utf8.count) else { return nil }
    // A filler F behind an odd number of digits is not part of the number.
    return digits.hasSuffix("F") ? String(digits.dropLast()) : digits
  }

  /// EF-ICCID holds the digits two and two, each pair swapped, F where they end.
  private static func nibbleSwapped(_ hexadecimal: String) -> String {
    var digits: [Character] = []
    let characters = Array(hexadecimal.uppercased())
    for pair in stride(from: 0, to: characters.count - 1, by: 2) {
      digits.append(characters[pair + 1])
      digits.append(characters[pair])
    }
    return String(digits.prefix { $0 != "F" })
  }
}
