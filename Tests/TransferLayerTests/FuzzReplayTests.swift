import Foundation
import Testing

/// The seeds of `Fuzz/Corpus` and everything that fuzzing has ever found, in `Fuzz/FailCases`.
@Suite struct FuzzReplayTests {
  static func inputs(_ target: String) throws -> [(name: String, octets: [UInt8])] {
    let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var inputs: [(name: String, octets: [UInt8])] = []
    for folder in ["Corpus", "FailCases"] {
      let path = top.appending(path: "Fuzz/\(folder)/\(target)").path(percentEncoded: false)
      let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      for name in names.sorted() {
        inputs.append((name, Array(try Data(contentsOf: URL(filePath: "\(path)/\(name)")))))
      }
    }
    return inputs
  }

  @Test func whatFuzzingOfTPDUsFoundStaysFixed() throws {
    let inputs = try Self.inputs("FuzzTPDU")
    #expect(!inputs.isEmpty)
    for (name, octets) in inputs { #expect(TPDUFuzzCheck.fault(octets) == nil, "\(name)") }
  }

  @Test func whatFuzzingOfReassemblyFoundStaysFixed() throws {
    let inputs = try Self.inputs("FuzzReassembly")
    #expect(!inputs.isEmpty)
    for (name, octets) in inputs { #expect(ReassemblyFuzzCheck.fault(octets) == nil, "\(name)") }
  }

  @Test func octetsAtRandomBreakNothing() {
    var samples = Samples(seed: 2026)
    for _ in 0..<20_000 {
      #expect(TPDUFuzzCheck.fault(samples.octets(0...64)) == nil)
      #expect(ReassemblyFuzzCheck.fault(samples.octets(0...64)) == nil)
    }
  }
}
