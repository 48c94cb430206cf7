internal import GRDB
public import Messaging

extension MessageStore {
  /// Says whether marketing goes only to numbers with a recorded consent.
  ///
  /// It holds from the next acceptance and the next attempt on; what is queued already is refused
  /// when its turn comes.
  ///
  /// - Parameter isRequired: Whether it does.
  /// - Throws: `StoreError`.
  public func requireConsent(_ isRequired: Bool) async throws(StoreError) {
    try await writer.write { context in
      try ConsentTable.require(isRequired, in: context.db)
    }
  }

  /// The consent of a number to marketing.
  ///
  /// - Parameter number: The number.
  /// - Returns: The consent; nil where none is recorded.
  /// - Throws: `StoreError`.
  public func consent(of number: PhoneNumber) async throws(StoreError) -> StandingConsent? {
    try await read { db in
      try db.row(Self.consentQuery + " WHERE c.number = ?", [number.description])
        .map(StandingConsent.init)
    }
  }

  /// The consents, by number.
  ///
  /// - Parameters:
  ///   - limit: How many at most.
  ///   - number: Only what follows this number; nil for the beginning.
  /// - Returns: A page.
  /// - Throws: `StoreError`.
  public func consents(
    limit: Int,
    after number: PhoneNumber? = nil
  ) async throws(StoreError) -> [StandingConsent] {
    try await read { db in
      try db.rows(
        Self.consentQuery + " WHERE c.number > ? ORDER BY c.number LIMIT ?",
        [number?.description ?? "", limit]
      ).map(StandingConsent.init)
    }
  }

  private static let consentQuery = """
    SELECT c.number, c.since, h.source, h.text FROM consents c
    JOIN opt_out_history h ON h.id = (SELECT max(id) FROM opt_out_history
      WHERE number = c.number AND action IN ('consent', 'optIn'))
    """
}
