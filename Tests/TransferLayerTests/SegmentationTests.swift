import GSMAlphabet
import Messaging
import Testing
import TransferLayer

@Suite struct SegmentationTests {
  static func count(_ text: String, _ options: SegmentationOptions = .init()) throws -> Int {
    try MessageSegmentation.segments(text: text, options: options).segmentCount
  }

  @Test(
    "TS 23.040 §9.2.3.24.1: what has room in one segment, and in each of several",
    arguments: [
      ("a", 8, 160, 153), ("a", 16, 160, 152), ("ж", 8, 70, 67), ("ж", 16, 70, 66),
      ("€", 8, 80, 76), ("😀", 8, 35, 33), ("😀", 16, 35, 33),
    ] as [(String, UInt8, Int, Int)]
  )
  func capacities(_ character: String, _ bits: UInt8, _ single: Int, _ each: Int) throws {
    var options = SegmentationOptions()
    options.referenceWidth = bits == 8 ? .eightBit : .sixteenBit
    #expect(try Self.count(String(repeating: character, count: single), options) == 1)
    #expect(try Self.count(String(repeating: character, count: single + 1), options) == 2)
    #expect(try Self.count(String(repeating: character, count: each * 2), options) == 2)
    #expect(try Self.count(String(repeating: character, count: each * 2 + 1), options) == 3)
    #expect(try Self.count(String(repeating: character, count: each * 255), options) == 255)
    let tooMany = String(repeating: character, count: each * 255 + 1)
    #expect(throws: SegmentationError.tooManySegments(needed: 256, allowed: 255)) {
      try MessageSegmentation.segments(text: tooMany, options: options)
    }
    options.maximumSegments = 2
    #expect(throws: SegmentationError.tooManySegments(needed: 3, allowed: 2)) {
      try Self.count(String(repeating: character, count: each * 2 + 1), options)
    }
  }

  @Test func dataIsCutAtOctets() throws {
    let data = (0..<300).map { UInt8(truncatingIfNeeded: $0) }
    let message = try MessageSegmentation.segments(.data(data))
    #expect(message.segmentCount == 3 && message.dataCodingScheme.rawValue == 0x04)
    #expect(message.userData.map(\.count) == [134, 134, 32])
    #expect(try MessageSegmentation.segments(data: Array(data[..<140])).segmentCount == 1)
  }

  /// Every segment decodes for itself, and all together are the text.
  static func check(_ text: String, _ options: SegmentationOptions = .init()) throws {
    let message = try MessageSegmentation.segments(text: text, options: options)
    let submits = message.submits(
      to: TPAddress(typeOfNumber: 1, digits: "447700900123"),
      reference: 0x1234
    )
    var joined: [UInt16] = []
    for submit in submits {
      let octets = submit.encoded()
      #expect(octets.count <= 12 + 3 + 141)
      #expect(try TPDU(decoding: octets, direction: .mobileOriginated) == .submit(submit))
      let part = try #require(submit.text)
      joined += Array(part.utf16)
      if case .ucs2 = message.encoding { #expect(!part.unicodeScalars.contains("\u{FFFD}")) }
    }
    #expect(joined == Array(text.utf16))
    #expect(try MessageSegmentation.segments(text: text, options: options) == message)
  }

  @Test("TS 23.040 §9.2.3.24.1: texts of every kind, cut and joined")
  func generatedTexts() throws {
    var samples = Samples(seed: 5)
    for index in 0..<400 {
      var options = SegmentationOptions()
      options.referenceWidth = index % 2 == 0 ? .eightBit : .sixteenBit
      if index % 3 == 0 { options.languages = [.turkish, .spanish, .portuguese] }
      if index % 5 == 0 { options.encoding = .ucs2 }
      if index % 7 == 0 {
        options.elements = [InformationElement(identifier: 0x70, data: samples.octets(0...90))]
      }
      try Self.check(samples.text(0...300), options)
    }
  }

  @Test("Segments are as few as can be, and no more clusters are split than must be")
  func bruteForce() throws {
    let characters = ["a", "😀", "e\u{301}", "👩‍👩‍👧", "🇫🇷", "\u{1F468}\u{1F3FF}\u{200D}\u{2695}\u{FE0F}"]
    // A header of 128 octets leaves room for 6 units; with concatenation 3 or 2.
    for dataCount in [121, 123, 125] {
      var options = SegmentationOptions(encoding: .ucs2)
      options.elements = [
        InformationElement(identifier: 0x70, data: [UInt8](repeating: 0, count: dataCount))
      ]
      var samples = Samples(seed: UInt64(dataCount))
      for _ in 0..<300 {
        let text = (0..<samples.number(1...9)).map { _ in
          characters[samples.number(0...characters.count - 1)]
        }.joined()
        let message = try MessageSegmentation.segments(text: text, options: options)
        guard message.segmentCount > 1 else { continue }
        let capacity = (140 - (1 + 2 + dataCount + 5)) / 2
        let best = Self.best(text, capacity: capacity)
        #expect(message.segmentCount == best.segments, "\(text)")
        #expect(Self.splitClusters(text, message) == best.splits, "\(text) \(capacity)")
      }
    }
  }

  /// The fewest segments and, with so many, the fewest cuts inside a cluster; by trying all cuts.
  static func best(_ text: String, capacity: Int) -> (segments: Int, splits: Int) {
    let units = Array(text.utf16)
    var clusterStarts: Set<Int> = [0, units.count]
    var offset = 0
    for character in text {
      offset += character.utf16.count
      clusterStarts.insert(offset)
    }
    var best = [(segments: Int, splits: Int)?](repeating: nil, count: units.count + 1)
    best[0] = (0, 0)
    for end in 1...units.count {
      if end < units.count, UTF16.isTrailSurrogate(units[end]) { continue }
      for start in max(0, end - capacity)..<end {
        guard let before = best[start] else { continue }
        let splits = before.splits + (clusterStarts.contains(end) ? 0 : 1)
        let candidate = (segments: before.segments + 1, splits: splits)
        if let known = best[end], (known.segments, known.splits) <= candidate { continue }
        best[end] = candidate
      }
    }
    return best[units.count] ?? (0, 0)
  }

  static func splitClusters(_ text: String, _ message: SegmentedMessage) -> Int {
    var starts: Set<Int> = []
    var offset = 0
    for character in text {
      starts.insert(offset)
      offset += character.utf16.count
    }
    var position = 0
    var splits = 0
    for data in message.userData.dropLast() {
      position += data.count / 2
      if !starts.contains(position) { splits += 1 }
    }
    return splits
  }

  @Test("An escape stays with its character, and CR with LF where that costs nothing")
  func escapes() throws {
    for count in 140...170 {
      try Self.check(String(repeating: "a", count: count) + "€€{}\r\n" + "[\\]^~|")
    }
    let message = try MessageSegmentation.segments(
      text: String(repeating: "a", count: 152) + "\r\n" + String(repeating: "b", count: 20)
    )
    #expect(message.userData.map(\.count) == [152, 22])
    let full = try MessageSegmentation.segments(
      text: String(repeating: "a", count: 152) + "\r\n" + String(repeating: "b", count: 152)
    )
    #expect(full.userData.map(\.count) == [153, 153])
  }

  @Test("The fewest segments win, GSM-7 before shift tables before UCS-2")
  func choice() throws {
    let all = NationalLanguage.allCases
    func encoding(_ text: String, _ languages: [NationalLanguage]) throws -> SegmentEncoding {
      try MessageSegmentation.segments(
        text: text,
        options: SegmentationOptions(languages: languages)
      ).encoding
    }
    #expect(try encoding("hello", all) == .gsm7(.defaultAlphabet))
    #expect(try encoding("iş", []) == .ucs2)
    #expect(try encoding("iş", [.turkish]) == .gsm7(ShiftTables(single: .turkish)))
    let many = String(repeating: "ğüş", count: 50)
    #expect(try encoding(many, [.turkish]) == .gsm7(ShiftTables(locking: .turkish)))
    #expect(try encoding("हिन्दी", all) == .gsm7(ShiftTables(locking: .hindi)))
    #expect(try encoding("中文", all) == .ucs2)
    let text = String(repeating: "ç", count: 100)
    #expect(try Self.count(text) == 2)
    #expect(try Self.count(text, SegmentationOptions(languages: [.portuguese])) == 1)
  }

  @Test func transliterationOnlyWhereItMakesAllOfItGSM7() throws {
    let options = SegmentationOptions(transliterates: true)
    let message = try MessageSegmentation.segments(text: "“it’s” – ok…", options: options)
    #expect(message.encoding == .gsm7(.defaultAlphabet) && message.replacedCharacters == 5)
    let text = message.submits(to: TPAddress(typeOfNumber: 0, digits: "1"), reference: 0)[0].text
    #expect(text == "\"it's\" - ok...")
    let other = try MessageSegmentation.segments(text: "“привет”", options: options)
    #expect(other.encoding == .ucs2 && other.replacedCharacters == 0)
    let plain = try MessageSegmentation.segments(text: "plain", options: options)
    #expect(plain.replacedCharacters == 0)
    #expect(try MessageSegmentation.segments(text: "“it’s”").encoding == .ucs2)
  }

  @Test func `transliteration says what it replaces, each character once`() {
    let replacements = Transliteration.replacements(in: "“it’s” “ok”…\u{200B}ж")
    #expect(replacements.map { String($0.character) } == ["“", "’", "”", "…", "\u{200B}"])
    #expect(replacements.map(\.replacement) == ["\"", "'", "\"", "...", ""])
    #expect(replacements.map(\.count) == [2, 1, 2, 1, 1])
    #expect(Transliteration.replacements(in: "it's [ok] €").isEmpty)
  }

  @Test func whatCannotBeSentIsRefused() throws {
    #expect(throws: SegmentationError.notInAlphabet(character: "ж", index: 2)) {
      try Self.count("abж", SegmentationOptions(encoding: .gsm7))
    }
    let huge = InformationElement(identifier: 0x70, data: [UInt8](repeating: 0, count: 138))
    #expect(throws: SegmentationError.headerTooLong(octets: 141)) {
      try Self.count("a", SegmentationOptions(elements: [huge]))
    }
    let own = InformationElement(Concatenation(reference: 1, total: 2, sequence: 1))
    #expect(try Self.count("a", SegmentationOptions(elements: [own])) == 1)
    #expect(throws: SegmentationError.concatenationGiven) {
      try Self.count(String(repeating: "a", count: 161), SegmentationOptions(elements: [own]))
    }
    var options = SegmentationOptions(encoding: .ucs2)
    options.dataCodingScheme = DataCodingScheme(rawValue: 0)
    #expect(throws: SegmentationError.self) { try Self.count("a", options) }
    options.encoding = .auto
    options.dataCodingScheme = DataCodingScheme(rawValue: 0xE0)
    let waiting = try MessageSegmentation.segments(text: "a", options: options)
    #expect(waiting.encoding == .ucs2 && waiting.dataCodingScheme.rawValue == 0xE0)
  }

  @Test func segmentsOfAMessageAreNumbered() throws {
    let message = try MessageSegmentation.segments(text: String(repeating: "a", count: 400))
    let submits = message.submits(
      to: TPAddress(typeOfNumber: 0, digits: "1"),
      reference: 0x1FF,
      options: SubmitOptions(messageReference: 254, statusReportRequest: true)
    )
    #expect(submits.map(\.messageReference) == [254, 255, 0])
    #expect(submits.map { $0.userDataHeader?.concatenation?.sequence } == [1, 2, 3])
    #expect(submits.allSatisfy { $0.userDataHeader?.concatenation?.total == 3 })
    #expect(submits.allSatisfy { $0.userDataHeader?.concatenation?.reference == 0xFF })
    #expect(submits.map(\.statusReportRequest) == [true, true, true])
  }
}
