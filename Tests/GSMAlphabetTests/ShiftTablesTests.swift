import GSMAlphabet
import Testing

import struct ModemModel.SplitMix64

@Suite struct ShiftTablesTests {
  static let languages: [NationalLanguage?] = [nil] + NationalLanguage.allCases.map { $0 }
  static let lockingLanguages = languages.filter { $0 != .spanish }

  static func table(_ runs: Annex.Runs) -> [UInt8: Unicode.Scalar] {
    var table: [UInt8: Unicode.Scalar] = [:]
    for run in runs {
      for index in 0..<run.count {
        table[run.code + UInt8(index)] = Unicode.Scalar(run.scalar + UInt32(index))
      }
    }
    return table
  }

  static func locking(_ language: NationalLanguage?) -> [UInt8: Unicode.Scalar] {
    table(Annex.locking[language == .spanish ? nil : language] ?? [])
  }

  static func single(_ language: NationalLanguage?) -> [UInt8: Unicode.Scalar] {
    table(Annex.single[language] ?? [])
  }

  @Test("TS 23.038 §6.2.1 and §A.3: each code of each locking table", arguments: lockingLanguages)
  func lockingTable(_ language: NationalLanguage?) throws {
    let tables = ShiftTables(locking: language)
    let expected = Self.locking(language)
    #expect(expected.count >= 100)
    for code in UInt8(0)..<128 where code != 0x1B {
      let scalar = expected[code] ?? " "
      #expect(tables.text(of: [code]) == String(scalar), "code \(code)")
      guard expected[code] != nil else { continue }
      let septets = try #require(tables.septets(of: String(scalar)))
      #expect(septets.count == 1 && expected[septets[0]] == scalar, "code \(code)")
      #expect(tables.septetCount(of: scalar) == 1)
    }
  }

  @Test("TS 23.038 §6.2.1.1 and §A.2: each code of each single table", arguments: languages)
  func singleTable(_ language: NationalLanguage?) throws {
    let tables = ShiftTables(single: language)
    let fallback = Self.locking(nil)
    let expected = Self.single(language)
    for code in UInt8(0)..<128 where code != 0x1B {
      let scalar = try #require(expected[code] ?? fallback[code])
      #expect(tables.text(of: [0x1B, code]) == String(scalar), "code \(code)")
      guard expected[code] != nil, !fallback.values.contains(scalar) else { continue }
      let septets = try #require(tables.septets(of: String(scalar)))
      #expect(septets.count == 2 && septets[0] == 0x1B)
      #expect(tables.text(of: septets) == String(scalar))
      #expect(tables.septetCount(of: scalar) == 2)
    }
  }

  @Test("TS 23.038 §A.2: a code that the single table lacks is one of the locking table")
  func fallsBackToTheLockingTable() {
    for locking in Self.lockingLanguages {
      for single in Self.languages {
        let tables = ShiftTables(locking: locking, single: single)
        for code in UInt8(0)..<128 where code != 0x1B {
          let scalar = Self.single(single)[code] ?? Self.locking(locking)[code] ?? " "
          #expect(tables.text(of: [0x1B, code]) == String(scalar))
        }
      }
    }
  }

  @Test("TS 23.038 §6.2.1.1: two escapes, or one at the end, are a space")
  func escapes() {
    #expect(DefaultAlphabet.text(of: [0x1B, 0x1B]) == " ")
    #expect(DefaultAlphabet.text(of: [0x41, 0x1B]) == "A ")
    #expect(DefaultAlphabet.text(of: [0x1B, 0x1B, 0x65]) == " e")
    #expect(DefaultAlphabet.text(of: [0x1B, 0x0D]) == "\r")
  }

  @Test("TS 23.038 §6.2.1: what the alphabet lacks is not made into something else")
  func noSubstitution() {
    for text in ["ç", "`", "\u{7F}", "Ł", "é\u{301}", "\u{0}", "😀", "\u{A0}", "Α"] {
      #expect(DefaultAlphabet.septets(of: text) == nil)
    }
    #expect(DefaultAlphabet.septets(ofSendable: "aŁ€") == [0x61, 0x1B, 0x65])
  }

  @Test("TS 23.038 §6.2.1.2.4: Spanish has no locking shift table")
  func spanish() {
    #expect(ShiftTables(locking: .spanish).locking == nil)
    #expect(ShiftTables(locking: .spanish, single: .spanish).single == .spanish)
    #expect(NationalLanguage.allCases.count == 13)
    #expect(NationalLanguage.allCases.filter(\.hasLockingShiftTable).count == 12)
  }

  @Test func everyTextOfATableComesBack() throws {
    var random = SplitMix64(seed: 38)
    for locking in Self.lockingLanguages {
      for single in Self.languages {
        let tables = ShiftTables(locking: locking, single: single)
        let characters = Array(Self.locking(locking).values) + Array(Self.single(single).values)
        for _ in 0..<5 {
          var text = ""
          for _ in 0..<Int.random(in: 0...200, using: &random) {
            text.unicodeScalars.append(characters.randomElement(using: &random) ?? "x")
          }
          let septets = try #require(tables.septets(of: text))
          #expect(Array(tables.text(of: septets).utf16) == Array(text.utf16))
        }
      }
    }
  }
}
