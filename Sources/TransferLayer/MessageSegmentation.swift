import GSMAlphabet
public import Messaging

/// Cuts messages into segments, 3GPP TS 23.040 §9.2.3.24.1.
///
/// The same content and options always give the same segments.
public enum MessageSegmentation {
  /// Octets of user data in one TPDU, §9.2.3.16.
  static let userDataOctets = 140

  /// Cuts a message into as few segments as it needs.
  ///
  /// - Parameters:
  ///   - content: Text or data.
  ///   - options: How.
  /// - Returns: The segments; their number and coding do not depend on any reference.
  /// - Throws: `SegmentationError` for what cannot be sent so.
  public static func segments(
    _ content: MessageContent,
    options: SegmentationOptions = SegmentationOptions()
  ) throws(SegmentationError) -> SegmentedMessage {
    switch content {
    case .text(let text): try segments(text: text, options: options)
    case .data(let data): try segments(data: data, options: options)
    }
  }

  /// Cuts data into as few segments as it needs.
  ///
  /// - Parameters:
  ///   - data: Octets.
  ///   - options: How; what it says of text has no effect.
  /// - Returns: The segments.
  /// - Throws: `SegmentationError` for what cannot be sent so.
  public static func segments(
    data: [UInt8],
    options: SegmentationOptions = SegmentationOptions()
  ) throws(SegmentationError) -> SegmentedMessage {
    let scheme =
      options.dataCodingScheme
      ?? DataCodingScheme(alphabet: .octets, displayClass: options.displayClass)
    guard !scheme.isInSeptets else { throw .schemeContradictsEncoding(scheme) }
    let units = EncodedText(octets: data)
    let plan = try SegmentPlan(units, elements: options.elements, options: options)
    return plan.message(units, scheme: scheme, options: options)
  }

  /// Cuts text into as few segments as it needs.
  ///
  /// - Parameters:
  ///   - text: The text; code points go out as they are, unless transliteration is allowed.
  ///   - options: How.
  /// - Returns: The segments.
  /// - Throws: `SegmentationError` for what cannot be sent so.
  public static func segments(
    text: String,
    options: SegmentationOptions = SegmentationOptions()
  ) throws(SegmentationError) -> SegmentedMessage {
    let encoding = try encoding(options)
    guard encoding != .ucs2 else { return try ucs2(text, options: options) }
    var candidates = gsm7Candidates(text, options: options)
    var replaced = 0
    if candidates.first?.units.encoding != .gsm7(.defaultAlphabet), options.transliterates,
      let (replacement, count) = Transliteration.toDefaultAlphabet(text),
      let units = EncodedText(replacement, tables: .defaultAlphabet)
    {
      candidates = [Candidate(units: units, elements: options.elements)]
      replaced = count
    }
    if encoding == .gsm7, candidates.isEmpty { throw notInAlphabet(text, options: options) }
    if encoding == .auto, replaced == 0, candidates.first?.elements.count != options.elements.count
    {
      candidates.append(Candidate(units: EncodedText(ucs2: text), elements: options.elements))
    }
    return try cheapest(candidates, replaced: replaced, options: options)
  }

  /// A coding that a text could have, with the header elements that it takes.
  private struct Candidate {
    var units: EncodedText
    var elements: [InformationElement]
  }

  /// The encoding asked for, which a given TP-DCS decides where it is open.
  private static func encoding(
    _ options: SegmentationOptions
  ) throws(SegmentationError) -> RequestedEncoding {
    guard let scheme = options.dataCodingScheme else { return options.encoding }
    switch (options.encoding, scheme.alphabet, scheme.isCompressed) {
    case (.auto, .defaultAlphabet, false), (.gsm7, .defaultAlphabet, false): return .gsm7
    case (.auto, .ucs2, false), (.ucs2, .ucs2, false): return .ucs2
    case (_, _, _): throw .schemeContradictsEncoding(scheme)
    }
  }

  private static func ucs2(
    _ text: String,
    options: SegmentationOptions
  ) throws(SegmentationError) -> SegmentedMessage {
    let candidate = Candidate(units: EncodedText(ucs2: text), elements: options.elements)
    return try cheapest([candidate], replaced: 0, options: options)
  }

  /// The GSM 7-bit codings that hold all of the text: the default alphabet, then shift tables.
  private static func gsm7Candidates(
    _ text: String,
    options: SegmentationOptions
  ) -> [Candidate] {
    var candidates: [Candidate] = []
    var tables: [ShiftTables] = [.defaultAlphabet]
    for language in options.languages {
      tables.append(ShiftTables(single: language))
      guard language.hasLockingShiftTable else { continue }
      tables.append(ShiftTables(locking: language))
      tables.append(ShiftTables(locking: language, single: language))
    }
    for tables in tables {
      guard let units = EncodedText(text, tables: tables) else { continue }
      candidates.append(Candidate(units: units, elements: tables.elements + options.elements))
    }
    return candidates
  }

  /// The first of the candidates that need the fewest segments.
  private static func cheapest(
    _ candidates: [Candidate],
    replaced: Int,
    options: SegmentationOptions
  ) throws(SegmentationError) -> SegmentedMessage {
    var best: (plan: SegmentPlan, units: EncodedText)?
    var failure: SegmentationError?
    for candidate in candidates {
      do throws(SegmentationError) {
        let plan = try SegmentPlan(candidate.units, elements: candidate.elements, options: options)
        if plan.count < best?.plan.count ?? .max { best = (plan, candidate.units) }
      } catch {
        failure = error
      }
    }
    guard let (plan, units) = best else { throw failure ?? .headerTooLong(octets: 0) }
    let scheme =
      options.dataCodingScheme
      ?? DataCodingScheme(
        alphabet: units.encoding == .ucs2 ? .ucs2 : .defaultAlphabet,
        displayClass: options.displayClass
      )
    return plan.message(units, scheme: scheme, replaced: replaced, options: options)
  }

  private static func notInAlphabet(
    _ text: String,
    options: SegmentationOptions
  ) -> SegmentationError {
    for (index, scalar) in text.unicodeScalars.enumerated()
    where !DefaultAlphabet.contains(scalar) {
      return .notInAlphabet(character: scalar, index: index)
    }
    return .notInAlphabet(character: "\u{FFFD}", index: 0)
  }
}

extension ShiftTables {
  /// The elements that announce these tables, 3GPP TS 23.040 §9.2.3.24.15 and §9.2.3.24.16.
  var elements: [InformationElement] {
    var elements: [InformationElement] = []
    if let single { elements.append(InformationElement(identifier: 0x24, data: [single.rawValue])) }
    if let locking {
      elements.append(InformationElement(identifier: 0x25, data: [locking.rawValue]))
    }
    return elements
  }
}
