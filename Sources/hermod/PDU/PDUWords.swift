import GSMAlphabet
import TransferLayer

/// The values of PDU fields in words.
enum PDUWords {
  static func address(_ address: TPAddress) -> String {
    let kinds = [
      "unknown", "international", "national", "network specific", "subscriber", "alphanumeric",
      "abbreviated", "reserved",
    ]
    let kind = kinds[Int(address.typeOfNumber & 0x07)]
    return "\(quoted(address.description)), \(kind), plan \(address.numberingPlan)"
  }

  static func flags(_ tpdu: TPDU) -> String {
    let flags: [(String, Bool)] =
      switch tpdu {
      case .deliver(let tpdu):
        [
          ("UDHI", tpdu.userDataHeader != nil), ("RP", tpdu.replyPath),
          ("SRI", tpdu.statusReportIndication), ("LP", tpdu.loopPrevention),
          ("more messages wait", tpdu.moreMessagesToSend),
        ]
      case .submit(let tpdu):
        [
          ("UDHI", tpdu.userDataHeader != nil), ("RP", tpdu.replyPath),
          ("SRR", tpdu.statusReportRequest), ("RD", tpdu.rejectDuplicates),
        ]
      case .statusReport(let tpdu):
        [
          ("UDHI", tpdu.parameters.userDataHeader != nil), ("SRQ", tpdu.statusReportQualifier),
          ("LP", tpdu.loopPrevention), ("more messages wait", tpdu.moreMessagesToSend),
        ]
      case .command(let tpdu):
        [("UDHI", tpdu.hasUserDataHeader), ("SRR", tpdu.statusReportRequest)]
      case .deliverReport, .submitReport: []
      }
    let names = flags.filter(\.1).map(\.0)
    return names.isEmpty ? "no flags" : names.joined(separator: ", ")
  }

  static func scheme(_ scheme: DataCodingScheme) -> String {
    var words = [scheme.alphabet.name]
    if scheme.isCompressed { words.append("compressed") }
    if let displayClass = scheme.displayClass { words.append("class \(displayClass)") }
    if scheme.isMarkedForAutomaticDeletion { words.append("to be deleted when read") }
    if let waiting = scheme.messageWaiting {
      words.append(
        "\(waiting.kind.name) \(waiting.isActive ? "waits" : "no longer waits"), "
          + (waiting.isStored ? "store" : "discard")
      )
    }
    return words.joined(separator: ", ")
  }

  static func time(_ time: ServiceCentreTimeStamp) -> String {
    time.iso8601 ?? "not a date and time"
  }

  static func validity(_ period: ValidityPeriod) -> String {
    switch period {
    case .relative: "relative, \(duration(period))"
    case .absolute(let end): "until \(time(end))"
    case .enhanced(let enhanced):
      "enhanced, \(duration(period))" + (enhanced.isSingleShot ? ", single shot" : "")
    }
  }

  private static func duration(_ period: ValidityPeriod) -> String {
    guard let seconds = period.duration?.components.seconds else { return "no period" }
    let units: [(Int64, String)] = [(604_800, "week"), (86_400, "day"), (3600, "h"), (60, "min")]
    for (size, name) in units where seconds >= size && seconds % size == 0 {
      let count = seconds / size
      return "\(count) \(name)" + (size >= 86_400 && count != 1 ? "s" : "")
    }
    return "\(seconds) s"
  }

  static func element(_ element: InformationElement) -> String {
    let header = UserDataHeader(elements: [element])
    var meaning = ""
    if let part = header.concatenation {
      meaning =
        "segment \(part.sequence) of \(part.total), reference \(part.reference) "
        + "in \(part.width.rawValue) bits"
    } else if let ports = header.ports {
      meaning = "to port \(ports.destination) from \(ports.source)"
    } else if let waiting = header.specialMessageIndications.first {
      meaning = "\(waiting.count) messages of kind \(waiting.kind) wait"
    } else if let language = header.shiftTables.single {
      meaning = "single shift table: \(language)"
    } else if let language = header.shiftTables.locking {
      meaning = "locking shift table: \(language)"
    }
    let digits = Hexadecimal.text(of: [element.identifier])
    return "element \(digits): \(Hexadecimal.text(of: element.data)) \(meaning)"
  }

  /// Text in quotation marks, with what a terminal would act on made visible.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate:
        result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
