import Messaging
import Storage
import Testing

@Suite struct TokenTests {
  private static func token(_ name: String, id: String) -> StoredToken {
    StoredToken(
      name: name,
      id: id,
      hash: Array(repeating: 7, count: 32),
      scope: .read,
      createdAt: noon,
      createdBy: "uid:0",
      expiresAt: noon + .seconds(60)
    )
  }

  @Test func `A token is kept, found by its id, used and revoked`() async throws {
    let fixture = try await Fixture()
    defer { withExtendedLifetime(fixture) {} }
    let store = fixture.store
    let shop = Self.token("shop", id: "1")
    #expect(try await store.keepToken(shop))
    #expect(try await store.token(withID: "1") == shop)
    #expect(try await store.token(withID: "2") == nil)
    try await store.tokenUsed("1", at: noon + .seconds(1))
    let revoked = try #require(try await store.revokeToken(named: "shop", at: noon + .seconds(2)))
    #expect(revoked.lastUsedAt == noon + .seconds(1))
    #expect(revoked.revokedAt == noon + .seconds(2))
    #expect(!revoked.isValid(at: noon + .seconds(2)))
    #expect(try await store.revokeToken(named: "nobody", at: noon) == nil)
  }

  @Test func `A name is never given twice, not even after it was revoked`() async throws {
    let fixture = try await Fixture()
    defer { withExtendedLifetime(fixture) {} }
    let store = fixture.store
    #expect(try await store.keepToken(Self.token("shop", id: "1")))
    _ = try await store.revokeToken(named: "shop", at: noon)
    #expect(try await !store.keepToken(Self.token("shop", id: "2")))
    #expect(try await store.tokens().map(\.id) == ["1"])
  }

  @Test func `A token ends at its time`() {
    let token = Self.token("shop", id: "1")
    #expect(token.isValid(at: noon + .seconds(59)))
    #expect(!token.isValid(at: noon + .seconds(60)))
  }
}
