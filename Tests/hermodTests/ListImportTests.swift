import Messaging
import Testing

@testable import hermod

@Suite struct ListImportTests {
  private func batches(_ numbers: [String]) throws -> [[Int]] {
    let rows = try OptOutFile(numbers.joined(separator: "\n")).rows
    return ListImport.batches(of: rows).map { $0.map(\.line) }
  }

  @Test func `a number that stands twice is in two batches, in the order of the file`() throws {
    #expect(try batches([]) == [])
    #expect(try batches(["1", "2", "1", "3", "1", "1"]) == [[1, 2], [3, 4], [5], [6]])
  }

  @Test func `a batch has no more rows than are sent at the same time`() throws {
    let batches = try batches((1...200).map(String.init))
    #expect(batches.map(\.count) == [64, 64, 64, 8])
    #expect(batches.flatMap(\.self) == Array(1...200))
  }
}
