import Foundation
import Messaging
import Testing

@testable import Spool

@Suite struct SpoolIntakeTests {
  @Test func `a renamed file arrives, is finished and is gone`() async throws {
    let spool = try TemporarySpool()
    let intake = spool.intake()
    let batches = try await intake.start()
    try spool.drop("order-17", "To: +447700900123\nClass: otp\n\nYour code is 123456\n")
    let files = try await withDeadline { await batches.first { _ in true } }
    let file = try #require(files?.first)
    #expect(file.name == "order-17")
    #expect(file.requests.map(\.content) == [.text("Your code is 123456")])
    #expect(file.memberIDs == [file.id])
    #expect(try spool.names(in: ".claimed") == ["\(file.id).order-17"])
    try await intake.finish(claims: [file.id])
    #expect(try spool.names(in: ".claimed") == [])
    #expect(try spool.names(in: "outgoing") == [])
    await intake.stop()
  }
}
